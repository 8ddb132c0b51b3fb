// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/guiapp.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkDatagram>
#include <QProcess>
#include <QUdpSocket>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

/// The start of the real program when names are not answered. `network.*` runs it where the
/// system's resolver is this test, which hears every question and answers none.
class TestDeadResolver : public QObject {
    Q_OBJECT
private:
    QUdpSocket m_resolver;
    int m_questions = 0;

    /// Shortest of some starts until the last channel is painted, in milliseconds; each is let run
    /// until it has asked for a name, if it will.
    qint64 shortestStart(const QString &profile, bool asks)
    {
        qint64 shortest = Patience;
        for (int round = 0; round < 3; ++round) {
            QProcess program;
            program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            QElapsedTimer timer;
            timer.start();
            program.start(QStringLiteral(CHATOPS_CLIENT_PROGRAM),
                          {u"--profile"_s, profile, u"--say-when-shown"_s});
            while (!program.canReadLine() && program.waitForReadyRead(Patience)) { }
            shortest = std::min(shortest, timer.elapsed());
            const int before = m_questions;
            if (asks)
                [&] { TRY(m_questions > before); }();
            program.terminate();
            program.waitForFinished(Patience);
        }
        return shortest;
    }

private Q_SLOTS:
    void startTakesNoLonger()
    {
        QVERIFY2(m_resolver.bind(QHostAddress::LocalHost, 53),
                 "this test needs the network that tests/support/silent-network makes");
        connect(&m_resolver, &QUdpSocket::readyRead, this, [this] {
            for (; m_resolver.hasPendingDatagrams(); ++m_questions)
                (void)m_resolver.receiveDatagram();
        });
        QString profile;
        DemoPlace place;
        {
            GuiApp app(place.dir.filePath(u"p"_s));
            app.signIn(place.server, u"mika"_s);
            app.openChannel(u"release-42"_s);
            profile = app.profile();
        }
        place.server.stop();
        const qint64 byAddress = shortestStart(profile, false);
        QFile accounts(profile + u"/accounts.json"_s);
        QVERIFY(accounts.open(QIODevice::ReadOnly));
        const QByteArray list =
            accounts.readAll().replace("http://127.0.0.1", "https://chat.northwind.example");
        accounts.close();
        QVERIFY(list.contains("https://chat.northwind.example"));
        QVERIFY(accounts.open(QIODevice::WriteOnly));
        accounts.write(list);
        accounts.close();
        const qint64 byName = shortestStart(profile, true);
        qInfo("shown after %lld ms, and %lld ms with a name that nobody answers",
              static_cast<long long>(byAddress), static_cast<long long>(byName));
        // A resolver is waited for five seconds and longer.
        QVERIFY2(byName < byAddress * 3 / 2 + 300, qPrintable(QString::number(byName)));
    }
};
CHATOPS_TEST(TestDeadResolver)

#include "testdeadresolver.moc"
