// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/outreach.h"

#include "core/privacyjson.h"
#include "core/purposes.h"
#include "core/text.h"
#include "server/commands/rights.h"
#include "server/hub/audit.h"
#include "server/hub/executor.h"
#include "server/hub/mailbox.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 mostMail = 1024LL * 1024;

Result<QList<Person>> activePeople(Workspace &workspace)
{
    QList<Person> people;
    CHATOPS_TRY(workspace.db().rows(
        u"SELECT "_s + personColumns + u" FROM person WHERE workspace = ? AND active = 1 ORDER BY handle"_s,
        {workspace.id().toBytes()}, [&people](const SqlRow &row) {
            people.append(personFromRow(row));
            return true;
        }));
    return people;
}

/// Was the purpose allowed at any time between the two instants, by the ledger?
bool wasAllowed(const QList<ConsentRecord> &ledger, const QString &purpose, Millis begin, Millis end)
{
    bool given = false;
    for (const ConsentRecord &record : ledger) {
        if (record.purpose != purpose || record.recordedAt >= end)
            continue;
        if (record.recordedAt >= begin && given)
            return true; // Until it was taken back, on that day.
        given = record.decision == Decision::Given;
    }
    return given;
}

constexpr std::array economicArea{"AT"_L1, "BE"_L1, "BG"_L1, "CY"_L1, "CZ"_L1, "DE"_L1, "DK"_L1, "EE"_L1,
                                  "ES"_L1, "FI"_L1, "FR"_L1, "GR"_L1, "HR"_L1, "HU"_L1, "IE"_L1, "IS"_L1,
                                  "IT"_L1, "LI"_L1, "LT"_L1, "LU"_L1, "LV"_L1, "MT"_L1, "NL"_L1, "NO"_L1,
                                  "PL"_L1, "PT"_L1, "RO"_L1, "SE"_L1, "SI"_L1, "SK"_L1};
constexpr std::array safeguards{"adequacy"_L1, "scc"_L1, "idta"_L1};

} // namespace

Result<void> checkTransfer(const QString &region, const QString &safeguard)
{
    if (!safeguard.isEmpty() && std::ranges::find(safeguards, safeguard) == safeguards.end())
        return failure(ErrorCode::Invalid, u"A safeguard is adequacy, scc or idta."_s);
    if (region.isEmpty())
        return {};
    if (region.size() != 2 || QLocale::codeToTerritory(region) == QLocale::AnyTerritory)
        return failure(ErrorCode::Invalid,
                       u"%1 is no country; write its two letters (ISO 3166)."_s.arg(region));
    if (safeguard.isEmpty() && std::ranges::find(economicArea, region) == economicArea.end())
        return failure(
            ErrorCode::Invalid,
            u"%1 is outside the European Economic Area: name the safeguard, adequacy, scc or idta."_s.arg(
                region));
    return {};
}

Result<void> checkRules(const WorkspaceRules &rules)
{
    if (const Result<WorkspaceRules> read = rulesFromJson(toJson(rules)); !read)
        return std::unexpected(read.error());
    for (const RetentionRule &rule : rules.retention)
        CHATOPS_TRY(checkTransfer(rule.region, rule.safeguard));
    for (const QList<RegisterEntry> &entries : {rules.processors, rules.disclosures}) {
        for (const RegisterEntry &entry : entries)
            CHATOPS_TRY(checkTransfer(entry.region, entry.safeguard));
    }
    return {};
}

Result<QString> shareAction(Workspace &workspace, const QStringList &words)
{
    if (words.size() < 2)
        return failure(ErrorCode::Invalid, u"share needs who gets the data and what for."_s);
    const QString region = words.value(2).toUpper();
    CHATOPS_TRY(checkTransfer(region, words.value(3)));
    PrivacyDesk desk(workspace);
    Result<WorkspaceRules> rules = desk.rules();
    const Result<QList<Person>> people = activePeople(workspace);
    if (!rules || !people)
        return std::unexpected(rules ? people.error() : rules.error());
    QStringList lines;
    for (const Person &person : *people) {
        const Result<bool> allowed = desk.isAllowed(person.id, Purposes::SharingForMarketing);
        const Result<Profile> profile = desk.profile(person.id);
        if (!allowed || !profile)
            return std::unexpected(allowed ? profile.error() : allowed.error());
        const QString address = profile->fields.value(u"email"_s).value;
        if (!*allowed || address.isEmpty())
            continue;
        CHATOPS_TRY(noteAccess(workspace, person.id, commandLineActor(), u"passed on"_s, words[0]));
        lines.append(person.name.simplified() + u'\t' + address.simplified());
    }
    if (!lines.isEmpty()) {
        rules->disclosures.append({words[0], words[1], region, words.value(3), workspace.now()});
        CHATOPS_TRY(checkRules(*rules));
        CHATOPS_TRY(desk.publishRules(*rules));
    }
    return lines.isEmpty() ? u"nobody has allowed it"_s : lines.join(u'\n');
}

Result<ArrivedMail> readArrivingMail()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, u"Standard input cannot be read."_s);
    const QByteArray bytes = input.read(mostMail + 1);
    if (bytes.size() > mostMail)
        return failure(ErrorCode::Invalid, u"This mail is larger than 1 MB."_s);
    return readMail(bytes);
}

Result<QString> mailboxAction(Workspace &workspace, const ArrivedMail &mail)
{
    const Result<QList<Person>> people = activePeople(workspace);
    if (!people)
        return std::unexpected(people.error());
    PrivacyDesk desk(workspace);
    for (const Person &person : *people) {
        const Result<Profile> profile = desk.profile(person.id);
        if (!profile)
            return std::unexpected(profile.error());
        const Profile::Field address = profile->fields.value(u"email"_s);
        if (!address.byOrganisation || address.value.trimmed().toLower() != mail.from)
            continue;
        const QString text = truncated((mail.subject + u"\n\n"_s + mail.text).trimmed(), Limit::RequestText);
        if (text.isEmpty())
            return failure(ErrorCode::Invalid, u"This mail has no words."_s);
        const QJsonObject data{{"kind"_L1, nameOf(RightsKind::Other)}, {"text"_L1, text}};
        Executor executor(workspace, {person.id, person.role, DeviceId::create(), u"mail"_s});
        const Operation operation = Operation::make(OperationKind::RequestCreate, makeUuidV7(), data);
        const Result<Verdict> verdict = executor.execute(operation);
        if (!verdict)
            return std::unexpected(verdict.error());
        if (verdict->kind != Verdict::Kind::Ok)
            return failure(ErrorCode::Forbidden, verdict->message);
        return u"filed as %1 of %2"_s.arg(operation.target.toString(QUuid::WithoutBraces), person.handle);
    }
    return failure(ErrorCode::NotFound, u"Nobody here has this address; a person has to answer."_s);
}

Result<QString> regionAction(Workspace &workspace, const QStringList &words)
{
    PrivacyDesk desk(workspace);
    Result<WorkspaceRules> rules = desk.rules();
    if (!rules)
        return std::unexpected(rules.error());
    const auto rule = std::find_if(rules->retention.begin(), rules->retention.end(),
                                   [&words](const RetentionRule &one) { return one.name == words.value(0); });
    if (words.size() < 2 || rule == rules->retention.end())
        return failure(
            ErrorCode::Invalid,
            u"region needs a class of the schedule, a country, and outside the EEA a safeguard."_s);
    rule->region = words[1].toUpper();
    rule->safeguard = words.value(2);
    CHATOPS_TRY(checkRules(*rules));
    CHATOPS_TRY(desk.publishRules(*rules));
    return u"%1 is kept in %2"_s.arg(rule->name, rule->region);
}

Result<QString> usageAction(Workspace &workspace)
{
    PrivacyDesk desk(workspace);
    const Result<WorkspaceRules> rules = desk.rules();
    const Result<QList<Person>> people = activePeople(workspace);
    if (!rules || !people)
        return std::unexpected(rules ? people.error() : rules.error());
    QList<QList<ConsentRecord>> ledgers;
    for (const Person &person : *people) {
        const Result<QList<ConsentRecord>> ledger = desk.consents(person.id);
        if (!ledger)
            return std::unexpected(ledger.error());
        ledgers.append(*ledger);
    }
    QStringList lines;
    int withheld = 0;
    CHATOPS_TRY(workspace.db().rows(
        u"SELECT day, feature, total FROM usage WHERE workspace = ? ORDER BY day, feature"_s,
        {workspace.id().toBytes()}, [&](const SqlRow &row) {
            const CountedFeature *feature = findFeature(row.text(1));
            const Millis begin = row.integer(0) * DayMillis;
            const auto counted = std::count_if(ledgers.begin(), ledgers.end(), [&](const auto &ledger) {
                return feature && wasAllowed(ledger, feature->purpose, begin, begin + DayMillis);
            });
            // A total of few is a fact about each of them.
            if (counted < rules->aggregateFrom)
                ++withheld;
            else
                lines.append(QDate(1970, 1, 1).addDays(row.integer(0)).toString(Qt::ISODate) + u'\t'
                             + row.text(1) + u'\t' + QString::number(row.integer(2)));
            return true;
        }));
    if (withheld > 0)
        lines.append(
            u"withheld: %1 totals of days on which fewer than %2 people allowed them"_s.arg(withheld).arg(
                rules->aggregateFrom));
    return lines.isEmpty() ? u"nothing was counted"_s : lines.join(u'\n');
}

} // namespace ChatOps::Server
