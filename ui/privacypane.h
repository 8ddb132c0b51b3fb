// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/privacymodel.h"
#include "privacy/networkledger.h"
#include "privacy/usagecounter.h"
#include "ui/pane.h"
#include "ui/workspaceview.h"

class QStackedWidget;
class QStandardItemModel;

namespace ChatOps {

class OverviewPage;
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
    };
    explicit PrivacyPane(const Parts &parts, QWidget *parent = nullptr);

    /// By key: "overview", "profile", "marketing", "cookies", "ledger", "stored", "policy",
    /// "sharing", "requests", "complaint", "desk".
    void openPage(const QString &key);
    [[nodiscard]] QString currentPage() const { return m_current; }
    /// Reads anew what is stored; `factsRead` follows.
    void refreshFacts();

    void createNew(const QPoint &globalPosition) override;
    void step(int direction, bool unreadOnly) override;
    [[nodiscard]] QList<QWidget *> regions() const override;

Q_SIGNALS:
    void factsRead(const ChatOps::StoreFacts &facts);
    void linkActivated(const QString &link);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void add(const QString &key, const QString &iconName, const QString &title, PrivacyPage *page);
    void addHeading(const QString &title);
    void updateCounts();

    WorkspaceModels &m_models;
    SidebarList *m_list;
    QStandardItemModel *m_items;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    QStringList m_keys;
    QString m_keyPlace;
    QString m_current;
};

} // namespace ChatOps
