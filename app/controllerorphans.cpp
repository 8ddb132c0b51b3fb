// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "core/log.h"
#include "store/storeprobe.h"

#include <QDir>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

// Stores on this computer that belong to no account in the list: taken up again when their person signs
// in, otherwise shown, to be taken up or destroyed.

namespace ChatOps {

void Controller::findOrphans(const std::function<void(const QList<AccountRegistry::Orphan> &)> &then)
{
    QSet<AccountId> known = m_registry.ids() + m_leaving;
    for (auto it = m_closing.cbegin(); it != m_closing.cend(); ++it)
        known.insert(it.key());
    auto promise = std::make_shared<QPromise<Result<QList<AccountRegistry::Orphan>>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, known, registry = AccountRegistry(m_commandLine.profile)] {
        promise->addResult(Result<QList<AccountRegistry::Orphan>>(registry.findOrphans(known)));
        promise->finish();
    });
    follow(Reply<QList<AccountRegistry::Orphan>>(promise->future()), this,
           [then](const Result<QList<AccountRegistry::Orphan>> &found) {
               then(found.value_or(QList<AccountRegistry::Orphan>()));
           });
}

namespace {

Reply<StoreProbe> probe(const QString &directory, const QByteArray &key)
{
    auto promise = std::make_shared<QPromise<Result<StoreProbe>>>();
    promise->start();
    const auto secret = std::make_shared<Secret>(QByteArray(key.constData(), key.size()));
    QThreadPool::globalInstance()->start([promise, directory, secret] {
        promise->addResult(probeStore(directory, *secret));
        promise->finish();
    });
    return promise->future();
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
        connect(dialog, &LeftoversDialog::destroyed, this, [this, dialog](AccountId id) {
            destroyOrphan(id, [guard = QPointer(dialog), id](const Result<void> &gone) {
                if (!guard)
                    return;
                if (gone)
                    guard->remove(id);
                else
                    guard->showProblem(gone.error().message);
            });
        });
        connect(dialog, &LeftoversDialog::takenUp, this, [this, dialog](AccountId id) {
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
    // The key first: without it the files are noise, whatever happens next.
    follow(m_keychain->remove(entry.keyEntry()), this, [this, entry, then](const Result<void> &keyGone) {
        follow(m_keychain->remove(entry.tokenEntry()), this,
               [this, entry, then, keyGone](const Result<void> &) {
                   auto promise = std::make_shared<QPromise<Result<void>>>();
                   promise->start();
                   QThreadPool::globalInstance()->start(
                       [promise, keyGone, directory = m_registry.directory(entry.id)] {
                           Result<void> gone = keyGone;
                           QFile::remove(directory + u".keys"_s);
                           if (!QDir(directory).removeRecursively() && gone)
                               gone = failure(ErrorCode::Storage,
                                              tr("Not every file of the account could be removed."));
                           promise->addResult(gone);
                           promise->finish();
                       });
                   follow(Reply<void>(promise->future()), this, then);
               });
    });
}

} // namespace ChatOps
