// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choices.h"
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "server/hub/audit.h"
#include "server/hub/executor.h"
#include "server/hub/privacydesk.h"
#include "server/hub/requestrules.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// How a choice can have been made; part of what the server signs.
const QStringList methods{u"question"_s, u"switch"_s, u"link"_s, u"request"_s};

} // namespace

Executor::Handled Executor::consentRecord(const Operation &operation)
{
    QJsonObject json = operation.data;
    json.insert("id"_L1, operation.target.toString(QUuid::WithoutBraces));
    json.insert("person"_L1, m_actor.person.toString());
    json.insert("device"_L1, m_actor.device.toString());
    const Purpose *purpose = findPurpose(json.value("purpose"_L1).toString());
    if (purpose)
        json.insert("basis"_L1,
                    purpose->basis == Purpose::Basis::Consent ? u"consent"_s : u"legitimate_interests"_s);
    for (const QLatin1StringView server :
         {"number"_L1, "recorded"_L1, "previous"_L1, "hash"_L1, "signature"_L1, "controller"_L1, "rev"_L1})
        json.remove(server);
    Result<ConsentRecord> record = consentFromJson(json);
    if (!record || !purpose || record->purposeVersion > purpose->version || !methods.contains(record->method))
        return refused("invalid", "This is not a choice this server knows.");
    Facts facts;
    facts.role = m_actor.role;
    if (!permits(operation, facts))
        return refused("forbidden", "You cannot choose this here.");
    const Result<QVariant> taken =
        m_db.value(u"SELECT 1 FROM document WHERE kind = 'consent' AND id = ?"_s, {record->id.toBytes()});
    if (!taken)
        return std::unexpected(taken.error());
    if (taken->isValid())
        return refused("exists", "This choice was recorded already.");
    PrivacyDesk desk(m_workspace);
    const Result<bool> tooMuch = desk.isTooMuch(EntityKind::Consent, m_actor.person);
    const Result<QList<PolicyVersion>> policies = desk.policies();
    if (!tooMuch || !policies)
        return std::unexpected(tooMuch ? policies.error() : tooMuch.error());
    // A no is always heard.
    if (*tooMuch && record->decision == Decision::Given)
        return refused("too_many", "These are more choices than anybody makes in a day; try again tomorrow.");
    // The receipt names a text that exists, or none.
    const auto shown = std::find_if(policies->begin(), policies->end(), [&record](const PolicyVersion &one) {
        return one.version == record->policy;
    });
    if (record->policy != 0 && shown == policies->end())
        return refused("invalid", "There is no such version of the policy.");
    record->policyHash = record->policy == 0 ? QString() : shown->hash();
    if (record->decision == Decision::Given) {
        const Result<WorkspaceRules> rules = desk.rules();
        if (!rules)
            return std::unexpected(rules.error());
        if (servesMarketing(*purpose) && !rules->marketing)
            return refused("marketing_off", "This workspace has no marketing at all.");
    }
    return finish(desk.record(*record, operation.id));
}

Result<std::optional<Executor::SeenRequest>> Executor::seenRequest(const QUuid &id)
{
    PrivacyDesk desk(m_workspace);
    const Maybe<RightsRequest> request = desk.request(RequestId(id));
    const Result<QList<PersonId>> contacts = desk.contacts();
    if (!request || !contacts)
        return std::unexpected(request ? contacts.error() : request.error());
    if (!*request)
        return std::nullopt;
    SeenRequest seen{**request, {}};
    seen.facts.role = m_actor.role;
    seen.facts.owner = seen.request.person == m_actor.person;
    seen.facts.contact = contacts->contains(m_actor.person);
    seen.facts.participant = seen.facts.owner || seen.facts.contact;
    if (!seen.facts.participant)
        return std::nullopt;
    return seen;
}

Executor::Handled Executor::requestCreate(const Operation &operation)
{
    JsonReader reader(operation.data);
    RightsRequest request;
    request.id = RequestId(operation.target);
    request.person = m_actor.person;
    const auto kind = rightsKindFromName(reader.text("kind"_L1, 32));
    const auto ground =
        restrictionGroundFromName(reader.has("ground"_L1) ? reader.text("ground"_L1, 32) : u"none"_s);
    request.subject = reader.optionalText("subject"_L1, 120);
    request.text = reader.optionalText("text"_L1, Limit::RequestText).trimmed();
    if (!reader.ok() || !kind || !ground)
        return refused("invalid", "A request needs a kind this server knows.");
    request.kind = *kind;
    request.ground = *ground;
    if ((request.kind == RightsKind::Restriction) != (request.ground != RestrictionGround::None))
        return refused("invalid", "A restriction needs one of the four grounds, and nothing else has one.");
    // What deleting the account leaves behind while a hold keeps it is the server's word alone.
    if (request.subject == u"account")
        return refused("invalid", "An account is deleted on its own page, with the password.");
    const bool needsText = request.kind == RightsKind::Rectification || request.kind == RightsKind::Other
        || request.kind == RightsKind::Complaint || request.kind == RightsKind::Feedback;
    if (needsText && request.text.isEmpty())
        return refused("invalid", "Say what it is about.");
    Facts facts;
    facts.role = m_actor.role;
    if (!permits(operation, facts))
        return refused("forbidden", "You cannot make requests here.");
    PrivacyDesk desk(m_workspace);
    const Maybe<RightsRequest> existing = desk.request(request.id);
    const Result<bool> tooMuch = desk.isTooMuch(EntityKind::Request, m_actor.person);
    const Result<WorkspaceRules> rules = desk.rules();
    if (!existing || !tooMuch || !rules)
        return std::unexpected(!existing ? existing.error() : tooMuch ? rules.error() : tooMuch.error());
    if (*existing)
        return refused("exists", "A request with this id exists already.");
    if (*tooMuch)
        return refused("too_many", "You have 50 open requests, or made 100 today; wait for an answer.");
    request.writtenAt = operation.createdAt;
    request.origin = m_actor.origin;
    request.receivedAt = m_workspace.now();
    if (hasDueDate(request.kind))
        request.dueAt = dueAfter(request.receivedAt, AnswerMonths, rules->zone);
    // Whoever objects to a purpose, or takes a consent back, need not press a switch besides.
    const Purpose *purpose = findPurpose(request.subject);
    if (purpose && (request.kind == RightsKind::Objection || request.kind == RightsKind::Withdrawal)) {
        const Result<bool> chosen = desk.isChosen(m_actor.person, request.subject);
        if (!chosen)
            return std::unexpected(chosen.error());
        if (*chosen)
            CHATOPS_TRY(desk.record(choiceOf(request, *purpose), operation.id));
    }
    return finish(desk.publishRequest(request, m_actor.person, operation.id));
}

ConsentRecord Executor::choiceOf(const RightsRequest &request, const Purpose &purpose) const
{
    ConsentRecord record;
    record.id = ConsentId::create();
    record.person = m_actor.person;
    record.purpose = purpose.name;
    record.purposeVersion = purpose.version;
    record.decision = request.kind == RightsKind::Objection ? Decision::Objected : Decision::Withdrawn;
    record.basis = purpose.basis == Purpose::Basis::Consent ? u"consent"_s : u"legitimate_interests"_s;
    record.method = u"request"_s;
    record.device = m_actor.device;
    record.decidedAt = request.receivedAt;
    return record;
}

Executor::Handled Executor::requestStep(const Operation &operation)
{
    JsonReader reader(operation.data);
    RequestStep step{operation.kind,    reader.optionalText("text"_L1, Limit::RequestText).trimmed(),
                     m_actor.person,    false,
                     m_workspace.now(), {}};
    if (!reader.ok())
        return refused("invalid", "The text is too long.");
    Result<std::optional<SeenRequest>> seen = seenRequest(operation.target);
    const Result<WorkspaceRules> rules = PrivacyDesk(m_workspace).rules();
    if (!seen || !rules)
        return std::unexpected(seen ? rules.error() : seen.error());
    if (!*seen)
        return notFound();
    if (!permits(operation, (*seen)->facts))
        return refused("forbidden", "This is for the privacy contact, or for the person who asked.");
    step.byController = (*seen)->facts.contact && !(*seen)->facts.owner;
    step.zone = rules->zone;
    if (const auto refusal = take((*seen)->request, step))
        return refused(refusal->code, refusal->sentence);
    if (step.byController) {
        const Maybe<Person> actor = readPerson(m_db, m_actor.person);
        if (!actor)
            return std::unexpected(actor.error());
        // Like what the commands do: the person sees who dealt with it.
        CHATOPS_TRY(noteAccess(m_workspace, (*seen)->request.person,
                               u'@' + (*actor ? (*actor)->handle : QString()), u"request handled"_s,
                               QString(nameOf(operation.kind))));
    }
    return finish(PrivacyDesk(m_workspace).publishRequest((*seen)->request, m_actor.person, operation.id));
}

Executor::Handled Executor::noticeRead(const Operation &operation)
{
    Facts facts;
    facts.role = m_actor.role;
    if (!permits(operation, facts))
        return refused("forbidden", "You cannot do this here.");
    PrivacyDesk desk(m_workspace);
    const Result<bool> visible = desk.isVisible(NoticeId(operation.target), m_actor.person);
    if (!visible)
        return std::unexpected(visible.error());
    if (!*visible)
        return notFound();
    return finish(
        desk.markSeen({NoticeId(operation.target), m_actor.person, m_workspace.now(), 0}, operation.id));
}

Executor::Handled Executor::profilePatch(const Operation &operation)
{
    Facts facts;
    facts.role = m_actor.role;
    facts.owner = operation.target == m_actor.person.uuid();
    if (!facts.owner)
        return notFound();
    if (!permits(operation, facts))
        return refused("forbidden", "You cannot change this profile.");
    PrivacyDesk desk(m_workspace);
    Result<Profile> profile = desk.profile(m_actor.person);
    if (!profile)
        return std::unexpected(profile.error());
    JsonReader reader(operation.data);
    if (operation.data.contains("avatar"_L1)) {
        const Result<QByteArray> avatar =
            avatarFromText(reader.optionalText("avatar"_L1, Limit::AvatarBytes * 2));
        if (!avatar)
            return refused("invalid", "This is no picture of the right kind and size.");
        profile->avatar = *avatar;
    }
    profile->reviewedAt = m_workspace.now();
    for (const QLatin1StringView name : profileFields()) {
        if (!operation.data.contains(name))
            continue;
        const QString value = reader.optionalText(name, Limit::ProfileField).trimmed();
        if (profile->fields.value(name).byOrganisation)
            return refused("provided", "Your organisation provided this; ask for a correction.");
        if (value.isEmpty())
            profile->fields.remove(name);
        else
            profile->fields.insert(name, {value, false});
    }
    if (!reader.ok())
        return refused("invalid", "A field of the profile is wrong or too long.");
    return finish(desk.publishProfile(*profile, m_actor.person, operation.id));
}

Executor::Handled Executor::preferenceSet(const Operation &operation)
{
    JsonReader reader(operation.data);
    SyncedPreference preference;
    preference.person = m_actor.person;
    preference.name = reader.text("name"_L1, Limit::PreferenceName);
    preference.value = reader.optionalText("value"_L1, Limit::PreferenceValue);
    Facts facts;
    facts.role = m_actor.role;
    facts.owner = operation.target == preferenceId(m_actor.person, preference.name);
    if (!reader.ok())
        return refused("invalid", "A preference needs a name.");
    if (!facts.owner)
        return notFound();
    if (!permits(operation, facts))
        return refused("forbidden", "You cannot set this here.");
    PrivacyDesk desk(m_workspace);
    const Result<bool> room = desk.hasRoomFor(preference);
    if (!room)
        return std::unexpected(room.error());
    if (!*room)
        return refused("too_many", "These are more preferences than anybody needs.");
    return finish(desk.publishPreference(preference, operation.id));
}

} // namespace ChatOps::Server
