// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "core/inpool.h"
#include "core/log.h"
#include "store/storeprobe.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

// Stores on this computer that belong to no account in the list: taken up again when their person signs
// in, otherwise shown, to be taken up or destroyed.

namespace ChatOps {

void Controller::findOrphans(const std::function<void(const QList<AccountRegistry::Orphan> &)> &then)
{
    QSet<AccountId> known = m_registry.ids() + m_leaving;
    for (auto it = m_closing.cbegin(); it != m_closing.cend(); ++it)
        known.insert(it.key());
    using Orphans = QList<AccountRegistry::Orphan>;
    follow(inPool([known, registry = AccountRegistry(m_commandLine.profile)]() -> Result<Orphans> {
               return registry.findOrphans(known);
           }),
           this, [then](const Result<Orphans> &found) { then(found.value_or(Orphans())); });
}

namespace {

Reply<StoreProbe> probe(const QString &directory, const QByteArray &key)
{
    const auto secret = std::make_shared<Secret>(QByteArray(key.constData(), key.size()));
    return inPool([directory, secret] { return probeStore(directory, *secret); });
}

QString keyEntryOf(AccountId id)
{
    AccountEntry entry;
    entry.id = id;
    return entry.keyEntry();
}

} // namespace

void Controller::rescueOrBegin(const SignedIn &account)
{
    findOrphans([this, account, attempt = m_attempt](const QList<AccountRegistry::Orphan> &orphans) {
        if (attempt == m_attempt && m_signIn)
            rescueNext(account, orphans);
    });
}

void Controller::rescueNext(const SignedIn &account, QList<AccountRegistry::Orphan> orphans)
{
    if (orphans.isEmpty()) {
        chooseKeyPlace(account);
        return;
    }
    const AccountRegistry::Orphan orphan = orphans.takeFirst();
    const std::optional<AccountEntry> &was = orphan.entry;
    const bool other = was
        && (was->server != account.server || was->workspace != account.workspace
            || was->person.id != account.person.id || was->protection != Protection::Keychain);
    if (other) {
        rescueNext(account, orphans);
        return;
    }
    followAttempt(
        m_keychain->read(keyEntryOf(orphan.id)),
        [this, account, orphans, orphan](const Result<QByteArray> &key) {
            if (!key) {
                // It may be theirs, with words that exist nowhere else: nothing new before that is known.
                m_signIn->showProblem(key.error().message);
                return;
            }
            if (key->isEmpty()) {
                rescueNext(account, orphans);
                return;
            }
            followAttempt(
                probe(m_registry.directory(orphan.id), *key),
                [this, account, orphans, orphan](const Result<StoreProbe> &found) {
                    if (!found || found->self != account.person.id) {
                        rescueNext(account, orphans);
                        return;
                    }
                    qCInfo(lcApp, "a store without an account is taken up again");
                    m_note =
                        tr("What was stored on this computer for this account was found and taken up again.");
                    AccountEntry entry;
                    entry.id = orphan.id;
                    entry.server = account.server;
                    entry.workspace = account.workspace;
                    adopt(entry, m_keychain, account);
                });
        });
}

void Controller::tellOrphans()
{
    findOrphans([this](const QList<AccountRegistry::Orphan> &orphans) {
        if (orphans.isEmpty() || !m_session || !m_session->window())
            return;
        m_session->window()->say(
            tr("This computer holds the encrypted data of %n account(s) that are not in the list any more.",
               nullptr, int(orphans.size())),
            tr("Look at it"), [this] { showLeftovers(); });
    });
}

void Controller::showLeftovers()
{
    findOrphans([this](const QList<AccountRegistry::Orphan> &orphans) {
        describeNext(orphans, std::make_shared<QList<Leftover>>());
    });
}

void Controller::describeNext(QList<AccountRegistry::Orphan> orphans,
                              const std::shared_ptr<QList<Leftover>> &described)
{
    if (!m_session || !m_session->window())
        return;
    if (orphans.isEmpty()) {
        auto *dialog = new LeftoversDialog(*described, m_session->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &LeftoversDialog::destroyRequested, this, [this, dialog](AccountId id) {
            destroyOrphan(id, [guard = QPointer(dialog), id](const Result<void> &gone) {
                if (!guard)
                    return;
                if (gone)
                    guard->remove(id);
                else
                    guard->showProblem(gone.error().message);
            });
        });
        connect(dialog, &LeftoversDialog::takeUpRequested, this, [this, dialog](AccountId id) {
            findOrphans([this, id, guard = QPointer(dialog)](const QList<AccountRegistry::Orphan> &found) {
                for (const AccountRegistry::Orphan &orphan : found) {
                    if (orphan.id != id || !orphan.entry)
                        continue;
                    m_registry.put(*orphan.entry);
                    if (guard)
                        guard->accept();
                    switchTo(id);
                }
            });
        });
        dialog->open();
        return;
    }
    const AccountRegistry::Orphan orphan = orphans.takeFirst();
    Leftover one;
    one.id = orphan.id;
    one.bytes = orphan.bytes;
    one.known = orphan.entry.has_value();
    if (orphan.entry)
        one.title = orphan.entry->title();
    follow(m_keychain->read(keyEntryOf(orphan.id)), this,
           [this, orphans, described, one](const Result<QByteArray> &key) {
               if (!key || key->isEmpty()) {
                   described->append(one);
                   described->last().locked = !key;
                   describeNext(orphans, described);
                   return;
               }
               follow(probe(m_registry.directory(one.id), *key), this,
                      [this, orphans, described, one](const Result<StoreProbe> &found) {
                          described->append(one);
                          Leftover &last = described->last();
                          last.readable = found.has_value();
                          if (found) {
                              last.unsent = found->unsent;
                              last.drafts = found->drafts;
                              if (last.title.isEmpty())
                                  last.title = found->name;
                          }
                          describeNext(orphans, described);
                      });
           });
}

void Controller::destroyOrphan(AccountId id, const std::function<void(const Result<void> &)> &then)
{
    AccountEntry entry;
    entry.id = id;
    follow(destroyStored(*m_keychain, entry, this,
                         [directory = m_registry.directory(id)] {
                             QFile::remove(directory + u".keys"_s);
                             return removeFolder(directory);
                         }),
           this, then);
}

} // namespace ChatOps
