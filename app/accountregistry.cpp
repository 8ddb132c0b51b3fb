// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountregistry.h"

#include "app/settings.h"
#include "core/entityjson.h"
#include "core/jsonguard.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr std::array protectionNames{"keychain"_L1, "passphrase"_L1, "memory"_L1};
/// In the folder of an account: what the list says of it, should the list lose it.
const QString ownEntryName = u"/account.json"_s;

QJsonObject toJson(const AccountEntry &entry)
{
    return {{"id"_L1, entry.id.toString()},
            {"server"_L1, entry.server.toString()},
            {"workspace"_L1, entry.workspace.toString()},
            {"workspace_name"_L1, entry.workspaceName},
            {"device"_L1, entry.device.toString()},
            {"person"_L1, ChatOps::toJson(entry.person)},
            {"protection"_L1, protectionNames[size_t(entry.protection)]}};
}

std::optional<AccountEntry> entryFromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    AccountEntry entry;
    entry.id = reader.id<AccountId>("id"_L1);
    entry.server = QUrl(reader.text("server"_L1));
    entry.workspace = reader.id<WorkspaceId>("workspace"_L1);
    entry.workspaceName = reader.text("workspace_name"_L1);
    entry.device = reader.id<DeviceId>("device"_L1);
    const Result<Person> person = personFromJson(reader.object("person"_L1));
    const auto protection =
        std::find(protectionNames.begin(), protectionNames.end(), reader.text("protection"_L1, 16));
    if (!reader.ok() || !person || protection == protectionNames.end() || !entry.server.isValid())
        return std::nullopt;
    entry.person = *person;
    entry.protection = Protection(int(protection - protectionNames.begin()));
    return entry;
}

} // namespace

AccountRegistry::AccountRegistry(QString profile)
    : m_profile(std::move(profile))
{
}

QString AccountRegistry::directory(AccountId id) const
{
    return m_profile + u"/accounts/"_s + id.toString();
}

Result<void> AccountRegistry::load()
{
    QFile file(m_profile + u"/accounts.json"_s);
    if (!file.exists())
        return {};
    const auto damaged = [this, &file] {
        file.close();
        m_entries.clear();
        const QString aside = file.fileName() + u".damaged"_s;
        QFile::remove(aside);
        QFile::rename(file.fileName(), aside);
        return failure(
            ErrorCode::Damaged,
            QCoreApplication::translate(
                "App",
                "The list of accounts on this computer is damaged. It was set aside; sign in again to make a new one."));
    };
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage,
                       QCoreApplication::translate("App", "The list of accounts cannot be read."),
                       file.errorString());
    const Result<QJsonObject> json = parseJson(file.read(1 << 20), {1 << 20, 6});
    if (!json)
        return damaged();
    const QJsonArray accounts = json->value("accounts"_L1).toArray();
    for (const auto &value : accounts) {
        const std::optional<AccountEntry> entry = entryFromJson(value.toObject());
        if (!entry)
            return damaged();
        m_entries.append(*entry);
    }
    return {};
}

const AccountEntry *AccountRegistry::find(AccountId id) const
{
    for (const AccountEntry &entry : m_entries) {
        if (entry.id == id)
            return &entry;
    }
    return nullptr;
}

const AccountEntry *AccountRegistry::find(const QUrl &server, WorkspaceId workspace, PersonId person) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const AccountEntry &entry) {
        return entry.server == server && entry.workspace == workspace && entry.person.id == person;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

void AccountRegistry::put(const AccountEntry &entry)
{
    m_entries.removeIf([&](const AccountEntry &old) { return old.id == entry.id; });
    m_entries.append(entry);
    save();
    if (entry.protection != Protection::Memory)
        writeLater(directory(entry.id) + ownEntryName, ChatOps::toJson(toJson(entry)));
}

QSet<AccountId> AccountRegistry::ids() const
{
    QSet<AccountId> all;
    for (const AccountEntry &entry : m_entries)
        all.insert(entry.id);
    return all;
}

QList<AccountRegistry::Orphan> AccountRegistry::findOrphans(const QSet<AccountId> &known) const
{
    QList<Orphan> orphans;
    const QDir folder(m_profile + u"/accounts"_s);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const auto id = AccountId::fromString(name);
        if (id.isNull() || known.contains(id) || id.toString() != name)
            continue;
        Orphan orphan{id, std::nullopt, 0};
        const QFileInfoList files = QDir(folder.filePath(name)).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            orphan.bytes += file.size();
        QFile own(directory(id) + ownEntryName);
        if (own.open(QIODevice::ReadOnly)) {
            const Result<QJsonObject> json = parseJson(own.read(1 << 16), {1 << 16, 6});
            if (json)
                orphan.entry = entryFromJson(*json);
            if (orphan.entry && orphan.entry->id != id)
                orphan.entry.reset();
        }
        orphans.append(orphan);
    }
    return orphans;
}

void AccountRegistry::remove(AccountId id)
{
    m_entries.removeIf([&](const AccountEntry &old) { return old.id == id; });
    save();
}

void AccountRegistry::save() const
{
    QJsonArray accounts;
    for (const AccountEntry &entry : m_entries) {
        if (entry.protection == Protection::Memory)
            continue;
        accounts.append(toJson(entry));
    }
    writeLater(m_profile + u"/accounts.json"_s, ChatOps::toJson(QJsonObject{{"accounts"_L1, accounts}}));
}

} // namespace ChatOps
