// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacyexport.h"

#include "core/dataclasses.h"
#include "core/inpool.h"
#include "core/viewerzone.h"
#include "pack/packcheck.h"
#include "ui/privacyabout.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString amount(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString scopeTitle(const QString &scope)
{
    return scope == u"portability" ? ExportPage::tr("What you provided")
                                   : ExportPage::tr("Everything held about you");
}

/// "6 days", "3 hours": how long something is still there.
QString timeLeft(Millis until)
{
    const qint64 minutes = std::max<qint64>(0, until - QDateTime::currentMSecsSinceEpoch()) / 60'000;
    // To the nearest: "6 days" a minute after seven were promised would read like a mistake.
    if (minutes >= 36 * 60)
        return ExportPage::tr("%n day(s)", nullptr, int((minutes + 12 * 60) / (24 * 60)));
    if (minutes >= 90)
        return ExportPage::tr("%n hour(s)", nullptr, int((minutes + 30) / 60));
    return ExportPage::tr("%n minute(s)", nullptr, int(minutes));
}

QString whyItStays(const QString &name)
{
    if (name == u"suppression")
        return DeletePage::tr("A hash of your address, so that nobody writes to it again.");
    return DeletePage::tr(
        "Part of the organisation's work: your name goes, the content stays. The workspace decides that.");
}

} // namespace

ConfirmDialog::ConfirmDialog(Backend &backend, const QString &title, const QString &reason,
                             const QString &action, bool danger, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_password(new QLineEdit)
    , m_problem(makeText(QString(), Tone::Danger))
    , m_go(makeButton(action, danger ? u"danger"_s : u"primary"_s))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::instance().px(420));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeLabel(title, Theme::Type::Title, QFont::Bold));
    column->addWidget(makeText(reason, Tone::Second));
    auto *label = makeLabel(tr("Your password"), Theme::Type::Base, QFont::DemiBold);
    label->setBuddy(m_password);
    column->addWidget(label);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setObjectName(u"confirm-password"_s);
    m_password->setAccessibleName(tr("Your password"));
    column->addWidget(m_password);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    auto *back = makeButton(tr("Cancel"));
    m_go->setObjectName(u"confirm-go"_s);
    m_go->setDefault(true);
    m_go->setEnabled(false);
    row->addStretch(1);
    row->addWidget(back);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ConfirmDialog::submit);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_go->setEnabled(!text.isEmpty()); });
    m_password->setFocus();
}

void ConfirmDialog::submit()
{
    m_go->setEnabled(false);
    m_password->setEnabled(false);
    follow(m_backend.ask(AccountWish::Confirm, {}, {{"password"_L1, m_password->text()}}), this,
           [this](const Result<QJsonObject> &said) {
               if (said) {
                   accept();
                   return;
               }
               setTextOrHide(m_problem,
                             said.error().detail == u"wrong_password" ? tr("The password is not right.")
                                                                      : said.error().message);
               m_password->setEnabled(true);
               m_password->selectAll();
               m_password->setFocus();
               m_go->setEnabled(true);
           });
}

ExportPage::ExportPage(PrivacyModel &model, ExportRun &run, QWidget *parent)
    : PrivacyPage(
        tr("Export your data"),
        tr("A copy of what is kept about you, on the server and on this computer, in formats other programs read: JSON for all of it, iCalendar for events and tasks, vCard for your profile, your files as they are, and a page you can open in a browser."),
        parent)
    , m_model(model)
    , m_run(run)
    , m_everything(new QRadioButton(tr("Everything held about me")))
    , m_provided(new QRadioButton(tr("What I provided, to take along to another service")))
    , m_begin(makeButton(tr("Export…"), u"primary"_s))
    , m_take(makeButton(tr("Take over a pack from another server…")))
    , m_offline(makeText(
          tr("Not connected: the server makes the export, so it can begin when there is a connection."),
          Tone::Warning))
    , m_title(makeText(QString(), Tone::Ink, Theme::Type::Base, QFont::DemiBold))
    , m_text(makeText(QString(), Tone::Third, Theme::Type::Small))
    , m_bar(new QProgressBar)
    , m_cancel(makeLink(tr("Cancel")))
    , m_earlier(new QVBoxLayout)
    , m_checked(makeText(QString()))
    , m_ticket(makeText(QString()))
{
    m_everything->setChecked(true);
    m_everything->setObjectName(u"export-everything"_s);
    m_provided->setObjectName(u"export-provided"_s);
    m_begin->setObjectName(u"export-begin"_s);
    m_cancel->setObjectName(u"export-cancel"_s);
    m_checked->setObjectName(u"export-checked"_s);
    m_ticket->setObjectName(u"export-ticket-text"_s);
    content()->addWidget(m_everything);
    content()->addWidget(m_provided);
    content()->addWidget(makeText(
        tr("Other people appear by their short names only; what is theirs is not in it. The server keeps its part for seven days, sealed, or until you delete it."),
        Tone::Third, Theme::Type::Small));
    content()->addWidget(m_begin, 0, Qt::AlignLeading);
    m_offline->setObjectName(u"export-offline"_s);
    content()->addWidget(m_offline);
    connect(m_model.account().backend, &Backend::statusChanged, this, &ExportPage::followLink);
    connect(m_begin, &QPushButton::clicked, this, [this] { begin(); });

    QVBoxLayout *column = nullptr;
    m_card = makeCard(column);
    m_card->setObjectName(u"card"_s);
    column->addWidget(m_title);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the export"));
    column->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    column->addLayout(row);
    content()->addWidget(m_card);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_run.isRunning()) {
            m_run.cancel();
        } else if (m_run.state() == ExportRun::State::Done) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_run.path()).path()));
        }
    });
    connect(&m_run, &ExportRun::changed, this, &ExportPage::showRun);

    content()->addLayout(m_earlier);
    auto *tools = new QHBoxLayout;
    auto *verify = makeButton(tr("Check a pack…"));
    verify->setObjectName(u"export-check"_s);
    m_take->setObjectName(u"export-ticket"_s);
    tools->addWidget(verify);
    tools->addWidget(m_take);
    tools->addStretch(1);
    content()->addSpacing(8);
    content()->addLayout(tools);
    content()->addWidget(m_checked);
    content()->addWidget(m_ticket);
    m_ticket->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_checked->hide();
    m_ticket->hide();
    connect(verify, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Check a pack"), {}, tr("Data exports (*.zip)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &ExportPage::check);
        dialog->open();
    });
    connect(m_take, &QPushButton::clicked, this, [this] {
        confirmThen(
            tr("A ticket lets another server hand over a pack that becomes yours here."), tr("Make a ticket"),
            [this] {
                follow(
                    m_model.account().backend->ask(AccountWish::MakeTicket), this,
                    [this](const Result<QJsonObject> &made) {
                        m_ticket->setText(
                            made
                                ? tr("Ticket, valid for one hour: %1\nGive it to the other program under “Send to another server”. Only a workspace without messages takes a pack.")
                                      .arg(made->value("ticket"_L1).toString())
                                : made.error().message);
                        m_ticket->show();
                    });
            });
    });
    showRun();
}

QString ExportPage::scope() const
{
    return m_provided->isChecked() ? u"portability"_s : u"access"_s;
}

void ExportPage::confirmThen(const QString &reason, const QString &action, const std::function<void()> &then)
{
    auto *dialog = new ConfirmDialog(*m_model.account().backend, tr("Confirm that it is you"), reason, action,
                                     false, this);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
}

void ExportPage::chooseFile(const std::function<void(const QString &)> &chosen)
{
    const QString name = u"chatops-export-%1.zip"_s.arg(viewerToday().toString(Qt::ISODate));
    const QString place = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(this, tr("Where to"), place, tr("Data exports (*.zip)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void ExportPage::begin(const QString &path)
{
    if (m_run.isRunning())
        return;
    confirmThen(
        tr("The export holds everything you wrote here. The password makes sure that nobody else takes it."),
        tr("Go on"), [this, path] {
            if (path.isEmpty())
                chooseFile([this](const QString &chosen) { m_run.start(scope(), chosen); });
            else
                m_run.start(scope(), path);
        });
}

void ExportPage::followLink()
{
    const bool online = m_model.account().backend->status().state == LinkStatus::State::Online;
    m_begin->setEnabled(online && !m_run.isRunning());
    m_take->setEnabled(online);
    m_offline->setVisible(!online && !m_run.isRunning());
}

void ExportPage::showRun()
{
    using State = ExportRun::State;
    const QLocale locale;
    followLink();
    m_card->setVisible(m_run.state() != State::Idle);
    m_bar->setVisible(m_run.isRunning());
    m_bar->setRange(0, m_run.about() > 0 || m_run.state() == State::Paused ? 1000 : 0);
    m_bar->setValue(m_run.progress());
    m_cancel->setText(m_run.isRunning() ? tr("Cancel") : tr("Open the folder"));
    m_cancel->setVisible(m_run.isRunning() || m_run.state() == State::Done);
    QString title;
    QString text;
    switch (m_run.state()) {
    case State::Idle:
        break;
    case State::Preparing:
        title = tr("Preparing your export");
        text = m_run.about() > 0 ? tr("The server writes: %1 of about %2.")
                                       .arg(locale.toString(m_run.done()), locale.toString(m_run.about()))
                                 : tr("The server begins.");
        break;
    case State::Fetching:
        title = tr("Fetching your export");
        text = tr("%1 of %2.").arg(amount(m_run.done()), amount(m_run.about()));
        break;
    case State::Paused:
        title = tr("Waiting for the connection");
        text = tr("It goes on where it was. %1").arg(m_run.error().message);
        break;
    case State::Packing:
        title = tr("Checking, and adding what this computer holds");
        text = m_run.done() > 0 ? tr("%1 read.").arg(amount(m_run.done())) : QString();
        break;
    case State::Done: {
        qint64 elements = 0;
        for (const auto &count : m_run.counts())
            elements += count.toInteger();
        title = tr("Your export is there, and every byte was checked");
        text = tr("%1, %2, %3.")
                   .arg(QFileInfo(m_run.path()).fileName(), amount(m_run.bytes()),
                        tr("%n element(s)", nullptr, int(elements)));
        break;
    }
    case State::Failed:
        title = tr("The export did not work");
        text = m_run.error().message;
        break;
    }
    m_title->setText(title);
    m_text->setText(breakable(text));
    if (m_run.state() == State::Done || m_run.state() == State::Failed || m_run.state() == State::Idle)
        refresh();
}

void ExportPage::refresh()
{
    if (!isVisible())
        return;
    follow(m_model.account().backend->ask(AccountWish::ListExports), this,
           [this, asked = ++m_asked](const Result<QJsonObject> &list) {
               if (asked == m_asked)
                   showEarlier(list ? list->value("exports"_L1).toArray() : QJsonArray());
           });
}

void ExportPage::showEarlier(const QJsonArray &exports)
{
    clearLayout(m_earlier);
    if (exports.isEmpty())
        return;
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    column->addWidget(
        makeText(tr("Earlier exports, still on the server"), Tone::Ink, Theme::Type::Base, QFont::DemiBold));
    for (const auto &value : exports) {
        const QJsonObject one = value.toObject();
        const QString id = one.value("id"_L1).toString();
        const QString state = one.value("state"_L1).toString();
        const bool ready = state == u"ready";
        const QString when = instantText(one.value("created"_L1).toInteger());
        const QString text = ready
            ? tr("%1, %2. Deleted there in %3.")
                  .arg(scopeTitle(one.value("scope"_L1).toString()),
                       amount(one.value("bytes"_L1).toInteger()), timeLeft(one.value("until"_L1).toInteger()))
            : state == u"failed" ? tr("Did not work.")
                                 : tr("Is being made.");
        auto *row = new QHBoxLayout;
        row->addWidget(makeText(when + u"  "_s + text), 1);
        const auto link = [&](const QString &label, const QString &name, const std::function<void()> &act) {
            auto *button = makeLink(label);
            button->setObjectName(name);
            button->setAccessibleName(tr("%1: export of %2").arg(label, when));
            connect(button, &QPushButton::clicked, this, act);
            row->addWidget(button);
        };
        if (ready && !m_run.isRunning())
            link(tr("Fetch"), u"export-fetch"_s,
                 [this, id] { chooseFile([this, id](const QString &path) { m_run.fetch(id, path); }); });
        if (ready)
            link(tr("Send to another server"), u"export-send"_s, [this, id] { askTransfer(id); });
        if (!m_run.isRunning() || id != m_run.job())
            link(tr("Delete"), u"export-delete"_s, [this, id] {
                follow(m_model.account().backend->ask(AccountWish::RemoveExport, id), this,
                       [this](const Result<QJsonObject> &gone) {
                           if (!gone) {
                               m_checked->setText(gone.error().message);
                               m_checked->show();
                           }
                           refresh();
                       });
            });
        column->addLayout(row);
    }
    m_earlier->addWidget(card);
}

void ExportPage::askTransfer(const QString &job)
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Send to another server"));
    dialog->setMinimumWidth(Theme::instance().px(460));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(makeText(tr(
        "This server sends the pack to the other one; it does not pass through this computer. The ticket is made there, on the page Export your data.")));
    auto *server = new QLineEdit;
    server->setObjectName(u"transfer-server"_s);
    server->setPlaceholderText(QUrl(u"https://chat.example.org"_s).toString());
    server->setAccessibleName(tr("Address of the other server"));
    auto *ticket = new QLineEdit;
    ticket->setObjectName(u"transfer-ticket"_s);
    ticket->setAccessibleName(tr("Ticket"));
    column->addWidget(makeLabel(tr("Address of the other server"), Theme::Type::Base, QFont::DemiBold));
    column->addWidget(server);
    column->addWidget(makeLabel(tr("Ticket"), Theme::Type::Base, QFont::DemiBold));
    column->addWidget(ticket);
    auto *said = makeText(QString());
    said->setObjectName(u"transfer-said"_s);
    said->hide();
    column->addWidget(said);
    auto *row = new QHBoxLayout;
    auto *close = makeButton(tr("Close"));
    auto *send = makeButton(tr("Send"), u"primary"_s);
    send->setObjectName(u"transfer-go"_s);
    send->setDefault(true);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(send);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(send, &QPushButton::clicked, dialog, [=, this] {
        send->setEnabled(false);
        said->setText(tr("Sending…"));
        said->show();
        const QJsonObject wish{{"export"_L1, job},
                               {"server"_L1, server->text().trimmed()},
                               {"ticket"_L1, ticket->text().trimmed()}};
        confirmThen(tr("Everything in the pack goes to that server."), tr("Send"), [=, this] {
            follow(m_model.account().backend->ask(AccountWish::Transfer, {}, wish), dialog,
                   [=](const Result<QJsonObject> &done) {
                       send->setEnabled(true);
                       const QJsonObject counts = done ? done->value("counts"_L1).toObject() : QJsonObject();
                       said->setText(done ? tr("It has arrived: %n message(s) are on the other server.",
                                               nullptr, int(counts.value("message"_L1).toInteger()))
                                          : done.error().message);
                   });
        });
    });
    dialog->open();
}

void ExportPage::check(const QString &path)
{
    m_checked->setText(tr("Checking %1…").arg(QFileInfo(path).fileName()));
    m_checked->show();
    const QString key = m_model.rows().rules ? m_model.rows().rules->signingKey : QString();
    follow(inPool([path, key] { return checkPack(path, key); }), this,
           [this](const Result<PackVerdict> &verdict) {
               const bool good = verdict && verdict->problems.isEmpty();
               setTone(m_checked, good ? Tone::Ok : Tone::Danger);
               m_checked->setText(
                   good ? tr("Every byte is as it was made, and the signature is this server's: %n file(s).",
                             nullptr, verdict->files)
                        : breakable(verdict ? verdict->problems.mid(0, 20).join(u'\n')
                                            : verdict.error().message));
           });
}

DeletePage::DeletePage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(
        tr("Delete account"),
        tr("Your account, and the key of what is on this computer, are destroyed at once. The server erases the rest within minutes, and every other device at its next contact. A signed receipt tells what was done."),
        parent)
    , m_model(model)
    , m_list(new QVBoxLayout)
    , m_delete(makeButton(tr("Delete account…"), u"danger"_s))
    , m_problem(makeText(QString(), Tone::Danger))
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    auto *row = new QHBoxLayout;
    auto *first = makeButton(tr("Export first"));
    first->setObjectName(u"delete-export"_s);
    m_delete->setObjectName(u"delete-account"_s);
    row->addWidget(first);
    row->addWidget(m_delete);
    row->addStretch(1);
    content()->addLayout(row);
    content()->addWidget(m_problem);
    m_problem->setObjectName(u"delete-problem"_s);
    m_problem->hide();
    connect(first, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"export"_s); });
    connect(m_delete, &QPushButton::clicked, this, &DeletePage::confirm);
}

void DeletePage::refresh()
{
    follow(m_model.account().backend->ask(AccountWish::PlanErasure), this,
           [this, asked = ++m_asked](const Result<QJsonObject> &plan) {
               if (asked != m_asked)
                   return;
               m_delete->setEnabled(plan.has_value());
               if (plan) {
                   show(*plan);
                   return;
               }
               clearLayout(m_list);
               m_list->addWidget(makeText(
                   tr("What would go and what would stay is on the server. %1").arg(plan.error().message)));
           });
}

void DeletePage::show(const QJsonObject &plan)
{
    clearLayout(m_list);
    const QLocale locale;
    QList<QStringList> goes;
    QList<QStringList> stays;
    const QJsonArray lines = plan.value("lines"_L1).toArray();
    for (const auto &value : lines) {
        const QJsonObject line = value.toObject();
        const QString name = line.value("name"_L1).toString();
        const qint64 count = line.value("count"_L1).toInteger();
        const QString title = name == u"channel" ? tr("Memberships in channels") : className(name);
        if (line.value("stays"_L1).toBool())
            stays.append(
                {title, name == u"suppression" ? QString() : locale.toString(count), whyItStays(name)});
        else if (count > 0)
            goes.append({title, locale.toString(count)});
    }
    if (const QJsonObject hold = plan.value("hold"_L1).toObject(); !hold.isEmpty()) {
        QVBoxLayout *column = nullptr;
        QFrame *card = makeCard(column);
        const Millis until = hold.value("until"_L1).toInteger();
        column->addWidget(makeText(until ? tr("Held for legal reasons until %1").arg(dayText(until))
                                         : tr("Held for legal reasons, until that is released"),
                                   Tone::Danger, Theme::Type::Base, QFont::DemiBold));
        const QString reason = hold.value("reason"_L1).toString();
        column->addWidget(makeText(
            (reason.isEmpty() ? tr("The reason may not be told.") : breakable(reason)) + u'\n'
            + tr("Your wish is kept as a request and carried out when the hold ends. You can complain.")));
        m_list->addWidget(card);
    }
    if (plan.value("only_owner"_L1).toBool()) {
        QVBoxLayout *column = nullptr;
        QFrame *card = makeCard(column);
        column->addWidget(makeText(tr("You are the only owner of this workspace"), Tone::Danger,
                                   Theme::Type::Base, QFont::DemiBold));
        column->addWidget(makeText(tr(
            "Afterwards nobody in it can appoint people or answer requests. Whoever runs the server can make somebody else an owner before: chatops-server user role NAME owner.")));
        card->setObjectName(u"onlyOwner"_s);
        m_list->addWidget(card);
    }
    m_list->addWidget(makeText(tr("What goes"), Tone::Ink, Theme::Type::Title, QFont::DemiBold));
    m_list->addWidget(makeTable({tr("What"), tr("How many")}, goes));
    m_list->addWidget(makeText(tr("What stays, and why"), Tone::Ink, Theme::Type::Title, QFont::DemiBold));
    m_list->addWidget(makeTable({tr("What"), tr("How many"), tr("Why")}, stays));
    m_list->addWidget(
        makeText(tr("Devices signed in: %1. Backups of the server lose what is erased within %n day(s).",
                    nullptr, int(plan.value("backup_days"_L1).toInteger()))
                     .arg(plan.value("devices"_L1).toInteger())));
    m_list->addWidget(makeText(tr("What you have not sent yet is on this computer only, and goes with it.")));
}

void DeletePage::confirm()
{
    m_problem->hide();
    auto *dialog = new ConfirmDialog(
        *m_model.account().backend, tr("Delete your account in %1?").arg(m_model.account().workspaceName),
        tr("This cannot be undone, by nobody: the key of your data is destroyed first."),
        tr("Delete for ever"), true, this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_delete->setEnabled(false);
        m_erasing = true;
        follow(m_model.account().backend->ask(AccountWish::Erase), this,
               [this](const Result<QJsonObject> &begun) {
                   m_erasing = false;
                   m_delete->setEnabled(true);
                   if (begun) {
                       Q_EMIT accountErased(begun->value("receipt"_L1).toString());
                       return;
                   }
                   setTextOrHide(m_problem, breakable(begun.error().message));
                   refresh();
                   Q_EMIT erasureFailed();
               });
    });
    dialog->open();
}

AccessPage::AccessPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(tr("Access by others"),
                  tr("Who can see what you write, and what administrators did with your data."), parent)
    , m_model(model)
    , m_list(new QVBoxLayout)
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
}

void AccessPage::refresh()
{
    follow(
        m_model.account().backend->ask(AccountWish::ListAccesses), this,
        [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
            if (asked != m_asked)
                return;
            clearLayout(m_list);
            m_list->addWidget(makeText(tr("Who can see it"), Tone::Ink, Theme::Type::Title, QFont::DemiBold));
            m_list->addWidget(makeTable(
                {},
                {{tr("Public channels"),
                  tr("Everybody in the workspace but guests, who see the channels they are in")},
                 {tr("Private channels, direct messages"), tr("Their members")},
                 {tr("Tasks and events with a channel"), tr("The members of that channel")},
                 {tr("Tasks and events without one"), tr("Whoever is named in them")},
                 {tr("Your profile"), tr("Everybody in the workspace")},
                 {tr("Choices, requests"), tr("You, and the privacy contacts for requests")},
                 {tr("All of it"),
                  tr("Whoever runs the server has the key of its database. What they do through the program's commands with the data of one person stands below; what they do outside of it cannot be seen here.")}}));
            m_list->addWidget(makeText(tr("What was done"), Tone::Ink, Theme::Type::Title, QFont::DemiBold));
            if (!answer) {
                m_list->addWidget(makeText(answer.error().message));
                return;
            }
            QList<QStringList> rows;
            const QJsonArray entries = answer->value("entries"_L1).toArray();
            for (const auto &value : entries) {
                const QJsonObject entry = value.toObject();
                rows.append({instantText(entry.value("at"_L1).toInteger()),
                             accessText(entry.value("what"_L1).toString()),
                             accessDetail(entry.value("detail"_L1).toString()),
                             entry.value("by"_L1).toString()});
            }
            m_list->addWidget(rows.isEmpty()
                                  ? static_cast<QWidget *>(makeText(tr("Nothing yet.")))
                                  : makeTable({tr("When"), tr("What"), tr("Details"), tr("By")}, rows));
        });
}

QString accessText(const QString &what)
{
    static const QHash<QString, const char *> texts{
        {u"request read"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A request was read")},
        {u"request handled"_s,
         QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A request was answered or written about")},
        {u"passed on"_s,
         QT_TRANSLATE_NOOP("ChatOps::AccessPage", "Name and address were passed on, as you allowed")},
        {u"export made"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "An export was made")},
        {u"profile read"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "The profile was read")},
        {u"plan read"_s,
         QT_TRANSLATE_NOOP("ChatOps::AccessPage", "What a deletion would remove was counted")},
        {u"log read"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "This log was read")},
        {u"profile changed"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A field of the profile was set")},
        {u"password set"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A new password was set")},
        {u"role changed"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "The role was changed")},
        {u"account closed"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "The account was closed")},
        {u"hold placed"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A legal hold was placed")},
        {u"hold released"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A legal hold was released")}};
    const char *text = texts.value(what);
    return text ? AccessPage::tr(text) : what;
}

QString accessDetail(const QString &detail)
{
    static const QHash<QString, const char *> texts{
        {u"request.message"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "A message was written")},
        {u"request.answer"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "It was answered")},
        {u"request.extend"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "The time was extended")},
        {u"request.refuse"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "It was refused")},
        {u"request.lift"_s, QT_TRANSLATE_NOOP("ChatOps::AccessPage", "The restriction was lifted")}};
    if (const char *text = texts.value(detail))
        return AccessPage::tr(text);
    // A request, by the number the window shows for it.
    return QUuid::fromString(detail).isNull() ? detail : requestNumber(RequestId(QUuid(detail)));
}

} // namespace ChatOps
