// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paintedlist.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace ChatOps {
namespace {

class ItemInterface final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ItemInterface(QAbstractScrollArea *area, PaintedList *list, const QUuid &key)
        : m_area(area)
        , m_list(list)
        , m_key(key)
    {
    }
    [[nodiscard]] bool isValid() const override { return item() >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_area);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_list->itemSentence(item()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inside = m_list->itemRect(item());
        return {m_area->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.focused = isValid() && m_area->hasFocus() && m_list->focusedItem() == item();
        state.offscreen = !isValid() || !m_area->viewport()->rect().intersects(m_list->itemRect(item()));
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
            m_list->pressItem(item());
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int item() const { return m_area ? m_list->itemOf(m_key) : -1; }
    QPointer<QAbstractScrollArea> m_area;
    PaintedList *m_list; ///< Is the area; lives as long.
    QUuid m_key;
};

class ListInterface final : public QAccessibleWidget {
public:
    ListInterface(QAbstractScrollArea *area, PaintedList *list)
        : QAccessibleWidget(area, QAccessible::List)
        , m_area(area)
        , m_list(list)
    {
    }
    ~ListInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return m_list->itemCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const QUuid key = m_list->itemKey(index);
        if (const auto known = m_children.constFind(key); known != m_children.constEnd()) {
            if (QAccessibleInterface *interface = QAccessible::accessibleInterface(*known))
                return interface;
        }
        auto *made = new ItemInterface(m_area, m_list, key);
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
        return child(m_list->itemAt(m_area->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_area->hasFocus() ? child(m_list->focusedItem()) : nullptr;
    }

private:
    QAbstractScrollArea *m_area;
    PaintedList *m_list;
    mutable QHash<QUuid, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    auto *list = dynamic_cast<PaintedList *>(area);
    return list ? new ListInterface(area, list) : nullptr;
}

} // namespace

PaintedList::PaintedList()
{
    [[maybe_unused]] static const bool installed = (QAccessible::installFactory(makeInterface), true);
}

} // namespace ChatOps
