// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QPushButton;
class QTextEdit;
class QVBoxLayout;

namespace ChatOps {

/// What stands at the side of a pane: a header with a way to close it, and a
/// page that scrolls.
class DetailPanel : public QWidget {
    Q_OBJECT
public:
    DetailPanel(const QString &title, const QString &closeLabel, QWidget *parent);

Q_SIGNALS:
    /// What was shown is gone, or the panel is to go.
    void closed();

public:
    /// Does `then` once nothing written here would be lost by it: at once when
    /// nothing is unsaved, otherwise when the person has said what to do.
    void leave(const std::function<void()> &then);
    void requestClose();
    /// Something stands here that exists nowhere else.
    [[nodiscard]] virtual bool isUnsaved() const = 0;

protected:
    [[nodiscard]] QVBoxLayout *page() const { return m_page; }
    /// The button that keeps what is written here: below the page and always in sight.
    void setAction(QPushButton *action);
    virtual void save() = 0;
    /// Forgets what is shown.
    virtual void clear() = 0;

private:
    QVBoxLayout *m_page;
    QVBoxLayout *m_foot;
};

/// The text of a field and what it was filled with, so that a change is told
/// from a text that only stands there, and what somebody is writing is never
/// replaced by what arrives.
class EditedText {
public:
    explicit EditedText(QTextEdit *field)
        : m_field(field)
    {
    }
    /// Fills the field unless it has been edited since; `anyway` fills it always.
    void offer(const QString &text, qint64 rev, bool anyway = false);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEdited() const { return text() != m_base; }
    /// Revision of the text the field was filled with: what the person saw.
    [[nodiscard]] qint64 rev() const { return m_rev; }
    /// What stands there has been sent.
    void sent() { m_base = text(); }

private:
    QTextEdit *m_field;
    QString m_base;
    qint64 m_rev = 0;
};

} // namespace ChatOps
