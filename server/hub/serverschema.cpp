// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/serverschema.h"

#include "server/hub/dialect.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

// Released rungs are never edited. The version stands in a table, not in a
// pragma, so that every database can hold it.
const QList<QStringList> &ladder()
{
    static const QList<QStringList> rungs{
        {
            u"CREATE TABLE workspace (id {blob} PRIMARY KEY, name {text} NOT NULL, rev {integer} NOT NULL, floor {integer} NOT NULL)"_s,
            u"CREATE TABLE person (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, name {text} NOT NULL, handle {text} NOT NULL,"
            " role {text} NOT NULL, active {integer} NOT NULL, password {text} NOT NULL, rev {integer} NOT NULL,"
            " created {integer} NOT NULL, UNIQUE (workspace, handle))"_s,
            u"CREATE TABLE session (id {blob} PRIMARY KEY, person {blob} NOT NULL, device {blob} NOT NULL, device_name {text} NOT NULL,"
            " access {blob} NOT NULL, access_until {integer} NOT NULL, refresh {blob} NOT NULL, previous {blob} NOT NULL,"
            " used {integer} NOT NULL, created {integer} NOT NULL, seen {integer} NOT NULL, revoked {integer} NOT NULL)"_s,
            u"CREATE INDEX session_access ON session (access)"_s,
            u"CREATE INDEX session_refresh ON session (refresh)"_s,
            u"CREATE INDEX session_previous ON session (previous)"_s,
            u"CREATE TABLE invite (code {blob} PRIMARY KEY, workspace {blob} NOT NULL, role {text} NOT NULL, until {integer} NOT NULL,"
            " uses {integer} NOT NULL)"_s,
            u"CREATE TABLE channel (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, kind {text} NOT NULL, name {text} NOT NULL,"
            " topic {text} NOT NULL, people {text} NOT NULL, archived {integer} NOT NULL, creator {blob} NOT NULL,"
            " last_seq {integer} NOT NULL, last_at {integer} NOT NULL, rev {integer} NOT NULL)"_s,
            u"CREATE INDEX channel_workspace ON channel (workspace)"_s,
            u"CREATE TABLE member (channel {blob} NOT NULL, person {blob} NOT NULL, mid {integer} NOT NULL, PRIMARY KEY (channel, person))"_s,
            u"CREATE INDEX member_person ON member (person)"_s,
            u"CREATE TABLE message (id {blob} PRIMARY KEY, channel {blob} NOT NULL, seq {integer} NOT NULL, author {blob} NOT NULL,"
            " at {integer} NOT NULL, edited {integer} NOT NULL, text {text} NOT NULL, root {blob}, replies {integer} NOT NULL,"
            " last_reply {integer} NOT NULL, reactions {text} NOT NULL, files {text} NOT NULL, deleted {integer} NOT NULL,"
            " rev {integer} NOT NULL, text_rev {integer} NOT NULL, born {integer} NOT NULL, UNIQUE (channel, seq))"_s,
            u"CREATE INDEX message_root ON message (root) WHERE root IS NOT NULL"_s,
            u"CREATE TABLE task (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, channel {blob}, rev {integer} NOT NULL, json {text} NOT NULL)"_s,
            u"CREATE INDEX task_workspace ON task (workspace, id)"_s,
            u"CREATE TABLE event (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, channel {blob}, rev {integer} NOT NULL, json {text} NOT NULL)"_s,
            u"CREATE INDEX event_workspace ON event (workspace, id)"_s,
            u"CREATE TABLE read_marker (person {blob} NOT NULL, channel {blob} NOT NULL, seq {integer} NOT NULL, PRIMARY KEY (person, channel))"_s,
            u"CREATE TABLE log (workspace {blob} NOT NULL, rev {integer} NOT NULL, scope {text} NOT NULL, entity {text} NOT NULL,"
            " id {blob} NOT NULL, verb {text} NOT NULL, data {text} NOT NULL, author {blob}, operation {blob},"
            " PRIMARY KEY (workspace, rev))"_s,
            u"CREATE TABLE applied (operation {blob} PRIMARY KEY, person {blob} NOT NULL, device {blob} NOT NULL, seq {integer} NOT NULL,"
            " rev {integer} NOT NULL, verdict {text} NOT NULL)"_s,
            u"CREATE INDEX applied_device ON applied (device, seq)"_s,
            u"CREATE TABLE file (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, owner {blob} NOT NULL, channel {blob},"
            " size {integer} NOT NULL, bytes {blob} NOT NULL, at {integer} NOT NULL)"_s,
        },
        {
            // Deleting a message rewrites what the log tells of it.
            u"CREATE INDEX log_entity ON log (workspace, entity, id)"_s,
        },
        {
            // What belongs to privacy; `person` is the zero id for what concerns everybody.
            u"CREATE TABLE document (kind {text} NOT NULL, id {blob} NOT NULL, workspace {blob} NOT NULL, person {blob} NOT NULL,"
            " subject {text} NOT NULL, number {integer} NOT NULL, rev {integer} NOT NULL, json {text} NOT NULL, PRIMARY KEY (kind, id, person))"_s,
            u"CREATE INDEX document_person ON document (workspace, kind, person, subject, number)"_s,
            u"CREATE INDEX document_number ON document (workspace, kind, person, number)"_s,
            // Totals of feature use: nobody is named in them.
            u"CREATE TABLE usage (workspace {blob} NOT NULL, day {integer} NOT NULL, feature {text} NOT NULL, total {integer} NOT NULL,"
            " PRIMARY KEY (workspace, day, feature))"_s,
        },
        {
            // What a person made is found when they take it along or leave; what is deleted leaves it,
            // so that an erasure does not come upon what it has done.
            u"CREATE INDEX message_author ON message (author, at) WHERE deleted = 0"_s,
            u"CREATE TABLE export_job (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, person {blob} NOT NULL, scope {text} NOT NULL,"
            " state {text} NOT NULL, created {integer} NOT NULL, finished {integer} NOT NULL, until {integer} NOT NULL,"
            " bytes {integer} NOT NULL, sealed {blob} NOT NULL, counts {text} NOT NULL)"_s,
            u"CREATE INDEX export_job_person ON export_job (person)"_s,
            u"CREATE TABLE legal_hold (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, person {blob} NOT NULL, reason {text} NOT NULL,"
            " told {integer} NOT NULL, created {integer} NOT NULL, until {integer} NOT NULL)"_s,
            u"CREATE INDEX legal_hold_person ON legal_hold (person)"_s,
            u"CREATE TABLE erasure (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, person {blob} NOT NULL, state {text} NOT NULL,"
            " remove {integer} NOT NULL, old_handle {text} NOT NULL, created {integer} NOT NULL, finished {integer} NOT NULL, counts {text} NOT NULL)"_s,
            // Devices of a person who is gone: told to destroy what they hold when they come back.
            u"CREATE TABLE wipe_order (access {blob} NOT NULL, refresh {blob} NOT NULL, previous {blob} NOT NULL, erasure {blob} NOT NULL,"
            " confirmed {integer} NOT NULL, PRIMARY KEY (refresh))"_s,
            u"CREATE INDEX wipe_order_access ON wipe_order (access)"_s,
            u"CREATE INDEX wipe_order_previous ON wipe_order (previous)"_s,
            u"CREATE TABLE audit (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, at {integer} NOT NULL, person {blob} NOT NULL,"
            " actor {text} NOT NULL, action {text} NOT NULL, detail {text} NOT NULL)"_s,
            u"CREATE INDEX audit_person ON audit (workspace, person, at)"_s,
            // An address that must get no more mail is known by its hash alone.
            u"CREATE TABLE suppression (workspace {blob} NOT NULL, address {blob} NOT NULL, purpose {text} NOT NULL, at {integer} NOT NULL,"
            " PRIMARY KEY (workspace, address, purpose))"_s,
            u"CREATE TABLE mail (id {blob} PRIMARY KEY, workspace {blob} NOT NULL, person {blob} NOT NULL, purpose {text} NOT NULL,"
            " at {integer} NOT NULL, tries {integer} NOT NULL, next {integer} NOT NULL, text {text} NOT NULL)"_s,
            u"CREATE TABLE ticket (code {blob} PRIMARY KEY, workspace {blob} NOT NULL, person {blob} NOT NULL, until {integer} NOT NULL)"_s,
            u"ALTER TABLE session ADD COLUMN confirmed {integer} NOT NULL DEFAULT 0"_s,
        },
        {
            // What matters for security, one chain; see securitylog.h.
            u"CREATE TABLE security_log (seq {integer} PRIMARY KEY, at {integer} NOT NULL, workspace {blob} NOT NULL, kind {text} NOT NULL,"
            " actor {blob} NOT NULL, subject {blob} NOT NULL, actor_name {text} NOT NULL, subject_name {text} NOT NULL,"
            " address {text} NOT NULL, detail {text} NOT NULL, salt {blob} NOT NULL, seal {blob} NOT NULL, hash {blob} NOT NULL)"_s,
            u"CREATE INDEX security_log_at ON security_log (at)"_s,
            // Who is or was in a channel: whom guests of it know.
            u"CREATE TABLE acquaintance (channel {blob} NOT NULL, person {blob} NOT NULL, PRIMARY KEY (channel, person))"_s,
            u"CREATE INDEX acquaintance_person ON acquaintance (person)"_s,
            u"INSERT INTO acquaintance (channel, person) SELECT channel, person FROM member UNION SELECT DISTINCT channel, author FROM message"_s,
            // A device of a guest that has been sent everybody is loaded anew, once.
            u"ALTER TABLE session ADD COLUMN own_people {integer} NOT NULL DEFAULT 0"_s,
            // Files of one person are counted before they are taken.
            u"CREATE INDEX file_owner ON file (owner, channel, size)"_s,
            u"CREATE INDEX file_workspace ON file (workspace, size)"_s,
        },
    };
    return rungs;
}

} // namespace

Result<void> migrateServer(Connection &connection)
{
    CHATOPS_TRY(connection.run(embeddedSchema(
        u"CREATE TABLE IF NOT EXISTS meta (name {text} PRIMARY KEY, value {text} NOT NULL)"_s)));
    const Result<QVariant> version = connection.value(u"SELECT value FROM meta WHERE name = 'schema'"_s);
    if (!version)
        return std::unexpected(version.error());
    const int have = version->toString().toInt();
    if (have > ladder().size())
        return failure(
            ErrorCode::TooNew,
            QCoreApplication::translate(
                "Server", "This database belongs to a newer chatops-server. Nothing was changed."));
    for (int rung = have; rung < ladder().size(); ++rung) {
        Transaction transaction(connection);
        CHATOPS_TRY(transaction.begun());
        for (const QString &statement : ladder()[rung])
            CHATOPS_TRY(connection.run(embeddedSchema(statement)));
        if (rung == 0) {
            CHATOPS_TRY(connection.run(u"INSERT INTO meta (name, value) VALUES ('epoch', ?)"_s,
                                       {QUuid::createUuid().toString(QUuid::WithoutBraces)}));
        }
        CHATOPS_TRY(connection.run(u"INSERT INTO meta (name, value) VALUES ('schema', ?)"
                                   " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                   {QString::number(rung + 1)}));
        CHATOPS_TRY(transaction.commit());
    }
    return {};
}

} // namespace ChatOps::Server
