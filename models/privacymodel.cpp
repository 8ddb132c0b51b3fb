// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/privacymodel.h"

#include "core/privacyjson.h"
#include "models/operations.h"

#include <QDateTime>
#include <QLocale>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

PrivacyModel::PrivacyModel(const Account &account, PendingWork &work, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_work(work)
{
    connect(&work, &PendingWork::changed, this, &PrivacyModel::rebuild);
    connect(account.cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (changes.privacy || changes.reset)
            reload();
    });
    reload();
}

void PrivacyModel::reload()
{
    const quint64 generation = ++m_generation;
    const PendingWork::Reading reading = m_work.whileReading();
    follow(m_account.cache->privacy(), this, [this, generation, reading](const Result<PrivacyRows> &rows) {
        if (generation != m_generation)
            return;
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        follow(m_account.cache->profile(m_account.self.id), this,
               [this, generation, reading, rows = *rows](const Result<Profile> &profile) {
                   if (generation != m_generation)
                       return;
                   if (!profile) {
                       Q_EMIT failed(profile.error());
                       return;
                   }
                   m_confirmed = rows;
                   m_confirmedProfile = *profile;
                   m_loaded = true;
                   rebuild();
               });
    });
}

void PrivacyModel::rebuild()
{
    m_rows = m_confirmed;
    m_rows.person = m_account.self.id;
    m_profile = m_confirmedProfile;
    m_waiting.clear();
    for (const PendingOperation &pending : m_work.operations()) {
        // A no that the disk did not take counts all the same: nothing goes on because of it.
        const bool unkeptNo = pending.code == u"not_kept"
            && pending.operation.kind == OperationKind::ConsentRecord
            && pending.operation.data.value("decision"_L1).toString() != nameOf(Decision::Given);
        if (PendingWork::isLaidOver(pending) || unkeptNo)
            layOver(pending.operation);
    }
    Q_EMIT changed();
}

void PrivacyModel::layOver(const Operation &operation)
{
    const auto known = [&operation](const auto &list) {
        return std::any_of(list.begin(), list.end(),
                           [&operation](const auto &one) { return one.id.uuid() == operation.target; });
    };
    switch (operation.kind) {
    case OperationKind::ConsentRecord: {
        if (known(m_rows.consents))
            return;
        QJsonObject json = operation.data;
        json.insert("id"_L1, operation.target.toString(QUuid::WithoutBraces));
        json.insert("person"_L1, m_account.self.id.toString());
        const Purpose *purpose = findPurpose(json.value("purpose"_L1).toString());
        json.insert("basis"_L1,
                    purpose && purpose->basis == Purpose::Basis::LegitimateInterest
                        ? u"legitimate_interests"_s
                        : u"consent"_s);
        if (const Result<ConsentRecord> record = consentFromJson(json)) {
            m_rows.consents.append(*record);
            m_waiting.insert(operation.target);
        }
        return;
    }
    case OperationKind::RequestCreate: {
        if (known(m_rows.requests))
            return;
        RightsRequest request;
        request.id = RequestId(operation.target);
        request.person = m_account.self.id;
        request.kind = rightsKindFromName(operation.data.value("kind"_L1).toString()).value_or(RightsKind());
        request.ground = restrictionGroundFromName(operation.data.value("ground"_L1).toString())
                             .value_or(RestrictionGround());
        request.subject = operation.data.value("subject"_L1).toString();
        request.text = operation.data.value("text"_L1).toString();
        request.writtenAt = operation.createdAt;
        m_rows.requests.prepend(request);
        m_waiting.insert(operation.target);
        return;
    }
    case OperationKind::RequestMessage:
    case OperationKind::RequestWithdraw:
    case OperationKind::RequestAnswer:
    case OperationKind::RequestExtend:
    case OperationKind::RequestRefuse:
    case OperationKind::RequestLift:
        for (RightsRequest &request : m_rows.requests) {
            if (request.id.uuid() == operation.target) {
                layOver(request, operation);
                m_waiting.insert(operation.target);
            }
        }
        return;
    case OperationKind::NoticeRead:
        m_rows.seen.insert(NoticeId(operation.target), operation.createdAt);
        return;
    case OperationKind::ProfilePatch:
        if (operation.data.contains("avatar"_L1))
            m_profile.avatar =
                avatarFromText(operation.data.value("avatar"_L1).toString()).value_or(QByteArray());
        m_profile.reviewedAt = operation.createdAt;
        for (auto it = operation.data.begin(); it != operation.data.end(); ++it) {
            if (std::find(profileFields().begin(), profileFields().end(), it.key()) == profileFields().end())
                continue;
            if (it.value().toString().isEmpty())
                m_profile.fields.remove(it.key());
            else
                m_profile.fields.insert(it.key(), {it.value().toString(), false});
        }
        return;
    case OperationKind::PreferenceSet: {
        const QString value = operation.data.value("value"_L1).toString();
        const QString name = operation.data.value("name"_L1).toString();
        if (value.isEmpty())
            m_rows.preferences.remove(name);
        else
            m_rows.preferences.insert(name, value);
        return;
    }
    default:
        return;
    }
}

void PrivacyModel::layOver(RightsRequest &request, const Operation &operation) const
{
    using State = RightsRequest::State;
    const QString text = operation.data.value("text"_L1).toString();
    switch (operation.kind) {
    case OperationKind::RequestWithdraw:
        request.state = State::Withdrawn;
        break;
    case OperationKind::RequestAnswer:
        request.state = State::Answered;
        request.outcome = text;
        break;
    case OperationKind::RequestRefuse:
        request.state = State::Refused;
        request.reason = text;
        break;
    case OperationKind::RequestExtend:
        request.state = State::Extended;
        request.reason = text;
        break;
    case OperationKind::RequestLift:
        request.liftedAt = operation.createdAt;
        request.entries.append({true, m_account.self.id, operation.createdAt, text});
        return;
    default:
        request.entries.append(
            {request.person != m_account.self.id, m_account.self.id, operation.createdAt, text});
        return;
    }
    if (!request.isOpen())
        request.closedAt = operation.createdAt;
}

const PolicyVersion *PrivacyModel::policy() const
{
    const Millis now = QDateTime::currentMSecsSinceEpoch();
    for (auto it = m_rows.policies.rbegin(); it != m_rows.policies.rend(); ++it) {
        if (it->effectiveAt <= now)
            return &*it;
    }
    return m_rows.policies.isEmpty() ? nullptr : &m_rows.policies.last();
}

bool PrivacyModel::isContact() const
{
    if (!m_rows.rules)
        return false;
    return m_rows.rules->contacts.isEmpty() ? m_account.self.role == Role::Owner
                                            : m_rows.rules->contacts.contains(m_account.self.id);
}

QList<RightsRequest> PrivacyModel::ownRequests() const
{
    QList<RightsRequest> own = m_rows.requests;
    own.removeIf([this](const RightsRequest &request) { return request.person != m_account.self.id; });
    return own;
}

QList<RightsRequest> PrivacyModel::requestsOfOthers() const
{
    QList<RightsRequest> others = m_rows.requests;
    others.removeIf([this](const RightsRequest &request) { return request.person == m_account.self.id; });
    std::stable_sort(others.begin(), others.end(), [](const RightsRequest &a, const RightsRequest &b) {
        if (a.isOpen() != b.isOpen())
            return a.isOpen();
        return a.isOpen() ? a.dueAt < b.dueAt : a.closedAt > b.closedAt;
    });
    return others;
}

QList<Notice> PrivacyModel::unreadNotices(Millis now) const
{
    QList<Notice> unread;
    for (const Notice &notice : m_rows.notices) {
        // A breach has to be read, however late (article 34).
        const bool over = notice.until > 0 && notice.until <= now && notice.kind != NoticeKind::Breach;
        // What was mended in this version concerns those who have an older one.
        const bool concerns =
            notice.below.isEmpty() || isOlderVersion(QStringLiteral(CHATOPS_VERSION), notice.below);
        if (notice.from <= now && !over && concerns && !m_rows.seen.contains(notice.id))
            unread.append(notice);
    }
    return unread;
}

void PrivacyModel::choose(const QList<const Purpose *> &purposes, bool yes, const QString &method)
{
    const PolicyVersion *shown = policy();
    for (const Purpose *purpose : purposes) {
        bool given = false;
        for (const ConsentRecord &record : std::as_const(m_rows.consents)) {
            if (record.purpose == purpose->name)
                given = record.decision == Decision::Given;
        }
        // What was said a moment ago may not be in the rows yet.
        given = m_said.value(purpose->name, given);
        m_said.insert(purpose->name, yes);
        ConsentRecord record;
        record.id = ConsentId::create();
        record.purpose = purpose->name;
        record.purposeVersion = purpose->version;
        const bool objects = purpose->basis == Purpose::Basis::LegitimateInterest
            || purpose->group == Purpose::Group::Marketing;
        record.decision = yes ? Decision::Given
            : !given          ? Decision::Refused
            : objects         ? Decision::Objected
                              : Decision::Withdrawn;
        record.policy = shown ? shown->version : 0;
        record.policyHash = shown ? shown->hash() : QString();
        record.language = QLocale().bcp47Name();
        record.method = method;
        record.deviceName = QSysInfo::prettyProductName();
        record.decidedAt = QDateTime::currentMSecsSinceEpoch();
        m_work.submit(Make::recordConsent(record));
    }
}

void PrivacyModel::request(RightsKind kind, const QString &text, RestrictionGround ground,
                           const QString &subject)
{
    RightsRequest request;
    request.id = RequestId::create();
    request.kind = kind;
    request.ground = ground;
    request.subject = subject;
    request.text = text.trimmed();
    m_work.submit(Make::createRequest(request));
}

void PrivacyModel::aboutRequest(OperationKind kind, RequestId request, const QString &text)
{
    m_work.submit(Make::aboutRequest(kind, request, text.trimmed()));
}

void PrivacyModel::markRead(NoticeId notice)
{
    m_work.submit(Make::readNotice(notice));
}

void PrivacyModel::setPreference(const QString &name, const QString &value)
{
    if (m_rows.preferences.value(name) != value)
        m_work.submit(Make::setPreference(m_account.self.id, name, value));
}

void PrivacyModel::patchProfile(const QJsonObject &fields)
{
    m_work.submit(Make::patchProfile(m_account.self.id, fields));
}

} // namespace ChatOps
