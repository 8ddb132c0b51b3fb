// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacypane.h"

#include "ui/privacyabout.h"
#include "ui/privacychoices.h"
#include "ui/privacydoings.h"
#include "ui/privacyexport.h"
#include "ui/privacyrequests.h"

#include <QStackedWidget>
#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int keyRole = Qt::UserRole + 1;

} // namespace

PrivacyPane::PrivacyPane(const Parts &parts, QWidget *parent)
    : Pane(parent)
    , m_models(parts.models)
    , m_export({parts.models.account.cache, parts.models.account.outbox, parts.models.account.backend,
                &parts.ledger, &parts.usage, parts.settings,
                [jar = parts.cookies] { return jar ? jar->toJson() : QJsonArray(); }})
    , m_exportPage(new ExportPage(parts.models.privacy, m_export))
    , m_list(new SidebarList(tr("Pages of the privacy centre")))
    , m_items(new QStandardItemModel(this))
    , m_pages(new QStackedWidget)
    , m_overview(new OverviewPage(parts.models.privacy, parts.gate))
    , m_keyPlace(parts.keyPlace)
{
    PrivacyModel &model = parts.models.privacy;
    sidebar()->setTitle(tr("Privacy"));
    sidebar()->setAddLabel(tr("New request"));
    sidebar()->addContent(m_list, 1);
    m_list->setModel(m_items);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    auto *stored = new StoredPage(model, parts.ledger, parts.server, parts.keyPlace);
    auto *profile = new ProfilePage(model, *parts.pictures);
    auto *complaint = new ComplaintPage(model);
    auto *requests = new RequestsPage(model);
    addHeading(tr("You"));
    add(u"overview"_s, u"shield"_s, tr("Overview"), m_overview);
    add(u"profile"_s, u"person"_s, tr("Profile"), profile);
    addHeading(tr("What you allow"));
    add(u"marketing"_s, u"mail"_s, tr("Marketing messages"), new MarketingPage(model, parts.gate));
    auto *cookies = new CookiesPage(model, parts.gate, parts.usage, *parts.cookies);
    add(u"cookies"_s, u"cookie"_s, tr("Cookies and analytics"), cookies);
    connect(cookies, &CookiesPage::pageOfServerRequested, this, &PrivacyPane::pageOfServerRequested);
    add(u"extras"_s, u"plus"_s, tr("Extras"), new ExtrasPage(model, parts.gate));
    add(u"ledger"_s, u"list"_s, tr("Your choices over time"), new LedgerPage(model, *parts.ledgerWatch));
    addHeading(tr("What is held"));
    add(u"stored"_s, u"lock"_s, tr("On this computer"), stored);
    add(u"sharing"_s, u"clock"_s, tr("Retention and recipients"), new RetentionPage(model));
    add(u"policy"_s, u"document"_s, tr("Privacy policy"), new PolicyPage(model));
    add(u"notices"_s, u"bell"_s, tr("Notices"), new NoticesPage(model));
    add(u"access"_s, u"person"_s, tr("Access by others"), new AccessPage(model));
    add(u"activity"_s, u"list"_s, tr("What you did"), new ActivityPage(model));
    addHeading(tr("What you can do"));
    add(u"export"_s, u"arrow-down"_s, tr("Export your data"), m_exportPage);
    add(u"requests"_s, u"scales"_s, tr("Requests and rights"), requests);
    add(u"complaint"_s, u"bell"_s, tr("Complaint and feedback"), complaint);
    add(u"support"_s, u"warning"_s, tr("Report a problem"), new SupportPage(model, parts.support));
    add(u"desk"_s, u"check"_s, tr("Requests to answer"), new DeskPage(model, parts.models.people));
    auto *leave = new DeletePage(model);
    add(u"delete"_s, u"trash"_s, tr("Delete account"), leave);
    m_delete = leave;
    connect(leave, &DeletePage::accountErased, this, &PrivacyPane::accountErased);
    connect(leave, &DeletePage::erasureFailed, this, &PrivacyPane::erasureFailed);
    setMain(m_pages);
    connect(m_list, &SidebarList::chosen, this,
            [this](const QModelIndex &index) { openPage(index.data(keyRole).toString()); });
    connect(stored, &StoredPage::factsRead, this, [this](const StoreFacts &facts) {
        m_overview->setFacts(facts, m_keyPlace);
        Q_EMIT factsRead(facts);
    });
    connect(profile, &ProfilePage::correctionRequested, this, [this, requests] {
        openPage(u"requests"_s);
        requests->begin(RightsKind::Rectification);
    });
    connect(complaint, &ComplaintPage::linkActivated, this, &PrivacyPane::linkActivated);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPane::updateCounts);
    connect(&model, &PrivacyModel::failed, this,
            [this](const Error &error) { Q_EMIT problem(error.message); });
    openPage(u"overview"_s);
    updateCounts();
}

void PrivacyPane::addHeading(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(true, CountedDelegate::HeadingRole);
    item->setFlags(Qt::NoItemFlags);
    m_items->appendRow(item);
}

void PrivacyPane::add(const QString &key, const QString &iconName, const QString &title, PrivacyPage *page)
{
    auto *item = new QStandardItem(title);
    item->setData(key, keyRole);
    item->setData(iconName, CountedDelegate::IconRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_items->appendRow(item);
    m_keys.append(key);
    m_pages->addWidget(page);
    connect(page, &PrivacyPage::pageRequested, this, &PrivacyPane::openPage);
}

bool PrivacyPane::isErasing() const
{
    return m_delete && m_delete->isErasing();
}

void PrivacyPane::openPage(const QString &key)
{
    const qsizetype index = m_keys.indexOf(key);
    if (index < 0)
        return;
    m_current = key;
    m_pages->setCurrentIndex(int(index));
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->data(keyRole).toString() == key)
            m_list->setCurrentIndex(m_items->index(row, 0));
    }
}

void PrivacyPane::updateCounts()
{
    const QList<RightsRequest> own = m_models.privacy.ownRequests();
    const QList<RightsRequest> others = m_models.privacy.requestsOfOthers();
    const auto open = [](const QList<RightsRequest> &requests) {
        return int(std::count_if(requests.begin(), requests.end(),
                                 [](const RightsRequest &one) { return one.isOpen(); }));
    };
    for (int row = 0; row < m_items->rowCount(); ++row) {
        const QString key = m_items->item(row)->data(keyRole).toString();
        const int count = key == u"requests" ? open(own) : key == u"desk" ? open(others) : 0;
        m_items->item(row)->setData(count > 0 ? QVariant(count) : QVariant(), CountedDelegate::CountRole);
        if (key == u"desk") {
            m_list->setRowHidden(row, !m_models.privacy.isContact());
        }
    }
}

void PrivacyPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    refreshFacts();
}

void PrivacyPane::refreshFacts()
{
    if (auto *page = qobject_cast<StoredPage *>(m_pages->widget(int(m_keys.indexOf(u"stored"_s)))))
        page->refresh();
}

void PrivacyPane::createNew(const QPoint &)
{
    openPage(u"requests"_s);
    if (auto *page = qobject_cast<RequestsPage *>(m_pages->currentWidget()))
        page->begin(RightsKind::Access);
}

void PrivacyPane::step(int direction, bool)
{
    for (int row = m_list->currentIndex().row() + direction; row >= 0 && row < m_items->rowCount();
         row += direction) {
        const QString key = m_items->item(row)->data(keyRole).toString();
        if (!key.isEmpty() && !m_list->isRowHidden(row)) {
            openPage(key);
            return;
        }
    }
}

QList<QWidget *> PrivacyPane::regions() const
{
    return {m_list, m_pages->currentWidget()};
}

} // namespace ChatOps
