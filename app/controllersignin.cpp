// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "core/log.h"
#include "sync/serveraddress.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

// From the sign-in window to an open account: who has arrived, where their key
// is kept, and whether this computer knows them already.

namespace ChatOps {

void Controller::showSignIn(const QString &problem)
{
    giveUpSignIn(true);
    if (!m_signIn) {
        m_signIn = std::make_unique<SignInWindow>();
        SignInWindow *window = m_signIn.get();
        const auto withServer = [this, window](const QString &address, const auto &begin) {
            if (const Result<QUrl> server = parseServerAddress(address))
                beginSignIn(begin(*server));
            else
                window->showProblem(server.error().message);
        };
        connect(window, &SignInWindow::signInRequested, this,
                [this, withServer](const QString &address, const QString &name, const QString &password) {
                    withServer(address, [&](const QUrl &server) {
                        return signIn(server, {name, password}, m_ledger);
                    });
                });
        connect(window, &SignInWindow::termsRequested, this,
                [this, window](const QString &address, const QString &code) {
                    const Result<QUrl> server = parseServerAddress(address);
                    if (!server) {
                        window->showProblem(server.error().message);
                        return;
                    }
                    giveUpSignIn(true);
                    window->setBusy(true, tr("Asking the server who is responsible"));
                    followAttempt(
                        joinTerms(*server, code, m_ledger), [window](const Result<JoinTerms> &terms) {
                            if (terms)
                                window->showTerms(terms->workspaceName, terms->rules, terms->policy);
                            else
                                window->showProblem(terms.error().message);
                        });
                });
        connect(window, &SignInWindow::joinRequested, this,
                [this, withServer](const QString &address, const QString &code, const QString &name,
                                   const QString &handle, const QString &password, int age) {
                    withServer(address, [&](const QUrl &server) {
                        return joinWith(server, {code, name, handle, password, age}, m_ledger);
                    });
                });
        connect(window, &SignInWindow::passphraseChosen, this, &Controller::protectWithPassphrase);
        connect(window, &SignInWindow::nothingStoredChosen, this, [this] {
            if (m_arrived)
                finishNew(AccountId::create(), Protection::Memory, m_memory, *m_arrived);
        });
        connect(window, &SignInWindow::retryRequested, this, [this] {
            if (const AccountEntry *entry = m_registry.find(m_locked))
                openAccount(AccountEntry(*entry));
        });
        connect(window, &SignInWindow::cancelled, this, [this] {
            giveUpSignIn(true);
            if (m_session && m_session->window()) {
                m_signIn.release()->deleteLater();
                m_session->window()->show();
            } else {
                m_signIn->beginAgain();
            }
        });
    }
    m_signIn->show();
    if (!problem.isEmpty())
        m_signIn->showProblem(problem);
    Q_EMIT signInShown(m_signIn.get());
}

void Controller::giveUpSignIn(bool endSession)
{
    ++m_attempt;
    m_unlocking = {};
    const std::optional<SignedIn> arrived = std::exchange(m_arrived, std::nullopt);
    if (arrived && endSession)
        endUnused(*arrived);
}

void Controller::endUnused(const SignedIn &account)
{
    follow(signOut(account.server, account.refresh, m_ledger), this, [](const Result<void> &) {});
}

void Controller::beginSignIn(const Reply<SignedIn> &reply)
{
    giveUpSignIn(true);
    m_signIn->setBusy(true, tr("Signing in"));
    follow(reply, this, [this, attempt = m_attempt](const Result<SignedIn> &account) {
        const bool wanted = attempt == m_attempt && m_signIn;
        if (account && !wanted) {
            endUnused(*account); // Another sign-in may be under way by now; it is not touched.
            return;
        }
        if (account) {
            m_arrived = *account;
            keepAccount(*account);
            return;
        }
        qCInfo(lcApp, "sign-in failed: code %d, %s", int(account.error().code),
               qPrintable(account.error().detail));
        if (wanted)
            m_signIn->showProblem(account.error().message);
    });
}

void Controller::keepAccount(const SignedIn &account)
{
    m_signIn->setBusy(true, tr("Preparing the encrypted store"));
    const AccountEntry *known = m_registry.find(account.server, account.workspace, account.person.id);
    if (!known || m_leaving.contains(known->id)) {
        rescueOrBegin(account);
        return;
    }
    // Here already, perhaps with unsent work: its store is kept.
    const AccountEntry entry = *known;
    if (m_session && m_session->entry().id == entry.id) {
        adopt(entry, m_session->vault(), account);
        return;
    }
    switch (entry.protection) {
    case Protection::Passphrase:
        m_unlocking = entry;
        m_signIn->askForPassphrase(entry.title());
        return;
    case Protection::Keychain:
        followAttempt(m_keychain->read(entry.keyEntry()),
                      [this, entry, account](const Result<QByteArray> &key) {
                          if (!key) {
                              m_signIn->showProblem(key.error().message);
                          } else if (key->isEmpty()) {
                              // The keychain is open and does not have it. The account gives way to a new
                              // one; its store stays, in case the key comes back, until it is destroyed.
                              m_registry.remove(entry.id);
                              chooseKeyPlace(account);
                          } else {
                              adopt(entry, m_keychain, account);
                          }
                      });
        return;
    case Protection::Memory:
        m_registry.remove(entry.id);
        chooseKeyPlace(account);
    }
}

void Controller::chooseKeyPlace(const SignedIn &account)
{
    // A trial of the keychain, before anything depends on it.
    followAttempt(m_keychain->write(u"probe"_s, "probe"), [this, account](const Result<void> &written) {
        if (!written) {
            m_signIn->askForKeyPlace(written.error().message);
            return;
        }
        followAttempt(m_keychain->remove(u"probe"_s), [this, account](const Result<void> &) {
            finishNew(AccountId::create(), Protection::Keychain, m_keychain, account);
        });
    });
}

void Controller::protectWithPassphrase(const QString &passphrase)
{
    const AccountEntry unlocking = m_unlocking;
    const AccountId id = unlocking.id ? unlocking.id : AccountId::create();
    QDir().mkpath(m_commandLine.profile + u"/accounts"_s);
    m_signIn->setBusy(true, tr("Checking the passphrase"));
    followAttempt(PassphraseVault::open(passphrasePath(id), passphrase),
                  [this, unlocking, id](const Result<std::shared_ptr<PassphraseVault>> &vault) {
                      if (!vault)
                          m_signIn->showProblem(vault.error().message);
                      else if (unlocking.id.isNull() && m_arrived)
                          finishNew(id, Protection::Passphrase, *vault, *m_arrived);
                      else if (m_arrived)
                          adopt(unlocking, *vault, *m_arrived);
                      else if (unlocking.id)
                          openWith(unlocking, *vault, false, std::nullopt);
                  });
}

void Controller::adopt(AccountEntry entry, const std::shared_ptr<KeyVault> &vault, const SignedIn &account)
{
    entry.workspaceName = account.workspaceName;
    entry.person = account.person;
    entry.device = account.device;
    keepToken(entry, vault, account, false);
}

void Controller::finishNew(AccountId id, Protection protection, const std::shared_ptr<KeyVault> &vault,
                           const SignedIn &account)
{
    keepToken({id, account.server, account.workspace, account.workspaceName, account.person, account.device,
               protection},
              vault, account, true);
}

void Controller::keepToken(const AccountEntry &entry, const std::shared_ptr<KeyVault> &vault,
                           const SignedIn &account, bool fresh)
{
    followAttempt(vault->write(entry.tokenEntry(), account.refresh.toLatin1()),
                  [this, entry, vault, account, fresh](const Result<void> &written) {
                      if (!written) {
                          m_signIn->showProblem(written.error().message);
                          return;
                      }
                      m_registry.put(entry);
                      openWith(entry, vault, fresh, account);
                  });
}

} // namespace ChatOps
