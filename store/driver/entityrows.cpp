// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/entityrows.h"

#include "core/entityjson.h"

#include <QJsonDocument>

namespace ChatOps {

Message messageFromRow(const SqlRow &row)
{
    Message m;
    m.id = row.id<MessageId>(0);
    m.channel = row.id<ChannelId>(1);
    m.seq = row.integer(2);
    m.author = row.id<PersonId>(3);
    m.createdAt = row.integer(4);
    m.editedAt = row.integer(5);
    m.text = row.text(6);
    m.root = row.id<MessageId>(7);
    m.replies = int(row.integer(8));
    m.lastReplyAt = row.integer(9);
    m.reactions = reactionsFromJson(jsonArray(row.text(10)));
    m.files = filesFromJson(jsonArray(row.text(11))).value_or(QList<FileRef>());
    m.deleted = row.flag(12);
    m.rev = row.integer(13);
    m.textRev = row.integer(14);
    return m;
}

QString compactJson(const QJsonArray &array)
{
    if (array.isEmpty()) // Nearly always, in the columns of messages.
        return QStringLiteral("[]");
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonArray jsonArray(const QString &column)
{
    return column.size() <= 2 ? QJsonArray() : QJsonDocument::fromJson(column.toUtf8()).array();
}

} // namespace ChatOps
