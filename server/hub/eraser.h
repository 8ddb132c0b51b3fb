// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/audit.h"
#include "server/hub/receipts.h"

namespace ChatOps::Server {

/// What erasing an account would do, before it is done.
struct ErasurePlan {
    struct Line {
        /// Of the class of data. One of which a part goes and a part stays has a line for each.
        QString name;
        qint64 count = 0;
        bool stays = false;
    };
    QList<Line> lines;
    bool remove = false; ///< The workspace's rule: messages go, instead of losing the name.
    int backupDays = 0; ///< How long backups still hold what is erased.
    int devices = 0; ///< Signed in; each destroys its copy at its next contact.
    bool onlyOwner = false; ///< Nobody else in the workspace could appoint people after it.
    std::optional<LegalHold> hold; ///< Nothing is erased until it ends.
};
[[nodiscard]] Result<ErasurePlan> planErasure(Workspace &workspace, PersonId person);

/// Erases an account in steps that are short enough for others to go on working: each is
/// one transaction. What is begun goes on after a restart. Article 17 of the GDPR.
class Eraser {
public:
    Eraser(Workspace &workspace, const QUuid &erasure);

    /// Ends the account at once: nobody can sign in, every device is told to destroy its
    /// copy. Conflict while a hold is active. The erasure, which is the receipt's number, too.
    [[nodiscard]] static Result<QUuid> begin(Workspace &workspace, PersonId person);
    struct Pending {
        QUuid id;
        WorkspaceId workspace;
        PersonId person;
    };
    [[nodiscard]] static Result<QList<Pending>> pending(Connection &db);

    /// The next step; true when nothing is left. Opens its own transaction.
    [[nodiscard]] Result<bool> step();
    [[nodiscard]] PersonId person() const { return m_person; }

    /// Rows of one step.
    int batch = 40;

private:
    using Step = Result<bool> (Eraser::*)();
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<bool> messages();
    [[nodiscard]] Result<bool> traces();
    [[nodiscard]] Result<bool> tasks();
    [[nodiscard]] Result<bool> events();
    [[nodiscard]] Result<bool> memberships();
    [[nodiscard]] Result<bool> documents();
    [[nodiscard]] Result<bool> logRows();
    [[nodiscard]] Result<bool> verdicts();
    [[nodiscard]] Result<bool> account();
    [[nodiscard]] Result<void> trace(Message message);
    [[nodiscard]] QString withoutHandle(QString text) const;
    /// Older entries of the log tell what the newest tells.
    void count(const QString &name, qint64 more = 1);

    Workspace &m_workspace;
    Connection &m_db;
    QUuid m_erasure;
    PersonId m_person;
    bool m_remove = false;
    bool m_loaded = false;
    QString m_handle; ///< As it was.
    QJsonObject m_counts;
    size_t m_step = 0;
    QByteArray m_after; ///< Where the present step has got to.
};

/// In place of an erasure's id: the account was closed by an administrator.
[[nodiscard]] const QUuid &closedAccountOrder();
/// Every device that is signed in as the person destroys what it holds when it next comes.
[[nodiscard]] Result<void> orderWipes(Connection &db, PersonId person, const QUuid &order);
/// Is the device of this session, which may be over, to destroy what it holds?
[[nodiscard]] Result<bool> isToWipe(Connection &db, const QUuid &session);

/// What was done, signed by the server, as of now: devices confirm later. NotFound for a
/// number that is none.
[[nodiscard]] Result<QJsonObject> erasureReceipt(Connection &db, const QUuid &erasure);
/// The erasure a token's device has to follow; null when there is none.
[[nodiscard]] Result<QUuid> wipeOrderFor(Connection &db, const QString &token);
/// The device of the token says that it holds nothing any more.
[[nodiscard]] Result<bool> confirmWipe(Connection &db, const QString &token);

} // namespace ChatOps::Server
