// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"
#include "server/hub/workspace.h"

namespace ChatOps::Server {

/// What a workspace holds about privacy: rules, policy, notices, and each person's
/// consents and requests. Documents of their own in the change log; every function that
/// writes must run inside a transaction of the connection.
class PrivacyDesk {
public:
    explicit PrivacyDesk(Workspace &workspace)
        : m_workspace(workspace)
        , m_db(workspace.db())
    {
    }

    /// Publishes rules and a first policy where there are none yet.
    [[nodiscard]] Result<void> ensureDefaults();
    [[nodiscard]] Result<WorkspaceRules> rules();
    /// Refused when it would not be understood by others.
    [[nodiscard]] Result<void> publishRules(WorkspaceRules rules);
    /// People who answer requests: those named in the rules who have an account, or else
    /// the owners.
    [[nodiscard]] Result<QList<PersonId>> contacts();
    /// Does something that may change who the contacts are, and hands the requests on:
    /// former ones lose them, new ones get them.
    [[nodiscard]] Result<void> withContacts(const std::function<Result<void>()> &change);

    /// Numbers, chains and signs the record, and publishes it to its person.
    [[nodiscard]] Result<qint64> record(ConsentRecord record, OperationId operation = {});
    [[nodiscard]] Result<QList<ConsentRecord>> consents(PersonId person);
    /// Has the person made as many today as anybody may? Of choices or requests.
    [[nodiscard]] Result<bool> isTooMuch(EntityKind kind, PersonId person);
    /// The one gate of the server: may this be done for this person now? No, unless they
    /// chose it, for the purpose as it is today, and the workspace allows it.
    [[nodiscard]] Result<bool> isAllowed(PersonId person, const QString &purpose);
    /// Was the last word yes, whether it counts at the moment or not?
    [[nodiscard]] Result<bool> isChosen(PersonId person, const QString &purpose);

    [[nodiscard]] Maybe<RightsRequest> request(RequestId id);
    [[nodiscard]] Result<QList<RightsRequest>> requests();
    [[nodiscard]] Result<qint64> publishRequest(const RightsRequest &request, PersonId by,
                                                OperationId operation = {});

    /// It is forgotten, by everybody who holds it.
    [[nodiscard]] Result<void> removeRequest(const RightsRequest &request);
    /// Keeps the wish to be erased while a hold forbids it, as a request of its own.
    [[nodiscard]] Result<void> keepErasureRequest(PersonId person);
    struct Waiting {
        WorkspaceId workspace;
        PersonId person;
    };
    /// People whose wish to be erased waits for a hold.
    [[nodiscard]] static Result<QList<Waiting>> waitingErasures(Connection &db);

    /// The next version of the policy; a material one asks again for `affects`.
    [[nodiscard]] Result<PolicyVersion> publishPolicy(PolicyVersion policy);
    [[nodiscard]] Result<QList<PolicyVersion>> policies();

    /// Marketing goes to those who chose it, one by one; everything else to everybody, or
    /// to the person named. The number of people it went to; -1 for everybody.
    [[nodiscard]] Result<int> publishNotice(const Notice &notice);
    [[nodiscard]] Result<bool> isVisible(NoticeId notice, PersonId person);
    [[nodiscard]] Result<qint64> markSeen(const NoticeSeen &seen, OperationId operation = {});

    /// Adds to the totals of the day what the person's choices allow. Forbidden, and
    /// nothing is kept, when there is a feature among them that they did not allow.
    [[nodiscard]] Result<void> addUsage(PersonId person, const QHash<QString, qint64> &totals);
    [[nodiscard]] Result<Profile> profile(PersonId person);
    /// Is it there already, or are there fewer than anybody may have?
    [[nodiscard]] Result<bool> hasRoomFor(const SyncedPreference &preference);
    [[nodiscard]] Result<qint64> publishPreference(SyncedPreference preference, OperationId operation);
    /// Empty when the person has not set it.
    [[nodiscard]] Result<QString> preference(PersonId person, const QString &name);
    /// Since when the person's data may only be stored; 0 when it is not restricted.
    [[nodiscard]] Result<Millis> restrictedSince(PersonId person);
    [[nodiscard]] Result<qint64> publishProfile(Profile profile, PersonId by, OperationId operation = {});

private:
    /// Also as a message, where the rules name a channel for it.
    [[nodiscard]] Result<void> tellInChannel(const Notice &notice);
    struct Document {
        QJsonObject json;
        QString subject; ///< What it is looked up by: a purpose, "open" or "closed", a kind.
        qint64 number = 0; ///< What it is sorted by.
    };
    /// `document` fills in the revision and gives the document; it is kept and published.
    [[nodiscard]] Result<qint64> publish(EntityKind kind, const QUuid &id, PersonId person,
                                         const QList<Scope> &before, const QList<Scope> &after,
                                         const std::function<Result<Document>(qint64 rev)> &document,
                                         PersonId by, OperationId operation);
    [[nodiscard]] Result<qint64> publishTo(RightsRequest request, const QList<Scope> &before,
                                           const QList<Scope> &after, PersonId by, OperationId operation);
    [[nodiscard]] Result<QList<QJsonObject>> documents(const QString &condition,
                                                       const QVariantList &values = {});
    /// The newest entry of the person's chain, or the one so many places before it.
    [[nodiscard]] Maybe<ConsentRecord> lastConsent(PersonId person, qint64 back = 0);
    [[nodiscard]] static QList<Scope> audienceOf(const RightsRequest &request,
                                                 const QList<PersonId> &contacts);

    Workspace &m_workspace;
    Connection &m_db;
};

/// Where a walk through documents has got to.
struct DocumentPlace {
    QString kind;
    QByteArray id;
    bool end = false;
};
/// Documents a person may see, at most `limit` behind `after`: those of the workspace and
/// their own, and for privacy contacts every request.
[[nodiscard]] Result<DocumentPlace> visibleDocuments(
    Connection &db, const Clock &clock, WorkspaceId workspace, PersonId person, const DocumentPlace &after,
    int limit, const std::function<void(EntityKind, const QJsonObject &)> &each);

} // namespace ChatOps::Server
