// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/eraser.h"
#include "server/hub/exportjobs.h"
#include "server/hub/importer.h"
#include "server/hub/sealedfile.h"
#include "server/net/outside.h"

#include <QTimer>

namespace ChatOps::Server {

/// Work for people's rights that takes longer than a request: exports, erasures and packs
/// that arrive from elsewhere. Erasures go on in the hub's thread, a few rows at a time
/// between other people's requests; the rest runs beside it. What was cut off by an end of
/// the server is taken up again.
class RightsWork final : public QObject {
    Q_OBJECT
public:
    explicit RightsWork(Hub &hub);
    ~RightsWork() override;

    /// Takes up what is pending. Once, when the server begins to answer.
    void resume();
    [[nodiscard]] ExportJobs &exports() { return m_exports; }

    /// Ends the account now and erases it from here on; the number of the receipt. With a
    /// hold active, a request is kept that is carried out when it ends: Conflict.
    [[nodiscard]] Result<QUuid> erase(WorkspaceId workspace, PersonId person);

    /// A code with which a server elsewhere may hand over a pack for this person.
    /// Forbidden for everybody but owners: a pack says itself who wrote what and when.
    [[nodiscard]] Result<QString> makeTicket(WorkspaceId workspace, PersonId person);
    /// The next bytes of a pack for a ticket; they must follow what is there. Importing begins
    /// with the last of `total`; `done` is called then with the counts, else at once with
    /// nothing in them.
    void takePack(const QString &code, qint64 from, qint64 total, const QByteArray &bytes,
                  std::function<void(const Result<QJsonObject> &)> done);

    /// Is this a ticket whose pack may still come?
    [[nodiscard]] bool isTicket(const QString &code);
    /// Sends a finished export of the person to another server that gave the ticket; the
    /// counts of what arrived there.
    void transfer(const QUuid &job, PersonId person, const QUrl &server, const QString &ticket,
                  std::function<void(const Result<QJsonObject> &)> done);
    [[nodiscard]] Outside &outside() { return m_outside; }

    static constexpr Millis TicketLifetime = 60LL * 60 * 1000;
    static constexpr qint64 MostPackBytes = 16LL * 1024 * 1024 * 1024;
    static constexpr qint64 MostPieceBytes = 8LL * 1024 * 1024;

Q_SIGNALS:
    void erased(const QUuid &erasure);

private:
    struct Arriving {
        WorkspaceId workspace;
        PersonId person;
        QString path;
        QByteArray key;
        std::unique_ptr<SealedFile> file;
        qint64 have = 0;
        Millis until = 0;
        bool importing = false;
    };
    struct Leaving {
        QUuid job;
        PersonId person;
        QUrl server;
        QString ticket;
        qint64 total = 0;
        std::function<void(const Result<QJsonObject> &)> done;
    };
    void sendPiece(const Leaving &leaving, qint64 from);
    void stepErasures();
    void emptyLog();
    void lookAround();
    [[nodiscard]] Result<void> needOwner(PersonId person);
    [[nodiscard]] Result<Arriving *> arrivingFor(const QString &code);
    void dropArriving(const QByteArray &ticket);

    Hub &m_hub;
    ExportJobs m_exports;
    Outside m_outside;
    std::unique_ptr<Workspace> m_place;
    std::unique_ptr<Eraser> m_eraser;
    QUuid m_erasing;
    QTimer m_step;
    QTimer m_look;
    QThreadPool m_pool;
    std::map<QByteArray, Arriving> m_arriving; ///< By the hash of the ticket.
};

} // namespace ChatOps::Server
