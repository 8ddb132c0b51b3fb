// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/markup.h"

#include "core/text.h"

#include <QUrl>

#include <md4c.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

struct ListState {
    bool ordered = false;
    int next = 1;
};

/// Collects md4c's callbacks.
class Builder {
public:
    QList<MarkupBlock> blocks;

    int enterBlock(MD_BLOCKTYPE type, void *detail)
    {
        switch (type) {
        case MD_BLOCK_UL:
            lists.append({false, 1});
            break;
        case MD_BLOCK_OL:
            lists.append({true, int(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start)});
            break;
        case MD_BLOCK_LI:
            pendingMarker = lists.isEmpty() || !lists.last().ordered
                ? u"•"_s
                : QString::number(lists.last().next++) + u'.';
            break;
        case MD_BLOCK_QUOTE:
            ++quotes;
            break;
        case MD_BLOCK_CODE:
            open(MarkupBlock::Kind::Code);
            break;
        case MD_BLOCK_H:
            open(MarkupBlock::Kind::Heading);
            break;
        case MD_BLOCK_P:
            open(quotes > 0 ? MarkupBlock::Kind::Quote : MarkupBlock::Kind::Paragraph);
            break;
        case MD_BLOCK_HR:
            open(MarkupBlock::Kind::Paragraph);
            blocks.last().text = u"―――"_s;
            break;
        default:
            break;
        }
        return 0;
    }

    int leaveBlock(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
            lists.removeLast();
        else if (type == MD_BLOCK_QUOTE)
            --quotes;
        else if (type == MD_BLOCK_CODE && !blocks.isEmpty() && blocks.last().text.endsWith(u'\n'))
            blocks.last().text.chop(1);
        return 0;
    }

    int enterSpan(MD_SPANTYPE type, void *detail)
    {
        style.append(MarkupBlock::Span());
        MarkupBlock::Span &span = style.last();
        span.bold = type == MD_SPAN_STRONG;
        span.italic = type == MD_SPAN_EM;
        span.strike = type == MD_SPAN_DEL;
        span.code = type == MD_SPAN_CODE;
        if (type == MD_SPAN_A) {
            const auto *link = static_cast<MD_SPAN_A_DETAIL *>(detail);
            const QUrl url(QString::fromUtf8(link->href.text, int(link->href.size)));
            if (isWebOrMail(url))
                span.link = url.toString(QUrl::FullyEncoded);
        }
        return 0;
    }

    int leaveSpan()
    {
        if (!style.isEmpty())
            style.removeLast();
        return 0;
    }

    int text(MD_TEXTTYPE type, const QString &piece)
    {
        if (blocks.isEmpty() || (pendingMarker.size() && blocks.last().kind != MarkupBlock::Kind::Code))
            open(MarkupBlock::Kind::Paragraph); // The text of a tight list item has no block of its own.
        QString shown = piece;
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
            shown = u"\n"_s;
        else if (type == MD_TEXT_NULLCHAR)
            shown = QChar(QChar::ReplacementCharacter);
        MarkupBlock::Span merged;
        for (const MarkupBlock::Span &span : std::as_const(style)) {
            merged.bold |= span.bold;
            merged.italic |= span.italic;
            merged.strike |= span.strike;
            merged.code |= span.code;
            if (!span.link.isEmpty())
                merged.link = span.link;
        }
        MarkupBlock &block = blocks.last();
        merged.start = int(block.text.size());
        merged.length = int(shown.size());
        block.text += shown;
        if (merged.bold || merged.italic || merged.strike || merged.code || !merged.link.isEmpty())
            block.spans.append(merged);
        return 0;
    }

private:
    void open(MarkupBlock::Kind kind)
    {
        MarkupBlock block;
        block.kind = kind;
        block.indent = int(lists.size()) + (kind == MarkupBlock::Kind::Quote ? 0 : quotes);
        if (!pendingMarker.isEmpty()) {
            block.marker = std::exchange(pendingMarker, QString());
            if (kind == MarkupBlock::Kind::Paragraph)
                block.kind = MarkupBlock::Kind::Item;
        }
        blocks.append(block);
    }

    QList<ListState> lists;
    int quotes = 0;
    QString pendingMarker;
    QList<MarkupBlock::Span> style;
};

void markMentions(MarkupBlock &block)
{
    if (block.kind == MarkupBlock::Kind::Code)
        return;
    for (const auto &[at, length] : mentionRanges(block.text)) {
        const int start = int(at);
        const bool inCode =
            std::any_of(block.spans.begin(), block.spans.end(), [start](const MarkupBlock::Span &span) {
                return (span.code || !span.link.isEmpty()) && start >= span.start
                    && start < span.start + span.length;
            });
        if (inCode)
            continue;
        MarkupBlock::Span span;
        span.start = start;
        span.length = int(length);
        span.mention = true;
        block.spans.append(span);
    }
}

} // namespace

bool isWebOrMail(const QUrl &url)
{
    if (!url.isValid() || url.toString().size() > 2'000)
        return false;
    const QString scheme = url.scheme();
    return ((scheme == u"https" || scheme == u"http") && !url.host().isEmpty())
        || (scheme == u"mailto" && !url.path().isEmpty());
}

QList<MarkupBlock> parseMarkup(const QString &markdown)
{
    Builder builder;
    MD_PARSER parser{};
    parser.flags =
        MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *to) {
        return static_cast<Builder *>(to)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *to) {
        return static_cast<Builder *>(to)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *to) {
        return static_cast<Builder *>(to)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE, void *, void *to) { return static_cast<Builder *>(to)->leaveSpan(); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *to) {
        return static_cast<Builder *>(to)->text(type, QString::fromUtf8(text, int(size)));
    };
    const QByteArray utf8 = markdown.toUtf8();
    if (md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &builder) != 0
        || (builder.blocks.isEmpty() && !markdown.trimmed().isEmpty())) {
        MarkupBlock plain;
        plain.text = markdown;
        builder.blocks = {plain};
    }
    for (MarkupBlock &block : builder.blocks)
        markMentions(block);
    return builder.blocks;
}

} // namespace ChatOps
