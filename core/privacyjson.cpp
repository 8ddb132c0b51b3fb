// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacyjson.h"

#include "core/jsonfields.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QTimeZone>
#include <QVersionNumber>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

using namespace Json;

namespace {

constexpr std::array decisionNames{"given"_L1, "refused"_L1, "withdrawn"_L1, "objected"_L1};
constexpr std::array rightsNames{"access"_L1,    "rectification"_L1, "erasure"_L1,    "restriction"_L1,
                                 "objection"_L1, "portability"_L1,   "withdrawal"_L1, "complaint"_L1,
                                 "feedback"_L1,  "other"_L1};
constexpr std::array groundNames{"none"_L1, "inaccurate"_L1, "unlawful"_L1, "needed_for_claims"_L1,
                                 "objection_pending"_L1};
constexpr std::array stateNames{"open"_L1, "extended"_L1, "answered"_L1, "refused"_L1, "withdrawn"_L1};
constexpr std::array noticeNames{"service"_L1, "security"_L1, "maintenance"_L1, "breach"_L1, "ownership"_L1,
                                 "news"_L1,    "tips"_L1,     "events"_L1,      "survey"_L1};

std::optional<RightsRequest::State> stateFromName(QStringView name)
{
    return fromName<RightsRequest::State>(stateNames, name);
}

QString sha256(const QJsonObject &object)
{
    // QJsonObject holds its keys sorted and writes compactly: with the names used here,
    // ASCII, and integers only, that is the form of RFC 8785.
    return QString::fromLatin1(QCryptographicHash::hash(toJson(object), QCryptographicHash::Sha256).toHex());
}

QJsonObject toJson(const Contact &contact)
{
    return {{"name"_L1, contact.name},
            {"address"_L1, contact.address},
            {"email"_L1, contact.email},
            {"officer"_L1, contact.officer}};
}

Contact contactFrom(const QJsonObject &json, JsonReader &outer, QLatin1StringView key)
{
    JsonReader reader(json);
    Contact contact{reader.optionalText("name"_L1, 200), reader.optionalText("address"_L1, 500),
                    reader.optionalText("email"_L1, 200), reader.optionalText("officer"_L1, 300)};
    if (!reader.ok())
        outer.fail(key, "holds a wrong field");
    return contact;
}

QJsonArray toJson(const QList<RegisterEntry> &entries)
{
    QJsonArray json;
    for (const RegisterEntry &entry : entries)
        json.append(QJsonObject{{"name"_L1, entry.name},
                                {"purpose"_L1, entry.purpose},
                                {"region"_L1, entry.region},
                                {"safeguard"_L1, entry.safeguard},
                                {"since"_L1, entry.since}});
    return json;
}

QList<RegisterEntry> registerFrom(JsonReader &outer, QLatin1StringView key)
{
    QList<RegisterEntry> entries;
    const QJsonArray json = outer.array(key, 200);
    for (const auto &value : json) {
        const QJsonObject object = value.toObject();
        JsonReader reader(object);
        entries.append({reader.text("name"_L1, 200), reader.optionalText("purpose"_L1, 500),
                        reader.optionalText("region"_L1, 8), reader.optionalText("safeguard"_L1, 32),
                        reader.optionalInteger("since"_L1)});
        if (!reader.ok())
            outer.fail(key, "holds a wrong entry");
    }
    return entries;
}

QJsonArray sectionsJson(const QList<PolicyVersion::Section> &sections)
{
    QJsonArray json;
    for (const PolicyVersion::Section &section : sections)
        json.append(QJsonObject{{"key"_L1, section.key},
                                {"title"_L1, section.title},
                                {"brief"_L1, section.brief},
                                {"text"_L1, section.text}});
    return json;
}

QStringList textsFrom(JsonReader &reader, QLatin1StringView key, qsizetype most, qsizetype longest)
{
    QStringList texts;
    const QJsonArray json = reader.array(key, most);
    for (const auto &value : json) {
        texts.append(value.toString());
        if (texts.last().isEmpty() || texts.last().size() > longest)
            reader.fail(key, "holds a wrong text");
    }
    return texts;
}

} // namespace

QLatin1StringView nameOf(Decision value)
{
    return decisionNames[size_t(value)];
}
QLatin1StringView nameOf(RightsKind value)
{
    return rightsNames[size_t(value)];
}
QLatin1StringView nameOf(RestrictionGround value)
{
    return groundNames[size_t(value)];
}
QLatin1StringView nameOf(RightsRequest::State value)
{
    return stateNames[size_t(value)];
}
QLatin1StringView nameOf(NoticeKind value)
{
    return noticeNames[size_t(value)];
}
std::optional<Decision> decisionFromName(QStringView name)
{
    return fromName<Decision>(decisionNames, name);
}
std::optional<RightsKind> rightsKindFromName(QStringView name)
{
    return fromName<RightsKind>(rightsNames, name);
}
std::optional<RestrictionGround> restrictionGroundFromName(QStringView name)
{
    return fromName<RestrictionGround>(groundNames, name);
}
std::optional<NoticeKind> noticeKindFromName(QStringView name)
{
    return fromName<NoticeKind>(noticeNames, name);
}

bool isMarketing(NoticeKind kind)
{
    return int(kind) >= int(NoticeKind::News);
}

bool hasDueDate(RightsKind kind)
{
    return kind != RightsKind::Feedback;
}

QDate lastDay(Millis received, int months, const QByteArray &zone)
{
    const QTimeZone where(zone);
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(received, where.isValid() ? where : QTimeZone::utc()).date();
    return day.addMonths(months); // The last day where the month is shorter.
}

Millis dueAfter(Millis received, int months, const QByteArray &zone)
{
    const QTimeZone where(zone);
    return lastDay(received, months, zone)
        .addDays(1)
        .startOfDay(where.isValid() ? where : QTimeZone::utc())
        .toMSecsSinceEpoch();
}

QJsonObject toJson(const ConsentRecord &record)
{
    return {{"id"_L1, record.id.toString()},
            {"number"_L1, record.number},
            {"person"_L1, record.person.toString()},
            {"purpose"_L1, record.purpose},
            {"purpose_version"_L1, record.purposeVersion},
            {"decision"_L1, nameOf(record.decision)},
            {"basis"_L1, record.basis},
            {"policy"_L1, record.policy},
            {"policy_hash"_L1, record.policyHash},
            {"language"_L1, record.language},
            {"method"_L1, record.method},
            {"device"_L1, idText(record.device)},
            {"device_name"_L1, record.deviceName},
            {"controller"_L1, record.controller},
            {"decided"_L1, record.decidedAt},
            {"recorded"_L1, record.recordedAt},
            {"previous"_L1, record.previous},
            {"hash"_L1, record.hash},
            {"signature"_L1, record.signature},
            {"rev"_L1, record.rev}};
}

QString hashOf(const ConsentRecord &record)
{
    QJsonObject json = toJson(record);
    for (const QLatin1StringView key : {"rev"_L1, "hash"_L1, "signature"_L1})
        json.remove(key);
    return sha256(json);
}

Result<ConsentRecord> consentFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ConsentRecord record;
    record.id = reader.id<ConsentId>("id"_L1);
    record.number = reader.optionalInteger("number"_L1);
    record.person = reader.id<PersonId>("person"_L1);
    record.purpose = reader.text("purpose"_L1, 64);
    record.purposeVersion = int(reader.optionalInteger("purpose_version"_L1, 1, 1, 1'000'000));
    record.decision = readEnum(reader, "decision"_L1, decisionFromName);
    record.basis = reader.text("basis"_L1, 32);
    record.policy = int(reader.optionalInteger("policy"_L1, 0, 0, 1'000'000));
    record.policyHash = reader.optionalText("policy_hash"_L1, 64);
    record.language = reader.optionalText("language"_L1, 35);
    record.method = reader.text("method"_L1, 32);
    record.device = reader.optionalId<DeviceId>("device"_L1);
    record.deviceName = reader.optionalText("device_name"_L1, 120);
    record.controller = reader.optionalText("controller"_L1, 200);
    record.decidedAt = reader.optionalInteger("decided"_L1);
    record.recordedAt = reader.optionalInteger("recorded"_L1);
    record.previous = reader.optionalText("previous"_L1, 64);
    record.hash = reader.optionalText("hash"_L1, 64);
    record.signature = reader.optionalText("signature"_L1, 100);
    record.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, record);
}

QJsonObject toJson(const RightsRequest &request)
{
    QJsonArray entries;
    for (const RightsRequest::Entry &entry : request.entries)
        entries.append(QJsonObject{{"controller"_L1, entry.byController},
                                   {"author"_L1, idText(entry.author)},
                                   {"at"_L1, entry.at},
                                   {"text"_L1, entry.text}});
    return {{"id"_L1, request.id.toString()},
            {"person"_L1, request.person.toString()},
            {"kind"_L1, nameOf(request.kind)},
            {"ground"_L1, nameOf(request.ground)},
            {"subject"_L1, request.subject},
            {"text"_L1, request.text},
            {"state"_L1, nameOf(request.state)},
            {"written"_L1, request.writtenAt},
            {"received"_L1, request.receivedAt},
            {"due"_L1, request.dueAt},
            {"closed"_L1, request.closedAt},
            {"reason"_L1, request.reason},
            {"outcome"_L1, request.outcome},
            {"origin"_L1, request.origin},
            {"lifted"_L1, request.liftedAt},
            {"entries"_L1, entries},
            {"rev"_L1, request.rev}};
}

Result<RightsRequest> requestFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    RightsRequest request;
    request.id = reader.id<RequestId>("id"_L1);
    request.person = reader.id<PersonId>("person"_L1);
    request.kind = readEnum(reader, "kind"_L1, rightsKindFromName);
    request.ground = readEnum(reader, "ground"_L1, restrictionGroundFromName);
    request.subject = reader.optionalText("subject"_L1, 120);
    request.text = reader.optionalText("text"_L1, Limit::RequestText);
    request.state = readEnum(reader, "state"_L1, stateFromName);
    request.writtenAt = reader.optionalInteger("written"_L1);
    request.receivedAt = reader.optionalInteger("received"_L1);
    request.dueAt = reader.optionalInteger("due"_L1);
    request.closedAt = reader.optionalInteger("closed"_L1);
    request.reason = reader.optionalText("reason"_L1, Limit::RequestText);
    request.outcome = reader.optionalText("outcome"_L1, Limit::RequestText);
    request.origin = reader.optionalText("origin"_L1, 16);
    request.liftedAt = reader.optionalInteger("lifted"_L1);
    const QJsonArray entries = reader.array("entries"_L1, Limit::RequestEntries);
    for (const auto &value : entries) {
        const QJsonObject object = value.toObject();
        JsonReader one(object);
        request.entries.append({one.flag("controller"_L1), one.optionalId<PersonId>("author"_L1),
                                one.optionalInteger("at"_L1), one.text("text"_L1, Limit::RequestText)});
        if (!one.ok())
            reader.fail("entries"_L1, "holds a wrong entry");
    }
    request.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, request);
}

QJsonObject toJson(const Notice &notice)
{
    return {{"id"_L1, notice.id.toString()},
            {"kind"_L1, nameOf(notice.kind)},
            {"title"_L1, notice.title},
            {"text"_L1, notice.text},
            {"from"_L1, notice.from},
            {"until"_L1, notice.until},
            {"person"_L1, idText(notice.person)},
            {"below"_L1, notice.below},
            {"rev"_L1, notice.rev}};
}

Result<Notice> noticeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Notice notice;
    notice.id = reader.id<NoticeId>("id"_L1);
    notice.kind = readEnum(reader, "kind"_L1, noticeKindFromName);
    notice.title = reader.text("title"_L1, Limit::Title);
    notice.text = reader.optionalText("text"_L1, Limit::NoticeText);
    notice.from = reader.optionalInteger("from"_L1);
    notice.until = reader.optionalInteger("until"_L1);
    notice.person = reader.optionalId<PersonId>("person"_L1);
    notice.below = reader.optionalText("below"_L1, 32);
    notice.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, notice);
}

QJsonObject toJson(const NoticeSeen &seen)
{
    return {{"id"_L1, seen.notice.toString()},
            {"person"_L1, seen.person.toString()},
            {"at"_L1, seen.at},
            {"rev"_L1, seen.rev}};
}

Result<NoticeSeen> noticeSeenFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    NoticeSeen seen;
    seen.notice = reader.id<NoticeId>("id"_L1);
    seen.person = reader.id<PersonId>("person"_L1);
    seen.at = reader.optionalInteger("at"_L1);
    seen.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, seen);
}

QString PolicyVersion::hash() const
{
    return sha256({{"sections"_L1, sectionsJson(sections)}});
}

QJsonObject toJson(const PolicyVersion &policy)
{
    return {{"id"_L1, policy.id.toString()},
            {"version"_L1, policy.version},
            {"published"_L1, policy.publishedAt},
            {"effective"_L1, policy.effectiveAt},
            {"material"_L1, policy.material},
            {"affects"_L1, QJsonArray::fromStringList(policy.affects)},
            {"summary"_L1, policy.summary},
            {"sections"_L1, sectionsJson(policy.sections)},
            {"rev"_L1, policy.rev}};
}

Result<PolicyVersion> policyFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    PolicyVersion policy;
    policy.id = reader.id<PolicyId>("id"_L1);
    policy.version = int(reader.integer("version"_L1, 1, 1'000'000));
    policy.publishedAt = reader.optionalInteger("published"_L1);
    policy.effectiveAt = reader.optionalInteger("effective"_L1);
    policy.material = reader.flag("material"_L1);
    policy.affects = textsFrom(reader, "affects"_L1, 100, 64);
    policy.summary = reader.optionalText("summary"_L1, 2'000);
    const QJsonArray sections = reader.array("sections"_L1, Limit::PolicySections);
    for (const auto &value : sections) {
        const QJsonObject object = value.toObject();
        JsonReader one(object);
        policy.sections.append({one.text("key"_L1, 64), one.text("title"_L1, 250),
                                one.optionalText("brief"_L1, 500),
                                one.optionalText("text"_L1, Limit::PolicyText)});
        if (!one.ok())
            reader.fail("sections"_L1, "holds a wrong section");
    }
    policy.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, policy);
}

QJsonObject toJson(const WorkspaceRules &rules)
{
    QJsonArray retention;
    for (const RetentionRule &rule : rules.retention)
        retention.append(QJsonObject{{"class"_L1, rule.name},
                                     {"days"_L1, rule.days},
                                     {"reason"_L1, rule.reason},
                                     {"region"_L1, rule.region},
                                     {"safeguard"_L1, rule.safeguard}});
    QJsonArray contacts;
    for (const PersonId &person : rules.contacts)
        contacts.append(person.toString());
    return {{"id"_L1, rules.workspace.toString()},
            {"controller"_L1, toJson(rules.controller)},
            {"provider"_L1, toJson(rules.provider)},
            {"zone"_L1, QString::fromLatin1(rules.zone)},
            {"minimum_age"_L1, rules.minimumAge},
            {"aggregate_from"_L1, rules.aggregateFrom},
            {"marketing"_L1, rules.marketing},
            {"mail"_L1, rules.mail},
            {"remove_on_erasure"_L1, rules.removeOnErasure},
            {"backup_days"_L1, rules.backupDays},
            {"country"_L1, rules.authorityCountry},
            {"retention"_L1, retention},
            {"processors"_L1, toJson(rules.processors)},
            {"disclosures"_L1, toJson(rules.disclosures)},
            {"contacts"_L1, contacts},
            {"minimum_version"_L1, rules.minimumVersion},
            {"notice_channel"_L1, idText(rules.noticeChannel)},
            {"signing_key"_L1, rules.signingKey},
            {"rev"_L1, rules.rev}};
}

Result<WorkspaceRules> rulesFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    WorkspaceRules rules;
    rules.workspace = reader.id<WorkspaceId>("id"_L1);
    rules.controller = contactFrom(reader.object("controller"_L1), reader, "controller"_L1);
    rules.provider = contactFrom(reader.object("provider"_L1), reader, "provider"_L1);
    rules.zone = reader.text("zone"_L1, 64).toLatin1();
    if (!QTimeZone(rules.zone).isValid())
        reader.fail("zone"_L1, "is not a known time zone");
    // Below 13 nobody may be asked to agree for themselves (article 8).
    rules.minimumAge = int(reader.integer("minimum_age"_L1, 13, 120));
    rules.aggregateFrom = int(reader.optionalInteger("aggregate_from"_L1, 5, 2, 100'000));
    rules.marketing = reader.flag("marketing"_L1);
    rules.mail = reader.flag("mail"_L1);
    rules.removeOnErasure = reader.flag("remove_on_erasure"_L1);
    rules.backupDays = int(reader.integer("backup_days"_L1, 0, 3'650));
    rules.authorityCountry = reader.optionalText("country"_L1, 8);
    const QJsonArray retention = reader.array("retention"_L1, 50);
    for (const auto &value : retention) {
        const QJsonObject object = value.toObject();
        JsonReader one(object);
        rules.retention.append({one.text("class"_L1, 64), int(one.optionalInteger("days"_L1, 0, 0, 36'500)),
                                one.optionalText("reason"_L1, 500), one.optionalText("region"_L1, 8),
                                one.optionalText("safeguard"_L1, 32)});
        // What is collected by itself is kept 24 months at most.
        const RetentionRule &rule = rules.retention.last();
        const bool collected =
            rule.name == "usage"_L1 || rule.name == "session"_L1 || rule.name == "access"_L1;
        if (!one.ok() || (collected && (rule.days < 1 || rule.days > MostRetentionDays)))
            reader.fail("retention"_L1, "holds a wrong rule");
    }
    rules.processors = registerFrom(reader, "processors"_L1);
    rules.disclosures = registerFrom(reader, "disclosures"_L1);
    rules.contacts = reader.ids<PersonId>("contacts"_L1, 50);
    rules.minimumVersion = reader.optionalText("minimum_version"_L1, 32);
    rules.noticeChannel = reader.optionalId<ChannelId>("notice_channel"_L1);
    rules.signingKey = reader.optionalText("signing_key"_L1, 64);
    rules.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, rules);
}

std::span<const QLatin1StringView> profileFields()
{
    static constexpr std::array fields{"pronouns"_L1, "title"_L1, "department"_L1, "bio"_L1,
                                       "email"_L1,    "phone"_L1, "zone"_L1,       "status"_L1};
    return fields;
}

QJsonObject toJson(const Profile &profile)
{
    QJsonObject fields;
    for (auto it = profile.fields.begin(); it != profile.fields.end(); ++it)
        fields.insert(it.key(),
                      QJsonObject{{"value"_L1, it->value}, {"organisation"_L1, it->byOrganisation}});
    return {{"id"_L1, profile.person.toString()},
            {"fields"_L1, fields},
            {"avatar"_L1, QString::fromLatin1(profile.avatar.toBase64())},
            {"reviewed"_L1, profile.reviewedAt},
            {"rev"_L1, profile.rev}};
}

Result<Profile> profileFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    Profile profile;
    profile.person = reader.id<PersonId>("id"_L1);
    const QJsonObject fields = reader.object("fields"_L1);
    for (const QLatin1StringView name : profileFields()) {
        if (!fields.contains(name))
            continue;
        const QJsonObject object = fields.value(name).toObject();
        JsonReader one(object);
        const QString value = one.optionalText("value"_L1, Limit::ProfileField);
        if (!one.ok())
            reader.fail("fields"_L1, "holds a wrong field");
        if (!value.isEmpty())
            profile.fields.insert(name, {value, one.flag("organisation"_L1)});
    }
    const Result<QByteArray> avatar =
        avatarFromText(reader.optionalText("avatar"_L1, Limit::AvatarBytes * 2));
    if (avatar)
        profile.avatar = *avatar;
    else
        reader.fail("avatar"_L1, "is no picture of the right size");
    profile.reviewedAt = reader.optionalInteger("reviewed"_L1);
    profile.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, profile);
}

Result<QByteArray> avatarFromText(const QString &text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    // What it is, told by its first bytes (PNG: ISO/IEC 15948 clause 5.2; JPEG: ITU-T T.81 B.1.1.3).
    const bool picture =
        bytes.decoded.startsWith("\x89PNG\r\n\x1a\n") || bytes.decoded.startsWith("\xff\xd8\xff");
    if (!bytes || bytes.decoded.size() > Limit::AvatarBytes || (!bytes.decoded.isEmpty() && !picture))
        return failure(
            ErrorCode::Invalid,
            QCoreApplication::translate("ChatOps", "This is no picture of the right kind and size."));
    return bytes.decoded;
}

bool isOlderVersion(const QString &own, const QString &other)
{
    const QVersionNumber a = QVersionNumber::fromString(own);
    const QVersionNumber b = QVersionNumber::fromString(other);
    return !a.isNull() && !b.isNull() && QVersionNumber::compare(a.normalized(), b.normalized()) < 0;
}

QUuid preferenceId(PersonId person, const QString &name)
{
    return QUuid::createUuidV5(person.uuid(), name);
}

QJsonObject toJson(const SyncedPreference &preference)
{
    return {{"id"_L1, preferenceId(preference.person, preference.name).toString(QUuid::WithoutBraces)},
            {"person"_L1, preference.person.toString()},
            {"name"_L1, preference.name},
            {"value"_L1, preference.value},
            {"rev"_L1, preference.rev}};
}

Result<SyncedPreference> preferenceFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    SyncedPreference preference;
    preference.person = reader.id<PersonId>("person"_L1);
    preference.name = reader.text("name"_L1, Limit::PreferenceName);
    preference.value = reader.optionalText("value"_L1, Limit::PreferenceValue);
    preference.rev = reader.optionalInteger("rev"_L1);
    return finish(reader, preference);
}

} // namespace ChatOps
