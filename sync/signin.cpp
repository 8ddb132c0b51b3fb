// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/signin.h"

#include "core/entityjson.h"
#include "core/privacyjson.h"
#include "sync/httpclient.h"
#include "sync/proxy.h"

#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

/// Lives until its last continuation has run. That one runs inside a signal of
/// the client, so it must not be deleted on the spot.
std::shared_ptr<HttpClient> makeClient(const QUrl &server, const std::shared_ptr<NetworkObserver> &observer)
{
    return {new HttpClient(server, observer.get()),
            [observer](HttpClient *client) { client->deleteLater(); }};
}

/// Posts once it is known which way, without waiting for it here.
Reply<QJsonObject> send(const std::shared_ptr<HttpClient> &client, const QString &path,
                        const QJsonObject &body)
{
    return chain<QJsonObject>(findSystemProxy(client->base()), client.get(),
                              [client, path, body](const Result<QNetworkProxy> &proxy) {
                                  client->setProxy(proxy.value_or(QNetworkProxy::NoProxy));
                                  return client->post(path, body);
                              });
}

Result<SignedIn> fromAnswer(const QUrl &server, DeviceId device, const Result<QJsonObject> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    JsonReader reader(*answer);
    SignedIn in;
    in.server = server;
    in.device = device;
    in.access = reader.text("access"_L1, 128);
    in.refresh = reader.text("refresh"_L1, 128);
    in.lifetime = reader.integer("lifetime"_L1, 1000);
    const QJsonObject workspace = reader.object("workspace"_L1);
    JsonReader inner(workspace);
    in.workspace = inner.id<WorkspaceId>("id"_L1);
    in.workspaceName = inner.text("name"_L1, Limit::Name);
    const Result<Person> person = personFromJson(reader.object("person"_L1));
    if (!reader.ok())
        return std::unexpected(reader.error());
    if (!inner.ok() || !person)
        return std::unexpected(inner.ok() ? person.error() : inner.error());
    in.person = *person;
    return in;
}

Reply<SignedIn> ask(const QUrl &server, const QString &path, QJsonObject body,
                    const std::shared_ptr<NetworkObserver> &observer)
{
    const auto device = DeviceId::create();
    body.insert("device"_L1, device.toString());
    // The kind of system, not the machine's name: a host name says too much about a person.
    body.insert("device_name"_L1, QSysInfo::prettyProductName().left(120));
    const auto client = makeClient(server, observer);
    const Reply<QJsonObject> posted = send(client, path, body);
    return chain<SignedIn>(posted, client.get(), [client, server, device](const Result<QJsonObject> &answer) {
        return ready<SignedIn>(fromAnswer(server, device, answer));
    });
}

Result<JoinTerms> termsFrom(const Result<QJsonObject> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    JsonReader reader(*answer);
    JoinTerms terms;
    terms.workspaceName = reader.text("workspace"_L1, Limit::Name);
    const Result<WorkspaceRules> rules = rulesFromJson(reader.object("rules"_L1));
    const QJsonObject policy = reader.object("policy"_L1);
    if (!reader.ok() || !rules)
        return std::unexpected(reader.ok() ? rules.error() : reader.error());
    terms.rules = *rules;
    if (!policy.isEmpty()) {
        const Result<PolicyVersion> version = policyFromJson(policy);
        if (!version)
            return std::unexpected(version.error());
        terms.policy = *version;
    }
    return terms;
}

} // namespace

Reply<SignedIn> signIn(const QUrl &server, const Credentials &credentials,
                       const std::shared_ptr<NetworkObserver> &observer)
{
    return ask(server, u"/v1/session"_s,
               {{"name"_L1, credentials.name}, {"password"_L1, credentials.password}}, observer);
}

Reply<SignedIn> joinWith(const QUrl &server, const Invitation &invitation,
                         const std::shared_ptr<NetworkObserver> &observer)
{
    return ask(server, u"/v1/join"_s,
               {{"code"_L1, invitation.code},
                {"name"_L1, invitation.name},
                {"handle"_L1, invitation.handle},
                {"password"_L1, invitation.password},
                {"age"_L1, invitation.age}},
               observer);
}

Reply<JoinTerms> joinTerms(const QUrl &server, const QString &code,
                           const std::shared_ptr<NetworkObserver> &observer)
{
    const auto client = makeClient(server, observer);
    return chain<JoinTerms>(
        send(client, u"/v1/join/terms"_s, {{"code"_L1, code}}), client.get(),
        [client](const Result<QJsonObject> &answer) { return ready<JoinTerms>(termsFrom(answer)); });
}

Reply<void> signOut(const QUrl &server, const QString &refreshToken,
                    const std::shared_ptr<NetworkObserver> &observer)
{
    const auto client = makeClient(server, observer);
    // A refresh proves the session and gives the access token that ends it.
    return chain<void>(send(client, u"/v1/session/refresh"_s, {{"refresh"_L1, refreshToken}}), client.get(),
                       [client](const Result<QJsonObject> &answer) -> Reply<void> {
                           if (answer)
                               return client->remove(u"/v1/session"_s, answer->value("access"_L1).toString());
                           const bool over = answer.error().code == ErrorCode::Unauthenticated;
                           return ready<void>(over ? Result<void>()
                                                   : Result<void>(std::unexpected(answer.error())));
                       });
}

Reply<void> confirmWiped(const QUrl &server, const QString &refreshToken,
                         const std::shared_ptr<NetworkObserver> &observer)
{
    const auto client = makeClient(server, observer);
    return chain<void>(send(client, u"/v1/wiped"_s, {{"token"_L1, refreshToken}}), client.get(),
                       [client](const Result<QJsonObject> &answer) {
                           return ready<void>(answer ? Result<void>() : std::unexpected(answer.error()));
                       });
}

Reply<QJsonObject> fetchReceipt(const QUrl &server, const QString &number,
                                const std::shared_ptr<NetworkObserver> &observer)
{
    const auto client = makeClient(server, observer);
    const Reply<QByteArray> fetched = chain<QByteArray>(
        findSystemProxy(client->base()), client.get(), [client, number](const Result<QNetworkProxy> &proxy) {
            client->setProxy(proxy.value_or(QNetworkProxy::NoProxy));
            return client->get(u"/v1/receipts/"_s + number, {}, {});
        });
    return chain<QJsonObject>(fetched, client.get(), [client](const Result<QByteArray> &answer) {
        return ready(answer ? parseJson(*answer, {256 * 1024, 8})
                            : Result<QJsonObject>(std::unexpected(answer.error())));
    });
}

} // namespace ChatOps
