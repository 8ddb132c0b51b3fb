// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowlayout.h"

#include "core/viewerzone.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qreal side = 20; // Left and right of the timeline.
constexpr qreal separatorHeight = 40;

/// The words of the timeline, in a translation context of their own.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

qreal lineHeight(Theme::Type type)
{
    return QFontMetricsF(Theme::instance().font(type)).height() + 4;
}

QList<QTextLayout::FormatRange> formatsOf(const QList<MarkupBlock::Span> &spans)
{
    QList<QTextLayout::FormatRange> formats;
    for (const MarkupBlock::Span &span : spans) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        if (span.bold)
            range.format.setFontWeight(QFont::DemiBold);
        range.format.setFontItalic(span.italic);
        range.format.setFontStrikeOut(span.strike);
        if (span.code) {
            range.format.setFont(Theme::instance().font(Theme::Type::Code),
                                 QTextCharFormat::FontPropertiesSpecifiedOnly);
            range.format.setBackground(colors().surface);
        }
        if (span.mention) {
            range.format.setForeground(colors().selectionInk);
            range.format.setBackground(colors().selection);
            range.format.setFontWeight(QFont::Medium);
        }
        if (!span.link.isEmpty()) {
            range.format.setForeground(colors().accent);
            range.format.setFontUnderline(true);
        }
        formats.append(range);
    }
    return formats;
}

/// What the schedule removes soon says so: from a week before on.
QString timeLeftText(Millis left)
{
    constexpr Millis minute = 60'000;
    constexpr Millis hour = 60 * minute;
    if (left > 7 * DayMillis)
        return {};
    const QString text = left >= DayMillis ? Words::tr("deleted in %n day(s)", nullptr, int(left / DayMillis))
        : left >= hour                     ? Words::tr("deleted in %n hour(s)", nullptr, int(left / hour))
                                           : Words::tr("deleted in %n minute(s)", nullptr,
                                                       int(std::max<Millis>(1, (left + minute - 1) / minute)));
    return u"  "_s + text;
}

} // namespace

RowLayout::RowLayout(const TimelineRow &row, int width, bool inThread, const LinkPreview *preview,
                     Millis endsAt)
    : m_width(width)
    , m_rightToLeft(QGuiApplication::isRightToLeft())
{
    const Message &message = row.message.message;
    addSeparators(row);
    const qreal top = m_y;
    m_y += row.startsGroup ? 5 : 1;
    const qreal avatar = Theme::instance().px(Metric::Avatar);
    const qreal left = side + avatar + 12;
    const qreal available = std::max<qreal>(60, width - left - side);
    m_time = QLocale().toString(inViewerZone(message.createdAt).time(), QLocale::ShortFormat);
    if (endsAt > 0)
        m_time += timeLeftText(endsAt - QDateTime::currentMSecsSinceEpoch());
    if (row.startsGroup) {
        m_avatar = {side, m_y, avatar, avatar};
        m_head = {left, m_y, available, lineHeight(Theme::Type::Base)};
        m_y += m_head.height();
    }
    addText(message, left, available);
    if (preview && !message.deleted)
        addPreview(*preview, left, available);
    addFiles(message, left, available);
    addReactions(message, left, available);
    addThread(message, left, inThread);
    addRefusal(row, left, available);
    if (row.startsGroup)
        m_y = std::max(m_y, m_avatar.bottom());
    m_y += row.startsGroup ? 5 : 2;
    m_body = {side - 8, top, qreal(width) - 2 * (side - 8), m_y - top};
    m_height = int(std::ceil(m_y));
    for (QRectF *rect : {&m_previewRect, &m_avatar, &m_head, &m_addPill, &m_thread, &m_refusal})
        mirror(*rect);
    for (Pill &pill : m_pills)
        mirror(pill.rect);
    for (FileCard &card : m_files)
        mirror(card.rect);
}

void RowLayout::mirror(QRectF &rect) const
{
    if (m_rightToLeft && !rect.isEmpty())
        rect.moveLeft(m_width - rect.right());
}

void RowLayout::addSeparators(const TimelineRow &row)
{
    if (row.startsDay) {
        const QDate day = inViewerZone(row.message.message.createdAt).date();
        const qint64 ago = day.daysTo(viewerToday());
        const QLocale locale;
        m_dayText = ago == 0 ? Words::tr("Today")
            : ago == 1
            ? Words::tr("Yesterday")
            : locale.toString(day,
                              ago < 300
                                  ? Words::tr("dddd, d MMMM", "date above messages, as QLocale writes it")
                                  : locale.dateFormat(QLocale::LongFormat));
        m_day = {side, m_y, m_width - 2 * side, separatorHeight};
        m_y += separatorHeight;
    }
    if (row.startsNew) {
        m_new = {side, m_y, m_width - 2 * side, separatorHeight - 12};
        m_y += m_new.height();
    }
}

void RowLayout::addText(const Message &message, qreal left, qreal width)
{
    if (message.deleted) {
        MarkupBlock gone;
        gone.text = Words::tr("This message was deleted.");
        MarkupBlock::Span span;
        span.length = int(gone.text.size());
        span.italic = true;
        gone.spans = {span};
        addBlock(gone, left, width);
        return;
    }
    const QList<MarkupBlock> blocks = parseMarkup(message.text);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        MarkupBlock block = blocks[i];
        if (i > 0 && block.kind != MarkupBlock::Kind::Item)
            m_y += 6;
        if (i + 1 == blocks.size() && message.editedAt && block.kind != MarkupBlock::Kind::Code) {
            MarkupBlock::Span note;
            note.start = int(block.text.size());
            block.text += u"  "_s + Words::tr("(edited)");
            note.length = int(block.text.size()) - note.start;
            note.italic = true;
            block.spans.append(note);
        }
        addBlock(block, left, width);
    }
}

void RowLayout::addBlock(const MarkupBlock &block, qreal left, qreal width)
{
    const bool code = block.kind == MarkupBlock::Kind::Code;
    const bool quote = block.kind == MarkupBlock::Kind::Quote;
    auto made = std::make_shared<Block>();
    made->kind = block.kind;
    made->spans = block.spans;
    const qreal indent = block.indent * 20.0 + (quote ? 14 : 0);
    const qreal pad = code ? 12 : 0;
    QString text = block.text;
    text.replace(u'\n', QChar(QChar::LineSeparator));
    QFont font = Theme::instance().font(code ? Theme::Type::Code : Theme::Type::Reading);
    if (block.kind == MarkupBlock::Kind::Heading)
        font.setWeight(QFont::Bold);
    made->layout = std::make_unique<QTextLayout>(text, font);
    QTextOption option;
    option.setWrapMode(code ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Each paragraph has the direction of its own first strong character.
    const bool rightToLeft = !code && text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    const bool atRight = !code && (m_rightToLeft || rightToLeft);
    option.setAlignment((atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    made->layout->setTextOption(option);
    made->layout->setFormats(formatsOf(block.spans));
    made->layout->setCacheEnabled(true);
    qreal y = 0;
    const qreal lineWidth = std::max<qreal>(40, width - indent - 2 * pad);
    const qreal leading = code ? 3 : 4;
    made->layout->beginLayout();
    for (QTextLine line = made->layout->createLine(); line.isValid(); line = made->layout->createLine()) {
        line.setLineWidth(lineWidth);
        line.setPosition({0, y + leading / 2});
        y += line.height() + leading;
    }
    made->layout->endLayout();
    if (code)
        m_y += 4;
    const qreal x = m_rightToLeft ? m_width - left - width : left + indent;
    made->rect = {x, m_y, width - indent, y + (code ? 16 : 0)};
    made->textAt = {x + pad, m_y + (code ? 8 : 0)};
    if (!block.marker.isEmpty()) {
        made->marker = std::make_unique<QTextLayout>(block.marker, font);
        made->marker->beginLayout();
        QTextLine line = made->marker->createLine();
        line.setPosition({-QFontMetricsF(font).horizontalAdvance(block.marker) - 6, leading / 2});
        made->marker->endLayout();
    }
    m_y = made->rect.bottom() + (code ? 4 : 0);
    m_blocks.append(made);
}

void RowLayout::addPreview(const LinkPreview &preview, qreal left, qreal width)
{
    m_preview = preview;
    m_y += 4;
    const int lines = preview.description.isEmpty() ? 2 : 3;
    m_previewRect = {left, m_y, std::min<qreal>(460, width), lines * lineHeight(Theme::Type::Base) + 16};
    m_y = m_previewRect.bottom() + 2;
}

void RowLayout::addFiles(const Message &message, qreal left, qreal width)
{
    for (const FileRef &file : message.files) {
        m_y += 4;
        m_files.append(
            {QRectF(left, m_y, std::min<qreal>(460, width), 2 * lineHeight(Theme::Type::Base) + 16), file});
        m_y = m_files.last().rect.bottom() + 2;
    }
}

void RowLayout::addReactions(const Message &message, qreal left, qreal width)
{
    if (message.reactions.isEmpty())
        return;
    const QFontMetricsF metrics(Theme::instance().font(Theme::Type::Small));
    const qreal height = std::max<qreal>(24, metrics.height() + 8);
    qreal x = left;
    m_y += 4;
    const auto place = [&](qreal pillWidth) {
        if (x + pillWidth > left + width && x > left) {
            x = left;
            m_y += height + 4;
        }
        const QRectF rect(x, m_y, pillWidth, height);
        x += pillWidth + 6;
        return rect;
    };
    for (const Reaction &reaction : message.reactions) {
        const QString label = reaction.emoji + u' ' + QLocale().toString(reaction.people.size());
        m_pills.append(
            {place(metrics.horizontalAdvance(label) + 26), reaction.emoji, label, reaction.people});
    }
    m_addPill = place(height + 4);
    m_y += height + 2;
}

void RowLayout::addThread(const Message &message, qreal left, bool inThread)
{
    if (message.replies == 0 || inThread)
        return;
    m_threadText = Words::tr("%n replies", nullptr, message.replies);
    const QDateTime last = inViewerZone(message.lastReplyAt);
    m_threadWhen =
        Words::tr("last reply %1")
            .arg(last.date() == viewerToday() ? QLocale().toString(last.time(), QLocale::ShortFormat)
                                              : QLocale().toString(last.date(), QLocale::ShortFormat));
    const QFontMetricsF bold(Theme::instance().font(Theme::Type::Small, QFont::DemiBold));
    m_y += 4;
    m_thread = {left, m_y, bold.horizontalAdvance(m_threadText) + bold.horizontalAdvance(m_threadWhen) + 34,
                bold.height() + 6};
    m_y = m_thread.bottom();
}

void RowLayout::addRefusal(const TimelineRow &row, qreal left, qreal width)
{
    if (row.state != TimelineRow::State::Refused)
        return;
    m_refusalText = Words::tr("Not sent: %1").arg(row.refusal);
    const QFontMetricsF metrics(Theme::instance().font(Theme::Type::Small));
    const QRectF need = metrics.boundingRect(QRectF(0, 0, width - 24, 1000), Qt::TextWordWrap, m_refusalText);
    m_y += 2;
    m_refusal = {left, m_y, width, need.height() + 6};
    m_y = m_refusal.bottom();
}

QList<QRectF> RowLayout::textRects() const
{
    QList<QRectF> rects;
    for (const auto &block : m_blocks)
        rects.append(block->rect);
    return rects;
}

RowLayout::Hit RowLayout::hitTest(const QPointF &point) const
{
    for (const Pill &pill : m_pills) {
        if (pill.rect.contains(point))
            return {Hit::Kind::Reaction, pill.emoji};
    }
    if (m_addPill.contains(point))
        return {Hit::Kind::AddReaction, {}};
    if (m_thread.contains(point))
        return {Hit::Kind::Thread, {}};
    if (m_refusal.contains(point))
        return {Hit::Kind::Refusal, {}};
    if (m_previewRect.contains(point))
        return {Hit::Kind::Link, m_preview.link};
    for (const FileCard &card : m_files) {
        if (card.rect.contains(point))
            return {Hit::Kind::File, card.file.id.toString()};
    }
    for (const auto &block : m_blocks) {
        if (!block->rect.contains(point))
            continue;
        const QPointF inside = point - block->textAt;
        for (int i = 0; i < block->layout->lineCount(); ++i) {
            const QTextLine line = block->layout->lineAt(i);
            if (!line.naturalTextRect().contains(inside))
                continue;
            const int at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
            for (const MarkupBlock::Span &span : block->spans) {
                if (!span.link.isEmpty() && at >= span.start && at < span.start + span.length)
                    return {Hit::Kind::Link, span.link};
            }
        }
    }
    return {};
}

} // namespace ChatOps
