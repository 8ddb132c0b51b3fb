// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"
#include "tests/support/client.h"
#include "ui/channelspane.h"
#include "ui/eventspane.h"
#include "ui/statusline.h"
#include "ui/switcher.h"
#include "ui/taskspane.h"

namespace ChatOps::Testing {

/// Does until it is so, or the test has waited too long.
#define TRY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, ChatOps::Testing::Patience)

/// The real program in this process: controller, keychain, store, windows.
class GuiApp {
public:
    explicit GuiApp(const QString &profile);
    ~GuiApp();

    void start(const QString &server = {}, const QString &user = {}, const QString &password = {});
    void stop();
    QString language = QStringLiteral("en"); ///< Of the next start.
    QString managed; ///< File of managed settings for the next start; of this computer never.
    /// Signed in, window shown, in sync.
    void signIn(const ServerProcess &server, const QString &user);
    [[nodiscard]] Controller &controller() const { return *m_controller; }
    [[nodiscard]] MainWindow *window() const
    {
        return m_controller->session() ? m_controller->session()->window() : nullptr;
    }
    [[nodiscard]] SignInWindow *signInWindow() const { return m_controller->signInWindow(); }
    [[nodiscard]] LinkStatus::State link() const;
    /// In sync, with its window on the screen.
    [[nodiscard]] bool isOnline() const
    {
        return link() == LinkStatus::State::Online && window() && window()->isVisible();
    }

    void openChannel(const QString &name);
    /// Types into the composer and presses Enter, as a person would.
    void type(const QString &text);
    /// The last row of the open timeline.
    [[nodiscard]] std::optional<TimelineRow> lastRow() const;
    [[nodiscard]] int countRows(const QString &text) const;
    [[nodiscard]] QString profile() const { return m_profile; }
    /// Saves a picture into the build folder's `pictures`.
    void picture(const QString &name, QWidget *widget = nullptr) const;
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return window()->findChild<Widget *>(name);
    }

private:
    QString m_profile;
    std::unique_ptr<Controller> m_controller;
};

/// A keychain that is not there.
class NoKeychain final : public KeyVault {
public:
    static Error gone()
    {
        return {ErrorCode::Keychain, QStringLiteral("The system's keychain is not available."), {}};
    }
    Reply<QByteArray> read(const QString &) override { return ready<QByteArray>(std::unexpected(gone())); }
    Reply<void> write(const QString &, const QByteArray &) override
    {
        return ready<void>(std::unexpected(gone()));
    }
    Reply<void> remove(const QString &) override { return ready<void>(std::unexpected(gone())); }
};

/// The demo workspace on a running server, and a folder for profiles.
struct DemoPlace {
    DemoPlace();
    ServerProcess server;
    QTemporaryDir dir;
};

/// Mika in the window and Ana beside her, in the demo workspace, with a channel
/// open that both are in.
struct Pair : DemoPlace {
    Pair();
    ~Pair();
    Q_DISABLE_COPY_MOVE(Pair)
    [[nodiscard]] MainWindow *window() const { return app.window(); }
    [[nodiscard]] std::optional<Task> anasTask(const QString &title);
    [[nodiscard]] std::optional<Event> anasEvent(const QString &title);

    GuiApp app;
    std::unique_ptr<Client> ana;
};

/// A button of the dialog on top, by its text.
[[nodiscard]] QAbstractButton *topButton(const QString &text);

} // namespace ChatOps::Testing
