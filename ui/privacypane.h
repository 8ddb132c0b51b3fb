// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/networkledger.h"
#include "ui/workspaceview.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ChatOps {

/// What is stored on this computer and whom it talks to, read from the store
/// and the network ledger themselves.
class PrivacyPane final : public QScrollArea {
    Q_OBJECT
public:
    PrivacyPane(WorkspaceModels &models, NetworkLedger &ledger, QString server, QString keyPlace,
                QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void factsRead(const ChatOps::StoreFacts &facts);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show(const StoreFacts &facts);
    void addTable(const QString &title, const QStringList &heads, const QList<QStringList> &rows);

    WorkspaceModels &m_models;
    NetworkLedger &m_ledger;
    QString m_server;
    QString m_keyPlace;
    QVBoxLayout *m_content;
};

} // namespace ChatOps
