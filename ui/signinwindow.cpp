// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signinwindow.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QLineEdit *field(const QString &name, const QString &label, QWidget *parent, bool secret = false)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setMaxLength(256);
    if (secret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

} // namespace

SignInWindow::SignInWindow(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("ChatOps Desktop"));
    setObjectName(u"pane"_s);
    setAttribute(Qt::WA_StyledBackground);
    resize(920, 620);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *story = new QWidget(this);
    story->setObjectName(u"sidebar"_s);
    story->setAttribute(Qt::WA_StyledBackground);
    story->setMinimumWidth(300);
    auto *text = new QVBoxLayout(story);
    text->setContentsMargins(36, 36, 36, 36);
    text->setSpacing(12);
    auto *logo = new QLabel(story);
    logo->setPixmap(QIcon(u":/icons/chatops.svg"_s).pixmap(56, 56));
    text->addWidget(logo);
    text->addSpacing(8);
    auto *headline =
        makeLabel(tr("Work talk that stays yours"), Theme::Type::Huge, QFont::Bold, Tone::Ink, story);
    headline->setWordWrap(true);
    text->addWidget(headline);
    for (const QString &line :
         {tr("Channels, tasks and events side by side, with or without a network."),
          tr("What is stored on this computer is encrypted; only you have the key."),
          tr("Nothing is contacted but the server you enter. No tracking, no advertising.")}) {
        auto *label = makeLabel(line, Theme::Type::Reading, QFont::Normal, Tone::Second, story);
        label->setWordWrap(true);
        text->addWidget(label);
    }
    text->addStretch();
    layout->addWidget(story, 4);
    layout->addWidget(m_pages, 6);
    for (QWidget *page : {buildAccountPage(), buildKeyPage(), buildTermsPage(), buildLockedPage()}) {
        // A form is read best in a narrow column, however wide the window.
        auto *frame = new QWidget(m_pages);
        auto *row = new QHBoxLayout(frame);
        row->setContentsMargins(0, 0, 0, 0);
        page->setMaximumWidth(520);
        row->addStretch(1);
        row->addWidget(page, 20);
        row->addStretch(1);
        m_pages->addWidget(frame);
    }
    setJoining(false);
    setBusy(false);
    m_server->setFocus();
}

QWidget *SignInWindow::buildAccountPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->addStretch();
    m_title = makeLabel(QString(), Theme::Type::Large, QFont::Bold, Tone::Ink, page);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(6);
    m_server = field(u"server"_s, tr("Server address"), page);
    m_server->setPlaceholderText(tr("chat.example.org", "an example of a server address"));
    m_code = field(u"inviteCode"_s, tr("Invitation code"), page);
    m_fullName = field(u"fullName"_s, tr("Your name, as others see it"), page);
    m_name = field(u"name"_s, tr("Name"), page);
    m_password = field(u"password"_s, tr("Password"), page, true);
    form->addRow(tr("Server address"), m_server);
    form->addRow(tr("Invitation code"), m_code);
    form->addRow(tr("Your name, as others see it"), m_fullName);
    form->addRow(tr("Short name for signing in"), m_name);
    form->addRow(tr("Password"), m_password);
    m_joinOnly = {m_code, form->labelForField(m_code), m_fullName, form->labelForField(m_fullName)};
    layout->addLayout(form);
    m_problem = makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Danger, page);
    m_problem->setObjectName(u"signInProblem"_s);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_busyText = makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, page);
    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    layout->addWidget(m_busyText);
    layout->addWidget(m_progress);
    m_submit = makeButton(tr("Sign in"), u"primary"_s, page);
    m_submit->setObjectName(u"signIn"_s);
    m_submit->setMinimumHeight(38);
    layout->addWidget(m_submit);
    auto *row = new QHBoxLayout;
    m_toggle = makeButton({}, u"link"_s, page);
    m_cancel = makeButton(tr("Back"), u"link"_s, page);
    row->addWidget(m_toggle);
    row->addStretch();
    row->addWidget(m_cancel);
    layout->addLayout(row);
    auto *hint = makeLabel(
        tr("No account yet? Your organisation gives you a server address and an invitation. To try it alone, start chatops-server on this computer."),
        Theme::Type::Small, QFont::Normal, Tone::Third, page);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addStretch();
    m_cancel->hide();
    connect(m_submit, &QPushButton::clicked, this, &SignInWindow::submit);
    connect(m_toggle, &QPushButton::clicked, this, [this] { setJoining(!m_joining); });
    connect(m_cancel, &QPushButton::clicked, this, &SignInWindow::cancelled);
    for (QLineEdit *edit : {m_server, m_code, m_fullName, m_name, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInWindow::submit);
    return page;
}

QWidget *SignInWindow::buildKeyPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->setSpacing(10);
    layout->addStretch();
    m_keyTitle = makeLabel(QString(), Theme::Type::Large, QFont::Bold, Tone::Ink, page);
    m_keyTitle->setWordWrap(true);
    m_keyText = makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Second, page);
    m_keyText->setWordWrap(true);
    layout->addWidget(m_keyTitle);
    layout->addWidget(m_keyText);
    m_passphrase = field(u"passphrase"_s, tr("Passphrase"), page, true);
    m_passphrase->setPlaceholderText(tr("Passphrase, at least ten characters"));
    m_repeat = field(u"passphraseRepeat"_s, tr("Passphrase again"), page, true);
    m_repeat->setPlaceholderText(tr("The same again"));
    layout->addWidget(m_passphrase);
    layout->addWidget(m_repeat);
    m_keyProblem = makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Danger, page);
    m_keyProblem->setObjectName(u"keyProblem"_s);
    m_keyProblem->setWordWrap(true);
    layout->addWidget(m_keyProblem);
    m_usePassphrase = makeButton(tr("Protect with this passphrase"), u"primary"_s, page);
    m_usePassphrase->setObjectName(u"usePassphrase"_s);
    m_nothing = makeButton(tr("Store nothing on this computer"), {}, page);
    m_nothing->setObjectName(u"storeNothing"_s);
    layout->addWidget(m_usePassphrase);
    layout->addWidget(m_nothing);
    layout->addStretch();
    const auto use = [this] {
        if (!m_unlocking && m_passphrase->text() != m_repeat->text())
            m_keyProblem->setText(tr("The two passphrases differ."));
        else if (!m_unlocking && m_passphrase->text().size() < 10)
            m_keyProblem->setText(tr("Use at least ten characters for the passphrase."));
        else
            Q_EMIT passphraseChosen(m_passphrase->text());
    };
    connect(m_usePassphrase, &QPushButton::clicked, this, use);
    connect(m_passphrase, &QLineEdit::returnPressed, this,
            [this, use] { m_unlocking ? use() : m_repeat->setFocus(); });
    connect(m_repeat, &QLineEdit::returnPressed, this, use);
    connect(m_nothing, &QPushButton::clicked, this,
            [this] { m_unlocking ? Q_EMIT cancelled() : Q_EMIT nothingStoredChosen(); });
    return page;
}

QWidget *SignInWindow::buildTermsPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->setSpacing(10);
    m_termsTitle = makeLabel(QString(), Theme::Type::Large, QFont::Bold, Tone::Ink, page);
    m_termsTitle->setWordWrap(true);
    layout->addWidget(m_termsTitle);
    auto *intro = makeLabel(
        tr("Nothing about you has been sent yet. Read this first; you can go back, and then nothing will be."),
        Theme::Type::Base, QFont::Normal, Tone::Second, page);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What this workspace says about your data"));
    scroll->setObjectName(u"terms"_s);
    scroll->setFocusPolicy(Qt::StrongFocus);
    auto *inner = new QWidget(scroll);
    inner->setObjectName(u"page"_s);
    m_terms = new QVBoxLayout(inner);
    m_terms->setContentsMargins(0, 0, 8, 0);
    scroll->setWidget(inner);
    layout->addWidget(scroll, 1);
    m_oldEnough = new QCheckBox(page);
    m_oldEnough->setObjectName(u"oldEnough"_s);
    layout->addWidget(m_oldEnough);
    m_termsProblem = makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Danger, page);
    m_termsProblem->setWordWrap(true);
    layout->addWidget(m_termsProblem);
    m_join = makeButton(tr("Join"), u"primary"_s, page);
    m_join->setObjectName(u"joinAfterTerms"_s);
    m_join->setMinimumHeight(38);
    layout->addWidget(m_join);
    auto *back = makeButton(tr("Back"), u"link"_s, page);
    back->setObjectName(u"termsBack"_s);
    layout->addWidget(back, 0, Qt::AlignLeading);
    connect(m_join, &QPushButton::clicked, this, &SignInWindow::join);
    connect(back, &QPushButton::clicked, this, &SignInWindow::beginAgain);
    return page;
}

QWidget *SignInWindow::buildLockedPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->setSpacing(10);
    layout->addStretch();
    m_lockedTitle = makeLabel(QString(), Theme::Type::Large, QFont::Bold, Tone::Ink, page);
    m_lockedText = makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Second, page);
    m_lockedText->setObjectName(u"lockedText"_s);
    for (QLabel *label : {m_lockedTitle, m_lockedText}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_retry = makeButton(tr("Try again"), u"primary"_s, page);
    m_retry->setObjectName(u"retryKey"_s);
    m_retry->setMinimumHeight(38);
    layout->addWidget(m_retry);
    auto *other = makeButton(tr("Use another account"), {}, page);
    other->setObjectName(u"otherAccount"_s);
    layout->addWidget(other);
    layout->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &SignInWindow::retryRequested);
    connect(other, &QPushButton::clicked, this, &SignInWindow::beginAgain);
    return page;
}

void SignInWindow::offerRetry(const QString &account, const QString &why)
{
    setBusy(false);
    m_lockedTitle->setText(tr("%1 cannot be opened yet").arg(account));
    m_lockedText->setText(
        tr("%1 Nothing is lost: the account and everything you have not sent yet stay on this computer.")
            .arg(why));
    m_pages->setCurrentIndex(3);
    m_retry->setFocus();
}

void SignInWindow::showTerms(const QString &workspace, const WorkspaceRules &rules,
                             const PolicyVersion &policy)
{
    setBusy(false);
    m_termsTitle->setText(tr("Before you join %1").arg(workspace));
    while (QLayoutItem *item = m_terms->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString &title, const QString &text) {
        auto *heading = makeLabel(title, Theme::Type::Base, QFont::DemiBold, Tone::Ink);
        auto *words = makeLabel(text, Theme::Type::Base, QFont::Normal, Tone::Second);
        for (QLabel *label : {heading, words}) {
            label->setWordWrap(true);
            m_terms->addWidget(label);
        }
        m_terms->addSpacing(6);
    };
    const auto reach = [](const Contact &contact) {
        QStringList parts{contact.name, contact.address, contact.email};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    };
    add(tr("Responsible for what you write"), reach(rules.controller));
    add(tr("Responsible for your account"), reach(rules.provider));
    // The upper layer; the whole text is in the privacy centre.
    for (const PolicyVersion::Section &section : policy.sections)
        add(section.title, section.brief);
    m_terms->addStretch();
    m_age = rules.minimumAge;
    m_oldEnough->setText(tr("I am %n years old or older", nullptr, m_age));
    m_oldEnough->setChecked(false);
    m_termsProblem->clear();
    m_pages->setCurrentIndex(2);
    m_oldEnough->setFocus();
}

void SignInWindow::join()
{
    if (!m_oldEnough->isChecked()) {
        m_termsProblem->setText(tr("This workspace is for people of %n years and older.", nullptr, m_age));
        m_oldEnough->setFocus();
        return;
    }
    m_pages->setCurrentIndex(0);
    Q_EMIT joinRequested(m_server->text(), m_code->text().trimmed(), m_fullName->text().trimmed(),
                         m_name->text().trimmed(), m_password->text(), m_age);
}

void SignInWindow::setJoining(bool joining)
{
    m_joining = joining;
    for (QWidget *widget : std::as_const(m_joinOnly))
        widget->setVisible(joining);
    m_title->setText(joining ? tr("Join with an invitation") : tr("Sign in"));
    m_submit->setText(joining ? tr("Continue") : tr("Sign in"));
    m_toggle->setText(joining ? tr("I have an account") : tr("I have an invitation"));
    m_problem->clear();
}

void SignInWindow::setServer(const QString &address)
{
    m_server->setText(address);
    m_name->setFocus();
}

void SignInWindow::setName(const QString &name)
{
    m_name->setText(name);
    m_password->setFocus();
}

void SignInWindow::setCancellable(bool cancellable)
{
    m_cancellable = cancellable;
    m_cancel->setVisible(cancellable);
}

void SignInWindow::beginAgain()
{
    setBusy(false);
    m_passphrase->clear();
    m_repeat->clear();
    m_pages->setCurrentIndex(0);
    m_password->setFocus();
}

void SignInWindow::setBusy(bool busy, const QString &what)
{
    if (busy && !m_focused)
        m_focused = focusWidget();
    m_submit->setEnabled(!busy);
    // What is under way is about what was typed; it must not become something else meanwhile.
    for (QLineEdit *edit : {m_server, m_code, m_fullName, m_name, m_password})
        edit->setEnabled(!busy);
    m_usePassphrase->setEnabled(!busy);
    m_nothing->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy || m_cancellable);
    m_busyText->setVisible(busy);
    m_busyText->setText(what);
    if (busy) {
        m_problem->clear();
        m_keyProblem->clear();
    } else if (QWidget *focused = std::exchange(m_focused, nullptr)) {
        // A field that is disabled loses the focus to whatever comes after it.
        focused->setFocus();
    }
}

void SignInWindow::showProblem(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    m_problem->setAccessibleName(sentence);
    m_keyProblem->setText(sentence);
    m_keyProblem->setAccessibleName(sentence);
    m_password->selectAll();
}

QString SignInWindow::problem() const
{
    return m_pages->currentIndex() == 0 ? m_problem->text()
        : m_pages->currentIndex() == 1  ? m_keyProblem->text()
        : m_pages->currentIndex() == 2  ? m_termsProblem->text()
                                        : m_lockedText->text();
}

void SignInWindow::askForKeyPlace(const QString &why)
{
    setBusy(false);
    m_unlocking = false;
    m_keyTitle->setText(tr("Where shall the key be kept?"));
    m_keyText->setText(
        tr("%1 So there is no safe place for the key that protects what is stored here. Choose a passphrase, which you enter at every start, or store nothing: then everything is loaded anew each time, and what you write offline is lost when the program ends.")
            .arg(why));
    m_repeat->show();
    m_usePassphrase->setText(tr("Protect with this passphrase"));
    m_nothing->setText(tr("Store nothing on this computer"));
    m_pages->setCurrentIndex(1);
    m_passphrase->setFocus();
}

void SignInWindow::askForPassphrase(const QString &account)
{
    setBusy(false);
    m_unlocking = true;
    m_keyTitle->setText(tr("Unlock %1").arg(account));
    m_keyText->setText(tr("What is stored on this computer is protected with your passphrase."));
    m_repeat->hide();
    m_usePassphrase->setText(tr("Unlock"));
    m_nothing->setText(tr("Use another account"));
    m_pages->setCurrentIndex(1);
    m_passphrase->setFocus();
}

void SignInWindow::submit()
{
    if (!m_submit->isEnabled())
        return;
    for (QLineEdit *edit : {m_server, m_code, m_fullName, m_name, m_password}) {
        if (edit->isVisible() && edit->text().trimmed().isEmpty()) {
            m_problem->setText(tr("Please fill in: %1").arg(edit->accessibleName()));
            edit->setFocus();
            return;
        }
    }
    if (m_joining)
        Q_EMIT termsRequested(m_server->text(), m_code->text().trimmed());
    else
        Q_EMIT signInRequested(m_server->text(), m_name->text().trimmed(), m_password->text());
}

} // namespace ChatOps
