// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/slackarchive.h"

#include "core/jsonguard.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

struct Closer {
    void operator()(archive *open) const { archive_read_free(open); }
};
using ArchivePtr = std::unique_ptr<archive, Closer>;

Result<ArchivePtr> openArchive(const QString &path)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::NotFound, u"There is no such file."_s, path);
    ArchivePtr open(archive_read_new());
    archive_read_support_format_zip(open.get());
    if (archive_read_open_filename(open.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK)
        return failure(ErrorCode::Invalid, u"This file is not a readable ZIP."_s,
                       QString::fromUtf8(archive_error_string(open.get())));
    return open;
}

Error damaged(archive *open)
{
    return {ErrorCode::Damaged, u"The ZIP is damaged."_s, QString::fromUtf8(archive_error_string(open))};
}

Result<QByteArray> readEntry(archive *open, const QString &name)
{
    QByteArray bytes;
    std::array<char, 1 << 16> buffer{};
    la_ssize_t got = 0;
    while ((got = archive_read_data(open, buffer.data(), buffer.size())) > 0) {
        bytes.append(buffer.data(), got);
        if (bytes.size() > SlackArchive::MaxEntry)
            return failure(ErrorCode::Invalid, u"%1 is larger than an export's file can be."_s.arg(name));
    }
    if (got < 0)
        return std::unexpected(damaged(open));
    return bytes;
}

} // namespace

Result<QStringList> SlackArchive::names() const
{
    QStringList found;
    Result<void> walked = read(
        [&found](const QString &name) {
            found.append(name);
            return false;
        },
        [](const QString &, const QByteArray &) {}, [](const QString &, const Error &) {});
    if (!walked)
        return std::unexpected(walked.error());
    return found;
}

Result<void> SlackArchive::read(const std::function<bool(const QString &)> &wanted,
                                const std::function<void(const QString &, const QByteArray &)> &take,
                                const std::function<void(const QString &, const Error &)> &spoilt) const
{
    const Result<ArchivePtr> open = openArchive(m_path);
    if (!open)
        return std::unexpected(open.error());
    archive_entry *entry = nullptr;
    int code = ARCHIVE_OK;
    while ((code = archive_read_next_header(open->get(), &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN) {
        const char *raw = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(raw ? raw : archive_entry_pathname(entry));
        if (archive_entry_filetype(entry) != AE_IFREG || !wanted(name))
            continue;
        const Result<QByteArray> bytes = readEntry(open->get(), name);
        if (bytes)
            take(name, *bytes);
        else
            spoilt(name, bytes.error());
    }
    if (code != ARCHIVE_EOF)
        return std::unexpected(damaged(open->get()));
    return {};
}

QList<JsonElement> splitJsonList(const QByteArray &bytes)
{
    QList<JsonElement> elements;
    int line = 1;
    qsizetype i = 0;
    const auto skipSpace = [&] {
        while (i < bytes.size()
               && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            line += bytes[i] == '\n';
            ++i;
        }
    };
    skipSpace();
    if (i >= bytes.size() || bytes[i] != '[')
        return {{line, {}, u"the file is not a JSON list"_s}};
    ++i;
    while (true) {
        skipSpace();
        if (i >= bytes.size())
            return elements << JsonElement{line, {}, u"the file ends inside its list"_s};
        if (bytes[i] == ']')
            return elements;
        if (bytes[i] == ',') {
            ++i;
            continue;
        }
        // To the comma or bracket that ends this element, whatever it holds.
        const qsizetype start = i;
        const int startLine = line;
        int depth = 0;
        bool inString = false;
        for (; i < bytes.size(); ++i) {
            const char c = bytes[i];
            line += c == '\n';
            if (inString) {
                if (c == '\\')
                    ++i;
                else if (c == '"')
                    inString = false;
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if (c == '}' || c == ']') {
                if (depth == 0 && c == ']')
                    break;
                depth = std::max(0, depth - 1); // A stray brace belongs to the element it spoils.
            } else if (c == ',' && depth == 0) {
                break;
            }
        }
        const QByteArray element = bytes.sliced(start, std::min(i, bytes.size()) - start).trimmed();
        const Result<QJsonObject> object = parseJson(element, {4 * 1024 * 1024, 64});
        elements.append(
            {startLine, object.value_or(QJsonObject()), object ? QString() : object.error().detail});
    }
}

} // namespace ChatOps::Server
