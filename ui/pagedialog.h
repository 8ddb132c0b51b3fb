// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "privacy/cookiejar.h"

#include <QDialog>
#include <QTextBrowser>

namespace ChatOps {

/// Shows a page of the server. It loads nothing but that page: no picture, no script, no
/// other host; links that lead elsewhere are handed over.
class PageDialog final : public QDialog {
    Q_OBJECT
public:
    PageDialog(Backend &backend, CookieJar &jar, QUrl server, QWidget *parent = nullptr);
    /// `page`: for instance "help", with a query if there is one.
    void open(const QString &page);
    [[nodiscard]] QTextBrowser *browser() const { return m_browser; }

Q_SIGNALS:
    void linkActivated(const QString &link);
    void shown();

private:
    /// Once a dialog: what the cookies of this server are for.
    void readManifest(const std::function<void()> &then);
    void showPage(const QUrl &url, const Result<WebPage> &got);
    void follow(const QUrl &link);
    Backend &m_backend;
    CookieJar &m_jar;
    QUrl m_server;
    QString m_page; ///< Without its query.
    QTextBrowser *m_browser;
    quint64 m_asked = 0;
    bool m_manifestRead = false;
};

} // namespace ChatOps
