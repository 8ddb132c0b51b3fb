// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taskcard.h"

#include "models/taskmodel.h"
#include "ui/icons.h"
#include "ui/picturebook.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int pad = 12;
constexpr int gap = 8;
int footHeight()
{
    return Theme::instance().px(24);
}

/// Between words, unless one is wider than the card.
int wrapFor(const QString &title, const QFontMetrics &metrics, int width)
{
    const QStringList words = title.split(u' ');
    const bool wide = std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return metrics.horizontalAdvance(word) > width;
    });
    return wide ? Qt::TextWordWrap | Qt::TextWrapAnywhere : int(Qt::TextWordWrap);
}

QFont titleFont(bool done)
{
    QFont font = Theme::instance().font(Theme::Type::Base, QFont::DemiBold);
    font.setStrikeOut(done);
    return font;
}

} // namespace

int TaskCardDelegate::titleHeight(const QString &title, int width)
{
    const QFontMetrics metrics(titleFont(false));
    const int whole =
        metrics.boundingRect(QRect(0, 0, std::max(20, width), 10'000), wrapFor(title, metrics, width), title)
            .height();
    return std::min(whole, metrics.lineSpacing() * 4);
}

QSize TaskCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 160;
    const bool foot = index.data(TaskModel::DueRole).toLongLong() != 0
        || !index.data(TaskModel::AssigneeNameRole).toString().isEmpty()
        || index.data(TaskModel::WaitingRole).toBool();
    return {width - 1,
            titleHeight(index.data().toString(), width - 2 * pad) + 2 * pad - 4
                + (foot ? footHeight() + 6 : 0) + gap};
}

void TaskCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool rightToLeft = QGuiApplication::isRightToLeft();
    const bool done = index.data(TaskModel::StateRole).toInt() == int(TaskState::Done);
    const QRectF card = QRectF(option.rect).adjusted(1, 1, -1, -gap);
    painter->setOpacity(done ? 0.65 : 1.0);
    painter->setPen(QPen(selected                                     ? colors().accent
                             : option.state & QStyle::State_MouseOver ? colors().ink3
                                                                      : colors().line,
                         selected ? 2 : 1));
    painter->setBrush(colors().raised);
    painter->drawRoundedRect(card, Metric::Radius, Metric::Radius);
    const QRectF inside = card.adjusted(pad - 1, pad - 2, -pad + 1, -pad + 2);
    const int height = titleHeight(index.data().toString(), int(inside.width()) + 2);
    painter->setFont(titleFont(done));
    painter->setPen(done ? colors().ink3 : colors().ink);
    painter->drawText(QRectF(inside.left(), inside.top(), inside.width(), height),
                      int(wrapFor(index.data().toString(), QFontMetrics(painter->font()), int(inside.width()))
                          | leadingAlignment()),
                      index.data().toString());

    QRectF foot(inside.left(), inside.top() + height + 6, inside.width(), footHeight());
    const QString assignee = index.data(TaskModel::AssigneeNameRole).toString();
    if (!assignee.isEmpty()) {
        const int avatar = Theme::instance().px(Metric::AvatarSmall);
        const qreal x = rightToLeft ? foot.left() : foot.right() - avatar;
        const auto person = index.data(TaskModel::AssigneeRole).value<PersonId>();
        paintAvatar(*painter, assignee, QRectF(x, foot.top() + 2, avatar, avatar),
                    m_pictures ? m_pictures->picture(person) : QImage());
        foot.adjust(rightToLeft ? avatar + 6 : 0, 0, rightToLeft ? 0 : -avatar - 6, 0);
    }
    if (index.data(TaskModel::WaitingRole).toBool()) {
        const qreal x = rightToLeft ? foot.left() : foot.right() - 16;
        paintIcon(*painter, u"clock"_s, QRectF(x, foot.top() + 4, 16, 16), colors().ink3);
        foot.adjust(rightToLeft ? 20 : 0, 0, rightToLeft ? 0 : -20, 0);
    }
    Task task;
    task.dueAt = index.data(TaskModel::DueRole).toLongLong();
    task.state = TaskState(index.data(TaskModel::StateRole).toInt());
    const auto urgency = TaskModel::urgencyOf(task);
    const bool pressing = urgency == TaskModel::Urgency::Today || urgency == TaskModel::Urgency::Overdue;
    painter->setFont(Theme::instance().font(Theme::Type::Small, pressing ? QFont::DemiBold : QFont::Normal));
    painter->setPen(urgency == TaskModel::Urgency::Overdue ? colors().danger
                        : pressing                         ? colors().warning
                                                           : colors().ink3);
    painter->drawText(foot, int(Qt::AlignVCenter | leadingAlignment()),
                      QFontMetricsF(painter->font())
                          .elidedText(TaskModel::dueText(task.dueAt), Qt::ElideRight, foot.width()));
    painter->restore();
}

} // namespace ChatOps
