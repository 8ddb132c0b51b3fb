// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagedialog.h"

#include "core/jsonguard.h"
#include "ui/widgets.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

/// Qt would look for pictures on the disk and in the network.
class PageView final : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

PageDialog::PageDialog(Backend &backend, CookieJar &jar, QUrl server, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_jar(jar)
    , m_server(std::move(server))
    , m_browser(new PageView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"page"_s);
    setWindowTitle(tr("Page of your server"));
    resize(Theme::instance().px(620), Theme::instance().px(560));
    auto *column = new QVBoxLayout(this);
    m_browser->setOpenLinks(false);
    m_browser->setAccessibleName(tr("Page of your server"));
    m_browser->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_browser);
    auto *close = makeButton(tr("Close"));
    column->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &PageDialog::follow);
}

void PageDialog::readManifest(const std::function<void()> &then)
{
    if (m_manifestRead) {
        then();
        return;
    }
    // Without it only what this program knows by itself is kept.
    ChatOps::follow(
        m_backend.openPage(u"/pages/cookies.json"_s, {}), this, [this, then](const Result<WebPage> &got) {
            const QJsonObject said =
                got ? parseJson(got->html, {64 * 1024, 4}).value_or(QJsonObject()) : QJsonObject();
            m_jar.extend(said.value("cookies"_L1).toArray());
            m_manifestRead = got.has_value();
            then();
        });
}

void PageDialog::open(const QString &page)
{
    m_page = page.section(u'?', 0, 0);
    m_browser->setPlainText(tr("Loading…"));
    readManifest([this, page, asked = ++m_asked] {
        QUrl url = m_server;
        url.setPath(u"/pages/"_s + page.section(u'?', 0, 0));
        ChatOps::follow(m_backend.openPage(u"/pages/"_s + page, m_jar.headerFor(url)), this,
                        [this, url, asked](const Result<WebPage> &got) {
                            if (asked == m_asked)
                                showPage(url, got);
                        });
    });
}

void PageDialog::showPage(const QUrl &url, const Result<WebPage> &got)
{
    if (got) {
        m_jar.take(url, got->setCookies);
        m_browser->setHtml(QString::fromUtf8(got->html));
        if (!m_browser->documentTitle().isEmpty())
            setWindowTitle(m_browser->documentTitle());
    } else {
        m_browser->setPlainText(got.error().message);
    }
    Q_EMIT shown();
}

void PageDialog::follow(const QUrl &link)
{
    const QString text = link.toString();
    if (!link.isRelative() || text.startsWith(u'/') || text.contains(u"..")) {
        Q_EMIT linkActivated(text);
        return;
    }
    open(text.startsWith(u'?') ? m_page + text : text);
}

} // namespace ChatOps
