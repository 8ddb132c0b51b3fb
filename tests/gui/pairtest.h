// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/guiapp.h"
#include "ui/privacypage.h"
#include "ui/privacypane.h"
#include "ui/widgets.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

namespace ChatOps::Testing {

/// What tests of the privacy centre do with the real window and the real server.
class PairTest : public QObject {
    Q_OBJECT
protected:
    std::unique_ptr<Pair> m_pair;

    /// Signed in, and everything about privacy has been read.
    void begin()
    {
        m_pair = std::make_unique<Pair>();
        TRY(model().isLoaded() && model().rows().rules && model().policy());
    }
    [[nodiscard]] MainWindow *window() const { return m_pair->window(); }
    [[nodiscard]] PrivacyModel &model() const { return m_pair->window()->models().privacy; }
    [[nodiscard]] PrivacyPane *pane() const { return m_pair->window()->privacyPane(); }
    /// In any window of the program.
    template <typename Widget>
    [[nodiscard]] static Widget *visible(const QString &name)
    {
        const QWidgetList all = QApplication::allWidgets();
        for (QWidget *one : all) {
            if (one->isVisible() && one->objectName() == name && qobject_cast<Widget *>(one))
                return qobject_cast<Widget *>(one);
        }
        return nullptr;
    }
    void open(const QString &page)
    {
        window()->showPane(PaneId::Privacy);
        pane()->openPage(page);
        TRY(model().isLoaded());
    }
    /// Is this a whole text of the pane?
    [[nodiscard]] bool shows(const QString &text) const
    {
        return anyLabel(pane(), [&text](const QString &one) { return one == breakable(text); });
    }
    /// Is this part of a text anywhere in the window?
    [[nodiscard]] bool says(const QString &part) const
    {
        return anyLabel(window(), [&part](const QString &one) {
            return one.contains(part) || one.contains(breakable(part));
        });
    }
    void click(const QString &name)
    {
        TRY(visible<QAbstractButton>(name) && visible<QAbstractButton>(name)->isEnabled());
        QTest::mouseClick(visible<QAbstractButton>(name), Qt::LeftButton);
    }
    /// The server again, now with a program that takes mail: each into a file of the folder told.
    [[nodiscard]] QString serveWithMail()
    {
        const QString outbox = m_pair->dir.filePath(QStringLiteral("mails"));
        QDir().mkpath(outbox);
        m_pair->server.stop();
        m_pair->server.start({QStringLiteral("--sendmail"),
                              QStringLiteral("sh -c \"cat > %1/mail.$$\"").arg(outbox),
                              QStringLiteral("--public-url"), QStringLiteral("https://chat.example.org"),
                              QStringLiteral("--mail-from"), QStringLiteral("chat@example.org")});
        [this] { TRY(m_pair->app.isOnline() && model().rows().rules->mail); }();
        return outbox;
    }
    /// What `chatops-server privacy` prints.
    [[nodiscard]] QString serverSays(const QStringList &words, const QString &input = {})
    {
        return m_pair->server.command(QStringList{QStringLiteral("privacy")} + words, input);
    }
    /// The rules as the server prints them, with one of them changed.
    void setRule(const QString &name, const QJsonValue &value)
    {
        QJsonObject rules = QJsonDocument::fromJson(serverSays({QStringLiteral("rules")}).toUtf8()).object();
        rules.insert(name, value);
        QFile file(m_pair->dir.filePath(QStringLiteral("rules.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(rules).toJson());
        file.close();
        QVERIFY(serverSays({QStringLiteral("rules"), file.fileName()}).contains(QStringLiteral("published")));
    }

private:
    template <typename Fits>
    [[nodiscard]] static bool anyLabel(const QWidget *in, Fits fits)
    {
        const QList<QLabel *> labels = in->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&fits](const QLabel *label) {
            return label->isVisible() && fits(label->text());
        });
    }
};

} // namespace ChatOps::Testing
