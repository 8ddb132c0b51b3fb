// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "store/store.h"
#include "tests/support/registry.h"
#include "tests/support/snapshot.h"
#include "tests/support/temporary.h"
#include "tests/support/waiting.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Whatever way a search takes, it finds what a look at every message finds, the newest first.
class TestMessageSearch : public QObject {
    Q_OBJECT
private:
    static constexpr int limit = 20;
    std::unique_ptr<Store> m_store;
    QList<ChannelId> m_channels; ///< A large one, a middle one, a small one.
    QList<Message> m_messages;

    /// Frequent words and rare ones, some that are never together, and beginnings many words share.
    QString textOf(int i, QRandomGenerator &random)
    {
        const auto often = [&random](int percent) { return random.bounded(100) < percent; };
        QStringList words;
        if (often(60))
            words << u"Release"_s;
        if (often(60))
            words << u"planning,"_s;
        if (often(20))
            words << u"plans"_s;
        if (i % 900 == 7)
            words << u"plank"_s;
        if (i % 2'000 == 9)
            words << u"(rare)"_s;
        words << (i % 2 ? u"odd"_s : u"even"_s);
        if (often(30))
            words << u"次のリリースは木曜日"_s;
        if (i % 1'500 == 11)
            words << u"曜木"_s;
        if (often(10))
            words << u"Über"_s;
        if (often(15))
            words << u"हिन्दी"_s;
        if (i % 1'100 == 13)
            words << u"हिसाब"_s;
        if (i % 1'300 == 17)
            words << u"हा नदी"_s; // In the index the same as the word before.
        // Far apart, with more candidates between them than are looked at.
        if (i < 200 || i > 19'990)
            words << u"quiet"_s;
        if (i < 9'000)
            words << u"formerly"_s;
        if (i >= 19'000)
            words << u"lately"_s;
        words << u"replanning"_s << u"x%1"_s.arg(i);
        return words.join(u' ');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store.reset(new Store({{}, Worker::Kind::Caller}));
        VERIFY_OK(await(m_store->open(Secret(fixedKey()))));
        const PersonId self = PersonId::create();
        QList<QByteArray> lines;
        for (int i = 0; i < 3; ++i) {
            Channel channel;
            channel.id = ChannelId::create();
            channel.name = u"c%1"_s.arg(i);
            channel.rev = 1;
            m_channels.append(channel.id);
            lines << scopeLine(channel.id) << snapshotLine(EntityKind::Channel, toJson(channel))
                  << snapshotLine(EntityKind::Member, toJson(Member{channel.id, self, 1}));
        }
        QRandomGenerator random(1);
        QList<qint64> seq(3);
        for (int i = 0; i < 20'000; ++i) {
            const int place = i % 100 == 0 ? 2 : i % 10 == 1 ? 1 : 0;
            Message message;
            message.id = MessageId::create();
            message.channel = m_channels[place];
            message.seq = ++seq[place];
            message.author = self;
            // Some at the same time; those of the middle channel not in the order in which they came.
            message.createdAt = 1'700'000'000'000 + (place == 1 ? (i * 7'919LL) % 20'000 : i / 2 * 2) * 1'000;
            message.text = textOf(i, random);
            message.rev = 1;
            m_messages.append(message);
            lines << snapshotLine(EntityKind::Message, toJson(message));
        }
        loadSnapshot(*m_store->replica(), self, lines, {u"e"_s, 1});
        // Some are deleted, some become others.
        QList<Change> changes;
        for (int i = 0; i < 2'000; ++i) {
            Message &message = m_messages[i * 10 + i % 10];
            message.deleted = i % 2;
            message.text = message.deleted ? QString() : u"edited rare release %1"_s.arg(i);
            message.rev = 2 + i;
            changes.append({message.rev,
                            Scope::channel(message.channel),
                            EntityKind::Message,
                            message.id.uuid(),
                            Change::Verb::Put,
                            toJson(message),
                            self,
                            {}});
        }
        VERIFY_OK(await(m_store->replica()->apply({1, 1 + changes.size(), changes})));
        // By time, then as they came.
        std::ranges::stable_sort(m_messages, {}, &Message::createdAt);
    }

    void findsWhatALookAtEveryMessageFinds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("patterns");
        const auto row = [](const QString &typed, const QStringList &patterns) {
            QTest::newRow(qUtf8Printable(typed)) << typed << patterns;
        };
        const QString release = u"\\brelease\\b"_s;
        const QString rare = u"\\brare\\b"_s;
        row(u"release "_s, {release});
        row(u"rare "_s, {rare});
        row(u"absent "_s, {u"absent"_s});
        row(u"pl"_s, {u"\\bpl"_s});
        row(u"plan"_s, {u"\\bplan"_s});
        row(u"plann"_s, {u"\\bplann"_s});
        row(u"plank"_s, {u"\\bplank"_s});
        row(u"plan "_s, {u"\\bplan\\b"_s});
        row(u"release odd "_s, {release, u"\\bodd\\b"_s});
        row(u"odd even "_s, {u"\\bodd\\b"_s, u"\\beven\\b"_s});
        row(u"release plann"_s, {release, u"\\bplann"_s});
        row(u"release plank"_s, {release, u"\\bplank"_s});
        row(u"rare release "_s, {rare, release});
        row(u"release rare "_s, {release, rare});
        row(u"rare plann"_s, {rare, u"\\bplann"_s});
        row(u"rare x"_s, {rare, u"\\bx"_s});
        row(u"release absent "_s, {release, u"absent"_s});
        row(u"release planning odd "_s, {release, u"\\bplanning\\b"_s, u"\\bodd\\b"_s});
        row(u"über release"_s, {u"\\büber\\b"_s, u"\\brelease"_s});
        row(u"木曜"_s, {u"木曜"_s});
        row(u"木曜 release "_s, {u"木曜"_s, release});
        row(u"曜木 release "_s, {u"曜木"_s, release});
        row(u"plank 曜木"_s, {u"\\bplank"_s, u"曜木"_s});
        row(u"release p"_s, {release, u"\\bp"_s});
        row(u"rare p"_s, {rare, u"\\bp"_s});
        row(u"release q"_s, {release, u"\\bq"_s});
        row(u"release z"_s, {release, u"\\bz"_s});
        row(u"formerly rare "_s, {u"formerly"_s, rare});
        row(u"formerly lately "_s, {u"formerly"_s, u"lately"_s});
        row(u"formerly "_s, {u"formerly"_s});
        row(u"lately release "_s, {u"lately"_s, release});
        row(u"former"_s, {u"\\bformer"_s});
        row(u"edited 1998 "_s, {u"edited"_s, u"\\b1998\\b"_s});
        row(u"release #\uFE0F\u20E3 "_s, {release});
        row(u"हिन्दी "_s, {u"हिन्दी|हा नदी"_s});
        row(u"हिन्दी rare "_s, {u"हिन्दी|हा नदी"_s, rare});
        row(u"हिसाब release "_s, {u"हिसाब"_s, release});
        row(u"release हिसाब"_s, {release, u"हिसाब"_s});
        row(u"x19999 "_s, {u"\\bx19999\\b"_s});
    }
    void findsWhatALookAtEveryMessageFinds()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, patterns);
        QList<Message> expected; // In all channels.
        QList<QRegularExpression> each;
        for (const QString &pattern : patterns)
            each.append(QRegularExpression(pattern,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::UseUnicodePropertiesOption));
        for (const Message &message : std::as_const(m_messages)) {
            if (std::ranges::all_of(each, [&message](const QRegularExpression &pattern) {
                    return pattern.match(message.text).hasMatch();
                }))
                expected.prepend(message);
        }
        QList<ChannelId> places = m_channels;
        places.prepend({});
        for (const ChannelId &within : std::as_const(places)) {
            QStringList newest;
            for (const Message &message : std::as_const(expected)) {
                if (newest.size() < limit && (within.isNull() || message.channel == within))
                    newest.append(message.text);
            }
            QStringList found;
            const QList<SearchHit> hits = await(m_store->cache()->search(typed, within, limit)).value();
            for (const SearchHit &hit : hits) {
                if (hit.kind == EntityKind::Message)
                    found.append(hit.text);
            }
            QCOMPARE(found, newest);
        }
    }
};
CHATOPS_TEST(TestMessageSearch)

#include "testmessagesearch.moc"
