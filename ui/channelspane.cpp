// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channelspane.h"

#include "core/text.h"
#include "models/operations.h"
#include "ui/channeldialogs.h"
#include "ui/icons.h"
#include "ui/picturebook.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

ChannelsPane::ChannelsPane(WorkspaceModels &models, QWidget *parent)
    : Pane(parent)
    , m_models(models)
    , m_list(new SidebarList(tr("Channels and direct messages")))
    , m_timeline(new TimelineModel(models.account, models.work, this))
    , m_threadModel(new TimelineModel(models.account, models.work, this))
{
    sidebar()->setTitle(models.account.workspaceName);
    sidebar()->setAddLabel(tr("New channel or message"));
    sidebar()->addContent(m_list, 1);
    m_list->setObjectName(u"channelList"_s);
    m_list->setModel(&models.channels);
    m_list->setItemDelegate(new ChannelDelegate(m_list));
    connect(m_list, &SidebarList::chosen, this, [this](const QModelIndex &index) {
        if (!index.data(ChannelListModel::HeadingRole).toBool())
            openChannel(index.data(ChannelListModel::IdRole).value<ChannelId>());
    });
    buildMain();
    // Whoever clicks on a channel wants to write in it; whoever walks through them with keys does not yet.
    connect(m_list, &SidebarList::clickedOn, this, [this](const QModelIndex &index) {
        if (index.data(ChannelListModel::IdRole).value<ChannelId>() == current() && current())
            m_composer->focusText();
    });
    connect(m_list, &SidebarList::pointedAt, &models.channels, &ChannelListModel::holdOrder);
    m_list->passOnTyping();
    connect(m_list, &SidebarList::typed, this, [this](const QString &text) { m_composer->typeOn(text); });
    connect(&models.channels, &ChannelListModel::rebuilt, this, [this] {
        if (m_wanted && m_models.channels.channel(m_wanted))
            openChannel(std::exchange(m_wanted, {}), std::exchange(m_wantedSeq, 0));
        else if (current() && !m_models.channels.channel(current())) {
            const bool begun = !m_models.drafts.text(current()).isEmpty();
            const QString sentence = tr("You are no longer in %1.").arg(m_currentTitle);
            if (begun)
                Q_EMIT leftBehind(sentence + u' ' + tr("What you had begun to write there is kept."));
            else if (m_leaving != current())
                Q_EMIT problem(sentence);
            showChannel({});
        }
        refreshHeader();
        selectRow();
    });
    connect(&models.channels, &ChannelListModel::loaded, this, &ChannelsPane::refreshHeader);
    connect(m_timeline, &TimelineModel::failed, this,
            [this](const Error &error) { Q_EMIT problem(error.message); });
    connect(m_threadModel, &TimelineModel::opened, this, [this] {
        if (m_threadJump > 0)
            m_threadView->scrollToSeq(std::exchange(m_threadJump, 0));
    });
    connect(m_timeline, &QAbstractItemModel::rowsInserted, this, &ChannelsPane::markSeen);
    refreshHeader();
}

void ChannelsPane::buildMain()
{
    auto *main = new QWidget(this);
    auto *layout = new QVBoxLayout(main);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PaneHeader(main);
    layout->addWidget(m_header);
    m_members = makeToolButton(u"person"_s, tr("Members"), m_header);
    m_members->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_members->setMinimumWidth(52);
    m_members->setMaximumWidth(90);
    connect(m_members, &QToolButton::clicked, this, &ChannelsPane::openMembers);
    m_header->addTool(m_members);
    auto *search = makeToolButton(u"search"_s, tr("Search in this channel"), m_header, u"Ctrl+F"_s);
    connect(search, &QToolButton::clicked, this, [this] { Q_EMIT searchHereRequested(current()); });
    m_header->addTool(search);
    auto *more = makeToolButton(u"more"_s, tr("More about this channel"), m_header);
    connect(more, &QToolButton::clicked, this,
            [this, more] { openChannelMenu(more->mapToGlobal(QPoint(0, more->height()))); });
    m_header->addTool(more);

    m_stack = new QStackedWidget(main);
    layout->addWidget(m_stack, 1);
    m_empty = new EmptyState(m_stack);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_models.channels.rowCount() > 0)
            step(1, false);
        else if (!m_anythingHere)
            m_models.account.backend->retryNow();
        else
            browseChannels();
    });
    // Before anything is loaded, what this says depends on the connection.
    const auto again = [this] {
        if (m_models.channels.rowCount() == 0)
            refreshHeader();
    };
    connect(m_models.account.backend, &Backend::statusChanged, this, again);
    connect(m_models.account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (!m_anythingHere && (changes.people || changes.reset))
            lookWhetherLoaded();
    });
    lookWhetherLoaded();
    m_stack->addWidget(m_empty);
    auto *conversation = new QWidget(m_stack);
    auto *column = new QVBoxLayout(conversation);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_view = new TimelineView(conversation);
    m_view->setObjectName(u"timeline"_s);
    m_view->setModel(m_timeline);
    column->addWidget(m_view, 1);
    m_composer = new Composer(m_models.account, m_models.drafts, conversation);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(20, 8, 20, 14);
    frame->addWidget(m_composer);
    column->addLayout(frame);
    m_stack->addWidget(conversation);
    setMain(main);
    wire(m_view);
    connect(m_view, &TimelineView::bottomReached, this, &ChannelsPane::markSeen);
    connect(m_composer, &Composer::sent, this, [this](const QString &text, const QList<ChosenFile> &files) {
        submitPost(current(), {}, text, files);
        m_view->scrollToBottom();
    });
    connect(m_composer, &Composer::edited, this, [this](const Message &message, const QString &text) {
        m_models.work.submit(Make::edit(message, text));
    });
    connect(m_composer, &Composer::problem, this, &Pane::problem);
    connect(m_composer, &Composer::editLastRequested, this, [this] {
        if (const auto message = m_timeline->lastOwn())
            m_composer->edit(*message);
    });
}

void ChannelsPane::buildThread()
{
    if (m_threadView)
        return;
    auto *panel = new QWidget(this);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_threadHeader = new PaneHeader(panel);
    auto *close = makeToolButton(u"close"_s, tr("Close thread"), m_threadHeader, u"Esc"_s);
    connect(close, &QToolButton::clicked, this, [this] { showDetail(false); });
    m_threadHeader->addTool(close);
    layout->addWidget(m_threadHeader);
    m_threadView = new TimelineView(panel);
    m_threadView->setObjectName(u"thread"_s);
    m_threadView->setAccessibleName(tr("Thread"));
    m_threadView->setModel(m_threadModel);
    m_threadView->setKeptFor(m_keptFor);
    if (m_pictures)
        m_threadView->setPictures(m_pictures);
    if (m_previews)
        m_threadView->setPreviews(m_previews);
    layout->addWidget(m_threadView, 1);
    m_threadComposer = new Composer(m_models.account, m_models.drafts, panel);
    m_threadComposer->setObjectName(u"composer"_s);
    m_threadComposer->setCompact(true);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(12, 8, 12, 14);
    frame->addWidget(m_threadComposer);
    layout->addLayout(frame);
    setDetail(panel);
    followInTabOrder(m_composer, panel);
    wire(m_threadView);
    connect(m_threadComposer, &Composer::sent, this,
            [this](const QString &text, const QList<ChosenFile> &files) {
                submitPost(m_threadModel->channel(), m_threadModel->root(), text, files);
                m_threadView->scrollToBottom();
            });
    connect(m_threadComposer, &Composer::edited, this, [this](const Message &message, const QString &text) {
        m_models.work.submit(Make::edit(message, text));
    });
    connect(m_threadComposer, &Composer::problem, this, &Pane::problem);
}

void ChannelsPane::setKeptFor(Millis keptFor)
{
    m_keptFor = keptFor;
    m_view->setKeptFor(keptFor);
    if (m_threadView)
        m_threadView->setKeptFor(keptFor);
}

void ChannelsPane::setPictures(PictureBook *pictures)
{
    m_pictures = pictures;
    m_view->setPictures(pictures);
    if (m_threadView)
        m_threadView->setPictures(pictures);
    if (auto *delegate = qobject_cast<ChannelDelegate *>(m_list->itemDelegate()))
        delegate->setPictures(pictures);
    connect(pictures, &PictureBook::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void ChannelsPane::setGate(ConsentGate *gate, LinkPreviews *previews)
{
    m_gate = gate;
    m_previews = previews;
    m_view->setPreviews(previews);
    if (m_threadView)
        m_threadView->setPreviews(previews);
}

void ChannelsPane::wire(TimelineView *view)
{
    connect(view, &TimelineView::linkActivated, this, &ChannelsPane::linkActivated);
    connect(view, &TimelineView::threadRequested, this, [this](const Message &message) {
        if (message.seq > 0)
            openThread(message.channel, message.root ? message.root : message.id);
    });
    connect(view, &TimelineView::reactionToggled, this,
            [this](const Message &message, const QString &emoji, bool on) {
                m_models.work.submit(Make::react(message, emoji, on));
            });
    connect(view, &TimelineView::reactionRequested, this, [this](const Message &message, const QPoint &at) {
        pickEmoji(this, at, [this, message](const QString &emoji) {
            m_models.work.submit(Make::react(message, emoji, true));
        });
    });
    connect(view, &TimelineView::editRequested, this, [this, view](const Message &message) {
        (view == m_view ? m_composer : m_threadComposer)->edit(message);
    });
    connect(view, &TimelineView::deleteRequested, this, &ChannelsPane::askDelete);
    connect(view, &TimelineView::taskRequested, this, &ChannelsPane::taskFromMessage);
    connect(view, &TimelineView::eventRequested, this, &ChannelsPane::eventFromMessage);
    connect(view, &TimelineView::fileRequested, this, &ChannelsPane::fileRequested);
    connect(view, &TimelineView::refusalRequested, this, &ChannelsPane::changesRequested);
}

void ChannelsPane::submitPost(ChannelId channel, MessageId root, const QString &text,
                              const QList<ChosenFile> &files)
{
    QList<FileRef> refs;
    QHash<FileId, QByteArray> bytes;
    for (const ChosenFile &file : files) {
        refs.append(file.ref);
        bytes.insert(file.ref.id, file.bytes);
    }
    m_models.work.submit(Make::post(channel, text, root, refs), bytes);
}

void ChannelsPane::openChannel(ChannelId channel, qint64 seq)
{
    if (channel == current() && !channel.isNull()) {
        if (seq > 0)
            m_timeline->jumpTo(seq);
        return;
    }
    if (!m_models.channels.channel(channel)) {
        want(channel, seq);
        return;
    }
    m_wanted = {};
    m_history.resize(m_historyAt + 1);
    m_history.append(channel);
    m_historyAt = m_history.size() - 1;
    showChannel(channel, seq);
}

void ChannelsPane::showChannel(ChannelId channel, qint64 seq)
{
    m_timeline->open(channel, seq);
    m_models.channels.setCurrent(channel);
    if (m_threadModel->channel() != channel)
        showDetail(false);
    const std::optional<ChannelRow> row = m_models.channels.channel(channel);
    const QString title = row ? ChannelListModel::titleOf(*row) : QString();
    m_currentTitle = title;
    m_composer->setPlace(channel, {},
                         row && row->channel.kind == ChannelKind::Direct ? tr("Message %1").arg(title)
                                                                         : tr("Message #%1").arg(title));
    refreshHeader();
    selectRow();
    Q_EMIT channelChanged(channel);
}

void ChannelsPane::goBack(int direction)
{
    const qsizetype wanted = m_historyAt + direction;
    if (wanted < 0 || wanted >= m_history.size())
        return;
    m_historyAt = wanted;
    showChannel(m_history[wanted]);
}

void ChannelsPane::openMessage(ChannelId channel, qint64 seq, MessageId root)
{
    if (root) {
        openChannel(channel);
        openThread(channel, root);
        m_threadJump = seq;
        return;
    }
    openChannel(channel, seq);
}

void ChannelsPane::openThread(ChannelId channel, MessageId root)
{
    buildThread();
    m_threadModel->openThread(channel, root);
    const std::optional<ChannelRow> row = m_models.channels.channel(channel);
    m_threadHeader->setTitle(tr("Thread"),
                             row ? (row->channel.kind == ChannelKind::Direct ? QString() : u"#"_s)
                                     + ChannelListModel::titleOf(*row)
                                 : QString());
    m_threadComposer->setPlace(channel, root, tr("Reply"));
    refreshHeader();
    showDetail(true);
    m_threadComposer->focusText();
}

void ChannelsPane::openDirect(PersonId person)
{
    const Operation operation =
        Make::openDirect(m_models.account.workspace, m_models.account.self.id, {person});
    const ChannelId channel(operation.target);
    if (m_models.channels.channel(channel)) {
        openChannel(channel);
        return;
    }
    want(channel);
    m_models.work.submit(operation);
}

void ChannelsPane::selectRow()
{
    const QModelIndex index = m_models.channels.indexOf(current());
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void ChannelsPane::lookWhetherLoaded()
{
    // A workspace without oneself in it is none yet.
    ChatOps::follow(m_models.account.cache->people({m_models.account.self.id}), this,
                    [this](const Result<QHash<PersonId, Person>> &self) {
                        m_anythingHere = !self || !self->value(m_models.account.self.id).handle.isEmpty();
                        if (m_models.channels.rowCount() == 0)
                            refreshHeader();
                    });
}

void ChannelsPane::refreshHeader()
{
    const std::optional<ChannelRow> row = m_models.channels.channel(current());
    m_stack->setCurrentIndex(row ? 1 : 0);
    for (QWidget *tool : m_header->findChildren<QToolButton *>())
        tool->setVisible(row.has_value());
    if (!row) {
        m_header->setIcon({});
        m_header->setTitle({});
        if (!m_models.channels.isLoaded())
            m_empty->setContent(u"clock"_s, tr("Loading the workspace"),
                                tr("This takes a moment the first time."));
        else if (m_models.channels.rowCount() == 0 && !m_anythingHere) {
            const LinkStatus link = m_models.account.backend->status();
            m_empty->setContent(u"clock"_s, tr("Nothing has been loaded yet"),
                                link.reason.isEmpty() ? tr("This takes a moment the first time.")
                                                      : link.reason,
                                link.reason.isEmpty() ? QString() : tr("Retry now"));
        } else if (m_models.channels.rowCount() == 0)
            m_empty->setContent(
                u"channels"_s, tr("You are in no channel yet"),
                tr("Channels are where people talk about one thing. Join one, or make your own."),
                tr("Browse channels"));
        else
            m_empty->setContent(u"channels"_s, tr("Choose a channel"),
                                tr("Pick one at the side, or press Ctrl+K and type its name."),
                                tr("Open the first one"));
        return;
    }
    const QString barrier = row->channel.archived
        ? tr("This channel is archived: it can be read, but not written in.")
        : QString();
    m_composer->setBarrier(barrier);
    if (m_threadComposer)
        m_threadComposer->setBarrier(barrier);
    const bool direct = row->channel.kind == ChannelKind::Direct;
    m_header->setIcon(direct                                          ? u"person"_s
                          : row->channel.kind == ChannelKind::Private ? u"lock"_s
                                                                      : u"hash"_s);
    m_header->setTitle(ChannelListModel::titleOf(*row),
                       row->waiting ? tr("Not sent to the server yet") : row->channel.topic);
    const int members = direct ? int(row->channel.people.size()) : row->memberCount;
    m_members->setText(QLocale().toString(members));
    m_members->setAccessibleName(tr("%n members", nullptr, members));
    setPlainToolTip(m_members, m_members->accessibleName());
}

void ChannelsPane::markAllRead()
{
    m_timeline->clearNew();
    for (const ChannelRow &row : m_models.channels.all()) {
        if (row.joined && row.readSeq < row.channel.lastSeq && row.unread > 0)
            m_models.work.submit(Make::markRead(row.channel.id, row.channel.lastSeq));
    }
}

void ChannelsPane::lookAway()
{
    m_timeline->lookAway();
}

void ChannelsPane::markSeen()
{
    if (m_view->isAtBottom() && isVisible() && window()->isActiveWindow() && current())
        m_timeline->markRead();
}

void ChannelsPane::step(int direction, bool unreadOnly)
{
    const ChannelId next = m_models.channels.neighbour(current(), direction, unreadOnly);
    if (next)
        openChannel(next);
}

void ChannelsPane::escape()
{
    if (isDetailShown()) {
        showDetail(false);
        m_composer->focusText();
        return;
    }
    m_view->scrollToBottom();
    m_timeline->clearNew();
    m_timeline->markRead();
}

QList<QWidget *> ChannelsPane::regions() const
{
    QList<QWidget *> regions{m_list, m_view, m_composer->findChild<QTextEdit *>()};
    if (isDetailShown())
        regions << m_threadView << m_threadComposer->findChild<QTextEdit *>();
    return regions;
}

void ChannelsPane::askDelete(const Message &message)
{
    const bool own = message.author == m_models.account.self.id;
    askToDestroy(this, tr("Delete message"),
                 own ? tr("Delete your message for everybody? It cannot be brought back.")
                     : tr("Delete the message of %1 for everybody? It cannot be brought back.")
                           .arg(m_models.people.name(message.author)),
                 truncated(message.text.simplified(), 120), tr("Delete"),
                 [this, message] { m_models.work.submit(Make::remove(message)); });
}

void ChannelsPane::createNew(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool guest = m_models.account.self.role == Role::Guest;
    QAction *channel = menu->addAction(icon(u"hash"_s), tr("New channel"), this, [this] { askNewChannel(); });
    channel->setEnabled(!guest);
    menu->addAction(icon(u"person"_s), tr("New direct message"), this, &ChannelsPane::askDirect)
        ->setEnabled(!guest);
    menu->addAction(icon(u"search"_s), tr("Browse channels"), this, &ChannelsPane::browseChannels)
        ->setEnabled(!guest);
    menu->popup(globalPosition);
    menu->setActiveAction(channel);
}

void ChannelsPane::askNewChannel(const QString &suggestion)
{
    auto *dialog = new NewChannelDialog(suggestion, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Operation operation =
            Make::createChannel(dialog->name(), dialog->topic(),
                                dialog->isPrivate() ? ChannelKind::Private : ChannelKind::Public, {});
        want(ChannelId(operation.target));
        m_models.work.submit(operation);
    });
    dialog->open();
}

void ChannelsPane::askDirect()
{
    auto *dialog = new PickPersonDialog(tr("New direct message"), m_models.account, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PickPersonDialog::picked, this, [this](const Person &person) { openDirect(person.id); });
    dialog->open();
}

void ChannelsPane::browseChannels()
{
    auto *dialog = new BrowseChannelsDialog(m_models.channels, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_gate && m_gate->isAllowed(Purposes::Recommendations))
        follow(m_models.account.backend->ask(AccountWish::Recommend), dialog,
               [dialog](const Result<QJsonObject> &said) {
                   QHash<ChannelId, int> suggested;
                   const QJsonArray channels = said.value_or(QJsonObject()).value("channels"_L1).toArray();
                   for (const auto &value : channels) {
                       const QJsonObject one = value.toObject();
                       suggested.insert(ChannelId::fromString(one.value("channel"_L1).toString()),
                                        one.value("people"_L1).toInt());
                   }
                   dialog->setSuggested(suggested);
               });
    connect(dialog, &BrowseChannelsDialog::joinRequested, this, [this](ChannelId channel) {
        want(channel);
        m_models.work.submit(Make::join(channel));
    });
    dialog->open();
}

void ChannelsPane::openMembers()
{
    const std::optional<ChannelRow> row = m_models.channels.channel(current());
    if (!row)
        return;
    auto *dialog = new MembersDialog(*row, m_models.account, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MembersDialog::addRequested, this,
            [this, id = current()](PersonId person) { m_models.work.submit(Make::addMember(id, person)); });
    connect(dialog, &MembersDialog::removeRequested, this, [this, id = current()](PersonId person) {
        m_models.work.submit(Make::removeMember(id, person));
    });
    connect(dialog, &MembersDialog::messageRequested, this, &ChannelsPane::openDirect);
    dialog->open();
}

void ChannelsPane::openChannelMenu(const QPoint &at)
{
    const std::optional<ChannelRow> row = m_models.channels.channel(current());
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"person"_s), tr("Members"), this, &ChannelsPane::openMembers);
    menu->addAction(icon(u"check"_s), tr("Mark as read"), this, [this] {
        m_timeline->clearNew();
        m_timeline->markRead();
    });
    menu->addSeparator();
    const auto addSwitch = [&](QLatin1StringView preference, const QString &text, const QString &name,
                               bool on) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, [this, preference, id = current()](bool set) {
            // One or the other: what is muted is not followed.
            const QLatin1StringView other =
                preference == Preference::Mute ? Preference::Follow : Preference::Mute;
            if (set)
                m_models.privacy.setPreference(other + id.toString(), {});
            m_models.privacy.setPreference(preference + id.toString(), set ? u"1"_s : QString());
        });
    };
    addSwitch(Preference::Mute, tr("Mute: only mentions count"), u"muteChannel"_s,
              m_models.channels.isMuted(current()));
    addSwitch(Preference::Follow, tr("Follow: every message counts as a mention"), u"followChannel"_s,
              m_models.channels.isFollowed(current()));
    if (row->channel.kind != ChannelKind::Direct) {
        menu->addSeparator();
        menu->addAction(icon(u"leave"_s), tr("Leave channel"), this, [this, id = current()] {
            m_leaving = id;
            m_models.work.submit(Make::leave(id));
        });
    }
    menu->popup(at);
}

} // namespace ChatOps
