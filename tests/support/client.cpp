// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/client.h"

#include "tests/support/temporary.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {

Client::Client(const ServerProcess &server, const QString &name, QString directory)
    : Client(server.url(), name, std::move(directory))
{
}

Client::Client(QUrl url, QString name, QString directory)
    : m_server(std::move(url))
    , m_name(std::move(name))
    , m_directory(std::move(directory))
{
    signInAgain();
}

Client::~Client()
{
    close();
}

void Client::signInAgain()
{
    const Result<SignedIn> account =
        await(signIn(m_server, {m_name, QString::fromLatin1(ServerProcess::Password)}, nullptr));
    if (!account)
        qFatal("sign-in failed: %s", qPrintable(account.error().message));
    m_account = *account;
    (void)m_vault.write(u"token"_s, m_account.refresh.toLatin1());
}

void Client::open(bool online)
{
    m_store = std::make_unique<Store>(Store::Options{m_directory});
    const auto opened = await(m_store->open(Secret(fixedKey())));
    if (!opened)
        qFatal("store: %s", qPrintable(opened.error().detail));
    m_backend = std::make_unique<HubBackend>(
        HubBackend::Options{m_server, m_account.workspace, m_account.device, u"token"_s}, *m_store->replica(),
        *m_store->outbox(), m_vault, m_observer);
    m_backend->start();
    if (online)
        waitOnline();
}

void Client::close()
{
    m_backend.reset();
    m_store.reset();
}

void Client::waitState(LinkStatus::State state)
{
    if (!QTest::qWaitFor([&] { return m_backend->status().state == state; }, Patience))
        qFatal("state %d instead of %d: %s", int(m_backend->status().state), int(state),
               qPrintable(m_backend->status().reason));
}

void Client::waitOnline()
{
    waitState(LinkStatus::State::Online);
}

void Client::waitOffline()
{
    if (!QTest::qWaitFor([&] { return m_backend->status().state != LinkStatus::State::Online; }, Patience))
        qFatal("still online");
}

void Client::waitSettled()
{
    if (!QTest::qWaitFor([&] { return pending().isEmpty(); }, Patience))
        qFatal("%d operations still wait", int(pending().size()));
}

void Client::waitRev(qint64 wanted)
{
    if (!QTest::qWaitFor([&] { return rev() >= wanted; }, Patience))
        qFatal("revision %lld instead of %lld", static_cast<long long>(rev()),
               static_cast<long long>(wanted));
}

OperationId Client::submit(const Operation &operation)
{
    const auto submitted = await(m_store->outbox()->submit(operation));
    if (!submitted)
        qFatal("submit: %s", qPrintable(submitted.error().detail));
    return operation.id;
}

MessageId Client::post(ChannelId channel, const QString &text, MessageId root)
{
    QJsonObject data{{"channel"_L1, channel.toString()}, {"text"_L1, text}};
    if (root)
        data.insert("root"_L1, root.toString());
    const auto id = MessageId::create();
    (void)submit(Operation::make(OperationKind::MessagePost, id.uuid(), data));
    return id;
}

QList<Message> Client::messages(ChannelId channel)
{
    QList<Message> result;
    const auto page = await(m_store->cache()->messages({channel, {}, MessageQuery::Where::Latest, 0, 500}));
    for (const MessageRow &row : page.value_or(MessagePage()).rows)
        result.append(row.message);
    return result;
}

ChannelId Client::channel(const QString &name)
{
    for (const ChannelRow &row : channels()) {
        if (row.channel.name == name)
            return row.channel.id;
    }
    return {};
}

} // namespace ChatOps::Testing
