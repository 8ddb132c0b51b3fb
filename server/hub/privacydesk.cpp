// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/privacydesk.h"

#include "core/agelimits.h"
#include "core/choices.h"
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "core/purposes.h"
#include "core/text.h"
#include "server/hub/defaultpolicy.h"
#include "server/hub/mail.h"
#include "server/hub/receipts.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr int policyToldDays = 30;
/// Of one person: more than people do, and less than what would be felt.
constexpr int mostChoicesPerDay = 500;
constexpr int mostRequestsPerDay = 100;
constexpr int mostOpenRequests = 50;
/// Subject of a request for erasure that deleting the account made while a hold was active.
const QString accountSubject = u"account"_s;
/// How it came: no client can say so of a request, so that nothing but a deletion with the
/// password is ever carried out later.
const QString heldOrigin = u"held"_s;

QString namesOfPurposes()
{
    QStringList names;
    for (const Purpose &purpose : purposes())
        names.append(purpose.name);
    return names.join(u", "_s);
}

template <typename T>
Result<QList<T>> decoded(const Result<QList<QJsonObject>> &documents,
                         Result<T> (*decode)(const QJsonObject &))
{
    if (!documents)
        return std::unexpected(documents.error());
    QList<T> all;
    for (const QJsonObject &document : *documents) {
        Result<T> one = decode(document);
        if (!one)
            return std::unexpected(one.error());
        all.append(std::move(*one));
    }
    return all;
}

} // namespace

Result<qint64> PrivacyDesk::publish(EntityKind kind, const QUuid &id, PersonId person,
                                    const QList<Scope> &before, const QList<Scope> &after,
                                    const std::function<Result<Document>(qint64)> &document, PersonId by,
                                    OperationId operation)
{
    return m_workspace.publish(
        kind, id, before, after,
        [&](qint64 rev) -> Result<QByteArray> {
            const Result<Document> made = document(rev);
            if (!made)
                return std::unexpected(made.error());
            const QByteArray json = toJson(made->json);
            if (json.size() > MostDocumentBytes)
                return failure(ErrorCode::Invalid, u"This would be longer than 128 KB."_s);
            CHATOPS_TRY(m_db.run(
                u"INSERT INTO document (kind, id, workspace, person, subject, number, rev, json)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (kind, id, person) DO UPDATE SET subject = excluded.subject, number = excluded.number,"
                " rev = excluded.rev, json = excluded.json"_s,
                {QString(nameOf(kind)), id.toRfc4122(), m_workspace.id().toBytes(), person.toBytes(),
                 made->subject, made->number, rev, QString::fromUtf8(json)}));
            return json;
        },
        by, operation);
}

Result<QList<QJsonObject>> PrivacyDesk::documents(const QString &condition, const QVariantList &values)
{
    QList<QJsonObject> found;
    CHATOPS_TRY(m_db.rows(u"SELECT json FROM document WHERE workspace = ? AND "_s + condition,
                          QVariantList{m_workspace.id().toBytes()} + values, [&found](const SqlRow &row) {
                              found.append(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
                              return true;
                          }));
    return found;
}

Result<WorkspaceRules> PrivacyDesk::rules()
{
    const Result<QList<WorkspaceRules>> all = decoded(documents(u"kind = 'rules'"_s), rulesFromJson);
    if (!all)
        return std::unexpected(all.error());
    return all->isEmpty() ? defaultRules(m_workspace.id()) : all->first();
}

Result<QList<PersonId>> PrivacyDesk::contacts()
{
    const Result<WorkspaceRules> now = rules();
    if (!now)
        return std::unexpected(now.error());
    QList<PersonId> named;
    for (const PersonId &contact : now->contacts) {
        const Maybe<Person> person = readPerson(m_db, contact);
        if (!person)
            return std::unexpected(person.error());
        if (*person && (*person)->active)
            named.append(contact);
    }
    if (!named.isEmpty())
        return named;
    // Somebody has to answer.
    QList<PersonId> owners;
    CHATOPS_TRY(m_db.rows(
        u"SELECT id FROM person WHERE workspace = ? AND role = 'owner' AND active = 1 ORDER BY id"_s,
        {m_workspace.id().toBytes()}, [&owners](const SqlRow &row) {
            owners.append(row.id<PersonId>(0));
            return true;
        }));
    return owners;
}

QList<Scope> PrivacyDesk::audienceOf(const RightsRequest &request, const QList<PersonId> &contacts)
{
    QList<Scope> scopes{Scope::person(request.person)};
    for (const PersonId &person : contacts) {
        if (person != request.person)
            scopes.append(Scope::person(person));
    }
    return scopes;
}

Result<void> PrivacyDesk::ensureDefaults()
{
    const Result<QList<QJsonObject>> have = documents(u"kind = 'rules'"_s);
    if (!have)
        return std::unexpected(have.error());
    if (!have->isEmpty())
        return {};
    CHATOPS_TRY(publishRules(defaultRules(m_workspace.id())));
    CHATOPS_TRY(publishPolicy(defaultPolicy()));
    return {};
}

Result<void> PrivacyDesk::publishRules(WorkspaceRules rules)
{
    const Result<Receipts> receipts = Receipts::open(m_db);
    if (!receipts)
        return std::unexpected(receipts.error());
    rules.signingKey = receipts->publicKey();
    if (!rules.authorityCountry.isEmpty() && rules.minimumAge < ageOfConsent(rules.authorityCountry))
        return failure(
            ErrorCode::Invalid,
            u"In %1 people may agree for themselves from %2 years on; the minimum age is not lower."_s.arg(
                rules.authorityCountry, QString::number(ageOfConsent(rules.authorityCountry))));
    if (const Result<WorkspaceRules> sound = rulesFromJson(toJson(rules)); !sound)
        return std::unexpected(sound.error());
    return withContacts([&]() -> Result<void> {
        CHATOPS_TRY(publish(EntityKind::Rules, m_workspace.id().uuid(), {}, {}, {Scope::workspace()},
                            [&rules](qint64 rev) -> Result<Document> {
                                rules.rev = rev;
                                return Document{toJson(rules), {}, 0};
                            },
                            {}, {}));
        return {};
    });
}

Result<void> PrivacyDesk::withContacts(const std::function<Result<void>()> &change)
{
    const Result<QList<RightsRequest>> all = requests();
    const Result<QList<PersonId>> former = contacts();
    if (!all || !former)
        return std::unexpected(all ? former.error() : all.error());
    CHATOPS_TRY(change());
    const Result<QList<PersonId>> present = contacts();
    if (!present)
        return std::unexpected(present.error());
    if (*present == *former)
        return {};
    for (const RightsRequest &request : *all)
        CHATOPS_TRY(publishTo(request, audienceOf(request, *former), audienceOf(request, *present), {}, {}));
    return {};
}

Result<qint64> PrivacyDesk::record(ConsentRecord record, OperationId operation)
{
    const Result<Receipts> receipts = Receipts::open(m_db);
    if (!receipts)
        return std::unexpected(receipts.error());
    const Result<WorkspaceRules> now = rules();
    if (!now)
        return std::unexpected(now.error());
    record.controller = now->controller.name;
    // Chosen anew: the list of those who get nothing is for those who did not.
    if (record.decision == Decision::Given)
        CHATOPS_TRY(liftSuppression(m_workspace, record.person, record.purpose));
    else
        CHATOPS_TRY(dropQueuedMail(m_db, record.person, record.purpose));
    record.recordedAt = m_workspace.now();
    // Within the revision's lock: two devices never chain to the same entry.
    return publish(
        EntityKind::Consent, record.id.uuid(), record.person, {}, {Scope::person(record.person)},
        [&](qint64 rev) -> Result<Document> {
            const Maybe<ConsentRecord> last = lastConsent(record.person);
            if (!last)
                return std::unexpected(last.error());
            record.number = *last ? (*last)->number + 1 : 1;
            record.previous = *last ? (*last)->hash : QString();
            record.hash = hashOf(record);
            record.signature = receipts->sign(QByteArray::fromHex(record.hash.toLatin1()));
            record.rev = rev;
            return Document{toJson(record), record.purpose, record.number};
        },
        record.person, operation);
}

Maybe<ConsentRecord> PrivacyDesk::lastConsent(PersonId person, qint64 back)
{
    const Result<QList<ConsentRecord>> found =
        decoded(documents(u"kind = 'consent' AND person = ? ORDER BY number DESC LIMIT 1 OFFSET ?"_s,
                          {person.toBytes(), back}),
                consentFromJson);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<bool> PrivacyDesk::isTooMuch(EntityKind kind, PersonId person)
{
    const Millis since = m_workspace.now() - DayMillis;
    if (kind == EntityKind::Consent) {
        const Maybe<ConsentRecord> old = lastConsent(person, mostChoicesPerDay - 1);
        if (!old)
            return std::unexpected(old.error());
        return *old && (*old)->recordedAt > since;
    }
    const Result<QVariant> today = m_db.value(
        u"SELECT count(*) FROM document WHERE workspace = ? AND kind = 'request' AND person = ? AND number > ?"_s,
        {m_workspace.id().toBytes(), person.toBytes(), since});
    const Result<QVariant> open = m_db.value(
        u"SELECT count(*) FROM document WHERE workspace = ? AND kind = 'request' AND person = ? AND subject = 'open'"_s,
        {m_workspace.id().toBytes(), person.toBytes()});
    if (!today || !open)
        return std::unexpected(today ? open.error() : today.error());
    return today->toLongLong() >= mostRequestsPerDay || open->toLongLong() >= mostOpenRequests;
}

Result<QList<ConsentRecord>> PrivacyDesk::consents(PersonId person)
{
    return decoded(documents(u"kind = 'consent' AND person = ? ORDER BY number"_s, {person.toBytes()}),
                   consentFromJson);
}

Result<bool> PrivacyDesk::isAllowed(PersonId person, const QString &name)
{
    const Purpose *purpose = findPurpose(name);
    if (!purpose)
        return false;
    const Result<WorkspaceRules> now = rules();
    if (!now)
        return std::unexpected(now.error());
    if (!now->marketing && servesMarketing(*purpose))
        return false;
    const Result<QList<ConsentRecord>> records =
        decoded(documents(u"kind = 'consent' AND person = ? AND subject = ? ORDER BY number"_s,
                          {person.toBytes(), name}),
                consentFromJson);
    if (!records)
        return std::unexpected(records.error());
    if (records->isEmpty())
        return false;
    const Result<QList<PolicyVersion>> versions = policies();
    const Result<Millis> restricted = restrictedSince(person);
    if (!versions || !restricted)
        return std::unexpected(versions ? restricted.error() : versions.error());
    return isGiven(*records, *versions, name, m_workspace.now(), *restricted);
}

Result<bool> PrivacyDesk::isChosen(PersonId person, const QString &purpose)
{
    const Result<QList<ConsentRecord>> last =
        decoded(documents(u"kind = 'consent' AND person = ? AND subject = ? ORDER BY number DESC LIMIT 1"_s,
                          {person.toBytes(), purpose}),
                consentFromJson);
    if (!last)
        return std::unexpected(last.error());
    return !last->isEmpty() && last->first().decision == Decision::Given;
}

Result<Millis> PrivacyDesk::restrictedSince(PersonId person)
{
    const Result<QList<RightsRequest>> closed =
        decoded(documents(u"kind = 'request' AND person = ? AND subject = 'closed'"_s, {person.toBytes()}),
                requestFromJson);
    if (!closed)
        return std::unexpected(closed.error());
    return ChatOps::restrictedSince(*closed, person);
}

Result<bool> PrivacyDesk::hasRoomFor(const SyncedPreference &preference)
{
    const Result<QVariant> others = m_db.value(
        u"SELECT count(*) FROM document WHERE workspace = ? AND kind = 'preference' AND person = ? AND subject <> ?"_s,
        {m_workspace.id().toBytes(), preference.person.toBytes(), preference.name});
    if (!others)
        return std::unexpected(others.error());
    return others->toLongLong() < Limit::Preferences;
}

Result<qint64> PrivacyDesk::publishPreference(SyncedPreference preference, OperationId operation)
{
    return publish(
        EntityKind::Preference, preferenceId(preference.person, preference.name), preference.person, {},
        {Scope::person(preference.person)},
        [&preference](qint64 rev) -> Result<Document> {
            preference.rev = rev;
            return Document{toJson(preference), preference.name, 0};
        },
        preference.person, operation);
}

Result<QString> PrivacyDesk::preference(PersonId person, const QString &name)
{
    const Result<QList<SyncedPreference>> found =
        decoded(documents(u"kind = 'preference' AND person = ? AND subject = ?"_s, {person.toBytes(), name}),
                preferenceFromJson);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? QString() : found->first().value;
}

Maybe<RightsRequest> PrivacyDesk::request(RequestId id)
{
    const Result<QList<RightsRequest>> found =
        decoded(documents(u"kind = 'request' AND id = ?"_s, {id.toBytes()}), requestFromJson);
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<RightsRequest>> PrivacyDesk::requests()
{
    return decoded(documents(u"kind = 'request' ORDER BY number"_s), requestFromJson);
}

Result<qint64> PrivacyDesk::publishRequest(const RightsRequest &request, PersonId by, OperationId operation)
{
    const Result<QList<PersonId>> people = contacts();
    if (!people)
        return std::unexpected(people.error());
    return publishTo(request, {}, audienceOf(request, *people), by, operation);
}

Result<void> PrivacyDesk::keepErasureRequest(PersonId person)
{
    const Result<QList<RightsRequest>> all = requests();
    const Result<WorkspaceRules> now = rules();
    if (!all || !now)
        return std::unexpected(all ? now.error() : all.error());
    const bool there = std::any_of(all->begin(), all->end(), [person](const RightsRequest &one) {
        return one.person == person && one.isOpen() && one.subject == accountSubject;
    });
    if (there)
        return {};
    RightsRequest request;
    request.id = RequestId::create();
    request.person = person;
    request.kind = RightsKind::Erasure;
    request.subject = accountSubject;
    request.origin = heldOrigin;
    request.writtenAt = request.receivedAt = m_workspace.now();
    request.dueAt = dueAfter(request.receivedAt, AnswerMonths, now->zone);
    CHATOPS_TRY(publishRequest(request, person));
    return {};
}

Result<QList<PrivacyDesk::Waiting>> PrivacyDesk::waitingErasures(Connection &db)
{
    QList<Waiting> waiting;
    CHATOPS_TRY(db.rows(
        u"SELECT workspace, person, json FROM document WHERE kind = 'request' AND subject = 'open' AND json LIKE ?"_s,
        {u"%\"subject\":\""_s + accountSubject + u"\"%"_s}, [&waiting](const SqlRow &row) {
            const Result<RightsRequest> request =
                requestFromJson(QJsonDocument::fromJson(row.text(2).toUtf8()).object());
            if (request && request->kind == RightsKind::Erasure && request->subject == accountSubject
                && request->origin == heldOrigin)
                waiting.append({row.id<WorkspaceId>(0), row.id<PersonId>(1)});
            return true;
        }));
    return waiting;
}

Result<qint64> PrivacyDesk::publishTo(RightsRequest request, const QList<Scope> &before,
                                      const QList<Scope> &after, PersonId by, OperationId operation)
{
    return publish(
        EntityKind::Request, request.id.uuid(), request.person, before, after,
        [&request](qint64 rev) -> Result<Document> {
            request.rev = rev;
            return Document{toJson(request), request.isOpen() ? u"open"_s : u"closed"_s, request.receivedAt};
        },
        by, operation);
}

Result<PolicyVersion> PrivacyDesk::publishPolicy(PolicyVersion policy)
{
    const Result<QList<PolicyVersion>> before = policies();
    if (!before)
        return std::unexpected(before.error());
    policy.id = PolicyId::create();
    policy.version = before->isEmpty() ? 1 : before->last().version + 1;
    policy.publishedAt = m_workspace.now();
    policy.effectiveAt = std::max(policy.effectiveAt, policy.publishedAt);
    for (const QString &purpose : std::as_const(policy.affects)) {
        if (!findPurpose(purpose))
            return failure(ErrorCode::Invalid,
                           u"There is no purpose %1. There are: %2."_s.arg(purpose, namesOfPurposes()));
    }
    if (policy.material && policy.affects.isEmpty())
        return failure(ErrorCode::Invalid, u"A material change needs the purposes it touches."_s);
    if (policy.sections.isEmpty())
        return failure(ErrorCode::Invalid, u"A policy has at least one section."_s);
    CHATOPS_TRY(publish(EntityKind::Policy, policy.id.uuid(), {}, {}, {Scope::workspace()},
                        [&policy](qint64 rev) -> Result<Document> {
                            policy.rev = rev;
                            return Document{toJson(policy), {}, policy.version};
                        },
                        {}, {}));
    // Everybody is told of a new version, also of one that asks nobody again.
    if (policy.version > 1) {
        Notice told;
        told.id = NoticeId::create();
        told.kind = NoticeKind::Service;
        told.title = u"The privacy policy has a new version, %1"_s.arg(policy.version);
        told.text = policy.summary;
        told.from = policy.publishedAt;
        told.until = policy.publishedAt + policyToldDays * DayMillis;
        const Result<int> reached = publishNotice(told);
        if (!reached)
            return std::unexpected(reached.error());
        CHATOPS_TRY(tellInChannel(told));
    }
    return policy;
}

Result<void> PrivacyDesk::tellInChannel(const Notice &notice)
{
    const Result<WorkspaceRules> now = rules();
    if (!now)
        return std::unexpected(now.error());
    const Maybe<Channel> channel = readChannel(m_db, now->noticeChannel);
    if (!channel)
        return std::unexpected(channel.error());
    if (!*channel || (*channel)->archived || (*channel)->kind == ChannelKind::Direct)
        return {};
    // Nobody's account: it has no password and is not active, so that nobody can enter with it.
    const QString handle = u"chatops.notices"_s;
    const Maybe<Person> known = m_workspace.personByHandle(handle);
    if (!known)
        return std::unexpected(known.error());
    PersonId author;
    if (*known) {
        author = (*known)->id;
    } else {
        const Result<PersonId> made = m_workspace.addPerson(u"Notices"_s, handle, Role::Guest, {});
        if (!made)
            return std::unexpected(made.error());
        author = *made;
        CHATOPS_TRY(m_workspace.publishPerson({author, u"Notices"_s, handle, Role::Guest, false, 0}));
    }
    Message message;
    message.id = MessageId::create();
    message.channel = now->noticeChannel;
    message.author = author;
    message.createdAt = m_workspace.now();
    message.text =
        truncated((u"**"_s + notice.title + u"**\n"_s + notice.text).trimmed(), Limit::MessageText);
    const Result<Message> posted = m_workspace.postMessage(message);
    return posted ? Result<void>() : std::unexpected(posted.error());
}

Result<QList<PolicyVersion>> PrivacyDesk::policies()
{
    return decoded(documents(u"kind = 'policy' ORDER BY number"_s), policyFromJson);
}

Result<int> PrivacyDesk::publishNotice(const Notice &notice)
{
    static constexpr std::array topics{MarketingTopic::News, MarketingTopic::Tips, MarketingTopic::Events,
                                       MarketingTopic::Surveys};
    const auto publishTo = [this](Notice one) -> Result<void> {
        const Scope scope = one.person ? Scope::person(one.person) : Scope::workspace();
        CHATOPS_TRY(publish(EntityKind::Notice, one.id.uuid(), one.person, {}, {scope},
                            [&one](qint64 rev) -> Result<Document> {
                                one.rev = rev;
                                return Document{toJson(one), nameOf(one.kind), one.from};
                            },
                            {}, {}));
        return {};
    };
    if (!isMarketing(notice.kind)) {
        CHATOPS_TRY(publishTo(notice));
        return notice.person ? 1 : -1;
    }
    const Purpose &purpose =
        marketingPurpose(topics[size_t(notice.kind) - size_t(NoticeKind::News)], MarketingChannel::App);
    QList<PersonId> people;
    CHATOPS_TRY(m_db.rows(u"SELECT id FROM person WHERE workspace = ? AND active = 1 ORDER BY id"_s,
                          {m_workspace.id().toBytes()}, [&people](const SqlRow &row) {
                              people.append(row.id<PersonId>(0));
                              return true;
                          }));
    int reached = 0;
    for (const PersonId &person : std::as_const(people)) {
        if (notice.person && notice.person != person)
            continue;
        const Result<bool> allowed = isAllowed(person, purpose.name);
        if (!allowed)
            return std::unexpected(allowed.error());
        if (!*allowed)
            continue;
        Notice own = notice;
        own.person = person;
        CHATOPS_TRY(publishTo(own));
        ++reached;
    }
    const Purpose &byMail =
        marketingPurpose(topics[size_t(notice.kind) - size_t(NoticeKind::News)], MarketingChannel::Email);
    for (const PersonId &person : std::as_const(people)) {
        const Maybe<Person> whom = readPerson(m_db, person);
        if (!whom)
            return std::unexpected(whom.error());
        if (!*whom || (notice.person && notice.person != person))
            continue;
        const Result<bool> queued = queueMail(m_workspace, **whom, byMail.name, notice.title, notice.text);
        if (!queued)
            return std::unexpected(queued.error());
        reached += *queued ? 1 : 0;
    }
    return reached;
}

Result<bool> PrivacyDesk::isVisible(NoticeId notice, PersonId person)
{
    const Result<QVariant> found = m_db.value(
        u"SELECT 1 FROM document WHERE workspace = ? AND kind = 'notice' AND id = ? AND person IN (?, ?)"_s,
        {m_workspace.id().toBytes(), notice.toBytes(), PersonId().toBytes(), person.toBytes()});
    if (!found)
        return std::unexpected(found.error());
    return found->isValid();
}

Result<qint64> PrivacyDesk::markSeen(const NoticeSeen &seen, OperationId operation)
{
    return publish(
        EntityKind::Seen, seen.notice.uuid(), seen.person, {}, {Scope::person(seen.person)},
        [one = seen](qint64 rev) mutable -> Result<Document> {
            one.rev = rev;
            return Document{toJson(one), {}, one.at};
        },
        seen.person, operation);
}

Result<void> PrivacyDesk::addUsage(PersonId person, const QHash<QString, qint64> &totals)
{
    const qint64 day = m_workspace.now() / DayMillis;
    for (auto it = totals.begin(); it != totals.end(); ++it) {
        const CountedFeature *feature = findFeature(it.key());
        if (!feature)
            return failure(ErrorCode::Invalid, u"A feature nobody counts."_s);
        const Result<bool> allowed = isAllowed(person, feature->purpose);
        if (!allowed)
            return std::unexpected(allowed.error());
        if (!*allowed)
            return failure(ErrorCode::Forbidden, u"This person has not allowed it."_s);
    }
    for (auto it = totals.begin(); it != totals.end(); ++it)
        CHATOPS_TRY(m_db.run(
            u"INSERT INTO usage (workspace, day, feature, total) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (workspace, day, feature) DO UPDATE SET total = usage.total + excluded.total"_s,
            {m_workspace.id().toBytes(), day, it.key(), it.value()}));
    return {};
}

Result<void> PrivacyDesk::removeRequest(const RightsRequest &request)
{
    const Result<QList<PersonId>> people = contacts();
    if (!people)
        return std::unexpected(people.error());
    // Everybody who holds it lets it go; what the log tells of it goes, too.
    CHATOPS_TRY(m_workspace.publish(EntityKind::Request, request.id.uuid(), audienceOf(request, *people), {},
                                    {}, {}, {}));
    CHATOPS_TRY(
        m_db.run(u"DELETE FROM document WHERE kind = 'request' AND id = ?"_s, {request.id.toBytes()}));
    return m_workspace.dropFromLog("request"_L1, request.id.uuid());
}

Result<Profile> PrivacyDesk::profile(PersonId person)
{
    const Result<QList<Profile>> all =
        decoded(documents(u"kind = 'profile' AND person = ?"_s, {person.toBytes()}), profileFromJson);
    if (!all)
        return std::unexpected(all.error());
    Profile blank;
    blank.person = person;
    return all->isEmpty() ? blank : all->first();
}

Result<qint64> PrivacyDesk::publishProfile(Profile profile, PersonId by, OperationId operation)
{
    const Result<qint64> done = publish(
        EntityKind::Profile, profile.person.uuid(), profile.person, {}, {Scope::workspace()},
        [&profile](qint64 rev) -> Result<Document> {
            profile.rev = rev;
            return Document{toJson(profile), {}, 0};
        },
        by, operation);
    // What was taken out of a profile is not told by the log either.
    if (done)
        CHATOPS_TRY(m_workspace.rewriteLog("profile"_L1, profile.person.uuid(), toJson(profile)));
    return done;
}

Result<DocumentPlace> visibleDocuments(Connection &db, const Clock &clock, WorkspaceId workspace,
                                       PersonId person, const DocumentPlace &after, int limit,
                                       const std::function<void(EntityKind, const QJsonObject &)> &each)
{
    Workspace place(db, workspace, clock);
    const Result<QList<PersonId>> contacts = PrivacyDesk(place).contacts();
    if (!contacts)
        return std::unexpected(contacts.error());
    const QString requests = contacts->contains(person) ? u" OR kind = 'request'"_s : QString();
    DocumentPlace last = after;
    int rows = 0;
    const Maybe<Person> who = readPerson(db, person);
    if (!who)
        return std::unexpected(who.error());
    const bool guest = !*who || (*who)->role == Role::Guest;
    QVariantList values{workspace.toBytes(),  after.kind,      after.kind, after.id,
                        PersonId().toBytes(), person.toBytes()};
    if (guest)
        values += {person.toBytes(), person.toBytes()};
    values += limit;
    CHATOPS_TRY(db.rows(
        u"SELECT kind, id, json FROM document WHERE workspace = ? AND (kind > ? OR (kind = ? AND id > ?))"
        " AND (person IN (?, ?) OR (kind = 'profile'"_s
            + (guest ? u" AND "_s + acquaintedCondition : QString()) + u')' + requests
            + u") ORDER BY kind, id LIMIT ?"_s,
        values, [&](const SqlRow &row) {
            last = {row.text(0), row.bytes(1)};
            ++rows;
            if (const auto kind = entityKindFromName(row.text(0)))
                each(*kind, QJsonDocument::fromJson(row.text(2).toUtf8()).object());
            return true;
        }));
    last.end = rows < limit;
    return last;
}

} // namespace ChatOps::Server
