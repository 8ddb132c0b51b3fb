// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/rights.h"

#include "core/jsonguard.h"
#include "pack/packcheck.h"
#include "pack/signing.h"
#include "server/hub/eraser.h"
#include "server/hub/exporter.h"
#include "server/hub/importer.h"
#include "server/hub/privacydesk.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

constexpr qint64 mostReceipt = 256 * 1024;

QString dayOf(Millis at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date().toString(Qt::ISODate) : u"-"_s;
}

int printCounts(const QJsonObject &counts)
{
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out() << it.key() << '\t' << it.value().toInteger() << '\n';
    out().flush();
    return ExitOk;
}

/// A pack in which nothing is wrong; what is wrong is printed, each thing with its file.
Result<PackVerdict> soundPack(const QString &path, const QString &key = {})
{
    Result<PackVerdict> verdict = checkPack(path, key);
    if (!verdict || verdict->problems.isEmpty())
        return verdict;
    for (const QString &problem : std::as_const(verdict->problems))
        err() << path << ": " << problem << '\n';
    err().flush();
    return failure(ErrorCode::Damaged, u"This pack is not as it was made."_s, path);
}

} // namespace

const QString &commandLineActor()
{
    static const QString actor = u"command line"_s;
    return actor;
}

Result<QString> holdAction(Workspace &workspace, const QStringList &words, const QCommandLineParser &parser)
{
    if (words.isEmpty()) {
        CHATOPS_TRY(workspace.db().rows(
            u"SELECT p.handle, h.created, h.until, h.told, h.reason FROM legal_hold h JOIN person p ON p.id = h.person"
            " WHERE h.workspace = ? ORDER BY h.created"_s,
            {workspace.id().toBytes()}, [](const SqlRow &row) {
                out() << row.text(0) << '\t' << dayOf(row.integer(1)) << '\t' << dayOf(row.integer(2)) << '\t'
                      << (row.flag(3) ? "told" : "silent") << '\t' << row.text(4) << '\n';
                return true;
            }));
        out().flush();
        return QString();
    }
    const Result<Person> person = needPerson(workspace, words.first());
    if (!person)
        return std::unexpected(person.error());
    if (parser.isSet(u"remove"_s)) {
        const Result<QVariant> told = workspace.db().value(
            u"SELECT count(*) FROM legal_hold WHERE person = ? AND told = 1"_s, {person->id.toBytes()});
        const Result<int> gone = releaseHolds(workspace, person->id);
        if (!gone || !told)
            return std::unexpected(gone ? told.error() : gone.error());
        // One that was silent stays so.
        if (told->toInt() > 0)
            CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"hold released"_s));
        return u"%1 holds released; what the person asked for meanwhile is carried out within a minute, or when the server starts"_s
            .arg(*gone);
    }
    LegalHold hold;
    hold.reason = words.mid(1).join(u' ').trimmed();
    hold.told = !parser.isSet(u"silent"_s);
    if (hold.reason.isEmpty() || hold.reason.size() > 500)
        return failure(ErrorCode::Invalid,
                       u"hold needs a short name and a reason of at most 500 characters."_s);
    if (parser.isSet(u"until"_s)) {
        const QDate day = QDate::fromString(parser.value(u"until"_s), Qt::ISODate);
        const Result<WorkspaceRules> rules = PrivacyDesk(workspace).rules();
        if (!day.isValid() || !rules)
            return failure(ErrorCode::Invalid, u"--until needs a date such as 2027-01-31."_s);
        hold.until = day.addDays(1).startOfDay(QTimeZone(rules->zone)).toMSecsSinceEpoch();
        if (hold.until <= workspace.now())
            return failure(ErrorCode::Invalid, u"--until lies in the past."_s);
    }
    CHATOPS_TRY(placeHold(workspace, person->id, hold));
    if (hold.told)
        CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"hold placed"_s, hold.reason));
    return u"the data of %1 is held %2"_s.arg(
        person->handle, hold.until ? u"until %1"_s.arg(parser.value(u"until"_s)) : u"until it is released"_s);
}

Result<QString> accessAction(Workspace &workspace, const QStringList &words)
{
    if (words.size() != 1)
        return failure(ErrorCode::Invalid, u"access needs a short name."_s);
    const Result<Person> person = needPerson(workspace, words.first());
    if (!person)
        return std::unexpected(person.error());
    const Result<QList<AuditEntry>> entries = accessesTo(workspace.db(), workspace.id(), person->id, 10'000);
    if (!entries)
        return std::unexpected(entries.error());
    CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"log read"_s));
    for (const AuditEntry &entry : *entries)
        out() << QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODate) << '\t'
              << entry.actor << '\t' << entry.action << '\t' << entry.detail << '\n';
    out().flush();
    return QString();
}

Result<QString> planAction(Workspace &workspace, const QStringList &words)
{
    const Result<Person> person = needPerson(workspace, words.value(0));
    if (!person)
        return std::unexpected(person.error());
    const Result<ErasurePlan> plan = planErasure(workspace, person->id);
    if (!plan)
        return std::unexpected(plan.error());
    CHATOPS_TRY(noteAccess(workspace, person->id, commandLineActor(), u"plan read"_s));
    for (const ErasurePlan::Line &line : plan->lines)
        out() << line.name << '\t' << line.count << '\t' << (line.stays ? "stays without the name" : "goes")
              << '\n';
    if (plan->onlyOwner)
        out() << "warning\tthe only owner; `user role` makes somebody else one\n";
    if (plan->hold)
        out() << "held\t" << dayOf(plan->hold->until) << '\t' << plan->hold->reason << '\n';
    out().flush();
    return QString();
}

Result<QString> receiptAction(Workspace &workspace, const QStringList &words)
{
    const Result<QJsonObject> receipt = erasureReceipt(workspace.db(), QUuid::fromString(words.value(0)));
    if (!receipt)
        return std::unexpected(receipt.error());
    out() << QString::fromUtf8(QJsonDocument(*receipt).toJson(QJsonDocument::Indented));
    out().flush();
    return QString();
}

int exportAction(Place &place, const QStringList &words, bool portability)
{
    if (words.size() != 2)
        return usageError(u"privacy export needs a short name and a file"_s);
    if (QFile::exists(words[1]))
        return complain({ErrorCode::Storage, u"The file exists already; nothing was written."_s, words[1]});
    Workspace workspace(*place.db, place.workspace, systemClock());
    const Result<Person> person = needPerson(workspace, words[0]);
    const Result<Receipts> receipts = Receipts::open(*place.db);
    const Result<void> noted = !person
        ? std::unexpected(person.error())
        : noteAccess(workspace, person->id, commandLineActor(), u"export made"_s,
                     portability ? u"portability"_s : u"access"_s);
    Result<std::unique_ptr<Connection>> db = place.folder.connectForReading();
    if (!noted || !receipts || !db)
        return complain(!noted ? noted.error() : receipts ? db.error() : receipts.error());
    QFile file(words[1]);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return complain({ErrorCode::Storage, u"The file cannot be written."_s, file.errorString()});
    Exporter::Options options;
    options.workspace = place.workspace;
    options.person = person->id;
    options.scope = portability ? ExportScope::Portability : ExportScope::Access;
    options.job = QUuid::createUuid();
    options.now = systemClock().now();
    options.signingKey = receipts->publicKey();
    options.sign = [&receipts](const QByteArray &bytes) { return receipts->sign(bytes); };
    PackWriter pack(
        [&file](QByteArrayView bytes) -> Result<void> {
            if (file.write(bytes.data(), bytes.size()) != bytes.size())
                return failure(ErrorCode::Storage, u"The file cannot be written."_s, file.errorString());
            return {};
        },
        options.now);
    const Result<QJsonObject> counts = [&]() -> Result<QJsonObject> {
        CHATOPS_TRY((*db)->begin());
        Result<QJsonObject> made = Exporter(**db, options).write(pack);
        (*db)->rollback();
        if (made && !file.flush())
            return failure(ErrorCode::Storage, u"The file cannot be written."_s, file.errorString());
        return made;
    }();
    if (!counts) {
        file.remove();
        return complain(counts.error());
    }
    return printCounts(*counts);
}

int eraseAction(Place &place, const QStringList &words)
{
    if (words.size() != 1)
        return usageError(u"privacy erase needs a short name"_s);
    Workspace workspace(*place.db, place.workspace, systemClock());
    const Result<QUuid> begun = [&]() -> Result<QUuid> {
        Transaction transaction(*place.db);
        CHATOPS_TRY(transaction.begun());
        const Result<Person> person = needPerson(workspace, words.first());
        if (!person)
            return std::unexpected(person.error());
        Result<QUuid> erasure = Eraser::begin(workspace, person->id);
        if (erasure)
            CHATOPS_TRY(transaction.commit());
        return erasure;
    }();
    if (!begun)
        return complain(begun.error());
    Eraser eraser(workspace, *begun);
    while (true) {
        const Result<bool> over = eraser.step();
        if (!over)
            return complain(over.error());
        if (*over)
            break;
    }
    out() << begun->toString(QUuid::WithoutBraces) << Qt::endl;
    return ExitOk;
}

int importPack(Place &place, const QString &path, const QString &handle)
{
    if (const Result<PackVerdict> sound = soundPack(path); !sound)
        return complain(sound.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain({ErrorCode::Storage, u"The file cannot be read."_s, file.errorString()});
    Importer::Options options{place.workspace, {}};
    if (!handle.isEmpty()) {
        Workspace workspace(*place.db, place.workspace, systemClock());
        const Result<Person> person = needPerson(workspace, handle);
        if (!person)
            return complain(person.error());
        options.person = person->id;
    }
    const Result<QJsonObject> counts =
        Importer(*place.db, systemClock(), options)
            .run({[&file](qint64 offset, qint64 most) -> Result<QByteArray> {
                      if (!file.seek(offset))
                          return failure(ErrorCode::Storage, u"The file cannot be read."_s,
                                         file.errorString());
                      return file.read(most);
                  },
                  file.size()});
    if (!counts)
        return complain(counts.error());
    return printCounts(*counts);
}

int runVerify(const QString &, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"verify FILE: checks a data export (ZIP) or a receipt of a deletion (JSON), every byte and the\n"
        "signature, and names what was changed. Without --key the key is the file's own word."_s);
    parser.addOption({u"key"_s, u"The server's key, as `privacy rules` prints it."_s, u"BASE64"_s});
    parser.addPositionalArgument(u"FILE"_s, u"What to check."_s);
    if (const auto code = parseOrHelp(parser, arguments, 1))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return usageError(u"verify needs one file"_s);
    const QString path = parser.positionalArguments().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain({ErrorCode::Storage, u"The file cannot be read."_s, file.errorString()});
    if (file.peek(1) == "{") {
        const Result<QJsonObject> receipt = parseJson(file.read(mostReceipt), {mostReceipt, 8});
        if (!receipt || !isSigned(*receipt, parser.value(u"key"_s)))
            return complain(
                {ErrorCode::Damaged, u"This receipt was changed, or is not this server's."_s, path});
        out() << "the receipt is as the server made it" << Qt::endl;
        return ExitOk;
    }
    const Result<PackVerdict> verdict = soundPack(path, parser.value(u"key"_s));
    if (!verdict)
        return complain(verdict.error());
    out() << "the pack is as it was made: " << verdict->files << " files, " << verdict->bytes << " bytes"
          << Qt::endl;
    return ExitOk;
}

} // namespace ChatOps::Server
