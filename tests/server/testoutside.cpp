// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/outside.h"
#include "tests/support/registry.h"
#include "tests/support/waiting.h"

#include <QHostAddress>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Server;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// Where the server goes when a person names a place, and where it does not.
class TestOutside : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatEverybodyCanReach_data()
    {
        QTest::addColumn<bool>("open");
        for (const char *address : {"127.0.0.1",
                                    "::1",
                                    "10.1.2.3",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "fe80::1",
                                    "fd00::1",
                                    "ff02::1",
                                    "::",
                                    "::ffff:10.0.0.1",
                                    "::ffff:127.0.0.1",
                                    "198.18.0.1",
                                    "192.0.2.7",
                                    "2001:db8::1",
                                    "64:ff9b::a00:1",
                                    "64:ff9b:1::a00:1",
                                    "2002:a00:1::",
                                    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                                    "fec0::1",
                                    "::10.0.0.1",
                                    "100::1",
                                    "5f00::1"})
            QTest::newRow(address) << false;
        for (const char *address :
             {"93.184.215.14", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "11.0.0.1"})
            QTest::newRow(address) << true;
    }
    void onlyWhatEverybodyCanReach()
    {
        QFETCH(bool, open);
        QCOMPARE(Outside::isPublic(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), open);
    }

    void wishesForTheInsideAreRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("url");
        for (const QString &url :
             {u"http://example.org/"_s, u"https://127.0.0.1:1/"_s, u"https://localhost:1/"_s,
              u"ftp://example.org/"_s, u"file:///etc/passwd"_s, u"https://user:secret@example.org/"_s,
              u"https://[::1]:1/"_s, u"https://169.254.169.254/latest"_s, u"https://0x7f000001/"_s,
              u"https://example.org:8443/"_s, u"https://example.org:22/"_s, u"https://1.1.1.1:25/"_s,
              u"https:///x"_s})
            QTest::newRow(qPrintable(url)) << url;
    }
    void wishesForTheInsideAreRefusedBeforeAnythingIsSent()
    {
        QFETCH(QString, url);
        Outside outside;
        std::optional<Result<Outside::Answer>> said;
        outside.get(QUrl(url), 1000, [&said](const Result<Outside::Answer> &answer) { said = answer; });
        QVERIFY(QTest::qWaitFor([&] { return said.has_value(); }, Patience));
        QVERIFY(!said->has_value());
        QVERIFY(said->error().code == ErrorCode::Invalid || said->error().code == ErrorCode::Forbidden);
    }
};
CHATOPS_TEST(TestOutside)

#include "testoutside.moc"
