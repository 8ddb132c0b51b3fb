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
    , m_parts(parts)
    , m_export({parts.models.account.cache, parts.models.account.outbox, parts.models.account.backend,
                &parts.ledger, &parts.usage, parts.settings,
                [jar = parts.cookies] { return jar ? jar->toJson() : QJsonArray(); }})
    , m_list(new SidebarList(tr("Pages of the privacy centre")))
    , m_items(new QStandardItemModel(this))
    , m_pages(new QStackedWidget)
{
    PrivacyModel &model = parts.models.privacy;
    sidebar()->setTitle(tr("Privacy"));
    sidebar()->setAddLabel(tr("New request"));
    sidebar()->addContent(m_list, 1);
    m_list->setModel(m_items);
    m_list->setItemDelegate(new CountedDelegate(m_list));
    addPages(model);
    setMain(m_pages);
    connect(m_list, &SidebarList::chosen, this,
            [this](const QModelIndex &index) { openPage(index.data(keyRole).toString()); });
    connect(&model, &PrivacyModel::changed, this, &PrivacyPane::updateCounts);
    openPage(u"overview"_s);
    updateCounts();
}

void PrivacyPane::addPages(PrivacyModel &model)
{
    addHeading(tr("You"));
    add(u"overview"_s, u"shield"_s, tr("Overview"), [this, &model] {
        auto *page = new OverviewPage(model, m_parts.gate);
        connect(this, &PrivacyPane::factsRead, page,
                [this, page](const StoreFacts &facts) { page->setFacts(facts, m_parts.keyPlace); });
        return page;
    });
    add(u"profile"_s, u"person"_s, tr("Profile"), [this, &model] {
        auto *page = new ProfilePage(model, *m_parts.pictures);
        connect(page, &ProfilePage::correctionRequested, this, [this] {
            openPage(u"requests"_s);
            static_cast<RequestsPage *>(this->page(u"requests"_s))->begin(RightsKind::Rectification);
        });
        return page;
    });
    addHeading(tr("What you allow"));
    add(u"marketing"_s, u"mail"_s, tr("Marketing messages"),
        [this, &model] { return new MarketingPage(model, m_parts.gate); });
    add(u"cookies"_s, u"cookie"_s, tr("Cookies and analytics"), [this, &model] {
        auto *page = new CookiesPage(model, m_parts.gate, m_parts.usage, *m_parts.cookies);
        connect(page, &CookiesPage::pageOfServerRequested, this, &PrivacyPane::pageOfServerRequested);
        return page;
    });
    add(u"extras"_s, u"plus"_s, tr("Extras"), [this, &model] { return new ExtrasPage(model, m_parts.gate); });
    add(u"ledger"_s, u"list"_s, tr("Your choices over time"),
        [this, &model] { return new LedgerPage(model, *m_parts.ledgerWatch); });
    addHeading(tr("What is held"));
    add(u"stored"_s, u"lock"_s, tr("On this computer"), [this, &model] {
        auto *page = new StoredPage(model, m_parts.ledger, m_parts.server, m_parts.keyPlace);
        connect(page, &StoredPage::factsRead, this, &PrivacyPane::factsRead);
        return page;
    });
    add(u"sharing"_s, u"clock"_s, tr("Retention and recipients"),
        [&model] { return new RetentionPage(model); });
    add(u"policy"_s, u"document"_s, tr("Privacy policy"), [&model] { return new PolicyPage(model); });
    add(u"notices"_s, u"bell"_s, tr("Notices"), [&model] { return new NoticesPage(model); });
    add(u"access"_s, u"person"_s, tr("Access by others"), [&model] { return new AccessPage(model); });
    add(u"activity"_s, u"list"_s, tr("What you did"), [&model] { return new ActivityPage(model); });
    addHeading(tr("What you can do"));
    add(u"export"_s, u"arrow-down"_s, tr("Export your data"),
        [this, &model] { return new ExportPage(model, m_export); });
    add(u"requests"_s, u"scales"_s, tr("Requests and rights"), [&model] { return new RequestsPage(model); });
    add(u"complaint"_s, u"bell"_s, tr("Complaint and feedback"), [this, &model] {
        auto *page = new ComplaintPage(model);
        connect(page, &ComplaintPage::linkActivated, this, &PrivacyPane::linkActivated);
        return page;
    });
    add(u"support"_s, u"warning"_s, tr("Report a problem"),
        [this, &model] { return new SupportPage(model, m_parts.support); });
    add(u"desk"_s, u"check"_s, tr("Requests to answer"),
        [this, &model] { return new DeskPage(model, m_parts.models.people); });
    add(u"delete"_s, u"trash"_s, tr("Delete account"), [this, &model] {
        m_delete = new DeletePage(model);
        connect(m_delete, &DeletePage::accountErased, this, &PrivacyPane::accountErased);
        connect(m_delete, &DeletePage::erasureFailed, this, &PrivacyPane::erasureFailed);
        return m_delete;
    });
}

void PrivacyPane::addHeading(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(true, CountedDelegate::HeadingRole);
    item->setFlags(Qt::NoItemFlags);
    m_items->appendRow(item);
}

void PrivacyPane::add(const QString &key, const QString &iconName, const QString &title,
                      std::function<PrivacyPage *()> make)
{
    auto *item = new QStandardItem(title);
    item->setData(key, keyRole);
    item->setData(iconName, CountedDelegate::IconRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_items->appendRow(item);
    m_keys.append(key);
    m_makers.insert(key, std::move(make));
}

PrivacyPage *PrivacyPane::page(const QString &key)
{
    PrivacyPage *&page = m_made[key];
    if (!page) {
        page = m_makers.value(key)();
        m_pages->addWidget(page);
        connect(page, &PrivacyPage::pageRequested, this, &PrivacyPane::openPage);
    }
    return page;
}

ExportPage *PrivacyPane::exportPage()
{
    return static_cast<ExportPage *>(page(u"export"_s));
}

bool PrivacyPane::isErasing() const
{
    return m_delete && m_delete->isErasing();
}

void PrivacyPane::openPage(const QString &key)
{
    if (!m_keys.contains(key))
        return;
    m_current = key;
    m_pages->setCurrentWidget(page(key));
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->data(keyRole).toString() == key)
            m_list->setCurrentIndex(m_items->index(row, 0));
    }
}

void PrivacyPane::updateCounts()
{
    const QList<RightsRequest> own = m_parts.models.privacy.ownRequests();
    const QList<RightsRequest> others = m_parts.models.privacy.requestsOfOthers();
    const auto open = [](const QList<RightsRequest> &requests) {
        return int(std::count_if(requests.begin(), requests.end(),
                                 [](const RightsRequest &one) { return one.isOpen(); }));
    };
    for (int row = 0; row < m_items->rowCount(); ++row) {
        const QString key = m_items->item(row)->data(keyRole).toString();
        const int count = key == u"requests" ? open(own) : key == u"desk" ? open(others) : 0;
        m_items->item(row)->setData(count > 0 ? QVariant(count) : QVariant(), CountedDelegate::CountRole);
        if (key == u"desk") {
            m_list->setRowHidden(row, !m_parts.models.privacy.isContact());
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
    // The page that shows them all reads them by itself when it is shown.
    if (m_current == u"stored")
        return;
    follow(m_parts.models.account.cache->facts(), this, [this](const Result<StoreFacts> &facts) {
        if (facts)
            Q_EMIT factsRead(*facts);
    });
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
