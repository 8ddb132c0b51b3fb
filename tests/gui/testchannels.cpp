// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"
#include "ui/changesdialog.h"
#include "ui/channeldialogs.h"
#include "ui/sidebarlist.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestChannels : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Pair> m_pair;

    /// Presses the mouse where the reaction is drawn.
    void clickReaction(const QString &emoji)
    {
        TimelineView *view = m_pair->window()->channelsPane()->timeline();
        const QSize size = view->viewport()->size();
        for (int y = 0; y < size.height(); y += 4) {
            for (int x = 0; x < size.width(); x += 4) {
                int row = -1;
                const RowLayout::Hit hit = view->hitAt({x, y}, &row);
                if (hit.kind != RowLayout::Hit::Kind::Reaction || hit.text != emoji)
                    continue;
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {x, y});
                return;
            }
        }
        QFAIL("the reaction is not in sight");
    }

private Q_SLOTS:
    void init() { m_pair = std::make_unique<Pair>(); }
    void cleanup() { m_pair.reset(); }

    void aMessageIsSentAndSeenByTheOther()
    {
        m_pair->app.type(u"hello from the window"_s);
        TRY(m_pair->app.lastRow()->message.message.text == u"hello from the window");
        TRY(m_pair->app.lastRow()->state == TimelineRow::State::Confirmed);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        TRY(!m_pair->ana->messages(channel).isEmpty()
            && m_pair->ana->messages(channel).last().text == u"hello from the window");
        m_pair->app.picture(u"channels"_s);
    }

    void theOthersMessageAppearsAtOnce()
    {
        (void)m_pair->ana->post(m_pair->window()->channelsPane()->current(), u"hello **back**"_s);
        TRY(m_pair->app.lastRow()->message.message.text == u"hello **back**");
        QVERIFY(m_pair->window()->channelsPane()->timeline()->isAtBottom());
    }

    void upEditsTheLastMessage()
    {
        m_pair->app.type(u"frist"_s);
        TRY(m_pair->app.lastRow()->message.message.seq > 0
            && m_pair->app.lastRow()->message.message.text == u"frist");
        auto *edit = m_pair->window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        QTest::keyClick(edit, Qt::Key_Up);
        TRY(m_pair->window()->channelsPane()->composer()->isEditing());
        QCOMPARE(edit->toPlainText(), u"frist"_s);
        edit->selectAll();
        QTest::keyClicks(edit, u"first"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        TRY(m_pair->app.lastRow()->message.message.text == u"first"
            && m_pair->app.lastRow()->state == TimelineRow::State::Confirmed);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        TRY(m_pair->ana->messages(channel).last().text == u"first"
            && m_pair->ana->messages(channel).last().editedAt > 0);
    }

    void deletingAsksFirst()
    {
        m_pair->app.type(u"to be deleted"_s);
        TRY(m_pair->app.lastRow()->message.message.seq > 0
            && m_pair->app.lastRow()->message.message.text == u"to be deleted");
        TimelineView *view = m_pair->window()->channelsPane()->timeline();
        view->setFocus();
        view->setFocusedRow(view->model()->rowCount() - 1);
        QTest::keyClick(view, Qt::Key_Delete);
        TRY(topButton(u"Delete"_s));
        QTest::mouseClick(topButton(u"Delete"_s), Qt::LeftButton);
        TRY(m_pair->app.lastRow()->message.message.deleted);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        TRY(m_pair->ana->messages(channel).last().deleted);
    }

    void aClickOnAReactionAddsAndTakesItAway()
    {
        TimelineView *view = m_pair->window()->channelsPane()->timeline();
        int row = -1;
        for (int i = 0; i < view->model()->rowCount(); ++i) {
            if (!view->model()->row(i).message.message.reactions.isEmpty())
                row = i;
        }
        QVERIFY(row >= 0);
        const PersonId self = m_pair->window()->models().account.self.id;
        const MessageId id = view->model()->row(row).message.message.id;
        const auto rocket = [&] {
            for (const Reaction &reaction :
                 view->model()->row(view->model()->indexOf(id)).message.message.reactions) {
                if (reaction.emoji == u"🚀")
                    return reaction.people.contains(self);
            }
            return false;
        };
        QVERIFY(!rocket());
        view->setFocusedRow(row);
        clickReaction(u"🚀"_s);
        TRY(rocket());
        TRY(m_pair->window()->models().work.operations().isEmpty());
        QVERIFY(rocket());
        clickReaction(u"🚀"_s);
        TRY(!rocket());
    }

    void aReplyOpensTheThread()
    {
        TimelineView *view = m_pair->window()->channelsPane()->timeline();
        const Message root = view->model()->row(view->model()->rowCount() - 1).message.message;
        m_pair->window()->channelsPane()->openThread(root.channel, root.id);
        auto *edit =
            m_pair->window()->channelsPane()->threadComposer()->findChild<QTextEdit *>(u"composerText"_s);
        TRY(edit->isVisible());
        QTest::keyClicks(edit, u"a reply in the thread"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        TimelineModel *thread = m_pair->window()->channelsPane()->threadView()->model();
        TRY(thread->rowCount() == 2 && thread->row(1).message.message.text == u"a reply in the thread");
        TRY(view->model()->row(view->model()->indexOf(root.id)).message.message.replies == 1);
        QCOMPARE(m_pair->app.countRows(u"a reply in the thread"_s), 0);
        QCOMPARE(QCoreApplication::translate("Timeline", "%n replies", nullptr, 1), u"1 reply"_s);
        m_pair->app.picture(u"thread"_s);
    }

    void findsAnythingWithCtrlK()
    {
        QTest::keyClick(m_pair->window(), Qt::Key_K, Qt::ControlModifier);
        Switcher *switcher = m_pair->window()->switcher();
        TRY(switcher->isVisible());
        const auto search = [&](const QString &typed) {
            switcher->field()->clear();
            switcher->field()->setText(typed);
            Q_EMIT switcher->field()->textEdited(typed);
            TRY(!switcher->results()->isSearching() && switcher->results()->typed() == typed);
        };
        search(u"rollback reh"_s);
        QVERIFY(switcher->results()->rowCount() >= 1);
        m_pair->app.picture(u"switcher"_s, switcher);
        // A task, by a word of its title.
        search(u"freeze"_s);
        QCOMPARE(switcher->results()->hit(0).kind, EntityKind::Task);
        search(u"pham"_s);
        QCOMPARE(switcher->results()->hit(0).kind, EntityKind::Person);
        search(u"incident"_s);
        bool channel = false;
        bool event = false;
        for (int i = 0; i < switcher->results()->rowCount(); ++i) {
            channel |= switcher->results()->hit(i).kind == EntityKind::Channel;
            event |= switcher->results()->hit(i).kind == EntityKind::Event;
        }
        QVERIFY(channel && event);
        search(u"木曜"_s);
        QVERIFY(switcher->results()->rowCount() >= 1);
        // And jump there.
        search(u"welcome northwind"_s);
        QCOMPARE(switcher->results()->hit(0).kind, EntityKind::Message);
        QTest::keyClick(switcher->field(), Qt::Key_Return);
        TRY(m_pair->window()
                ->models()
                .channels.channel(m_pair->window()->channelsPane()->current())
                ->channel.name
            == u"general");
        TimelineView *view = m_pair->window()->channelsPane()->timeline();
        TRY(view->focusedRow() >= 0
            && view->model()->row(view->focusedRow()).message.message.text.startsWith(u"Welcome"_s));
    }

    void aNewChannelAndADirectMessage()
    {
        QTest::keyClick(m_pair->window(), Qt::Key_N, Qt::ControlModifier);
        TRY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QLineEdit *name = nullptr;
        TRY((name = m_pair->window()->findChild<QLineEdit *>(u"channelName"_s)) != nullptr);
        QTest::keyClicks(name, u"made-in-window"_s);
        QTest::mouseClick(topButton(u"Create"_s), Qt::LeftButton);
        TRY(m_pair->window()
                ->models()
                .channels.channel(m_pair->window()->channelsPane()->current())
                ->channel.name
            == u"made-in-window");
        TRY(!m_pair->ana->channel(u"made-in-window"_s).isNull());
        // Somebody the demo has no conversation with yet.
        PersonId yuki;
        TRY(await(m_pair->window()->models().account.cache->findPeople({}, u"yuki"_s, 1)).value().size()
            == 1);
        yuki =
            await(m_pair->window()->models().account.cache->findPeople({}, u"yuki"_s, 1)).value().first().id;
        m_pair->window()->channelsPane()->openDirect(yuki);
        TRY(m_pair->window()
                ->models()
                .channels.channel(m_pair->window()->channelsPane()->current())
                ->channel.kind
            == ChannelKind::Direct);
        m_pair->app.type(u"just between us"_s);
        TRY(m_pair->app.lastRow() && m_pair->app.lastRow()->state == TimelineRow::State::Confirmed);
    }

    void removedByTheOtherTheChannelIsGone()
    {
        m_pair->app.openChannel(u"incident-review"_s);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::ChannelRemove, channel.uuid(),
                            {{"person"_L1, m_pair->window()->models().account.self.id.toString()}}));
        TRY(!m_pair->window()->models().channels.channel(channel));
        TRY(m_pair->window()->channelsPane()->current() != channel);
        const auto hits = await(m_pair->window()->models().account.cache->search(u"review are in"_s, {}, 5));
        QCOMPARE(hits->size(), 0);
    }

    void whatWasBegunWhereOneIsRemovedIsKeptAndSaid()
    {
        m_pair->app.openChannel(u"incident-review"_s);
        ChannelsPane *pane = m_pair->window()->channelsPane();
        const ChannelId channel = pane->current();
        const QString self = m_pair->window()->models().account.self.id.toString();
        auto *edit = pane->composer()->findChild<QTextEdit *>(u"composerText"_s);
        edit->setFocus();
        QTest::keyClicks(edit, u"half a thought"_s);
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::ChannelRemove, channel.uuid(), {{"person"_L1, self}}));
        TRY(!m_pair->window()->models().channels.channel(channel));
        auto *look = m_pair->app.find<QPushButton>(u"noticeOpen"_s);
        TRY(look && look->isVisible());
        QTest::mouseClick(look, Qt::LeftButton);
        auto *dialog = m_pair->window()->findChild<ChangesDialog *>();
        TRY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QTextEdit *>(u"changeText"_s)->toPlainText(), u"half a thought"_s);
        m_pair->app.picture(u"left-behind"_s, dialog);
        dialog->close();
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::ChannelAdd, channel.uuid(), {{"person"_L1, self}}));
        TRY(m_pair->window()->models().channels.channel(channel));
        m_pair->app.openChannel(u"incident-review"_s);
        TRY(pane->composer()->text() == u"half a thought");
    }

    void nobodyIsRemovedByAClickThatChoseNobody()
    {
        m_pair->app.openChannel(u"design"_s);
        m_pair->window()->channelsPane()->openMembers();
        auto *dialog = m_pair->window()->findChild<MembersDialog *>();
        TRY(dialog && dialog->isVisible());
        auto *list = dialog->findChild<QListWidget *>(u"members"_s);
        auto *remove = dialog->findChild<QPushButton *>(u"removeMember"_s);
        TRY(list->count() > 1);
        QVERIFY(!remove->isEnabled());
        const int before = list->count();
        // Oneself is not removed here: that is leaving, and has its own entry.
        int ana = -1;
        int self = -1;
        for (int row = 0; row < list->count(); ++row) {
            ana = list->item(row)->text().contains(u"@ana"_s) ? row : ana;
            self = list->item(row)->text().contains(u"@mika"_s) ? row : self;
        }
        QVERIFY(ana >= 0 && self >= 0);
        list->setCurrentRow(self);
        QVERIFY(!remove->isEnabled());
        list->setCurrentRow(ana);
        QVERIFY(remove->isEnabled());
        QCOMPARE(remove->accessibleName(), u"Remove Ana Lind"_s);
        QTest::mouseClick(remove, Qt::LeftButton);
        const auto question = [&] {
            auto *box = dialog->findChild<QMessageBox *>();
            return box && box->isVisible() ? box : nullptr;
        };
        TRY(question());
        QVERIFY(question()->text().contains(u"Ana Lind"_s) && question()->text().contains(u"design"_s));
        m_pair->app.picture(u"remove-member"_s, question());
        QTest::keyClick(question(), Qt::Key_Return); // Keeps.
        TRY(!question());
        QCOMPARE(list->count(), before);
        QVERIFY(m_pair->window()->models().work.operations().isEmpty());
        QTest::mouseClick(remove, Qt::LeftButton);
        TRY(question());
        QTest::mouseClick(question()->findChild<QPushButton *>(u"destroy"_s), Qt::LeftButton);
        TRY(std::ranges::none_of(m_pair->ana->channels(), [](const ChannelRow &row) {
            return row.joined && row.channel.name == u"design";
        }));
    }

    void whatIsTypedBesideTheListGoesIntoTheMessage()
    {
        auto *list = m_pair->app.find<SidebarList>(u"channelList"_s);
        auto *edit = m_pair->window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        const ChannelId open = m_pair->window()->channelsPane()->current();
        list->setFocus();
        for (const QChar letter : u"general is fine"_s)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
        QCOMPARE(edit->toPlainText(), u"general is fine"_s);
        QVERIFY(edit->hasFocus());
        QCOMPARE(m_pair->window()->channelsPane()->current(), open);
        edit->clear();
        // Space in the list chooses; Enter, too.
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(list->hasFocus());
    }

    void aClickOpensWhatWasPressedAndWritesThere()
    {
        // The channel that is left goes out of "Unread" while the button is down.
        const ChannelListModel &channels = m_pair->window()->models().channels;
        auto *list = m_pair->app.find<SidebarList>(u"channelList"_s);
        ChannelId unread;
        ChannelId read;
        for (const ChannelRow &row : channels.all()) {
            if (row.joined && row.unread > 0 && row.channel.kind != ChannelKind::Direct)
                unread = row.channel.id;
        }
        QVERIFY(unread);
        m_pair->window()->channelsPane()->openChannel(unread);
        TRY(channels.channel(unread)->unread == 0);
        for (const ChannelRow &row : channels.all()) {
            if (row.joined && row.unread == 0 && row.channel.id != unread && channels.channel(row.channel.id))
                read = row.channel.id;
        }
        QVERIFY(read);
        list->scrollTo(channels.indexOf(read));
        const QPoint at = list->visualRect(channels.indexOf(read)).center();
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, at);
        // Something arrives that would put other rows above it.
        (void)m_pair->ana->post(m_pair->ana->channel(u"release-42"_s), u"in between"_s);
        m_pair->ana->waitSettled();
        TRY(channels.channel(m_pair->ana->channel(u"release-42"_s))->unread > 0
            || m_pair->ana->channel(u"release-42"_s) == read
            || m_pair->ana->channel(u"release-42"_s) == unread);
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(m_pair->window()->channelsPane()->current(), read);
        auto *edit = m_pair->window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        QVERIFY(edit->hasFocus());
    }

    void anArchivedChannelCanBeReadButNotWrittenIn()
    {
        m_pair->app.openChannel(u"design"_s);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        Composer *composer = m_pair->window()->channelsPane()->composer();
        QVERIFY(composer->isEnabled());
        (void)m_pair->ana->submit(
            Operation::make(OperationKind::ChannelPatch, channel.uuid(), {{"archived"_L1, true}}));
        TRY(!composer->isEnabled());
        QVERIFY(
            composer->findChild<QTextEdit *>(u"composerText"_s)->placeholderText().contains(u"archived"_s));
        QVERIFY(m_pair->window()->channelsPane()->timeline()->model()->rowCount() > 0);
        m_pair->app.picture(u"archived"_s);
        m_pair->app.openChannel(u"release-42"_s);
        QVERIFY(composer->isEnabled());
    }

    void readingMarksAsRead()
    {
        m_pair->app.openChannel(u"deploys"_s);
        const ChannelId channel = m_pair->window()->channelsPane()->current();
        m_pair->window()->channelsPane()->timeline()->model()->markRead();
        TRY(m_pair->window()->models().channels.channel(channel)->unread == 0);
    }

    void shiftEscMarksEverythingAsRead()
    {
        const ChannelListModel &channels = m_pair->window()->models().channels;
        const auto unread = [&] {
            int sum = 0;
            for (const ChannelRow &row : channels.all())
                sum += row.joined ? row.unread : 0;
            return sum;
        };
        TRY(unread() > 0);
        QTest::keyClick(m_pair->window(), Qt::Key_Escape, Qt::ShiftModifier);
        TRY(unread() == 0);
        TRY(m_pair->window()->models().work.operations().isEmpty());
        QCOMPARE(unread(), 0);
    }

    void mentionsAreCompleted()
    {
        auto *edit = m_pair->window()->channelsPane()->composer()->findChild<QTextEdit *>(u"composerText"_s);
        edit->setFocus();
        QTest::keyClicks(edit, u"ask @jon"_s);
        auto *list = m_pair->window()->channelsPane()->composer()->findChild<QListView *>(u"completion"_s);
        TRY(list->isVisible());
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->toPlainText(), u"ask @jonas "_s);
    }
};
CHATOPS_TEST(TestChannels)

#include "testchannels.moc"
