// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outboxfile.h"

#include "core/planted.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

Result<int> OutboxFile::write(const QString &sql, const QVariantList &values)
{
    const auto in = [&sql](const QString &file) { return QString(sql).replace(u'@', file); };
    if (m_copies == Copies::Two)
        CHATOPS_TRY(m_db.run(in(u"copy."_s), values));
    return m_db.run(in(u"main."_s), values);
}

Result<void> OutboxFile::writeAlone(const QString &sql, const QVariantList &values)
{
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(write(sql, values));
    return transaction.commit();
}

Result<void> OutboxFile::alignCopy()
{
    if (m_copies == Copies::One)
        return {};
    // The bytes of files never change under their id, and are long.
    const Result<QVariant> differences = m_db.value(
        u"SELECT (SELECT count(*) FROM (SELECT * FROM main.operation EXCEPT SELECT * FROM copy.operation))"
        " + (SELECT count(*) FROM (SELECT * FROM copy.operation EXCEPT SELECT * FROM main.operation))"
        " + (SELECT count(*) FROM (SELECT * FROM main.draft EXCEPT SELECT * FROM copy.draft))"
        " + (SELECT count(*) FROM (SELECT * FROM copy.draft EXCEPT SELECT * FROM main.draft))"
        " + (SELECT count(*) FROM (SELECT id, operation, length(bytes) FROM main.outgoing_file"
        " EXCEPT SELECT id, operation, length(bytes) FROM copy.outgoing_file))"
        " + (SELECT count(*) FROM (SELECT id, operation, length(bytes) FROM copy.outgoing_file"
        " EXCEPT SELECT id, operation, length(bytes) FROM main.outgoing_file))"_s);
    if (!differences)
        return std::unexpected(differences.error());
    if (differences->toLongLong() == 0)
        return {};
    // Every transaction is in both, so this is damage of some kind, or a file that somebody
    // put back. What only one of them has is kept: sending it twice does no harm.
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    const QString columns = u"id, kind, target, base, data, at, state, rev, code, message, current"_s;
    CHATOPS_TRY(m_db.run(u"INSERT INTO main.operation (%1) SELECT %1 FROM copy.operation"
                         " WHERE id NOT IN (SELECT id FROM main.operation) ORDER BY seq"_s.arg(columns)));
    CHATOPS_TRY(m_db.run(u"INSERT OR IGNORE INTO main.outgoing_file SELECT * FROM copy.outgoing_file"_s));
    CHATOPS_TRY(m_db.run(u"INSERT OR IGNORE INTO main.draft SELECT * FROM copy.draft"_s));
    for (const QString &table : {u"operation"_s, u"outgoing_file"_s, u"draft"_s}) {
        CHATOPS_TRY(m_db.run(u"DELETE FROM copy."_s + table));
        CHATOPS_TRY(m_db.run(u"INSERT INTO copy.%1 SELECT * FROM main.%1"_s.arg(table)));
    }
    return transaction.commit();
}

Result<qint64> OutboxFile::append(const Operation &operation, const QHash<FileId, QByteArray> &files)
{
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(
        m_db.run(u"INSERT INTO main.operation (id, kind, target, base, data, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                 {operation.id.toBytes(), QString(nameOf(operation.kind)), operation.target.toRfc4122(),
                  operation.base, QString::fromUtf8(toJson(operation.data)), operation.createdAt}));
    const qint64 seq = m_db.lastInsertId();
    if (m_copies == Copies::Two)
        CHATOPS_TRY(
            m_db.run(u"INSERT INTO copy.operation SELECT * FROM main.operation WHERE seq = ?"_s, {seq}));
    for (auto it = files.begin(); it != files.end(); ++it) {
        CHATOPS_TRY(write(u"INSERT INTO @outgoing_file (id, operation, bytes) VALUES (?, ?, ?)"_s,
                          {it.key().toBytes(), operation.id.toBytes(), it.value()}));
    }
    CHATOPS_TRY(transaction.commit());
    return seq;
}

Result<void> OutboxFile::readOperations(bool newestFirst,
                                        const std::function<void(const PendingOperation &)> &each)
{
    const auto object = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); };
    return m_db.rows(
        u"SELECT seq, id, kind, target, base, data, at, state, rev, code, message, current"
        " FROM operation ORDER BY seq "_s
            + (newestFirst ? u"DESC"_s : u"ASC"_s),
        {}, [&](const SqlRow &row) {
            const auto kind = operationKindFromName(row.text(2));
            if (!kind)
                return true;
            PendingOperation item;
            item.operation = {
                row.id<OperationId>(1), row.integer(0),      *kind,         QUuid::fromRfc4122(row.bytes(3)),
                row.integer(4),         object(row.text(5)), row.integer(6)};
            item.state = PendingOperation::State(int(row.integer(7)));
            item.rev = row.integer(8);
            item.code = row.text(9);
            item.message = row.text(10);
            item.current = object(row.text(11));
            each(item);
            return true;
        });
}

Result<QList<PendingOperation>> OutboxFile::pending()
{
    QList<PendingOperation> result;
    CHATOPS_TRY(readOperations(false, [&result](const PendingOperation &item) { result.append(item); }));
    return result;
}

void OutboxFile::salvage(const DatabaseOptions &options, const Secret &key, Salvage &saved)
{
    // From both ends up to the damage; a connection that met it is of no more use.
    const auto attempt = [&](const std::function<void(OutboxFile &, Connection &)> &read) {
        const Result<std::unique_ptr<Connection>> connection = Connection::open(options, key.clone());
        if (!connection)
            return;
        OutboxFile file(**connection);
        read(file, **connection);
    };
    QMap<qint64, PendingOperation> operations;
    for (const PendingOperation &item : std::as_const(saved.operations))
        operations.insert(item.operation.seq, item);
    for (const bool newestFirst : {false, true}) {
        attempt([&](OutboxFile &file, Connection &) {
            (void)file.readOperations(newestFirst, [&](const PendingOperation &item) {
                if (item.operation.id && item.operation.seq > 0)
                    operations.insert(item.operation.seq, item);
            });
        });
    }
    saved.operations = operations.values();
    for (const QString &order : {u"ASC"_s, u"DESC"_s}) {
        attempt([&](OutboxFile &, Connection &connection) {
            (void)connection.rows(
                u"SELECT id, operation, bytes FROM outgoing_file ORDER BY rowid "_s + order, {},
                [&](const SqlRow &row) {
                    saved.files.insert(row.id<FileId>(0), {row.id<OperationId>(1), row.bytes(2)});
                    return true;
                });
        });
    }
    attempt([&](OutboxFile &file, Connection &) {
        for (const Draft &draft : file.drafts().value_or(QList<Draft>())) {
            if (std::none_of(saved.drafts.begin(), saved.drafts.end(), [&draft](const Draft &other) {
                    return other.channel == draft.channel && other.root == draft.root;
                }))
                saved.drafts.append(draft);
        }
    });
}

Result<void> OutboxFile::restore(const Salvage &salvage)
{
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    for (const PendingOperation &item : salvage.operations) {
        const Operation &operation = item.operation;
        CHATOPS_TRY(write(
            u"INSERT INTO @operation (seq, id, kind, target, base, data, at, state, rev, code, message, current)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {operation.seq, operation.id.toBytes(), QString(nameOf(operation.kind)),
             operation.target.toRfc4122(), operation.base, QString::fromUtf8(toJson(operation.data)),
             operation.createdAt, int(item.state), item.rev, item.code, item.message,
             item.current.isEmpty() ? QString() : QString::fromUtf8(toJson(item.current))}));
    }
    for (auto it = salvage.files.begin(); it != salvage.files.end(); ++it)
        CHATOPS_TRY(write(u"INSERT INTO @outgoing_file (id, operation, bytes) VALUES (?, ?, ?)"_s,
                          {it.key().toBytes(), it->first.toBytes(), it->second}));
    for (const Draft &draft : salvage.drafts)
        CHATOPS_TRY(write(u"INSERT INTO @draft (channel, root, text, at) VALUES (?, ?, ?, ?)"_s,
                          {draft.channel.toBytes(), draft.root.toBytes(), draft.text, draft.changedAt}));
    return transaction.commit();
}

Result<void> OutboxFile::applyVerdicts(const QList<Verdict> &verdicts, const QString &epoch)
{
    using State = PendingOperation::State;
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    for (const Verdict &verdict : verdicts) {
        State state = State::Waiting;
        switch (verdict.kind) {
        case Verdict::Kind::Ok:
        case Verdict::Kind::Duplicate:
            state = State::Acknowledged;
            break;
        case Verdict::Kind::Rejected:
            state = State::Refused;
            break;
        case Verdict::Kind::Conflict:
            state = State::Conflicted;
            break;
        case Verdict::Kind::Wait:
            continue;
        }
        if (state == State::Refused || state == State::Conflicted) {
            // A read marker nobody can do anything about is nothing to show.
            CHATOPS_TRY(write(u"DELETE FROM @operation WHERE id = ? AND kind = ?"_s,
                              {verdict.operation.toBytes(), QString(nameOf(OperationKind::ReadMark))}));
        }
        const QString current =
            verdict.current.isEmpty() ? QString() : QString::fromUtf8(toJson(verdict.current));
        CHATOPS_TRY(
            write(u"UPDATE @operation SET state = ?, rev = ?, epoch = ?, code = ?, message = ?, current = ?"
                  " WHERE id = ?"_s,
                  {int(state), verdict.rev, epoch, verdict.code, verdict.message, current,
                   verdict.operation.toBytes()}));
        if (CHATOPS_PLANTED(DeleteOnAcknowledgement) && state == State::Acknowledged)
            CHATOPS_TRY(write(u"DELETE FROM @operation WHERE id = ?"_s, {verdict.operation.toBytes()}));
    }
    return transaction.commit();
}

Result<void> OutboxFile::removeWhere(const QString &condition, const QVariantList &values)
{
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(
        write(u"DELETE FROM @outgoing_file WHERE operation IN (SELECT id FROM @operation WHERE %1)"_s.arg(
                  condition),
              values));
    CHATOPS_TRY(write(u"DELETE FROM @operation WHERE "_s + condition, values));
    return transaction.commit();
}

Result<bool> OutboxFile::settle(const Cursor &cursor)
{
    const QString condition = u"state = 1 AND rev <= ? AND epoch IN (?, '')"_s;
    const QVariantList values{cursor.rev, cursor.epoch};
    const Result<QVariant> count = m_db.value(u"SELECT count(*) FROM operation WHERE "_s + condition, values);
    if (!count)
        return std::unexpected(count.error());
    if (count->toInt() == 0)
        return false;
    CHATOPS_TRY(removeWhere(condition, values));
    return true;
}

Result<void> OutboxFile::resetAcknowledged()
{
    if (CHATOPS_PLANTED(KeepAcknowledgedAcrossEpochs))
        return {};
    return writeAlone(u"UPDATE @operation SET state = 0, rev = 0, epoch = '' WHERE state = 1"_s);
}

Result<void> OutboxFile::discard(OperationId operation)
{
    return removeWhere(u"id = ?"_s, {operation.toBytes()});
}

Result<void> OutboxFile::retry(OperationId operation, qint64 base)
{
    // A new id: the server keeps the refusal under the old one and would repeat it.
    const auto fresh = OperationId::create();
    Transaction transaction(m_db);
    CHATOPS_TRY(transaction.begun());
    CHATOPS_TRY(write(u"UPDATE @outgoing_file SET operation = ? WHERE operation = ?"_s,
                      {fresh.toBytes(), operation.toBytes()}));
    const Result<int> changed =
        write(u"UPDATE @operation SET id = ?, base = CASE WHEN ? > 0 THEN ? ELSE base END, state = 0,"
              " rev = 0, code = '', message = '', current = '' WHERE id = ? AND state IN (2, 3)"_s,
              {fresh.toBytes(), base, base, operation.toBytes()});
    if (!changed)
        return std::unexpected(changed.error());
    if (*changed == 0)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("ChatOps", "This change is not waiting any more."));
    return transaction.commit();
}

Result<QByteArray> OutboxFile::file(FileId file)
{
    const Result<QVariant> bytes =
        m_db.value(u"SELECT bytes FROM outgoing_file WHERE id = ?"_s, {file.toBytes()});
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->isNull())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("ChatOps", "The file is not waiting to be sent."));
    return bytes->toByteArray();
}

Result<QList<Draft>> OutboxFile::drafts()
{
    QList<Draft> result;
    CHATOPS_TRY(m_db.rows(u"SELECT channel, root, text, at FROM draft"_s, {}, [&result](const SqlRow &row) {
        result.append({row.id<ChannelId>(0), row.id<MessageId>(1), row.text(2), row.integer(3)});
        return true;
    }));
    return result;
}

Result<void> OutboxFile::saveDraft(const Draft &draft)
{
    const QByteArray root = draft.root.toBytes();
    if (draft.text.isEmpty())
        return writeAlone(u"DELETE FROM @draft WHERE channel = ? AND root = ?"_s,
                          {draft.channel.toBytes(), root});
    return writeAlone(u"INSERT INTO @draft (channel, root, text, at) VALUES (?, ?, ?, ?)"
                      " ON CONFLICT (channel, root) DO UPDATE SET text = excluded.text, at = excluded.at"_s,
                      {draft.channel.toBytes(), root, draft.text, draft.changedAt});
}

} // namespace ChatOps
