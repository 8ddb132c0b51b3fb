// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinemodel.h"
#include "privacy/linkpreviews.h"
#include "ui/markup.h"

#include <QTextLayout>

class QPainter;

namespace ChatOps {

/// The geometry of one timeline row at one width: computed once, used by
/// painting, hit tests, tooltips and tests alike. Coordinates are relative to
/// the row's top left corner, in device-independent pixels.
class RowLayout {
public:
    /// What a point in the row is.
    struct Hit {
        enum class Kind { Nothing, Link, Reaction, AddReaction, Thread, File, Refusal };
        Kind kind = Kind::Nothing;
        QString text; ///< Link, emoji or file id.
    };

    /// `preview`: of the first link, if there is one to show.
    /// `endsAt`: when the schedule of the workspace removes the message; 0: never.
    RowLayout(const TimelineRow &row, int width, bool inThread, const LinkPreview *preview = nullptr,
              Millis endsAt = 0);

    [[nodiscard]] int height() const { return m_height; }
    /// Does the message stand under its author's name?
    [[nodiscard]] bool hasHead() const { return !m_head.isEmpty(); }
    [[nodiscard]] const QString &timeText() const { return m_time; }
    [[nodiscard]] int width() const { return m_width; }
    /// Where the message itself is, without date and "New" lines.
    [[nodiscard]] QRectF body() const { return m_body; }
    [[nodiscard]] Hit hitTest(const QPointF &point) const;
    [[nodiscard]] QList<QRectF> textRects() const;
    void paint(QPainter &painter, const QPointF &at, const TimelineRow &row, bool hovered, bool focused,
               PersonId self, const QImage &avatar) const;

private:
    struct Block {
        MarkupBlock::Kind kind;
        std::unique_ptr<QTextLayout> layout;
        std::unique_ptr<QTextLayout> marker;
        QRectF rect;
        QPointF textAt;
        QList<MarkupBlock::Span> spans;
    };
    struct Pill {
        QRectF rect;
        QString emoji;
        QString label;
        QList<PersonId> people;
    };
    struct FileCard {
        QRectF rect;
        FileRef file;
    };
    void addSeparators(const TimelineRow &row);
    void addText(const Message &message, qreal left, qreal width);
    void addBlock(const MarkupBlock &block, qreal left, qreal width);
    void addPreview(const LinkPreview &preview, qreal left, qreal width);
    void addFiles(const Message &message, qreal left, qreal width);
    void addReactions(const Message &message, qreal left, qreal width);
    void addThread(const Message &message, qreal left, bool inThread);
    void addRefusal(const TimelineRow &row, qreal left, qreal width);
    void paintSeparators(QPainter &painter) const;
    void paintHead(QPainter &painter, const TimelineRow &row, const QImage &avatar) const;
    void paintBlocks(QPainter &painter, const Message &message) const;
    void paintPills(QPainter &painter, PersonId self) const;
    void paintFoot(QPainter &painter, const TimelineRow &row) const;
    void mirror(QRectF &rect) const;

    int m_width;
    int m_height = 0;
    bool m_rightToLeft;
    qreal m_y = 0;
    QString m_dayText;
    QRectF m_day;
    QRectF m_new;
    QRectF m_body;
    QRectF m_avatar;
    QRectF m_head;
    QString m_time;
    QList<std::shared_ptr<Block>> m_blocks;
    QList<Pill> m_pills;
    QRectF m_addPill;
    QList<FileCard> m_files;
    QRectF m_previewRect;
    LinkPreview m_preview;
    QRectF m_thread;
    QString m_threadText;
    QString m_threadWhen;
    QRectF m_refusal;
    QString m_refusalText;
};

} // namespace ChatOps
