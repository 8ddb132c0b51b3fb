// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/draftbook.h"

#include <QFrame>
#include <QTextEdit>

class QHBoxLayout;
class QListView;
class QStringListModel;
class QToolButton;

namespace ChatOps {

/// A file chosen to be sent with a message.
struct ChosenFile {
    FileRef ref;
    QByteArray bytes;
};

/// Where messages are written: grows with its text, keeps drafts, completes
/// mentions, sends with Enter.
class Composer final : public QFrame {
    Q_OBJECT
public:
    Composer(const Account &account, DraftBook &drafts, QWidget *parent = nullptr);

    /// Shows the draft of this place.
    void setPlace(ChannelId channel, MessageId root, const QString &placeholder);
    /// Turns into an editor of this message until it is saved or given up.
    void edit(const Message &message);
    [[nodiscard]] bool isEditing() const { return !m_editing.id.isNull(); }
    void focusText();
    /// Takes the focus and what was typed beside it.
    void typeOn(const QString &text);
    /// Why nobody can write here; empty when they can.
    void setBarrier(const QString &reason);
    [[nodiscard]] QString text() const { return m_text->toPlainText(); }
    void setCompact(bool compact);
    /// Reads a file off the GUI thread and attaches it.
    void attach(const QString &path);

Q_SIGNALS:
    void sent(const QString &text, const QList<ChatOps::ChosenFile> &files);
    void edited(const ChatOps::Message &message, const QString &text);
    void editLastRequested();
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool handleKey(QKeyEvent *event);
    [[nodiscard]] bool handleCompletionKey(QKeyEvent *event);
    void send();
    void stopEditing();
    void wrapSelection(const QString &mark);
    void fitHeight();
    void completeMention();
    void acceptMention(const QString &handle);
    void showFiles();
    void chooseFile();

    Account m_account;
    DraftBook &m_drafts;
    void showBarrier();
    QString m_placeholder;
    QString m_barrier;
    ChannelId m_channel;
    MessageId m_root;
    Message m_editing;
    QTextEdit *m_text;
    QToolButton *m_send;
    QWidget *m_tools;
    QWidget *m_editBar;
    QWidget *m_fileBar;
    QHBoxLayout *m_fileLayout;
    QListView *m_completion;
    QStringListModel *m_names;
    QStringList m_handles;
    using Place = std::pair<ChannelId, MessageId>;
    QList<ChosenFile> m_files;
    QHash<Place, std::pair<Message, QString>> m_edits; ///< Begun in places that are not open now.
    QHash<Place, QList<ChosenFile>> m_shelf; ///< Chosen in places that are not open now.
    quint64 m_completionSerial = 0;
    bool m_loading = false;
};

} // namespace ChatOps
