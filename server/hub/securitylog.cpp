// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/securitylog.h"

#include "core/text.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

/// Fields with their lengths, so that no two lists of them are the same bytes.
class Fields {
public:
    Fields &operator<<(const QByteArray &field)
    {
        m_hash.addData(QByteArray::number(field.size()) + ':');
        m_hash.addData(field);
        return *this;
    }
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

/// What stands in the chain for what is personal. With the salt gone, nobody finds the name by trying.
QByteArray sealOf(const SecurityEntry &entry)
{
    return (Fields() << entry.salt << entry.actorName.toUtf8() << entry.subjectName.toUtf8()
                     << entry.event.address.toUtf8() << entry.event.detail.toUtf8())
        .result();
}

QByteArray hashOf(const QByteArray &before, const SecurityEntry &entry)
{
    return (Fields() << before << QByteArray::number(entry.seq) << QByteArray::number(entry.at)
                     << entry.workspace.toBytes() << entry.event.kind.toUtf8() << entry.event.actor.toBytes()
                     << entry.event.subject.toBytes() << entry.seal)
        .result();
}

/// Names of devices are what their owners wrote: none may begin a line, a column or a command of a terminal.
QString onOneLine(QString text)
{
    for (QChar &c : text) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            c = u' ';
            break;
        default:
            break;
        }
    }
    return text;
}

QString handleOf(Connection &db, PersonId person)
{
    if (person.isNull())
        return {};
    const QString handle = db.value(u"SELECT handle FROM person WHERE id = ?"_s, {person.toBytes()})
                               .value_or(QVariant())
                               .toString();
    return handle.isEmpty() ? QString() : u'@' + handle;
}

/// The hash the first entry that is left stands on: of what was removed for its age.
Result<QByteArray> anchor(Connection &db)
{
    const Result<QVariant> kept = db.value(u"SELECT value FROM meta WHERE name = 'security_anchor'"_s);
    if (!kept)
        return std::unexpected(kept.error());
    return QByteArray::fromHex(kept->toString().toLatin1());
}

} // namespace

Result<void> appendSecurity(Connection &db, WorkspaceId workspace, Millis now, const SecurityEvent &event,
                            const QString &actorName)
{
    std::optional<Transaction> own;
    if (!db.inTransaction()) {
        own.emplace(db);
        CHATOPS_TRY(own->begun());
    }
    SecurityEntry entry{1,
                        now,
                        workspace,
                        event,
                        actorName.isEmpty() ? handleOf(db, event.actor) : actorName,
                        handleOf(db, event.subject),
                        QByteArray(16, '\0'),
                        {},
                        {}};
    QRandomGenerator::system()->generate(entry.salt.begin(), entry.salt.end());
    entry.event.detail = onOneLine(truncated(event.detail, 200));
    entry.seal = sealOf(entry);
    Result<QByteArray> before = anchor(db);
    if (!before)
        return std::unexpected(before.error());
    CHATOPS_TRY(db.rows(u"SELECT seq, hash FROM security_log ORDER BY seq DESC LIMIT 1"_s, {},
                        [&](const SqlRow &row) {
                            entry.seq = row.integer(0) + 1;
                            before = row.bytes(1);
                            return false;
                        }));
    CHATOPS_TRY(db.run(
        u"INSERT INTO security_log (seq, at, workspace, kind, actor, subject, actor_name, subject_name,"
        " address, detail, salt, seal, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {entry.seq, entry.at, workspace.toBytes(), entry.event.kind, event.actor.toBytes(),
         event.subject.toBytes(), entry.actorName, entry.subjectName, event.address, entry.event.detail,
         entry.salt, entry.seal, hashOf(*before, entry)}));
    return own ? own->commit() : Result<void>();
}

Result<void> appendSecurity(Workspace &workspace, const SecurityEvent &event, const QString &actorName)
{
    return appendSecurity(workspace.db(), workspace.id(), workspace.now(), event, actorName);
}

Result<void> readSecurity(Connection &db, qint64 after,
                          const std::function<bool(const SecurityEntry &)> &each)
{
    return db.rows(
        u"SELECT seq, at, workspace, kind, actor, subject, actor_name, subject_name, address, detail,"
        " salt, seal, hash FROM security_log WHERE seq > ? ORDER BY seq"_s,
        {after}, [&each](const SqlRow &row) {
            return each({row.integer(0),
                         row.integer(1),
                         row.id<WorkspaceId>(2),
                         {row.text(3), row.id<PersonId>(4), row.id<PersonId>(5), row.text(8), row.text(9)},
                         row.text(6),
                         row.text(7),
                         row.bytes(10),
                         row.bytes(11),
                         row.bytes(12)});
        });
}

Result<qint64> firstBrokenSecurity(Connection &db)
{
    Result<QByteArray> before = anchor(db);
    if (!before)
        return std::unexpected(before.error());
    QSet<PersonId> erased;
    CHATOPS_TRY(
        db.rows(u"SELECT person FROM erasure WHERE state = 'done'"_s, {}, [&erased](const SqlRow &row) {
            erased.insert(row.id<PersonId>(0));
            return true;
        }));
    const auto sealHolds = [&erased](const SecurityEntry &entry) {
        if (!entry.salt.isEmpty())
            return entry.seal == sealOf(entry);
        return erased.contains(entry.event.actor) || erased.contains(entry.event.subject);
    };
    qint64 broken = 0;
    qint64 expected = 0;
    CHATOPS_TRY(readSecurity(db, 0, [&](const SecurityEntry &entry) {
        if (entry.hash != hashOf(*before, entry) || !sealHolds(entry)
            || (expected > 0 && entry.seq != expected))
            broken = entry.seq;
        before = entry.hash;
        expected = entry.seq + 1;
        return broken == 0;
    }));
    return broken;
}

Result<void> forgetInSecurity(Connection &db, PersonId person)
{
    const QByteArray id = person.toBytes();
    const Result<int> done = db.run(
        u"UPDATE security_log SET salt = ?, actor_name = CASE WHEN actor = ? THEN '' ELSE actor_name END,"
        " subject_name = CASE WHEN subject = ? THEN '' ELSE subject_name END, address = '', detail = ''"
        " WHERE actor = ? OR subject = ?"_s,
        {QByteArray(""), id, id, id, id});
    if (!done)
        return std::unexpected(done.error());
    return {};
}

Result<int> trimSecurity(Connection &db, Millis before)
{
    Transaction transaction(db);
    CHATOPS_TRY(transaction.begun());
    QByteArray hash;
    qint64 last = 0; // Never the newest, so that numbers go on.
    CHATOPS_TRY(db.rows(
        u"SELECT seq, hash FROM security_log WHERE at < ? AND seq < (SELECT max(seq) FROM security_log)"
        " ORDER BY seq DESC LIMIT 1"_s,
        {before}, [&](const SqlRow &row) {
            last = row.integer(0);
            hash = row.bytes(1);
            return false;
        }));
    if (last == 0)
        return 0;
    CHATOPS_TRY(db.run(u"INSERT INTO meta (name, value) VALUES ('security_anchor', ?)"
                       " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                       {QString::fromLatin1(hash.toHex())}));
    const Result<int> gone = db.run(u"DELETE FROM security_log WHERE seq <= ?"_s, {last});
    if (!gone)
        return gone;
    CHATOPS_TRY(transaction.commit());
    return gone;
}

} // namespace ChatOps::Server
