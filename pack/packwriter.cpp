// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/packwriter.h"

#include "core/jsonguard.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int endRecordBytes = 22;
constexpr qsizetype lineBuffer = 64 * 1024;
constexpr qsizetype mostEntries = 2'000'000;

struct WriteCloser {
    void operator()(archive *open) const { archive_write_free(open); }
};

bool isSafeName(const QString &name)
{
    static const QRegularExpression bad(u"(^/)|(^|/)\\.\\.?(/|$)|//|\\\\|[\\x00-\\x1f]|^$|/$"_s);
    return name.size() <= 400 && !bad.match(name).hasMatch();
}

} // namespace

QJsonArray toJson(const QList<PackEntry> &entries)
{
    QJsonArray json;
    for (const PackEntry &entry : entries)
        json.append(
            QJsonObject{{"name"_L1, entry.name}, {"bytes"_L1, entry.bytes}, {"sha256"_L1, entry.sha256}});
    return json;
}

Result<QList<PackEntry>> entriesFromJson(const QJsonArray &json)
{
    QList<PackEntry> entries;
    if (json.size() > mostEntries)
        return failure(ErrorCode::Invalid, u"A pack with too many files."_s);
    for (const auto &value : json) {
        const QJsonObject object = value.toObject();
        JsonReader reader(object);
        entries.append(
            {reader.text("name"_L1, 400), reader.integer("bytes"_L1), reader.text("sha256"_L1, 64)});
        if (!isSafeName(entries.last().name))
            reader.fail("name"_L1, "is not a name inside the pack");
        if (!reader.ok())
            return std::unexpected(reader.error());
    }
    return entries;
}

struct PackWriter::State {
    std::unique_ptr<archive, WriteCloser> zip;
    Sink sink;
    Millis at = 0;
    Result<void> sinkSaid;
    QList<PackEntry> entries;
    QCryptographicHash entryHash{QCryptographicHash::Sha256};
    PackEntry current;
    bool open = false;
    QCryptographicHash wholeHash{QCryptographicHash::Sha256};
    QByteArray tail; ///< The last bytes, held back: the end record gets the comment.

    Result<void> pass(QByteArrayView bytes)
    {
        wholeHash.addData(bytes);
        return sink(bytes);
    }

    la_ssize_t take(const void *data, size_t size)
    {
        tail.append(static_cast<const char *>(data), qsizetype(size));
        if (const qsizetype ready = tail.size() - endRecordBytes; ready > 0) {
            if (sinkSaid)
                sinkSaid = pass(QByteArrayView(tail).first(ready));
            tail.remove(0, ready);
        }
        return sinkSaid ? la_ssize_t(size) : -1;
    }
};

PackWriter::PackWriter(Sink sink, Millis at)
    : m_state(std::make_unique<State>())
{
    m_state->sink = std::move(sink);
    m_state->at = at;
    m_state->zip.reset(archive_write_new());
    archive *zip = m_state->zip.get();
    archive_write_set_format_zip(zip);
    archive_write_set_options(zip, "hdrcharset=UTF-8,compression-level=4");
    archive_write_set_bytes_per_block(zip, 1 << 16);
    archive_write_set_bytes_in_last_block(zip, 1);
    archive_write_open2(
        zip, m_state.get(), nullptr,
        [](archive *, void *state, const void *data, size_t size) {
            return static_cast<State *>(state)->take(data, size);
        },
        nullptr, nullptr);
}

PackWriter::~PackWriter() = default;

Error PackWriter::problem() const
{
    if (!m_state->sinkSaid)
        return m_state->sinkSaid.error();
    return {ErrorCode::Storage, QCoreApplication::translate("Pack", "The pack cannot be written."),
            QString::fromUtf8(archive_error_string(m_state->zip.get()))};
}

Result<void> PackWriter::open(const QString &name, qint64 size, bool compressed)
{
    if (m_state->open || !isSafeName(name))
        return failure(ErrorCode::Internal, u"A wrong name in a pack."_s, name);
    if (compressed)
        archive_write_zip_set_compression_store(m_state->zip.get());
    else
        archive_write_zip_set_compression_deflate(m_state->zip.get());
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              &archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), m_state->at / 1000, 0);
    if (size >= 0)
        archive_entry_set_size(entry.get(), size);
    else
        archive_entry_unset_size(entry.get());
    if (archive_write_header(m_state->zip.get(), entry.get()) < ARCHIVE_WARN)
        return std::unexpected(problem());
    m_state->current = {name, 0, {}};
    m_state->entryHash.reset();
    m_state->open = true;
    return {};
}

Result<void> PackWriter::begin(const QString &name)
{
    return open(name, -1, false);
}

Result<void> PackWriter::write(QByteArrayView bytes)
{
    m_state->entryHash.addData(bytes);
    m_state->current.bytes += bytes.size();
    if (!bytes.isEmpty()
        && archive_write_data(m_state->zip.get(), bytes.data(), size_t(bytes.size())) != bytes.size())
        return std::unexpected(problem());
    return m_state->sinkSaid;
}

Result<void> PackWriter::end()
{
    m_state->open = false;
    if (archive_write_finish_entry(m_state->zip.get()) < ARCHIVE_WARN)
        return std::unexpected(problem());
    m_state->current.sha256 = QString::fromLatin1(m_state->entryHash.result().toHex());
    m_state->entries.append(m_state->current);
    return {};
}

Result<void> PackWriter::add(const QString &name, const QByteArray &bytes, bool compressed)
{
    if (Result<void> begun = open(name, bytes.size(), compressed); !begun)
        return begun;
    if (Result<void> written = write(bytes); !written)
        return written;
    return end();
}

const QList<PackEntry> &PackWriter::entries() const
{
    return m_state->entries;
}

Result<void> PackWriter::finish()
{
    if (archive_write_close(m_state->zip.get()) != ARCHIVE_OK)
        return std::unexpected(problem());
    QByteArray &tail = m_state->tail;
    if (tail.size() != endRecordBytes || !tail.startsWith("PK\x05\x06"))
        return failure(ErrorCode::Internal, u"The ZIP does not end as it should."_s);
    tail[20] = char(PackSealBytes);
    tail[21] = '\0';
    if (Result<void> passed = m_state->pass(tail); !passed)
        return passed;
    return m_state->sink("sha256=" + m_state->wholeHash.result().toHex());
}

Result<void> PackList::add(const QJsonObject &element)
{
    if (!m_begun)
        return m_begun;
    m_buffer += m_count++ == 0 ? "[\n" : ",\n";
    m_buffer += toJson(element);
    if (m_buffer.size() < lineBuffer)
        return {};
    return m_writer.write(std::exchange(m_buffer, {}));
}

Result<void> PackList::end()
{
    if (!m_begun)
        return m_begun;
    m_buffer += m_count == 0 ? "[]\n" : "\n]\n";
    if (Result<void> written = m_writer.write(std::exchange(m_buffer, {})); !written)
        return written;
    return m_writer.end();
}

} // namespace ChatOps
