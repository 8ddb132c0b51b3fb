// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/linkpreviews.h"
#include "ui/composer.h"
#include "ui/pane.h"
#include "ui/timelineview.h"
#include "ui/workspaceview.h"

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace ChatOps {

class EmptyState;
class PaneHeader;
class NoticeBand;

/// Channels and direct messages, with threads beside them.
class ChannelsPane final : public Pane {
    Q_OBJECT
public:
    explicit ChannelsPane(WorkspaceModels &models, QWidget *parent = nullptr);
    /// What is shown beyond messages asks here first.
    void setGate(ConsentGate *gate, LinkPreviews *previews);
    void openChannelMenu(const QPoint &at);
    void setPictures(PictureBook *pictures);
    void setKeptFor(Millis keptFor);

    void openChannel(ChannelId channel, qint64 seq = 0);
    /// Opens the channel and goes to a message of it.
    void openMessage(ChannelId channel, qint64 seq, MessageId root = {});
    void openThread(ChannelId channel, MessageId root);
    void openDirect(PersonId person);
    [[nodiscard]] ChannelId current() const { return m_timeline->channel(); }
    [[nodiscard]] TimelineView *timeline() const { return m_view; }
    /// Null until a thread is opened for the first time; so is its composer.
    [[nodiscard]] TimelineView *threadView() const { return m_threadView; }
    [[nodiscard]] Composer *composer() const { return m_composer; }
    [[nodiscard]] Composer *threadComposer() const { return m_threadComposer; }
    void goBack(int direction); ///< Alt+Left, Alt+Right.

    // Dialogs of the pane.
    void openMembers();
    void browseChannels();
    void askNewChannel(const QString &suggestion = {});
    void askDirect();

    void createNew(const QPoint &globalPosition) override;
    void step(int direction, bool unreadOnly) override;
    void escape() override;
    [[nodiscard]] QList<QWidget *> regions() const override;
    void markSeen();
    /// Everything in every channel counts as read.
    void markAllRead();
    /// The window is no longer looked at.
    void lookAway();

Q_SIGNALS:
    void channelChanged(ChatOps::ChannelId channel);
    void searchHereRequested(ChatOps::ChannelId channel);
    void taskFromMessage(const ChatOps::Message &message);
    void eventFromMessage(const ChatOps::Message &message);
    void linkActivated(const QString &link);
    void fileRequested(const ChatOps::FileRef &file);
    void changesRequested(ChatOps::OperationId operation);
    /// The conversation that was shown is gone, and a text begun there stays.
    void leftBehind(const QString &sentence);

private:
    void buildMain();
    void buildThread();
    void wire(TimelineView *view);
    void refreshHeader();
    void lookWhetherLoaded();
    void selectRow();
    void showChannel(ChannelId channel, qint64 seq = 0);
    /// To be opened as soon as it is known.
    void want(ChannelId channel, qint64 seq = 0)
    {
        m_wanted = channel;
        m_wantedSeq = seq;
    }
    void submitPost(ChannelId channel, MessageId root, const QString &text, const QList<ChosenFile> &files);
    void askDelete(const Message &message);

    ConsentGate *m_gate = nullptr;
    LinkPreviews *m_previews = nullptr;
    PictureBook *m_pictures = nullptr;
    Millis m_keptFor = 0;
    WorkspaceModels &m_models;
    SidebarList *m_list;
    TimelineModel *m_timeline;
    TimelineModel *m_threadModel;
    TimelineView *m_view = nullptr;
    TimelineView *m_threadView = nullptr;
    Composer *m_composer = nullptr;
    Composer *m_threadComposer = nullptr;
    PaneHeader *m_header = nullptr;
    PaneHeader *m_threadHeader = nullptr;
    QStackedWidget *m_stack = nullptr;
    bool m_anythingHere = true; ///< The workspace was loaded here at least once.
    EmptyState *m_empty = nullptr;
    QToolButton *m_members = nullptr;
    QList<ChannelId> m_history;
    qsizetype m_historyAt = -1;
    qint64 m_wantedSeq = 0; ///< Where in it, when it is known.
    qint64 m_threadJump = 0;
    ChannelId m_leaving; ///< Left by the person, not by somebody else.
    QString m_currentTitle;
    ChannelId m_wanted; ///< Opened as soon as it is in the list.
};

} // namespace ChatOps
