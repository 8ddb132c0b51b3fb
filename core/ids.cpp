// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace ChatOps {

namespace {

std::function<QUuid()> &idSource()
{
    static std::function<QUuid()> source;
    return source;
}

} // namespace

void setIdSource(std::function<QUuid()> source)
{
    idSource() = std::move(source);
}

QUuid makeUuidV7()
{
    if (idSource())
        return idSource()();
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const auto milliseconds = quint64(QDateTime::currentMSecsSinceEpoch());
    const auto high = quint32(milliseconds >> 16);
    const auto low = quint16(milliseconds & 0xffff);
    const auto version = quint16(0x7000 | (words[0] & 0x0fff));
    const auto byte = [&words](int i) { return uchar(words[1U + unsigned(i) / 4U] >> (8 * (i % 4))); };
    return QUuid(high, low, version, uchar(0x80 | (byte(0) & 0x3f)), byte(1), byte(2), byte(3), byte(4),
                 byte(5), byte(6), byte(7));
}

QUuid uuidFromText(QStringView text)
{
    if (text.size() != 36)
        return {};
    std::array<uchar, 16> bytes{};
    qsizetype at = 0;
    const auto digit = [&text](qsizetype place) {
        const char16_t c = text[place].unicode();
        return c >= u'0' && c <= u'9' ? c - u'0'
            : c >= u'a' && c <= u'f'  ? c - u'a' + 10
            : c >= u'A' && c <= u'F'  ? c - u'A' + 10
                                      : -1;
    };
    for (uchar &byte : bytes) {
        if (at == 8 || at == 13 || at == 18 || at == 23) {
            if (text[at++] != u'-')
                return {};
        }
        const int high = digit(at++);
        const int low = digit(at++);
        if (high < 0 || low < 0)
            return {};
        byte = uchar(high << 4 | low);
    }
    return QUuid(qFromBigEndian<quint32>(bytes.data()), qFromBigEndian<quint16>(bytes.data() + 4),
                 qFromBigEndian<quint16>(bytes.data() + 6), bytes[8], bytes[9], bytes[10], bytes[11],
                 bytes[12], bytes[13], bytes[14], bytes[15]);
}

bool isUuidV7(const QUuid &id)
{
    const QByteArray bytes = id.toRfc4122();
    return (uchar(bytes[6]) >> 4) == 7 && (uchar(bytes[8]) >> 6) == 2;
}

ChannelId directChannelId(WorkspaceId workspace, QList<PersonId> people)
{
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    QByteArray name;
    for (const PersonId &person : std::as_const(people))
        name += person.toBytes();
    return ChannelId(QUuid::createUuidV5(workspace.uuid(), name));
}

} // namespace ChatOps
