// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/driver/secret.h"

#include <sodium.h>

namespace ChatOps {

void wipe(QByteArray &bytes)
{
    // A detach would copy the secret before wiping the copy.
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

Secret::Secret(QByteArray &&bytes)
    : m_bytes(bytes.constData(), bytes.size())
{
    ChatOps::wipe(bytes);
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

Secret Secret::random(qsizetype size)
{
    Secret secret;
    secret.m_bytes.resize(size);
    randombytes_buf(secret.m_bytes.data(), size_t(size));
    return secret;
}

Secret Secret::clone() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

void Secret::wipe()
{
    ChatOps::wipe(m_bytes);
}

} // namespace ChatOps
