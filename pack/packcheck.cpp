// SPDX-License-Identifier: GPL-3.0-or-later
#include "pack/packcheck.h"

#include "core/jsonguard.h"
#include "pack/packreader.h"
#include "pack/signing.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qint64 mostManifest = 256LL * 1024 * 1024;
constexpr qsizetype pieceBytes = 1 << 20;

QString say(const char *text)
{
    return QCoreApplication::translate("Pack", text);
}

/// Is the hash at the end that of everything before it?
Result<bool> isSealIntact(const PackSource &source)
{
    const qint64 sealed = source.size - PackSealBytes;
    if (sealed <= 0)
        return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto take = [&source](qint64 at, qint64 most) -> Result<QByteArray> {
        Result<QByteArray> piece = source.read(at, most);
        if (piece && piece->isEmpty())
            return failure(ErrorCode::Storage, say(QT_TRANSLATE_NOOP("Pack", "The pack cannot be read.")));
        return piece;
    };
    for (qint64 at = 0; at < sealed;) {
        const Result<QByteArray> piece = take(at, std::min<qint64>(sealed - at, pieceBytes));
        if (!piece)
            return std::unexpected(piece.error());
        hash.addData(*piece);
        at += piece->size();
    }
    QByteArray seal;
    while (seal.size() < PackSealBytes) {
        const Result<QByteArray> piece = take(sealed + seal.size(), PackSealBytes - seal.size());
        if (!piece)
            return std::unexpected(piece.error());
        seal += *piece;
    }
    return seal == "sha256=" + hash.result().toHex();
}

struct Found {
    QHash<QString, PackEntry> files;
    QByteArray manifest;
    QByteArray deviceManifest;
};

Result<void> readInto(PackFile &file, Found &found, QStringList &problems)
{
    PackEntry entry{file.name(), 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool manifest = file.name() == PackNames::Manifest;
    const bool device = file.name() == PackNames::DeviceManifest;
    while (true) {
        const Result<QByteArray> piece = file.read();
        if (!piece) {
            // The files behind it can still be read by their own heads.
            problems.append(piece.error().message);
            entry.bytes = -1;
            break;
        }
        if (piece->isEmpty())
            break;
        hash.addData(*piece);
        entry.bytes += piece->size();
        if (manifest && found.manifest.size() < mostManifest)
            found.manifest += *piece;
        if (device && found.deviceManifest.size() < mostManifest)
            found.deviceManifest += *piece;
    }
    entry.sha256 = QString::fromLatin1(hash.result().toHex());
    if (found.files.contains(file.name()))
        problems.append(
            QCoreApplication::translate("Pack", "There is a second file %1 in the pack.").arg(file.name()));
    found.files.insert(file.name(), entry);
    return {};
}

void compare(const QJsonObject &manifest, Found &found, QStringList &problems)
{
    const Result<QList<PackEntry>> entries = entriesFromJson(manifest.value("files"_L1).toArray());
    if (!entries) {
        problems.append(entries.error().message);
        return;
    }
    for (const PackEntry &expected : *entries) {
        const auto have = found.files.constFind(expected.name);
        if (have == found.files.constEnd())
            problems.append(
                QCoreApplication::translate("Pack", "The file %1 is missing.").arg(expected.name));
        else if (have->bytes >= 0 && *have != expected)
            problems.append(
                QCoreApplication::translate("Pack", "The file %1 was changed.").arg(expected.name));
        found.files.remove(expected.name);
    }
}

} // namespace

Result<PackVerdict> checkPack(const QString &path, const QString &key,
                              const std::function<bool(qint64)> &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, say(QT_TRANSLATE_NOOP("Pack", "The pack cannot be read.")),
                       file.errorString());
    const PackSource source{[&file](qint64 offset, qint64 most) -> Result<QByteArray> {
                                if (!file.seek(offset))
                                    return failure(ErrorCode::Storage, {}, file.errorString());
                                return file.read(most);
                            },
                            file.size()};
    return checkPack(source, key, progress);
}

Result<PackVerdict> checkPack(const PackSource &source, const QString &key,
                              const std::function<bool(qint64)> &progress)
{
    const Result<bool> sealed = isSealIntact(source);
    if (!sealed)
        return std::unexpected(sealed.error());
    PackVerdict verdict;
    Found found;
    const Result<void> read = readPack(source, [&](PackFile &file) -> Result<void> {
        if (Result<void> one = readInto(file, found, verdict.problems); !one)
            return one;
        ++verdict.files;
        verdict.bytes += std::max<qint64>(0, found.files.value(file.name()).bytes);
        if (progress && !progress(verdict.bytes))
            return failure(ErrorCode::Cancelled, say(QT_TRANSLATE_NOOP("Pack", "Cancelled.")));
        return {};
    });
    if (!read) {
        if (found.files.isEmpty() || read.error().code == ErrorCode::Cancelled)
            return std::unexpected(read.error());
        verdict.problems.append(read.error().message);
    }
    // The names of every file stand in the manifest; the limit of ordinary messages is too small.
    const Result<QJsonObject> manifest = parseJson(found.manifest, {qsizetype(mostManifest), 8});
    if (!manifest) {
        verdict.problems.append(
            say(QT_TRANSLATE_NOOP("Pack", "The file manifest.json is missing or cannot be read.")));
    } else {
        verdict.manifest = *manifest;
        if (!isSigned(*manifest, key))
            verdict.problems.append(say(QT_TRANSLATE_NOOP(
                "Pack", "The file manifest.json does not carry the signature of the server.")));
        compare(*manifest, found, verdict.problems);
    }
    found.files.remove(PackNames::Manifest);
    if (!found.deviceManifest.isEmpty()) {
        const Result<QJsonObject> device = parseJson(found.deviceManifest, {qsizetype(mostManifest), 8});
        if (device)
            compare(*device, found, verdict.problems);
        else
            verdict.problems.append(
                say(QT_TRANSLATE_NOOP("Pack", "The file device/manifest.json cannot be read.")));
        found.files.remove(PackNames::DeviceManifest);
    }
    for (auto it = found.files.constBegin(); it != found.files.constEnd(); ++it)
        verdict.problems.append(
            QCoreApplication::translate("Pack", "The file %1 is in no manifest.").arg(it.key()));
    if (!*sealed && verdict.problems.isEmpty())
        verdict.problems.append(say(QT_TRANSLATE_NOOP(
            "Pack", "The frame of the ZIP was changed; the files in it are as they were made.")));
    return verdict;
}

} // namespace ChatOps
