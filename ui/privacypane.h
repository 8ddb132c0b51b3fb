// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/cookiejar.h"
#include "privacy/exportrun.h"
#include "privacy/ledgerwatch.h"
#include "privacy/networkledger.h"
#include "privacy/usagecounter.h"
#include "ui/pane.h"
#include "ui/workspaceview.h"

class QStackedWidget;
class QStandardItemModel;

namespace ChatOps {

class DeletePage;
class ExportPage;
class OverviewPage;
class PictureBook;
class PrivacyPage;

/// The privacy centre: a list of pages, and the one that is open.
class PrivacyPane final : public Pane {
    Q_OBJECT
public:
    struct Parts {
        WorkspaceModels &models;
        ConsentGate &gate;
        UsageCounter &usage;
        NetworkLedger &ledger;
        QString server; ///< As shown.
        QString keyPlace; ///< As shown.
        /// Names and values of what is set on this computer, for exports.
        std::function<QJsonArray()> settings;
        CookieJar *cookies = nullptr;
        LedgerWatch *ledgerWatch = nullptr;
        PictureBook *pictures = nullptr;
        /// Lines for a report of a problem.
        std::function<QString()> support;
    };
    explicit PrivacyPane(const Parts &parts, QWidget *parent = nullptr);

    /// By one of `pages()`.
    void openPage(const QString &key);
    /// Keys of all pages, in their order.
    [[nodiscard]] const QStringList &pages() const { return m_keys; }
    [[nodiscard]] QString currentPage() const { return m_current; }
    /// Reads anew what is stored; `factsRead` follows.
    void refreshFacts();

    [[nodiscard]] ExportRun &exportRun() { return m_export; }
    /// Was the server asked to erase the account, and has not answered yet?
    [[nodiscard]] bool isErasing() const;
    [[nodiscard]] ExportPage *exportPage();
    void createNew(const QPoint &globalPosition) override;
    void step(int direction, bool unreadOnly) override;
    [[nodiscard]] QList<QWidget *> regions() const override;

Q_SIGNALS:
    void factsRead(const ChatOps::StoreFacts &facts);
    void linkActivated(const QString &link);
    /// A page of the server is wanted, by its name.
    void pageOfServerRequested(const QString &page);
    /// The account is gone on the server; what is here is to go, too.
    void accountErased(const QString &receipt);
    void erasureFailed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// `make` is called when the page is opened for the first time.
    void add(const QString &key, const QString &iconName, const QString &title,
             std::function<PrivacyPage *()> make);
    void addPages(PrivacyModel &model);
    [[nodiscard]] PrivacyPage *page(const QString &key);
    void addHeading(const QString &title);
    void updateCounts();

    Parts m_parts;
    ExportRun m_export;
    SidebarList *m_list;
    QStandardItemModel *m_items;
    QStackedWidget *m_pages;
    DeletePage *m_delete = nullptr;
    QStringList m_keys;
    QHash<QString, std::function<PrivacyPage *()>> m_makers;
    QHash<QString, PrivacyPage *> m_made;
    QString m_current;
};

} // namespace ChatOps
