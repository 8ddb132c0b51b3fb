// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/packreader.h"

#include "core/jsonguard.h"

#include <QCoreApplication>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <cstdio>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

struct ReadCloser {
    void operator()(archive *open) const { archive_read_free(open); }
};

QString say(const char *text)
{
    return QCoreApplication::translate("Pack", text);
}

Error damagedAt(archive *zip, const QString &name)
{
    return {ErrorCode::Damaged,
            name.isEmpty()
                ? say(QT_TRANSLATE_NOOP("Pack", "The ZIP itself is damaged."))
                : QCoreApplication::translate("Pack", "The file %1 in the pack is damaged.").arg(name),
            QString::fromUtf8(archive_error_string(zip))};
}

Error noZip(archive *zip)
{
    return {ErrorCode::Invalid, say(QT_TRANSLATE_NOOP("Pack", "This file is no readable ZIP.")),
            QString::fromUtf8(archive_error_string(zip))};
}

} // namespace

Result<QByteArray> PackFile::read()
{
    QByteArray piece(1 << 16, Qt::Uninitialized);
    const la_ssize_t got = archive_read_data(m_zip, piece.data(), size_t(piece.size()));
    if (got < 0)
        return std::unexpected(damagedAt(m_zip, m_name));
    piece.truncate(qsizetype(got));
    return piece;
}

Result<QByteArray> PackFile::readAll(qint64 most)
{
    QByteArray all;
    while (true) {
        const Result<QByteArray> piece = read();
        if (!piece)
            return piece;
        if (piece->isEmpty())
            return all;
        all += *piece;
        if (all.size() > most)
            return failure(
                ErrorCode::Invalid,
                QCoreApplication::translate("Pack", "The file %1 in the pack is too large.").arg(m_name));
    }
}

Result<void> PackFile::readList(const std::function<Result<void>(const QJsonObject &)> &each)
{
    const auto wrong = [this](qint64 line) -> Result<void> {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("Pack", "Line %1 of %2 is not as it should be.")
                           .arg(line)
                           .arg(m_name));
    };
    QByteArray rest;
    qint64 line = 0;
    bool ended = false;
    while (true) {
        const Result<QByteArray> piece = read();
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->isEmpty())
            break;
        rest += *piece;
        qsizetype from = 0;
        for (qsizetype at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n', from)) {
            QByteArrayView text = QByteArrayView(rest).sliced(from, at - from);
            from = at + 1;
            ++line;
            if (text == "]" || (line == 1 && text == "[]")) {
                ended = true;
                continue;
            }
            if (line == 1 && text == "[")
                continue;
            if (text.endsWith(','))
                text.chop(1);
            const Result<QJsonObject> element = parseJson(text, {MostPackLine, 12});
            if (!element || ended || line == 1)
                return wrong(line);
            if (Result<void> taken = each(*element); !taken)
                return taken;
        }
        rest.remove(0, from);
        if (rest.size() > MostPackLine)
            return wrong(line + 1);
    }
    return ended && rest.isEmpty() ? Result<void>() : wrong(line + 1);
}

namespace {

Result<void> readAll(archive *zip, const std::function<Result<void>(PackFile &)> &each)
{
    archive_entry *entry = nullptr;
    bool any = false;
    while (true) {
        const int code = archive_read_next_header(zip, &entry);
        if (code == ARCHIVE_EOF)
            break;
        if (code < ARCHIVE_WARN)
            return any ? std::unexpected(damagedAt(zip, {})) : std::unexpected(noZip(zip));
        any = true;
        const char *name = archive_entry_pathname_utf8(entry);
        if (!name)
            name = archive_entry_pathname(entry);
        PackFile file(zip, QString::fromUtf8(name ? name : ""));
        if (Result<void> taken = each(file); !taken)
            return taken;
    }
    return any ? Result<void>() : std::unexpected(noZip(zip));
}

/// What libarchive's callbacks work with.
struct Feed {
    const PackSource &source;
    QByteArray piece;
    qint64 at = 0;

    static la_ssize_t read(archive *, void *data, const void **buffer)
    {
        auto *feed = static_cast<Feed *>(data);
        Result<QByteArray> got = feed->source.read(feed->at, 1 << 18);
        if (!got)
            return -1;
        feed->piece = std::move(*got);
        feed->at += feed->piece.size();
        *buffer = feed->piece.constData();
        return la_ssize_t(feed->piece.size());
    }
    static la_int64_t seek(archive *, void *data, la_int64_t offset, int whence)
    {
        auto *feed = static_cast<Feed *>(data);
        const qint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? feed->at : feed->source.size;
        feed->at = std::clamp<qint64>(base + offset, 0, feed->source.size);
        return feed->at;
    }
};

} // namespace

Result<void> readPack(const QString &path, const std::function<Result<void>(PackFile &)> &each)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Pack", "There is no such file.")), path);
    const std::unique_ptr<archive, ReadCloser> zip(archive_read_new());
    archive_read_support_format_zip(zip.get());
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK)
        return std::unexpected(noZip(zip.get()));
    return readAll(zip.get(), each);
}

Result<void> readPack(const PackSource &source, const std::function<Result<void>(PackFile &)> &each)
{
    const std::unique_ptr<archive, ReadCloser> zip(archive_read_new());
    Feed feed{source, {}, 0};
    archive_read_support_format_zip(zip.get());
    archive_read_set_callback_data(zip.get(), &feed);
    archive_read_set_read_callback(zip.get(), &Feed::read);
    archive_read_set_seek_callback(zip.get(), &Feed::seek);
    if (archive_read_open1(zip.get()) != ARCHIVE_OK)
        return std::unexpected(noZip(zip.get()));
    return readAll(zip.get(), each);
}

} // namespace ChatOps
