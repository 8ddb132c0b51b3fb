// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <functional>

class QAbstractItemView;
class QComboBox;

namespace ChatOps {

// Small parts that every pane uses, so that they look and behave the same.

enum class Tone { Ink, Second, Third, Danger, Ok, Warning };

/// A label in one of the type sizes that follows theme and reading size.
[[nodiscard]] QLabel *makeLabel(const QString &text, Theme::Type type, int weight, Tone tone = Tone::Ink,
                                QWidget *parent = nullptr);
/// The style sheet looks at names and properties only when it polishes: after a change of
/// either, so that the widget looks like it.
void polishAgain(QWidget *widget);
/// Long names in a list are shortened in their middle, so that the short name behind them is seen, and
/// nobody has to scroll sideways.
void keepWithin(QAbstractItemView *list);
/// Changes the colour of something that is already shown.
void setTone(QWidget *widget, Tone tone);
/// The Tab key goes from the last field of `before` into `panel`, which was made later than what comes
/// after it.
void followInTabOrder(const QWidget *before, const QWidget *panel);
/// An icon button with a name for screen readers and a tooltip with its key.
[[nodiscard]] QToolButton *makeToolButton(const QString &iconName, const QString &label,
                                          QWidget *parent = nullptr, const QString &shortcut = {});
/// `role`: "primary", "danger", "link" or nothing.
[[nodiscard]] QPushButton *makeButton(const QString &text, const QString &role = {},
                                      QWidget *parent = nullptr);
[[nodiscard]] QFrame *makeLine(QWidget *parent = nullptr);

/// The 56 px header of a pane's main area or detail panel.
class PaneHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PaneHeader(QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &subtitle = {});
    void setIcon(const QString &iconName);
    /// Added at the trailing end, in order.
    void addTool(QWidget *tool);
    [[nodiscard]] QString title() const { return m_titleText; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    QString m_icon;
    QString m_titleText;
    QString m_subtitleText;
    QList<QWidget *> m_tools;
    QLabel *m_title;
    QLabel *m_subtitle;
    QWidget *m_iconSpace;
};

/// What a view shows instead of rows: icon, title, sentence, one action.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setContent(const QString &iconName, const QString &title, const QString &text,
                    const QString &action = {});

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

/// A sentence on a coloured band that stays until it is dismissed.
class NoticeBand final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBand(QWidget *parent = nullptr);
    /// `open`: what a link beside the text does; none without it. `label`: its words, "Look at it" unless
    /// given.
    void say(const QString &text, bool problem = true, std::function<void()> open = {},
             const QString &label = {});
    [[nodiscard]] QString text() const { return m_text->text(); }

private:
    QLabel *m_text;
    QPushButton *m_link;
    std::function<void()> m_open;
};

/// A popup with common emoji and a field for any other one.
void pickEmoji(QWidget *parent, const QPoint &globalPosition,
               const std::function<void(const QString &)> &picked);

/// A box whose entries may be wider than the place it stands in.
void narrow(QComboBox *box);

/// Keys as this system and language call them: "Ctrl+K" is "Strg+K" in German.
/// Several are separated by ", "; what is no key stays as it is.
[[nodiscard]] QString nativeKeys(const QString &keys);

} // namespace ChatOps
