// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTextLayout>
#include <QUrl>

namespace ChatOps {

/// A stretch of a message that is laid out as one: a paragraph, a list item,
/// a quotation, or a block of code.
struct MarkupBlock {
    enum class Kind { Paragraph, Heading, Code, Quote, Item };
    Kind kind = Kind::Paragraph;
    QString text;
    int indent = 0; ///< Depth of lists and quotations.
    QString marker; ///< "•" or "3." in front of an item.

    /// Formatting of a range of `text`.
    struct Span {
        int start = 0;
        int length = 0;
        bool bold = false;
        bool italic = false;
        bool strike = false;
        bool code = false;
        bool mention = false;
        QString link; ///< Only http, https and mailto.
    };
    QList<Span> spans;
};

/// Reads the Markdown people write in messages (CommonMark by md4c, without
/// HTML, images and tables) plus @mentions. Total: any text gives blocks.
[[nodiscard]] QList<MarkupBlock> parseMarkup(const QString &markdown);

/// Is this an address that a click may open: a web page with a host, or mail? Everything else, such as
/// `file:` or the address of another program, comes from other people and is not opened.
[[nodiscard]] bool isWebOrMail(const QUrl &url);

} // namespace ChatOps
