// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/tokenkeeper.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

TokenKeeper::TokenKeeper(HttpClient &http, KeyVault &vault, QString entry, const Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_vault(vault)
    , m_entry(std::move(entry))
    , m_clock(clock)
{
}

void TokenKeeper::setAccess(const QString &access, qint64 lifetime)
{
    m_access = access;
    m_accessUntil = m_clock.monotonic() + lifetime;
}

Reply<QString> TokenKeeper::token(bool fresh)
{
    constexpr qint64 margin = 60'000;
    if (!fresh && !m_access.isEmpty() && m_clock.monotonic() + margin < m_accessUntil)
        return ready<QString>(m_access);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    m_waiting.append(promise);
    if (!m_refreshing)
        refresh();
    return promise->future();
}

void TokenKeeper::refresh()
{
    m_refreshing = true;
    // The newest token counts, also while the keychain does not take it: the one in there was used, and
    // a server that sees it again ends the session.
    if (!m_unsaved.isEmpty()) {
        exchange(m_unsaved);
        return;
    }
    follow(m_vault.read(m_entry), this, [this](const Result<QByteArray> &stored) {
        if (!stored || stored->isEmpty()) {
            finish(std::unexpected(
                stored ? Error{ErrorCode::Unauthenticated, tr("The session has ended. Sign in again."), {}}
                       : stored.error()));
            return;
        }
        exchange(*stored);
    });
}

void TokenKeeper::exchange(const QByteArray &token)
{
    follow(m_http.post(u"/v1/session/refresh"_s, {{"refresh"_L1, QString::fromLatin1(token)}}), this,
           [this](const Result<QJsonObject> &answer) {
               if (!answer) {
                   finish(std::unexpected(answer.error()));
                   return;
               }
               JsonReader reader(*answer);
               const QString access = reader.text("access"_L1, 128);
               const QByteArray next = reader.text("refresh"_L1, 128).toLatin1();
               const qint64 lifetime = reader.integer("lifetime"_L1, 1000);
               if (!reader.ok()) {
                   finish(std::unexpected(reader.error()));
                   return;
               }
               m_unsaved = next;
               setAccess(access, lifetime);
               save([this, access] { finish(access); });
           });
}

void TokenKeeper::save(const std::function<void()> &then)
{
    follow(m_vault.write(m_entry, m_unsaved), this,
           [this, then, token = m_unsaved](const Result<void> &written) {
               if (written && token == m_unsaved) {
                   m_unsaved.clear();
                   Q_EMIT saved();
               }
               if (!written)
                   Q_EMIT notSaved(written.error());
               then();
           });
}

void TokenKeeper::saveAgain()
{
    if (!m_unsaved.isEmpty())
        save([] {});
}

void TokenKeeper::finish(const Result<QString> &outcome)
{
    m_refreshing = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &promise : waiting) {
        promise->addResult(outcome);
        promise->finish();
    }
}

} // namespace ChatOps
