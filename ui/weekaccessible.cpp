// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekaccessible.h"

#include "ui/weekview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

namespace ChatOps {
namespace {

QUuid keyOf(const WeekView::Box &box)
{
    return box.event ? box.event.uuid() : box.task.uuid();
}

/// One event or task. Boxes are made anew with every change; this one finds its
/// box by what it stands for.
class BoxInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    BoxInterface(WeekView *view, const QUuid &key)
        : m_view(view)
        , m_key(key)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_view && index() >= 0; }
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
        return isValid() && kind == QAccessible::Name ? m_view->sentence(index()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = m_view->visibleRect(m_view->boxes()[index()]);
        return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.focused = isValid() && m_view->hasFocus() && m_view->focusedBox() == index();
        state.offscreen = !isValid()
            || !m_view->viewport()->rect().intersects(m_view->visibleRect(m_view->boxes()[index()]));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_view->activate(index());
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int index() const
    {
        const QList<WeekView::Box> &boxes = m_view->boxes();
        const auto found = std::find_if(boxes.begin(), boxes.end(),
                                        [this](const WeekView::Box &box) { return keyOf(box) == m_key; });
        return found == boxes.end() ? -1 : int(found - boxes.begin());
    }
    QPointer<WeekView> m_view;
    QUuid m_key;
};

class WeekInterface final : public QAccessibleWidget {
public:
    explicit WeekInterface(WeekView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    {
    }
    ~WeekInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return int(m_view->boxes().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const QUuid key = keyOf(m_view->boxes()[index]);
        if (const auto known = m_children.constFind(key); known != m_children.constEnd()) {
            if (QAccessibleInterface *interface = QAccessible::accessibleInterface(*known))
                return interface;
        }
        auto *made = new BoxInterface(m_view, key);
        m_children.insert(key, QAccessible::registerAccessibleInterface(made));
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
        return child(m_view->boxAt(m_view->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_view->hasFocus() ? child(m_view->focusedBox()) : nullptr;
    }

private:
    WeekView *m_view;
    mutable QHash<QUuid, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<WeekView *>(object))
        return new WeekInterface(view);
    return nullptr;
}

} // namespace

void installWeekAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace ChatOps
