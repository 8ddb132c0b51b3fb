// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/passphrasevault.h"

#include "core/inpool.h"
#include "core/jsonguard.h"
#include "core/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

const QString checkName = u"check"_s;

auto *bytesOf(QByteArray &bytes)
{
    return static_cast<unsigned char *>(static_cast<void *>(bytes.data()));
}
const auto *bytesOf(QByteArrayView bytes)
{
    return static_cast<const unsigned char *>(static_cast<const void *>(bytes.data()));
}

QString say(const char *text)
{
    return QCoreApplication::translate("ChatOps", text);
}

Result<Secret> derive(const QString &passphrase, const QByteArray &salt)
{
    QByteArray typed = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray key(crypto_secretbox_KEYBYTES, '\0');
    const int derived = crypto_pwhash(bytesOf(key), size_t(key.size()), typed.constData(),
                                      size_t(typed.size()), bytesOf(salt), crypto_pwhash_OPSLIMIT_MODERATE,
                                      crypto_pwhash_MEMLIMIT_MODERATE, crypto_pwhash_ALG_ARGON2ID13);
    wipe(typed);
    if (derived != 0)
        return failure(
            ErrorCode::Storage,
            say(QT_TRANSLATE_NOOP("ChatOps", "There is not enough memory to check the passphrase.")));
    return Secret(std::move(key));
}

} // namespace

PassphraseVault::PassphraseVault(QString path, Secret key, QByteArray salt)
    : m_path(std::move(path))
    , m_key(std::move(key))
    , m_salt(std::move(salt))
{
}

bool PassphraseVault::exists(const QString &path)
{
    return QFile::exists(path);
}

Reply<std::shared_ptr<PassphraseVault>> PassphraseVault::open(const QString &path, const QString &passphrase)
{
    return inPool([path, passphrase] { return openNow(path, passphrase); });
}

Result<std::shared_ptr<PassphraseVault>> PassphraseVault::openNow(const QString &path,
                                                                  const QString &passphrase)
{
    if (sodium_init() < 0)
        return failure(ErrorCode::Internal,
                       say(QT_TRANSLATE_NOOP("ChatOps", "The cipher library cannot start.")));
    QFile file(path);
    if (!file.exists()) {
        if (passphrase.size() < MinPassphrase)
            return failure(
                ErrorCode::Invalid,
                say(QT_TRANSLATE_NOOP("ChatOps", "Use at least ten characters for the passphrase.")));
        QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
        randombytes_buf(salt.data(), size_t(salt.size()));
        Result<Secret> key = derive(passphrase, salt);
        if (!key)
            return std::unexpected(key.error());
        std::shared_ptr<PassphraseVault> vault(new PassphraseVault(path, std::move(*key), salt));
        if (const Result<void> written = vault->writeNow(checkName, "ok"); !written)
            return std::unexpected(written.error());
        return vault;
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, say(QT_TRANSLATE_NOOP("ChatOps", "The key file cannot be read.")),
                       file.errorString());
    const Result<QJsonObject> json = parseJson(file.read(1 << 20), {1 << 20, 4});
    const QByteArray salt =
        json ? QByteArray::fromBase64(json->value("salt"_L1).toString().toLatin1()) : QByteArray();
    if (salt.size() != crypto_pwhash_SALTBYTES)
        return failure(ErrorCode::Damaged, say(QT_TRANSLATE_NOOP("ChatOps", "The key file is damaged.")));
    Result<Secret> key = derive(passphrase, salt);
    if (!key)
        return std::unexpected(key.error());
    std::shared_ptr<PassphraseVault> vault(new PassphraseVault(path, std::move(*key), salt));
    const QJsonObject boxes = json->value("boxes"_L1).toObject();
    for (auto it = boxes.begin(); it != boxes.end(); ++it)
        vault->m_boxes.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    if (vault->read(checkName).result().value_or(QByteArray()) != "ok")
        return failure(ErrorCode::WrongKey,
                       say(QT_TRANSLATE_NOOP("ChatOps", "This is not the right passphrase.")));
    return vault;
}

Result<void> PassphraseVault::save() const
{
    QJsonObject boxes;
    for (auto it = m_boxes.begin(); it != m_boxes.end(); ++it)
        boxes.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    const Result<void> saved =
        writeWholeFile(m_path,
                       toJson(QJsonObject{{"kdf"_L1, "argon2id13"_L1},
                                          {"salt"_L1, QString::fromLatin1(m_salt.toBase64())},
                                          {"boxes"_L1, boxes}}),
                       OwnerOnly);
    if (!saved)
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("ChatOps", "The key file cannot be written.")),
                       saved.error().detail);
    return {};
}

Reply<QByteArray> PassphraseVault::read(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray box = m_boxes.value(name);
    if (box.isEmpty())
        return ready<QByteArray>(QByteArray());
    const qsizetype overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    QByteArray plain(std::max<qsizetype>(0, box.size() - overhead), '\0');
    const QByteArrayView sealed =
        QByteArrayView(box).sliced(std::min<qsizetype>(box.size(), crypto_secretbox_NONCEBYTES));
    if (box.size() < overhead
        || crypto_secretbox_open_easy(bytesOf(plain), bytesOf(sealed), size_t(sealed.size()), bytesOf(box),
                                      bytesOf(m_key.view()))
            != 0)
        return ready<QByteArray>(failure(
            ErrorCode::WrongKey, say(QT_TRANSLATE_NOOP("ChatOps", "This is not the right passphrase."))));
    return ready<QByteArray>(plain);
}

Result<void> PassphraseVault::writeNow(const QString &name, const QByteArray &secret)
{
    QByteArray box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size(), '\0');
    randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytesOf(box) + crypto_secretbox_NONCEBYTES, bytesOf(secret), size_t(secret.size()),
                          bytesOf(QByteArrayView(box)), bytesOf(m_key.view()));
    const QMutexLocker lock(&m_mutex);
    m_boxes.insert(name, box);
    return save();
}

Reply<void> PassphraseVault::write(const QString &name, const QByteArray &secret)
{
    return inPool([vault = shared_from_this(), name, secret] { return vault->writeNow(name, secret); });
}

Reply<void> PassphraseVault::remove(const QString &name)
{
    return inPool([vault = shared_from_this(), name] { return vault->removeNow(name); });
}

Result<void> PassphraseVault::removeNow(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    m_boxes.remove(name);
    const bool empty = m_boxes.size() <= 1;
    if (empty && QFile::exists(m_path) && !QFile::remove(m_path))
        return failure(ErrorCode::Storage,
                       say(QT_TRANSLATE_NOOP("ChatOps", "The key file cannot be removed.")));
    return empty ? Result<void>() : save();
}

} // namespace ChatOps
