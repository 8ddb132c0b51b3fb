// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entityjson.h"
#include "core/jsonguard.h"
#include "server/hub/files.h"
#include "server/hub/privacydesk.h"
#include "store/cachereader.h"
#include "tests/sim/world.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// What must hold when all is quiet, by the words of docs/protocol.md. Each
// client is compared with the server's own view for its person, entity by entity.

namespace ChatOps::Testing {
namespace {

using Rows = QMap<QString, QString>; ///< Key of an entity, and all of it.

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(toJson(object));
}

/// Empty when both are the same; otherwise the first difference.
QString difference(const QString &what, const Rows &server, const Rows &client)
{
    for (auto it = server.begin(); it != server.end(); ++it) {
        if (!client.contains(it.key()))
            return u"%1 %2 is missing: %3"_s.arg(what, it.key(), it.value());
        if (client.value(it.key()) != it.value())
            return u"%1 %2 differs: the server has %3, the client %4"_s.arg(what, it.key(), it.value(),
                                                                            client.value(it.key()));
    }
    for (auto it = client.begin(); it != client.end(); ++it) {
        if (!server.contains(it.key()))
            return u"%1 %2 should not be there: %3"_s.arg(what, it.key(), it.value());
    }
    return {};
}

/// Without what is not part of the entity for somebody outside the channel.
QString channelText(Channel channel, bool held)
{
    if (!held) {
        channel.lastSeq = 0;
        channel.lastAt = 0;
    }
    return text(toJson(channel));
}

/// Reads a whole table; a failure is a failure of the invariant.
struct Reading {
    World &world;
    Connection &db;
    void rows(const QString &sql, const QVariantList &values,
              const std::function<void(const SqlRow &)> &each) const
    {
        const Result<void> done = db.rows(sql, values, [&](const SqlRow &row) {
            each(row);
            return true;
        });
        if (!done)
            world.fail(u"cannot read: %1 (%2)"_s.arg(sql, done.error().detail));
    }
};

} // namespace

void World::checkServer()
{
    Connection &db = server->hub()->db();
    const Reading read{*this, db};
    // Messages of a channel are numbered without a hole.
    read.rows(u"SELECT c.name, c.last_seq, (SELECT count(*) FROM message m WHERE m.channel = c.id),"
              " (SELECT ifnull(max(seq), 0) FROM message m WHERE m.channel = c.id) FROM channel c"_s,
              {}, [&](const SqlRow &row) {
                  if (row.integer(1) != row.integer(2) || row.integer(1) != row.integer(3))
                      fail(u"server: %1 has %2 messages up to %3, its counter is %4"_s.arg(row.text(0))
                               .arg(row.integer(2))
                               .arg(row.integer(3))
                               .arg(row.integer(1)));
              });
    // One change a revision; none beyond the counter.
    read.rows(u"SELECT rev, count(*) FROM log GROUP BY workspace, rev HAVING count(*) > 1"_s, {},
              [&](const SqlRow &row) { fail(u"server: revision %1 was given twice"_s.arg(row.integer(0))); });
    read.rows(u"SELECT l.rev FROM log l JOIN workspace w ON w.id = l.workspace WHERE l.rev > w.rev"_s, {},
              [&](const SqlRow &row) {
                  fail(u"server: revision %1 is ahead of the counter"_s.arg(row.integer(0)));
              });
    // Each person's choices are one chain.
    Server::Workspace place(db, server->workspace(), clock);
    for (const std::unique_ptr<SimClient> &client : clients) {
        const Result<QList<ConsentRecord>> chain = Server::PrivacyDesk(place).consents(client->person());
        if (!chain) {
            fail(u"server: choices cannot be read"_s);
            continue;
        }
        QString previous;
        for (qsizetype i = 0; i < chain->size(); ++i) {
            const ConsentRecord &record = chain->at(i);
            if (record.number != i + 1 || record.previous != previous || record.hash != hashOf(record))
                fail(u"server: choice %1 of client %2 is not in the chain"_s.arg(record.number)
                         .arg(client->index()));
            previous = record.hash;
        }
    }
    const Result<QVariant> whole = db.value(u"PRAGMA integrity_check"_s);
    if (!whole || whole->toString() != u"ok")
        fail(u"server: the database is damaged"_s);
}

void World::checkFiles()
{
    Connection &db = server->hub()->db();
    const Reading read{*this, db};
    QHash<FileId, ChannelId> named;
    read.rows(u"SELECT channel, files FROM message"_s, {}, [&](const SqlRow &row) {
        const QJsonArray files = QJsonDocument::fromJson(row.text(1).toUtf8()).array();
        for (const auto &file : files)
            named.insert(FileId::fromString(file.toObject().value("id"_L1).toString()), row.id<ChannelId>(0));
    });
    QHash<FileId, ChannelId> kept;
    read.rows(u"SELECT id, channel, bytes FROM file WHERE channel IS NOT NULL"_s, {}, [&](const SqlRow &row) {
        kept.insert(row.id<FileId>(0), row.id<ChannelId>(1));
        if (row.bytes(2) != contentOf(row.id<FileId>(0)))
            fail(u"server: the bytes of a file are others"_s);
    });
    if (named != kept)
        fail(u"server: messages name %1 files, %2 are kept for them"_s.arg(named.size()).arg(kept.size()));
    // Everybody gets the files of their channels and their own, and no others.
    for (const std::unique_ptr<SimClient> &client : clients) {
        Server::SessionRow session;
        session.person = client->person();
        session.workspace = server->workspace();
        const auto held = Server::readMemberships(db, client->person()).value_or(QHash<ChannelId, qint64>());
        for (auto it = kept.begin(); it != kept.end(); ++it) {
            const Result<QVariant> owner =
                db.value(u"SELECT owner FROM file WHERE id = ?"_s, {it.key().toBytes()});
            const bool may = held.contains(it.value())
                || (owner && PersonId::fromBytes(owner->toByteArray()) == session.person);
            if (Server::readFile(db, session, it.key()).has_value() != may)
                fail(u"server: client %1 %2 a file"_s.arg(client->index())
                         .arg(may ? u"cannot read"_s : u"can read"_s));
        }
    }
}

void World::checkOutbox(SimClient &client)
{
    const QString folder = client.directory();
    const Result<std::unique_ptr<Connection>> opened = Connection::open(
        {folder + u"/outbox.db"_s, true, false, true, folder + u"/outbox-copy.db"_s}, SimClient::key());
    const QString who = u"client %1: "_s.arg(client.index());
    if (!opened) {
        fail(who + u"its outbox cannot be read: "_s + opened.error().detail);
        return;
    }
    const Reading read{*this, **opened};
    for (const QString &table : {u"operation"_s, u"outgoing_file"_s, u"draft"_s}) {
        read.rows(u"SELECT (SELECT count(*) FROM (SELECT * FROM main.%1 EXCEPT SELECT * FROM copy.%1)),"
                  " (SELECT count(*) FROM (SELECT * FROM copy.%1 EXCEPT SELECT * FROM main.%1))"_s.arg(table),
                  {}, [&](const SqlRow &row) {
                      if (row.integer(0) + row.integer(1) > 0)
                          fail(who + u"the two files of the outbox differ in "_s + table);
                  });
    }
    read.rows(u"SELECT count(*) FROM outgoing_file WHERE operation NOT IN (SELECT id FROM operation)"_s, {},
              [&](const SqlRow &row) {
                  if (row.integer(0) > 0)
                      fail(who + u"bytes of a file stayed when its message was settled"_s);
              });
    for (const PendingOperation &item : client.pending()) {
        if (item.message.contains(u"did not reach"_s))
            fail(who + u"a message was sent before its file"_s);
    }
}

void World::checkOperations()
{
    Connection &db = server->hub()->db();
    QHash<QString, PendingOperation> waiting;
    for (const std::unique_ptr<SimClient> &client : clients) {
        for (const PendingOperation &item : client->pending())
            waiting.insert(item.operation.id.toString(), item);
    }
    for (const auto &[id, record] : written) {
        const QByteArray bytes = OperationId::fromString(id).toBytes();
        const QString named =
            u"operation %1 (%2) of client %3"_s.arg(id, QString(nameOf(record.kind))).arg(record.client);
        const Result<QVariant> stored =
            db.value(u"SELECT verdict FROM applied WHERE operation = ?"_s, {bytes});
        const QJsonObject verdict =
            QJsonDocument::fromJson(stored.value_or(QVariant()).toString().toUtf8()).object();
        const bool known = !verdict.isEmpty();
        const Result<Verdict> said = known ? verdictFromJson(verdict) : Result<Verdict>(Verdict());
        const bool applied = known && said && said->kind == Verdict::Kind::Ok;
        const bool shown = waiting.contains(id);
        if (!record.durable || record.discarded)
            continue;
        if (!known && !shown && !record.forgotten)
            fail(named + u" was written and is nowhere"_s);
        if (applied && shown)
            fail(named + u" was applied and is shown as refused"_s);
        // Refused read markers are nothing to show.
        if (known && !applied && !shown && !record.forgotten && record.kind != OperationKind::ReadMark)
            fail(named + u" was refused and nobody is told"_s);
        // Once: an operation that changes one thing for one audience leaves one entry.
        const bool single = record.kind == OperationKind::MessageEdit
            || record.kind == OperationKind::MessageDelete || record.kind == OperationKind::MessageReact
            || record.kind == OperationKind::MessagePost;
        if (single) {
            const Result<QVariant> entries =
                db.value(u"SELECT ifnull(max(n), 0) FROM (SELECT count(*) AS n FROM log WHERE operation = ?"
                         " AND entity = 'message' GROUP BY id)"_s,
                         {bytes});
            if (entries && entries->toInt() > 1)
                fail(named + u" is in the log %1 times"_s.arg(entries->toInt()));
        }
    }
}

void World::checkClient(SimClient &client)
{
    const QString who = u"client %1: "_s.arg(client.index());
    Server::Hub &hub = *server->hub();
    Connection &theirs = hub.db();
    const Result<std::unique_ptr<Connection>> opened =
        Connection::open({client.directory() + u"/cache.db"_s, true, false}, SimClient::key());
    if (!opened) {
        fail(who + u"its cache cannot be read"_s);
        return;
    }
    Connection &ours = **opened;
    const Reading there{*this, theirs};
    const Reading here{*this, ours};
    const auto compare = [&](const QString &what, const Rows &server_, const Rows &client_) {
        if (const QString found = difference(what, server_, client_); !found.isEmpty())
            fail(who + found);
    };
    const auto key = [](const QByteArray &id) { return QString::fromLatin1(id.toHex()); };
    const QByteArray self = client.person().toBytes();
    const Result<std::optional<Person>> person = Server::readPerson(theirs, client.person());
    const Role role = person && *person ? (*person)->role : Role::Guest;

    const Result<QHash<ChannelId, qint64>> held = Server::readMemberships(theirs, client.person());
    if (!held) {
        fail(u"server: memberships cannot be read"_s);
        return;
    }
    Rows left;
    Rows right;
    for (auto it = held->begin(); it != held->end(); ++it)
        left.insert(it.key().toString(), QString::number(it.value()));
    here.rows(u"SELECT channel, mid FROM scope"_s, {}, [&](const SqlRow &row) {
        right.insert(row.id<ChannelId>(0).toString(), QString::number(row.integer(1)));
    });
    compare(u"membership"_s, left, right);

    left.clear();
    right.clear();
    there.rows(u"SELECT %1 FROM person"_s.arg(Server::personColumns), {}, [&](const SqlRow &row) {
        const Person one = Server::personFromRow(row);
        left.insert(one.id.toString(), one.name + u'/' + one.handle + u'/' + nameOf(one.role));
    });
    here.rows(u"SELECT id, name, handle, role FROM person"_s, {}, [&](const SqlRow &row) {
        right.insert(row.id<PersonId>(0).toString(), row.text(1) + u'/' + row.text(2) + u'/' + row.text(3));
    });
    // A guest knows the people of their channels. Those of channels they have left may still be there.
    QSet<QString> strangers;
    if (role == Role::Guest) {
        for (auto it = left.cbegin(); it != left.cend(); ++it) {
            const PersonId other = PersonId::fromString(it.key());
            if (!Server::isAcquainted(theirs, client.person(), other).value_or(true))
                strangers.insert(it.key());
        }
        for (const QString &stranger : std::as_const(strangers)) {
            left.remove(stranger);
            right.remove(stranger);
        }
    }
    compare(u"person"_s, left, right);

    left.clear();
    right.clear();
    QHash<ChannelId, qint64> lastSeq;
    there.rows(u"SELECT %1 FROM channel"_s.arg(Server::channelColumns), {}, [&](const SqlRow &row) {
        const Channel one = Server::channelFromRow(row);
        lastSeq.insert(one.id, one.lastSeq);
        const bool open = one.kind == ChannelKind::Public && role != Role::Guest;
        if (open || held->contains(one.id))
            left.insert(one.id.toString(), channelText(one, held->contains(one.id)));
    });
    CacheReader reader(ours);
    const Result<QList<ChannelRow>> channels = reader.channels();
    for (const ChannelRow &row : channels.value_or(QList<ChannelRow>()))
        right.insert(row.channel.id.toString(), channelText(row.channel, held->contains(row.channel.id)));
    compare(u"channel"_s, left, right);

    left.clear();
    right.clear();
    there.rows(u"SELECT channel, person, mid FROM member"_s, {}, [&](const SqlRow &row) {
        if (held->contains(row.id<ChannelId>(0)))
            left.insert(key(row.bytes(0)) + key(row.bytes(1)), QString::number(row.integer(2)));
    });
    here.rows(u"SELECT channel, person, mid FROM member"_s, {}, [&](const SqlRow &row) {
        right.insert(key(row.bytes(0)) + key(row.bytes(1)), QString::number(row.integer(2)));
    });
    compare(u"member"_s, left, right);

    left.clear();
    right.clear();
    there.rows(u"SELECT channel, seq FROM read_marker WHERE person = ?"_s, {self}, [&](const SqlRow &row) {
        if (held->contains(row.id<ChannelId>(0)))
            left.insert(key(row.bytes(0)), QString::number(row.integer(1)));
    });
    here.rows(u"SELECT channel, seq FROM read_marker"_s, {}, [&](const SqlRow &row) {
        if (held->contains(row.id<ChannelId>(0)))
            right.insert(key(row.bytes(0)), QString::number(row.integer(1)));
        else
            fail(who + u"a read marker of a channel it is not in"_s);
    });
    compare(u"read marker"_s, left, right);

    for (const QString &table : {u"task"_s, u"event"_s}) {
        left.clear();
        right.clear();
        there.rows(u"SELECT id, json FROM "_s + table, {}, [&](const SqlRow &row) {
            const QJsonObject data = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
            const QList<Scope> audience = table == u"task"
                ? Server::audienceOf(taskFromJson(data).value_or(Task()))
                : Server::audienceOf(eventFromJson(data).value_or(Event()));
            for (const Scope &scope : audience) {
                if (scope.kind == Scope::Kind::Channel ? held->contains(ChannelId(scope.id))
                                                       : scope.id == client.person().uuid())
                    left.insert(key(row.bytes(0)), text(data));
            }
        });
        here.rows(u"SELECT id, json FROM "_s + table, {}, [&](const SqlRow &row) {
            right.insert(key(row.bytes(0)), text(QJsonDocument::fromJson(row.text(1).toUtf8()).object()));
        });
        compare(table, left, right);
    }

    left.clear();
    right.clear();
    const Result<Server::DocumentPlace> visible = Server::visibleDocuments(
        theirs, clock, server->workspace(), client.person(), {}, 100'000,
        [&](EntityKind kind, const QJsonObject &data) {
            left.insert(nameOf(kind) + u' ' + data.value("id"_L1).toString(), text(data));
        });
    if (!visible)
        fail(u"server: documents cannot be read"_s);
    here.rows(u"SELECT kind, json FROM document"_s, {}, [&](const SqlRow &row) {
        const QJsonObject data = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
        right.insert(row.text(0) + u' ' + data.value("id"_L1).toString(), text(data));
    });
    right.removeIf([&strangers](const auto &item) {
        return item.key().startsWith(u"profile ") && strangers.contains(item.key().section(u' ', 1));
    });
    compare(u"document"_s, left, right);

    // Messages: what is here is as on the server, and what is not is in a hole.
    QSet<QString> foundHere;
    QHash<ChannelId, QList<std::pair<qint64, qint64>>> holes;
    here.rows(u"SELECT channel, first, last FROM hole ORDER BY channel, first"_s, {}, [&](const SqlRow &row) {
        QList<std::pair<qint64, qint64>> &list = holes[row.id<ChannelId>(0)];
        if (!list.isEmpty() && list.last().second >= row.integer(1))
            fail(who + u"holes overlap"_s);
        list.append({row.integer(1), row.integer(2)});
        if (!held->contains(row.id<ChannelId>(0)))
            fail(who + u"a hole in a channel it is not in"_s);
    });
    QHash<ChannelId, QHash<qint64, QString>> here_;
    here.rows(u"SELECT id FROM message"_s, {}, [&](const SqlRow &row) {
        const Result<std::optional<MessageRow>> message = reader.message(row.id<MessageId>(0));
        if (!message || !*message) {
            fail(who + u"a message cannot be read"_s);
            return;
        }
        const Message &one = (*message)->message;
        if (!held->contains(one.channel))
            fail(who + u"a message of a channel it is not in"_s);
        here_[one.channel].insert(one.seq, text(toJson(one)));
        if (!one.deleted)
            foundHere.insert(one.text.section(u' ', 0, 0));
    });
    for (auto it = held->begin(); it != held->end(); ++it) {
        const Result<QList<Message>> messages =
            Server::readMessages(theirs, it.key(), 1, lastSeq.value(it.key()));
        QHash<qint64, QString> mine = here_.take(it.key());
        for (const Message &message : messages.value_or(QList<Message>())) {
            const bool inHole =
                std::any_of(holes[it.key()].begin(), holes[it.key()].end(), [&](const auto &hole) {
                    return message.seq >= hole.first && message.seq <= hole.second;
                });
            const QString copy = mine.take(message.seq);
            if (copy.isEmpty() && !inHole)
                fail(who
                     + u"message %1 is missing from a range called complete: %2"_s.arg(message.seq)
                           .arg(text(toJson(message))));
            if (!copy.isEmpty() && inHole)
                fail(who + u"message %1 is there and in a hole"_s.arg(message.seq));
            if (!copy.isEmpty() && copy != text(toJson(message)))
                fail(who
                     + u"message %1 differs: the server has %2, the client %3"_s.arg(message.seq)
                           .arg(text(toJson(message)), copy));
        }
        if (!mine.isEmpty())
            fail(who + u"a message the server does not have: "_s + mine.begin().value());
    }

    // The index finds what is there, and nothing that was there once.
    QSet<QString> things;
    for (const QString &table : {u"task"_s, u"event"_s}) {
        here.rows(u"SELECT title, body FROM "_s + table, {}, [&](const SqlRow &row) {
            const QStringList words = (row.text(0) + u' ' + row.text(1)).split(u' ', Qt::SkipEmptyParts);
            things.unite(QSet<QString>(words.begin(), words.end()));
        });
    }
    for (const ChannelRow &row : channels.value_or(QList<ChannelRow>())) {
        const QStringList words = row.channel.topic.split(u' ', Qt::SkipEmptyParts);
        things.unite(QSet<QString>(words.begin(), words.end()));
    }
    for (const QString &word : std::as_const(everyWord)) {
        const Result<QList<SearchHit>> hits = reader.search(word + u' ', {}, 5);
        const bool expected = foundHere.contains(word) || things.contains(word);
        if (!hits || hits->isEmpty() == expected)
            fail(who
                 + u"searching %1 finds %2, though it is %3"_s.arg(word)
                       .arg(hits ? hits->size() : -1)
                       .arg(expected ? u"there"_s : u"not there"_s));
    }
}

} // namespace ChatOps::Testing
