// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QLineEdit>
#include <QListView>
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
