// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/viewerzone.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime wall(const char *text)
{
    QDateTime at = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    at.setTimeSpec(Qt::UTC);
    return at;
}

} // namespace

/// Wall time and elapsed time on the days on which the clocks change, after RFC 5545 section 3.3.5.
class TestTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setViewerZone({}); }

    void aWallTimeIsAnInstant_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("utc");
        QTest::addColumn<bool>("comes");
        const auto row = [](const char *name, const char *zone, const char *shown, const char *utc,
                            bool comes) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(shown) << QString::fromLatin1(utc)
                                << comes;
        };
        row("an ordinary day", "Europe/Helsinki", "2027-01-10T10:00:00", "2027-01-10T08:00:00Z", true);
        row("in summer", "Europe/Helsinki", "2027-07-10T10:00:00", "2027-07-10T07:00:00Z", true);
        row("before the gap", "Europe/Helsinki", "2027-03-28T02:59:00", "2027-03-28T00:59:00Z", true);
        row("in the gap", "Europe/Helsinki", "2027-03-28T03:30:00", "2027-03-28T01:30:00Z", false);
        row("behind the gap", "Europe/Helsinki", "2027-03-28T04:00:00", "2027-03-28T01:00:00Z", true);
        row("the hour that comes twice", "Europe/Helsinki", "2027-10-31T03:30:00", "2027-10-31T00:30:00Z",
            true);
        row("behind it", "Europe/Helsinki", "2027-10-31T04:00:00", "2027-10-31T02:00:00Z", true);
        row("half an hour of change", "Australia/Lord_Howe", "2027-10-03T02:15:00", "2027-10-02T15:45:00Z",
            false);
        row("midnight that does not come", "America/Asuncion", "2023-10-01T00:30:00", "2023-10-01T04:30:00Z",
            false);
        row("an odd offset", "Asia/Kathmandu", "2027-03-28T10:00:00", "2027-03-28T04:15:00Z", true);
        row("New York in the gap", "America/New_York", "2027-03-14T02:30:00", "2027-03-14T07:30:00Z", false);
        row("New York twice", "America/New_York", "2027-11-07T01:30:00", "2027-11-07T05:30:00Z", true);
    }
    void aWallTimeIsAnInstant()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, shown);
        QFETCH(QString, utc);
        QFETCH(bool, comes);
        const QTimeZone where(zone);
        QVERIFY(where.isValid());
        const QDateTime at = wall(qPrintable(shown));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(instantOfWall(at, where), Qt::UTC).toString(Qt::ISODate),
                 utc);
        QCOMPARE(comesOnWall(at, where), comes);
    }

    void everyInstantIsFoundAgainOnItsWall()
    {
        // Every quarter of an hour around every change of two years, in zones of all kinds.
        int tried = 0;
        for (const char *name :
             {"Europe/Helsinki", "America/New_York", "Australia/Lord_Howe", "America/Asuncion",
              "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Apia", "UTC"}) {
            const QTimeZone zone{QByteArray(name)};
            if (!zone.isValid())
                continue;
            const QDateTime from(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
            QList<Millis> around{from.toMSecsSinceEpoch()};
            for (const auto &change : zone.transitions(from, from.addYears(2)))
                around.append(change.atUtc.toMSecsSinceEpoch());
            for (const Millis middle : std::as_const(around)) {
                for (Millis at = middle - 3 * 3'600'000; at <= middle + 3 * 3'600'000; at += 900'000) {
                    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(at, zone);
                    const QDateTime page(shown.date(), shown.time(), Qt::UTC);
                    const Millis found = instantOfWall(page, zone);
                    // The same, or the first of the two that show this.
                    const QDateTime again = QDateTime::fromMSecsSinceEpoch(found, zone);
                    QCOMPARE(again.date(), shown.date());
                    QCOMPARE(again.time(), shown.time());
                    QVERIFY(found <= at && at - found <= 3'600'000);
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 300);
    }

    void anEventNeverEndsBeforeItStarts_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("minutes"); // That pass.
        QTest::newRow("from within the gap to its end")
            << u"2027-03-28T03:30:00"_s << u"2027-03-28T04:00:00"_s << 30;
        QTest::newRow("within the gap") << u"2027-03-28T03:10:00"_s << u"2027-03-28T03:50:00"_s << 40;
        QTest::newRow("over the gap") << u"2027-03-28T02:30:00"_s << u"2027-03-28T04:30:00"_s << 60;
        QTest::newRow("over the hour that comes twice")
            << u"2027-10-31T02:30:00"_s << u"2027-10-31T04:30:00"_s << 180;
        QTest::newRow("a whole short day") << u"2027-03-28T00:00:00"_s << u"2027-03-29T00:00:00"_s << 23 * 60;
    }
    void anEventNeverEndsBeforeItStarts()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, minutes);
        Event event;
        event.zone = "Europe/Helsinki";
        event.start = wall(qPrintable(from));
        event.end = wall(qPrintable(to));
        QCOMPARE((event.endsAt() - event.startsAt()) / 60'000, minutes);
    }

    void thePageOfADayHasTwentyFourHours()
    {
        setViewerZone("Europe/Helsinki");
        const QDate spring(2027, 3, 28);
        const auto at = [](const char *utc) {
            return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch();
        };
        QCOMPARE(minutesIntoPage(at("2027-03-28T07:00:00Z"), spring), 10 * 60);
        QCOMPARE(minutesIntoPage(at("2027-03-28T00:30:00Z"), spring), 2 * 60 + 30);
        QCOMPARE(minutesIntoPage(at("2027-03-28T20:59:00Z"), spring), 23 * 60 + 59);
        QCOMPARE(minutesIntoPage(at("2027-03-28T21:00:00Z"), spring), 24 * 60);
        QCOMPARE(minutesIntoPage(at("2027-03-27T12:00:00Z"), spring), 0);
        QCOMPARE(minutesIntoPage(at("2027-10-31T00:30:00Z"), QDate(2027, 10, 31)), 3 * 60 + 30);
        QCOMPARE(minutesIntoPage(at("2027-10-31T01:30:00Z"), QDate(2027, 10, 31)), 3 * 60 + 30);
        QCOMPARE(fromViewerWall(wall("2027-03-28T10:00:00")), at("2027-03-28T07:00:00Z"));
        QCOMPARE(viewerWall(at("2027-03-28T07:00:00Z")), wall("2027-03-28T10:00:00"));
    }
};
CHATOPS_TEST(TestTime)

#include "testtime.moc"
