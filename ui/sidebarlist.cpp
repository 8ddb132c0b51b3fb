// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebarlist.h"

#include "models/channellistmodel.h"
#include "ui/icons.h"
#include "ui/picturebook.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

bool mirrored()
{
    return QGuiApplication::isRightToLeft();
}

int rowHeight()
{
    return std::max(Metric::RowHeight, QFontMetrics(Theme::instance().font(Theme::Type::Base)).height() + 14);
}

/// The rounded ground of a row; the colour its text has on it.
QColor paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row, bool strong)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused =
        (option.state & QStyle::State_HasFocus) && option.widget && option.widget->hasFocus();
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? colors().selection : colors().hover);
        painter->drawRoundedRect(row, Metric::Radius, Metric::Radius);
    }
    if (focused) {
        painter->setPen(QPen(colors().focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), Metric::Radius, Metric::Radius);
    }
    return selected ? colors().selectionInk : strong ? colors().ink : colors().ink2;
}

void paintHeading(QPainter *painter, const QRect &rect, const QString &text)
{
    painter->setFont(Theme::instance().font(Theme::Type::Tiny, QFont::DemiBold));
    painter->setPen(colors().ink3);
    painter->drawText(rect.adjusted(16, 8, -16, -2), int(Qt::AlignBottom | leadingAlignment()), text);
}

} // namespace

int paintBadge(QPainter *painter, const QRect &row, const QString &text, bool alert)
{
    painter->setFont(Theme::instance().font(Theme::Type::Tiny, alert ? QFont::DemiBold : QFont::Normal));
    const QFontMetrics metrics(painter->font());
    const int width = std::max(metrics.horizontalAdvance(text) + 10, metrics.height() + 3);
    QRect badge(row.right() - 8 - width, row.center().y() - (metrics.height() + 3) / 2, width,
                metrics.height() + 3);
    if (mirrored())
        badge.moveLeft(row.left() + 8);
    if (alert) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors().badge);
        painter->drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
    }
    painter->setPen(alert ? QColor(Qt::white) : colors().ink3);
    painter->drawText(badge, Qt::AlignCenter, text);
    return width + 12;
}

void ChannelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(ChannelListModel::HeadingRole).toBool()) {
        paintHeading(painter, option.rect, index.data().toString());
        painter->restore();
        return;
    }
    const QRect row = option.rect.adjusted(8, 0, -8, 0);
    const int unread = index.data(ChannelListModel::UnreadRole).toInt();
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = paintGround(painter, option, row, unread > 0);
    const auto kind = ChannelKind(index.data(ChannelListModel::KindRole).toInt());
    const QString title = index.data().toString();
    const int size =
        Theme::instance().px(kind == ChannelKind::Direct ? Metric::AvatarSmall : Metric::IconSmall);
    QRect mark(row.left() + 8, row.center().y() - size / 2, size, size);
    QRect text = row.adjusted(size + 16, 0, -8, 0);
    int trailing = 0;
    if (unread > 0) {
        const int mentions = index.data(ChannelListModel::MentionsRole).toInt();
        const bool alert = mentions > 0 || kind == ChannelKind::Direct;
        // Red counts what is meant for this person; everything else is grey.
        const int shown = alert && kind != ChannelKind::Direct ? mentions : unread;
        trailing = paintBadge(painter, row, shown >= 100 ? u"99+"_s : QLocale().toString(shown), alert);
    } else if (index.data(ChannelListModel::WaitingRole).toBool()
               || index.data(ChannelListModel::DraftRole).toBool()
               || index.data(ChannelListModel::MutedRole).toBool()) {
        QRect glyph(row.right() - 24, row.center().y() - 8, 16, 16);
        if (mirrored())
            glyph.moveLeft(row.left() + 8);
        paintIcon(*painter,
                  index.data(ChannelListModel::WaitingRole).toBool()     ? u"clock"_s
                      : index.data(ChannelListModel::DraftRole).toBool() ? u"edit"_s
                                                                         : u"bell-off"_s,
                  glyph, colors().ink3);
        trailing = 28;
    }
    text.setRight(text.right() - trailing);
    if (mirrored()) {
        const auto flip = [&](QRect &rect) { rect.moveLeft(row.left() + row.right() - rect.right()); };
        flip(mark);
        flip(text);
    }
    if (kind == ChannelKind::Direct) {
        paintAvatar(*painter, title, mark,
                    m_pictures
                        ? m_pictures->picture(index.data(ChannelListModel::PersonRole).value<PersonId>())
                        : QImage());
        if (index.data(ChannelListModel::PresentRole).toBool())
            paintPresence(*painter, mark);
    } else
        paintIcon(*painter, kind == ChannelKind::Private ? u"lock"_s : u"hash"_s, mark, ink);
    painter->setFont(
        Theme::instance().font(Theme::Type::Base, unread > 0 || selected ? QFont::DemiBold : QFont::Normal));
    painter->setPen(ink);
    painter->drawText(text, int(Qt::AlignVCenter | leadingAlignment()),
                      QFontMetrics(painter->font()).elidedText(title, Qt::ElideRight, text.width()));
    painter->restore();
}

bool ChannelDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    // The name, too: it may be cut where the sidebar is narrow.
    const QString title = index.data().toString();
    const QString topic = index.data(ChannelListModel::TopicRole).toString();
    showPlainToolTip(event->globalPos(), topic.isEmpty() ? title : title + u'\n' + topic, view->viewport());
    return true;
}

QSize ChannelDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {120, index.data(ChannelListModel::HeadingRole).toBool() ? rowHeight() + 4 : rowHeight()};
}

void CountedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(HeadingRole).toBool()) {
        paintHeading(painter, option.rect, index.data().toString());
        painter->restore();
        return;
    }
    const QRect row = option.rect.adjusted(8, 0, -8, 0);
    const bool alert = index.data(AlertRole).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = paintGround(painter, option, row, alert);
    const int size = Theme::instance().px(Metric::IconSmall);
    QRect mark(row.left() + 8, row.center().y() - size / 2, size, size);
    QRect text = row.adjusted(size + 16, 0, -8, 0);
    const QVariant count = index.data(CountRole);
    if (count.isValid())
        text.setRight(
            text.right()
            - paintBadge(painter, row, QLocale().toString(count.toInt()), alert && count.toInt() > 0));
    if (mirrored()) {
        const auto flip = [&](QRect &rect) { rect.moveLeft(row.left() + row.right() - rect.right()); };
        flip(mark);
        flip(text);
    }
    if (const QVariant swatch = index.data(SwatchRole); swatch.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(swatch.value<QColor>());
        painter->drawRoundedRect(mark.adjusted(2, 2, -2, -2), 3, 3);
    } else {
        paintIcon(*painter, index.data(IconRole).toString(), mark, ink);
    }
    painter->setFont(
        Theme::instance().font(Theme::Type::Base, alert || selected ? QFont::DemiBold : QFont::Normal));
    painter->setPen(ink);
    painter->drawText(
        text, int(Qt::AlignVCenter | leadingAlignment()),
        QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize CountedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {120, index.data(HeadingRole).toBool() ? rowHeight() + 4 : rowHeight()};
}

SidebarList::SidebarList(const QString &name, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(&Theme::instance(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void SidebarList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        && currentIndex().isValid()) {
        Q_EMIT chosen(currentIndex());
        return;
    }
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (m_passesOn && plain && !text.isEmpty() && text[0].isPrint()) {
        Q_EMIT typed(text);
        return;
    }
    QListView::keyPressEvent(event);
}

void SidebarList::enterEvent(QEnterEvent *event)
{
    QListView::enterEvent(event);
    Q_EMIT pointedAt(true);
}

void SidebarList::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    Q_EMIT pointedAt(false);
}

void SidebarList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    Q_EMIT pointedAt(false);
}

void SidebarList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
}

void SidebarList::mouseReleaseEvent(QMouseEvent *event)
{
    // Not `clicked`: rows may have moved under the pointer since it was pressed, as when the channel one
    // leaves goes out of "Unread".
    const bool inside = viewport()->rect().contains(event->position().toPoint());
    const QModelIndex pressed = m_pressed;
    m_pressed = QPersistentModelIndex();
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !pressed.isValid() || !inside
        || !(pressed.flags() & Qt::ItemIsEnabled))
        return;
    const QPersistentModelIndex row(pressed);
    Q_EMIT chosen(row);
    if (row.isValid())
        Q_EMIT clickedOn(row);
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(QString(), Theme::Type::Title, QFont::Bold, Tone::Ink, this))
    , m_add(makeToolButton(u"plus"_s, tr("New"), this, u"Ctrl+N"_s))
{
    setObjectName(u"sidebar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 12, 4);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    layout->addLayout(head);
    auto *find = makeButton({}, u"find"_s, this);
    const auto label = [find] {
        // At large sizes the words matter more than the key.
        const bool roomy = Theme::instance().scale() <= 125;
        find->setText(roomy ? tr("Find anything") + u"   "_s + nativeKeys(u"Ctrl+K"_s) : tr("Find anything"));
        setPlainToolTip(find, nativeKeys(u"Ctrl+K"_s));
    };
    connect(&Theme::instance(), &Theme::changed, find, label);
    label();
    find->setObjectName(u"find"_s);
    find->setAccessibleName(tr("Find anything"));
    find->setMinimumHeight(32);
    find->setCursor(Qt::IBeamCursor);
    bindIcon(find, u"search"_s);
    find->setIconSize({Metric::IconSmall, Metric::IconSmall});
    auto *findRow = new QHBoxLayout;
    findRow->setContentsMargins(12, 0, 12, 8);
    findRow->addWidget(find);
    layout->addLayout(findRow);
    connect(find, &QPushButton::clicked, this, &Sidebar::findRequested);
    connect(m_add, &QToolButton::clicked, this,
            [this] { Q_EMIT addRequested(m_add->mapToGlobal(QPoint(0, m_add->height()))); });
}

void Sidebar::setTitle(const QString &title)
{
    m_title->setText(title);
    setPlainToolTip(m_title, title);
}

void Sidebar::setAddLabel(const QString &label)
{
    m_add->setAccessibleName(label);
    setPlainToolTip(m_add, label + u" (Ctrl+N)"_s);
}

void Sidebar::addContent(QWidget *content, int stretch)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(content, stretch);
}

} // namespace ChatOps
