// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/serveraddress.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void understandsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("host") << u" chat.example.org "_s << u"https://chat.example.org"_s;
        QTest::newRow("port") << u"chat.example.org:8443"_s << u"https://chat.example.org:8443"_s;
        QTest::newRow("scheme") << u"https://chat.example.org/"_s << u"https://chat.example.org"_s;
        QTest::newRow("below a path") << u"example.org/team/chat/"_s << u"https://example.org/team/chat"_s;
        QTest::newRow("query") << u"https://chat.example.org/?a=b"_s << QString();
        QTest::newRow("path that climbs") << u"https://chat.example.org/a/../../b"_s << QString();
        QTest::newRow("loopback") << u"localhost:8420"_s << u"http://localhost:8420"_s;
        QTest::newRow("loopback address") << u"127.0.0.1:8420"_s << u"http://127.0.0.1:8420"_s;
        QTest::newRow("loopback with TLS") << u"https://127.0.0.1:8420"_s << u"https://127.0.0.1:8420"_s;
        QTest::newRow("plain elsewhere") << u"http://chat.example.org"_s << QString();
        QTest::newRow("other scheme") << u"ftp://chat.example.org"_s << QString();
        QTest::newRow("password inside") << u"https://a:b@chat.example.org"_s << QString();
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("no host") << u"https://"_s << QString();
    }
    void understandsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto url = parseServerAddress(typed);
        QCOMPARE(url ? url->toString() : QString(), expected);
        if (!url)
            QVERIFY(!url.error().message.isEmpty());
    }

    void theSocketIsOnTheSameServer()
    {
        QCOMPARE(socketAddress(QUrl(u"https://chat.example.org:8443"_s)).toString(),
                 u"wss://chat.example.org:8443/v1/ws"_s);
        QCOMPARE(socketAddress(QUrl(u"https://example.org/chat"_s)).toString(),
                 u"wss://example.org/chat/v1/ws"_s);
    }
};
CHATOPS_TEST(TestAddress)

#include "testaddress.moc"
