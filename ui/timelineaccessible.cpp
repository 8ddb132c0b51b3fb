// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timelineaccessible.h"

#include "ui/timelineview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace ChatOps {
namespace {

/// One message.
class MessageInterface final : public QAccessibleInterface {
public:
    MessageInterface(TimelineView *view, MessageId id)
        : m_view(view)
        , m_id(id)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && row() >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name
            ? m_view->model()->index(row()).data(Qt::AccessibleTextRole).toString()
            : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = m_view->rowRect(row());
        return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.focused = isValid() && m_view->hasFocus() && m_view->focusedRow() == row();
        state.offscreen = !isValid() || m_view->rowRect(row()).isEmpty();
        return state;
    }

private:
    [[nodiscard]] int row() const { return m_view->model() ? m_view->model()->indexOf(m_id) : -1; }
    QPointer<TimelineView> m_view;
    MessageId m_id;
};

/// The list of them.
class TimelineInterface final : public QAccessibleWidget {
public:
    explicit TimelineInterface(TimelineView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~TimelineInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override
    {
        return m_view->model() ? m_view->model()->rowCount() : 0;
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const MessageId id = m_view->model()->row(index).message.message.id;
        if (const auto known = m_children.constFind(id); known != m_children.constEnd()) {
            if (QAccessibleInterface *interface = QAccessible::accessibleInterface(*known))
                return interface;
        }
        auto *made = new MessageInterface(m_view, id);
        m_children.insert(id, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view->rowAt(m_view->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? child(m_view->focusedRow()) : nullptr;
    }

private:
    TimelineView *m_view;
    mutable QHash<MessageId, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<TimelineView *>(object))
        return new TimelineInterface(view);
    return nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace ChatOps
