// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "core/purposes.h"
#include "server/commands/outreach.h"
#include "server/commands/rights.h"
#include "server/hub/audit.h"
#include "server/hub/defaultpolicy.h"
#include "server/hub/privacydesk.h"
#include "server/hub/requestrules.h"
#include "server/hub/retention.h"

#include <QFile>
#include <QTimeZone>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// What one action works with.
struct Desk {
    Place &place;
    Workspace &workspace;
    PrivacyDesk &desk;
    const QCommandLineParser &parser;
    QStringList words; ///< After the action.
};

QString dayIn(Millis at, const QByteArray &zone)
{
    return at ? QDateTime::fromMSecsSinceEpoch(at, QTimeZone(zone)).date().toString(Qt::ISODate) : u"-"_s;
}

QString stateName(const RightsRequest &request)
{
    return toJson(request).value("state"_L1).toString();
}

Result<QString> listRequests(Desk &at)
{
    const Result<QList<RightsRequest>> all = at.desk.requests();
    const Result<WorkspaceRules> rules = at.desk.rules();
    if (!all || !rules)
        return std::unexpected(all ? rules.error() : all.error());
    for (const RightsRequest &request : *all) {
        if (!request.isOpen() && !at.parser.isSet(u"all"_s))
            continue;
        const Maybe<Person> person = readPerson(at.workspace.db(), request.person);
        const bool overdue = request.isOpen() && request.dueAt > 0 && request.dueAt <= at.workspace.now();
        out() << request.id.toString() << '\t' << (person && *person ? (*person)->handle : u"?"_s) << '\t'
              << QString(nameOf(request.kind)) << '\t' << stateName(request) << '\t'
              << (request.dueAt ? dayIn(request.dueAt - 1, rules->zone) : u"-"_s)
              << (overdue ? " overdue" : "") << '\n';
    }
    out().flush();
    return QString();
}

/// By its number, or by the end of it that the window shows, if that is one request's alone.
Maybe<RightsRequest> findRequest(Desk &at)
{
    const QString number = at.words.value(0).toLower();
    if (number.isEmpty())
        return failure(ErrorCode::Invalid, u"Which request? `privacy requests` lists their numbers."_s);
    if (number.size() == 36)
        return at.desk.request(RequestId::fromString(number));
    const Result<QList<RightsRequest>> all = at.desk.requests();
    if (!all)
        return std::unexpected(all.error());
    std::optional<RightsRequest> found;
    for (const RightsRequest &request : *all) {
        if (number.size() < 8 || !request.id.toString().endsWith(number))
            continue;
        if (found)
            return failure(ErrorCode::Invalid, u"More than one request ends so; write all of its number."_s);
        found = request;
    }
    return found;
}

Result<QString> showRequest(Desk &at)
{
    const Maybe<RightsRequest> request = findRequest(at);
    if (!request)
        return std::unexpected(request.error());
    if (!*request)
        return failure(ErrorCode::NotFound, u"There is no such request."_s);
    CHATOPS_TRY(noteAccess(at.workspace, (*request)->person, commandLineActor(), u"request read"_s,
                           (*request)->id.toString()));
    out() << QString::fromUtf8(QJsonDocument(toJson(**request)).toJson(QJsonDocument::Indented));
    out().flush();
    return QString();
}

Result<QString> stepRequest(Desk &at, OperationKind kind)
{
    Maybe<RightsRequest> request = findRequest(at);
    const Result<WorkspaceRules> rules = at.desk.rules();
    if (!request || !rules)
        return std::unexpected(request ? rules.error() : request.error());
    if (!*request)
        return failure(ErrorCode::NotFound, u"There is no such request."_s);
    const QString text = at.words.mid(1).join(u' ').trimmed();
    if (text.size() > Limit::RequestText)
        return failure(ErrorCode::Invalid, u"The text has at most 8000 characters."_s);
    if (const auto refusal = take(**request, {kind, text, {}, true, at.workspace.now(), rules->zone}))
        return failure(ErrorCode::Invalid, QString::fromUtf8(refusal->sentence));
    CHATOPS_TRY(at.desk.publishRequest(**request, {}));
    CHATOPS_TRY(noteAccess(at.workspace, (*request)->person, commandLineActor(), u"request handled"_s,
                           QString(nameOf(kind))));
    return kind == OperationKind::RequestExtend
        ? u"extended until %1"_s.arg(dayIn((*request)->dueAt - 1, rules->zone))
        : stateName(**request);
}

Result<QJsonObject> jsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, u"The file cannot be read."_s, path);
    return parseJson(file.read(MostDocumentBytes + 1), {MostDocumentBytes, 8});
}

/// policy [FILE]: without a file the policy in force is printed, to begin a new one from.
Result<QString> policy(Desk &at)
{
    const Result<QList<PolicyVersion>> all = at.desk.policies();
    if (!all)
        return std::unexpected(all.error());
    if (at.words.isEmpty()) {
        if (!all->isEmpty()) {
            QJsonObject last = toJson(all->last());
            for (const QLatin1StringView key : {"id"_L1, "rev"_L1, "published"_L1})
                last.remove(key);
            out() << QString::fromUtf8(QJsonDocument(last).toJson(QJsonDocument::Indented));
            out().flush();
        }
        return QString();
    }
    Result<QJsonObject> json = jsonFile(at.words.first());
    if (!json)
        return std::unexpected(json.error());
    json->insert("id"_L1, PolicyId::create().toString());
    json->insert("version"_L1, 1);
    Result<PolicyVersion> next = policyFromJson(*json);
    if (!next)
        return std::unexpected(next.error());
    next->material = at.parser.isSet(u"material"_s);
    next->affects = at.parser.values(u"affects"_s);
    next->summary = at.parser.value(u"summary"_s);
    if (at.parser.isSet(u"effective"_s)) {
        const QDate day = QDate::fromString(at.parser.value(u"effective"_s), Qt::ISODate);
        const Result<WorkspaceRules> rules = at.desk.rules();
        if (!day.isValid() || !rules)
            return failure(ErrorCode::Invalid, u"--effective needs a date such as 2027-01-31."_s);
        next->effectiveAt = day.startOfDay(QTimeZone(rules->zone)).toMSecsSinceEpoch();
    }
    const Result<PolicyVersion> made = at.desk.publishPolicy(*next);
    if (!made)
        return std::unexpected(made.error());
    return u"version %1 published"_s.arg(made->version);
}

/// notice KIND TITLE, the text on standard input when --text is given.
Result<QString> notice(Desk &at)
{
    const auto kind = noticeKindFromName(at.words.value(0));
    Notice made;
    made.id = NoticeId::create();
    made.title = at.words.mid(1).join(u' ').trimmed();
    if (!kind || made.title.isEmpty() || made.title.size() > Limit::Title)
        return failure(
            ErrorCode::Invalid,
            u"notice needs a kind (service, security, maintenance, breach, ownership, news, tips, events, survey) and a title."_s);
    made.kind = *kind;
    if (at.parser.isSet(u"text"_s)) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly))
            return failure(ErrorCode::Storage, u"Standard input cannot be read."_s);
        made.text = QString::fromUtf8(input.read(Limit::NoticeText * 4)).trimmed();
        if (made.text.size() > Limit::NoticeText)
            return failure(ErrorCode::Invalid, u"The text has at most 8000 characters."_s);
    }
    made.from = at.workspace.now();
    bool number = true;
    const int days = at.parser.isSet(u"days"_s) ? at.parser.value(u"days"_s).toInt(&number)
        : made.kind == NoticeKind::Ownership    ? 30
                                                : 0;
    if (!number || days < 0 || days > 3650)
        return failure(ErrorCode::Invalid, u"--days needs a number of days, 0 for no end."_s);
    if (made.kind == NoticeKind::Breach && days > 0)
        return failure(ErrorCode::Invalid, u"A breach notice stays until it was read; it takes no --days."_s);
    made.until = days > 0 ? made.from + days * DayMillis : 0;
    if (at.parser.isSet(u"person"_s)) {
        const Result<Person> person = needPerson(at.workspace, at.parser.value(u"person"_s));
        if (!person)
            return std::unexpected(person.error());
        made.person = person->id;
    }
    made.below = at.parser.value(u"below"_s);
    if (!made.below.isEmpty() && !isOlderVersion(u"0"_s, made.below))
        return failure(ErrorCode::Invalid, u"--below needs a version such as 0.4.1."_s);
    const Result<int> reached = at.desk.publishNotice(made);
    if (!reached)
        return std::unexpected(reached.error());
    return *reached < 0 ? u"told to everybody"_s : u"told to %1"_s.arg(*reached);
}

/// Publishes rules; those by which something would be removed at once need --yes.
Result<void> publishAsked(Desk &at, const WorkspaceRules &rules)
{
    const Result<qint64> before = Retention(at.workspace).overdue();
    CHATOPS_TRY(at.desk.publishRules(rules));
    const Result<qint64> after = Retention(at.workspace).overdue();
    if (!before || !after)
        return std::unexpected(before ? after.error() : before.error());
    // What the server then removes within a second nobody brings back.
    if (*after > *before && !at.parser.isSet(u"yes"_s))
        return failure(
            ErrorCode::Invalid,
            u"This removes %1 messages, tasks, events or files at once, for ever. Nothing was changed; add --yes if that is meant."_s
                .arg(*after - *before));
    return {};
}

/// retention [CLASS DAYS [REASON]]: shows the schedule, or sets one class; `--apply` carries it out.
Result<QString> retention(Desk &at)
{
    Result<WorkspaceRules> rules = at.desk.rules();
    if (!rules)
        return std::unexpected(rules.error());
    if (!at.words.isEmpty()) {
        bool number = false;
        const int days = at.words.value(1).toInt(&number);
        const auto rule = std::find_if(rules->retention.begin(), rules->retention.end(),
                                       [&](const RetentionRule &one) { return one.name == at.words[0]; });
        if (!number || days < 0 || days > 36'500 || rule == rules->retention.end())
            return failure(
                ErrorCode::Invalid,
                u"A class of the schedule and a number of days up to 36500; `privacy retention` lists the classes."_s);
        rule->days = days;
        // A reason that speaks of the old time would be wrong beside the new one.
        if (at.words.size() > 2)
            rule->reason = at.words[2];
        else if (days > 0 && rule->reason == QLatin1StringView(KeptForGood))
            rule->reason = QString::fromLatin1(KeptAsWork);
        CHATOPS_TRY(publishAsked(at, *rules));
    } else if (at.parser.isSet(u"apply"_s)) {
        int removed = 0;
        while (true) {
            const Result<Retention::Outcome> gone = Retention(at.workspace).apply();
            if (!gone)
                return std::unexpected(gone.error());
            removed += gone->removed;
            if (!gone->more)
                break;
        }
        return u"%1 rows removed"_s.arg(removed);
    }
    for (const RetentionRule &rule : std::as_const(rules->retention))
        out() << rule.name << '\t' << (rule.days ? QString::number(rule.days) + u" days"_s : u"account"_s)
              << '\t' << rule.reason << '\n';
    out().flush();
    return QString();
}

/// register processor|disclosure NAME PURPOSE [REGION [SAFEGUARD]]; without words it lists.
Result<QString> keepRegister(Desk &at)
{
    Result<WorkspaceRules> rules = at.desk.rules();
    if (!rules)
        return std::unexpected(rules.error());
    if (at.words.isEmpty()) {
        for (const auto &[kind, list] :
             {std::pair{u"processor"_s, rules->processors}, std::pair{u"disclosure"_s, rules->disclosures}}) {
            for (const RegisterEntry &entry : list)
                out() << kind << '\t' << entry.name << '\t' << entry.purpose << '\t' << entry.region << '\t'
                      << entry.safeguard << '\n';
        }
        out().flush();
        return QString();
    }
    const bool processor = at.words[0] == u"processor";
    if ((!processor && at.words[0] != u"disclosure") || at.words.size() < 2)
        return failure(ErrorCode::Invalid, u"register needs processor or disclosure, and a name."_s);
    QList<RegisterEntry> &list = processor ? rules->processors : rules->disclosures;
    if (at.parser.isSet(u"remove"_s)) {
        if (list.removeIf([&](const RegisterEntry &one) { return one.name == at.words[1]; }) == 0)
            return failure(ErrorCode::NotFound, u"There is no such entry."_s);
    } else {
        if (at.words.value(2).trimmed().isEmpty())
            return failure(ErrorCode::Invalid, u"register needs what the data is for."_s);
        list.append({at.words[1], at.words.value(2), at.words.value(3).toUpper(), at.words.value(4),
                     at.workspace.now()});
        CHATOPS_TRY(checkRules(*rules));
    }
    CHATOPS_TRY(at.desk.publishRules(*rules));
    return u"the register has %1 entries"_s.arg(list.size());
}

/// rules [FILE]: prints what the workspace says of itself, or takes it from a file.
Result<QString> rulesOf(Desk &at)
{
    const Result<WorkspaceRules> now = at.desk.rules();
    if (!now)
        return std::unexpected(now.error());
    if (at.words.isEmpty()) {
        out() << QString::fromUtf8(QJsonDocument(toJson(*now)).toJson(QJsonDocument::Indented));
        out().flush();
        return QString();
    }
    Result<QJsonObject> json = jsonFile(at.words.first());
    if (!json)
        return std::unexpected(json.error());
    json->insert("id"_L1, at.workspace.id().toString());
    const Result<WorkspaceRules> next = rulesFromJson(*json);
    if (!next)
        return std::unexpected(next.error());
    CHATOPS_TRY(checkRules(*next));
    for (const PersonId &contact : next->contacts) {
        const Maybe<Person> person = readPerson(at.workspace.db(), contact);
        if (!person)
            return std::unexpected(person.error());
        if (!*person)
            return failure(ErrorCode::NotFound, u"A privacy contact is not in this workspace."_s);
    }
    CHATOPS_TRY(publishAsked(at, *next));
    return u"the rules are published"_s;
}

/// contact HANDLE…: who answers requests in the program; none given: the owners.
Result<QString> contact(Desk &at)
{
    Result<WorkspaceRules> rules = at.desk.rules();
    if (!rules)
        return std::unexpected(rules.error());
    rules->contacts.clear();
    for (const QString &handle : std::as_const(at.words)) {
        const Result<Person> person = needPerson(at.workspace, handle);
        if (!person)
            return std::unexpected(person.error());
        rules->contacts.append(person->id);
    }
    CHATOPS_TRY(at.desk.publishRules(*rules));
    return rules->contacts.isEmpty() ? u"the owners answer requests"_s
                                     : u"requests are answered by %1"_s.arg(at.words.join(u", "_s));
}

/// profile HANDLE FIELD [VALUE]: what the organisation provides; corrections, too.
Result<QString> profile(Desk &at)
{
    if (at.words.isEmpty())
        return failure(ErrorCode::Invalid, u"profile needs a short name."_s);
    const Result<Person> person = needPerson(at.workspace, at.words[0]);
    if (!person)
        return std::unexpected(person.error());
    Result<Profile> profile = at.desk.profile(person->id);
    if (!profile)
        return std::unexpected(profile.error());
    if (at.words.size() == 1) {
        CHATOPS_TRY(noteAccess(at.workspace, person->id, commandLineActor(), u"profile read"_s));
        for (auto it = profile->fields.begin(); it != profile->fields.end(); ++it)
            out() << it.key() << '\t' << it->value << '\t' << (it->byOrganisation ? "organisation" : "person")
                  << '\n';
        out().flush();
        return QString();
    }
    const std::span<const QLatin1StringView> known = profileFields();
    const QString value = at.words.mid(2).join(u' ').trimmed();
    if (std::find(known.begin(), known.end(), at.words[1]) == known.end()
        || value.size() > Limit::ProfileField)
        return failure(ErrorCode::Invalid,
                       u"profile needs a field such as title or department, and a value."_s);
    if (value.isEmpty())
        profile->fields.remove(at.words[1]);
    else
        profile->fields.insert(at.words[1], {value, true});
    CHATOPS_TRY(at.desk.publishProfile(*profile, {}));
    CHATOPS_TRY(noteAccess(at.workspace, person->id, commandLineActor(), u"profile changed"_s, at.words[1]));
    return u"the profile is published"_s;
}

struct Action {
    QLatin1StringView name;
    QLatin1StringView words; ///< What follows it, as the help shows it.
    QLatin1StringView what;
    int least; ///< Words that must follow.
    int most; ///< Words that may follow; -1: any number.
    Result<QString> (*act)(Desk &); ///< Null: `runPrivacy` calls it by its name.
};

constexpr std::array actions{
    Action{"requests"_L1, "[ID]"_L1, "open requests (--all: every one), or one in full"_L1, 0, 1,
           [](Desk &at) { return at.words.isEmpty() ? listRequests(at) : showRequest(at); }},
    Action{"answer"_L1, "ID TEXT"_L1, "closes a request with what was done"_L1, 2, -1,
           [](Desk &at) { return stepRequest(at, OperationKind::RequestAnswer); }},
    Action{"refuse"_L1, "ID TEXT"_L1, "closes a request with why nothing was done"_L1, 2, -1,
           [](Desk &at) { return stepRequest(at, OperationKind::RequestRefuse); }},
    Action{"extend"_L1, "ID REASON"_L1, "two months more, told within the first month"_L1, 2, -1,
           [](Desk &at) { return stepRequest(at, OperationKind::RequestExtend); }},
    Action{"message"_L1, "ID TEXT"_L1, "asks back"_L1, 2, -1,
           [](Desk &at) { return stepRequest(at, OperationKind::RequestMessage); }},
    Action{"lift"_L1, "ID REASON"_L1, "ends a restriction that was granted; the person is told"_L1, 2, -1,
           [](Desk &at) { return stepRequest(at, OperationKind::RequestLift); }},
    Action{"mailbox"_L1, ""_L1, "files a mail on standard input as a request"_L1, 0, 0, nullptr},
    Action{"share"_L1, "WHO PURPOSE [REGION [SAFEGUARD]]"_L1,
           "names and addresses of those who allow passing them on"_L1, 2, 4,
           [](Desk &at) { return shareAction(at.workspace, at.words); }},
    Action{"region"_L1, "CLASS COUNTRY [SAFEGUARD]"_L1, "where a class of data is kept"_L1, 2, 3,
           [](Desk &at) { return regionAction(at.workspace, at.words); }},
    Action{"policy"_L1, "[FILE]"_L1, "prints the policy, or publishes the next version"_L1, 0, 1, policy},
    Action{"notice"_L1, "KIND TITLE"_L1, "tells everybody, or those who chose that kind"_L1, 2, -1, notice},
    Action{"retention"_L1, "[CLASS DAYS [REASON]]"_L1,
           "shows the schedule or changes it; --apply carries it out"_L1, 0, 3, retention},
    Action{"register"_L1, "[processor|disclosure NAME PURPOSE [REGION [SAFEGUARD]]]"_L1,
           "who works for the organisation, and who got data"_L1, 0, 5, keepRegister},
    Action{"contact"_L1, "[HANDLE...]"_L1, "who answers requests in the program; none: the owners"_L1, 0, -1,
           contact},
    Action{"profile"_L1, "HANDLE [FIELD [VALUE]]"_L1, "what the organisation provides of a person"_L1, 1, -1,
           profile},
    Action{"hold"_L1, "[HANDLE REASON]"_L1,
           "keeps the data for a claim, --until DAY, --silent; --remove ends it"_L1, 0, -1,
           [](Desk &at) { return holdAction(at.workspace, at.words, at.parser); }},
    Action{"export"_L1, "HANDLE FILE"_L1,
           "everything held about somebody; --portability: what they provided"_L1, 2, 2, nullptr},
    Action{"plan"_L1, "HANDLE"_L1, "what erasing the account would do"_L1, 1, 1,
           [](Desk &at) { return planAction(at.workspace, at.words); }},
    Action{"erase"_L1, "HANDLE"_L1, "erases the account; prints the number of the receipt"_L1, 1, 1, nullptr},
    Action{"receipt"_L1, "NUMBER"_L1, "what was erased, signed"_L1, 1, 1,
           [](Desk &at) { return receiptAction(at.workspace, at.words); }},
    Action{"access"_L1, "HANDLE"_L1, "what was done with somebody's data from here"_L1, 1, 1,
           [](Desk &at) { return accessAction(at.workspace, at.words); }},
    Action{"usage"_L1, ""_L1, "totals of feature use, of those who allowed it"_L1, 0, 0,
           [](Desk &at) { return usageAction(at.workspace); }},
    Action{"rules"_L1, "[FILE]"_L1, "prints or replaces what the workspace says of itself"_L1, 0, 1, rulesOf},
};

QString helpText()
{
    constexpr int column = 37;
    QString text = u"For the organisation's privacy contact:"_s;
    for (const Action &action : actions) {
        QString line = u"  privacy %1 %2"_s.arg(QString(action.name), QString(action.words));
        text += u'\n' + line.leftJustified(column - 1)
            + (line.size() < column ? u" "_s : u'\n' + QString(column, u' ')) + action.what;
    }
    return text;
}

} // namespace

int runPrivacy(const QString &data, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(helpText());
    parser.addOptions(
        {workspaceOption(),
         {u"all"_s, u"Closed requests, too."_s},
         {u"material"_s, u"The change of the policy asks again for what it touches."_s},
         {u"affects"_s, u"A purpose it touches; may be given more than once."_s, u"PURPOSE"_s},
         {u"summary"_s, u"What changed, for people."_s, u"TEXT"_s},
         {u"effective"_s, u"The day from which the policy is in force."_s, u"DATE"_s},
         {u"text"_s, u"The notice has a text; it is read from standard input."_s},
         {u"days"_s, u"How long a notice is shown; 30 for a new owner, else without end."_s, u"N"_s},
         {u"person"_s, u"Only this person gets the notice."_s, u"HANDLE"_s},
         {u"below"_s, u"Only programs older than this version show the notice."_s, u"VERSION"_s},
         {u"yes"_s, u"Yes, what is over by the new schedule may be removed at once."_s},
         {u"apply"_s, u"Removes now what the schedule says is over."_s},
         {u"remove"_s, u"Takes the entry out of the register, or ends a hold."_s},
         {u"until"_s, u"Last day of a hold."_s, u"DATE"_s},
         {u"silent"_s, u"The person may not be told why, for instance by order of a court."_s},
         {u"portability"_s, u"Only what the person provided."_s}});
    parser.addPositionalArgument(u"ACTION"_s, u"See above."_s);
    if (const auto code = parseOrHelp(parser, arguments, -1))
        return *code;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return usageError(u"privacy needs an action; see privacy --help"_s);
    const auto action = std::find_if(actions.begin(), actions.end(),
                                     [&words](const Action &one) { return one.name == words.first(); });
    if (action == actions.end())
        return usageError(u"unknown action %1; see privacy --help"_s.arg(words.first()));
    const qsizetype following = words.size() - 1;
    if (following < action->least || (action->most >= 0 && following > action->most))
        return usageError(
            u"usage: chatops-server privacy %1 %2"_s.arg(QString(action->name), QString(action->words)));
    Result<Place> place = openPlace(data, parser.value(workspaceOption()));
    if (!place)
        return complain(place.error());
    if (words.first() == u"export")
        return exportAction(*place, words.sliced(1), parser.isSet(u"portability"_s));
    if (words.first() == u"erase")
        return eraseAction(*place, words.sliced(1));
    Result<ArrivedMail> mail = ArrivedMail();
    if (words.first() == u"mailbox") {
        mail = readArrivingMail();
        if (!mail)
            return complain(mail.error());
    }
    return inTransaction(*place, [&](Workspace &workspace, Accounts &) -> Result<QString> {
        PrivacyDesk desk(workspace);
        CHATOPS_TRY(desk.ensureDefaults());
        if (words.first() == u"mailbox")
            return mailboxAction(workspace, *mail);
        Desk at{*place, workspace, desk, parser, words.sliced(1)};
        return action->act(at);
    });
}

} // namespace ChatOps::Server
