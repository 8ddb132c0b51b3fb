// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/sealedfile.h"

#include <QtEndian>

#include <sodium.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

using Nonce = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES>;

/// The key is used for one file, so the number of the piece may be the nonce.
Nonce nonceOf(quint64 number)
{
    Nonce nonce{};
    qToLittleEndian(number, nonce.data());
    return nonce;
}

Error cannot(const QFile &file)
{
    return {ErrorCode::Storage, u"A file of an export cannot be written or read."_s, file.errorString()};
}

} // namespace

QByteArray SealedFile::makeKey()
{
    QByteArray key(KeyBytes, '\0');
    randombytes_buf(key.data(), size_t(key.size()));
    return key;
}

Result<void> SealedFile::create()
{
    if (sodium_init() < 0 || !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return std::unexpected(cannot(m_file));
    return {};
}

Result<void> SealedFile::flush()
{
    QByteArray sealed(m_piece.size() + SealBytes, Qt::Uninitialized);
    const Nonce nonce = nonceOf(m_number++);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char *>(sealed.data()), nullptr,
                                               reinterpret_cast<const unsigned char *>(m_piece.constData()),
                                               static_cast<unsigned long long>(m_piece.size()), nullptr, 0,
                                               nullptr, nonce.data(),
                                               reinterpret_cast<const unsigned char *>(m_key.constData()));
    m_size += m_piece.size();
    sodium_memzero(m_piece.data(), size_t(m_piece.size()));
    m_piece.clear();
    if (m_file.write(sealed) != sealed.size())
        return std::unexpected(cannot(m_file));
    return {};
}

Result<void> SealedFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype fits = std::min<qsizetype>(bytes.size(), PieceBytes - m_piece.size());
        m_piece.append(bytes.first(fits));
        bytes = bytes.sliced(fits);
        if (m_piece.size() == PieceBytes) {
            if (Result<void> flushed = flush(); !flushed)
                return flushed;
        }
    }
    return {};
}

Result<void> SealedFile::finish()
{
    // Also an empty one: a file cut at the end of a piece is noticed by its missing last one.
    if (Result<void> flushed = flush(); !flushed)
        return flushed;
    bool kept = m_file.flush();
#ifdef Q_OS_UNIX
    kept = kept && ::fsync(m_file.handle()) == 0;
#endif
    m_file.close();
    return kept ? Result<void>() : std::unexpected(cannot(m_file));
}

Result<void> SealedFile::open()
{
    if (sodium_init() < 0 || m_key.size() != KeyBytes || !m_file.open(QIODevice::ReadOnly))
        return std::unexpected(cannot(m_file));
    const qint64 sealed = m_file.size();
    const qint64 whole = sealed / (PieceBytes + SealBytes);
    const qint64 rest = sealed % (PieceBytes + SealBytes);
    if (rest < SealBytes)
        return failure(ErrorCode::Damaged, u"A file of an export is damaged."_s);
    m_size = whole * PieceBytes + rest - SealBytes;
    return {};
}

Result<QByteArray> SealedFile::read(qint64 offset, qint64 most)
{
    QByteArray bytes;
    most = std::min(most, m_size - offset);
    while (bytes.size() < most) {
        const qint64 at = offset + bytes.size();
        const qint64 number = at / PieceBytes;
        if (!m_file.seek(number * (PieceBytes + SealBytes)))
            return std::unexpected(cannot(m_file));
        const QByteArray sealed = m_file.read(PieceBytes + SealBytes);
        QByteArray piece(std::max<qsizetype>(0, sealed.size() - SealBytes), Qt::Uninitialized);
        const Nonce nonce = nonceOf(quint64(number));
        if (sealed.size() < SealBytes
            || crypto_aead_xchacha20poly1305_ietf_decrypt(
                   reinterpret_cast<unsigned char *>(piece.data()), nullptr, nullptr,
                   reinterpret_cast<const unsigned char *>(sealed.constData()),
                   static_cast<unsigned long long>(sealed.size()), nullptr, 0, nonce.data(),
                   reinterpret_cast<const unsigned char *>(m_key.constData()))
                != 0)
            return failure(ErrorCode::Damaged, u"A file of an export is damaged."_s);
        const qint64 within = at - number * PieceBytes;
        if (within >= piece.size())
            break;
        bytes += piece.sliced(within, std::min<qsizetype>(piece.size() - within, most - bytes.size()));
    }
    return bytes;
}

} // namespace ChatOps::Server
