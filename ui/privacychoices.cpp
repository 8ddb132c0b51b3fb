// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacychoices.h"

#include "core/jsonguard.h"
#include "core/privacyjson.h"
#include "core/wholefile.h"
#include "privacy/ledgerproof.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QJsonArray>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qsizetype mostLines = 100; ///< Of the ledger, on the page.

QList<const Purpose *> purposesOf(Purpose::Group group)
{
    QList<const Purpose *> found;
    for (const Purpose &purpose : purposes()) {
        if (purpose.group == group && purpose.used)
            found.append(&purpose);
    }
    return found;
}

QList<const Purpose *> topics(MarketingChannel channel)
{
    QList<const Purpose *> found;
    for (const MarketingTopic topic :
         {MarketingTopic::News, MarketingTopic::Tips, MarketingTopic::Events, MarketingTopic::Surveys})
        found.append(&marketingPurpose(topic, channel));
    return found;
}

/// Two answers of the same kind and size, whatever their words and the reading size.
void keepEqual(QPushButton *no, QPushButton *yes)
{
    const auto equal = [no, yes] {
        for (QPushButton *button : {no, yes}) {
            button->setFocusPolicy(Qt::StrongFocus);
            button->setMinimumWidth(0);
        }
        const int width = std::max(no->sizeHint().width(), yes->sizeHint().width());
        no->setFixedWidth(width);
        yes->setFixedWidth(width);
    };
    QObject::connect(&Theme::instance(), &Theme::changed, no, [no, yes, equal] {
        for (QPushButton *button : {no, yes})
            button->setMaximumWidth(QWIDGETSIZE_MAX);
        equal();
    });
    equal();
}

/// What the switch shows: the choice itself, as long as it counts.
bool isOn(const PrivacyRows &rows, const Purpose &purpose)
{
    return isGiven(rows.consents, rows.policies, purpose.name, QDateTime::currentMSecsSinceEpoch(),
                   restrictedSince(rows.requests, rows.person));
}

/// Also when it does not count for now, because the data is restricted.
bool isChosen(const PrivacyRows &rows, const Purpose &purpose)
{
    return isGiven(rows.consents, rows.policies, purpose.name, QDateTime::currentMSecsSinceEpoch());
}

/// A sentence on when the person last chose anything of these.
QString lastChosen(const PrivacyRows &rows, const QList<const Purpose *> &purposes)
{
    if (const Millis since = restrictedSince(rows.requests, rows.person); since > 0)
        return CookiesPage::tr("Your data is restricted since %1: only what you switch on after that counts.")
            .arg(dayText(since));
    const ConsentRecord *last = nullptr;
    for (const Purpose *purpose : purposes) {
        const ConsentRecord *choice = lastChoice(rows.consents, purpose->name);
        if (choice && (!last || choice->decidedAt >= last->decidedAt))
            last = choice;
    }
    if (!last)
        return CookiesPage::tr("You have chosen nothing on this page yet. Until you do, all of it is off.");
    return last->policy > 0 ? CookiesPage::tr("You chose this on %1, for policy version %2.")
                                  .arg(dayText(last->decidedAt), QLocale().toString(last->policy))
                            : CookiesPage::tr("You chose this on %1.").arg(dayText(last->decidedAt));
}

void showChoice(SwitchRow *row, const PrivacyRows &rows, const ConsentGate &gate, const Purpose &purpose)
{
    const bool off =
        gate.isForbidden(purpose.name) || (servesMarketing(purpose) && rows.rules && !rows.rules->marketing);
    row->setFixed(off ? CookiesPage::tr("Switched off by your organisation") : QString());
    row->toggle()->setChecked(isOn(rows, purpose));
}

SwitchRow *addChoice(QVBoxLayout *column, PrivacyModel &model, const Purpose *purpose)
{
    column->addWidget(makeLine());
    auto *row = new SwitchRow(purposeTitle(purpose->name), purposeText(purpose->name));
    row->toggle()->setObjectName(purpose->name);
    QObject::connect(row->toggle(), &QAbstractButton::clicked, &model,
                     [&model, purpose](bool on) { model.choose({purpose}, on, u"switch"_s); });
    column->addWidget(row);
    return row;
}

} // namespace

QString purposeTitle(const QString &purpose)
{
    static const QHash<QString, const char *> titles{
        {u"storage.analytics"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Product analytics")},
        {u"storage.marketing"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Marketing")},
        {u"storage.preferences"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Preferences")},
        {u"comfort.link_previews"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Previews of links")},
        {u"comfort.recommendations"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Suggested channels")},
        {u"comfort.presence"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Show when you are here")},
        {u"comfort.digest.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Summary by e-mail")},
        {u"sharing.marketing"_s,
         QT_TRANSLATE_NOOP("ChatOps::Purposes", "Passing on for marketing of others")},
        {u"marketing.news.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Product news by e-mail")},
        {u"marketing.tips.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Tips by e-mail")},
        {u"marketing.events.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Events by e-mail")},
        {u"marketing.surveys.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Surveys by e-mail")},
        {u"marketing.news.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Product news")},
        {u"marketing.tips.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Tips")},
        {u"marketing.events.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Events")},
        {u"marketing.surveys.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Surveys")}};
    const char *title = titles.value(purpose);
    return title ? QCoreApplication::translate("ChatOps::Purposes", title) : purpose;
}

QString purposeText(const QString &purpose)
{
    static const QHash<QString, const char *> texts{
        {u"storage.analytics"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Counts which features are used, without content. Sent as totals, kept as long as the page on retention says, and shown to your organisation only when enough people are in them. Switching it off forgets what has not been sent; totals sent before name nobody and stay.")},
        {u"storage.marketing"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Measures whether announcements are opened. Shared with nobody. Switching it off forgets what has not been sent; the announcements you chose still come.")},
        {u"storage.preferences"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Remembers choices on pages the program opens for you, such as the size of the text.")},
        {u"comfort.link_previews"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Shows title and description of the page behind a link in a message. Your server fetches the page and learns which link it was; the other site learns nothing of you or this computer. Nothing is stored.")},
        {u"comfort.recommendations"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Puts channels first where people are with whom you share others. Your server computes it when you look for channels, and stores nothing. You can object at any time.")},
        {u"comfort.presence"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Others in your workspace see whether this program is open. Known only while you are connected, and stored nowhere.")},
        {u"comfort.digest.email"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "A mail that says how many messages you have not read, by channel, without content. Nothing is sent when you have read everything. It is no marketing.")},
        {u"sharing.marketing"_s,
         QT_TRANSLATE_NOOP(
             "ChatOps::Purposes",
             "Your organisation may give your name and e-mail address to others for their own marketing. Each time is written down under Access by others and in the register. What was passed on cannot be called back by this switch.")},
        {u"marketing.news.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "What is new in the product.")},
        {u"marketing.tips.email"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "How to get more out of it.")},
        {u"marketing.events.email"_s,
         QT_TRANSLATE_NOOP("ChatOps::Purposes", "Meetings and courses about it.")},
        {u"marketing.surveys.email"_s,
         QT_TRANSLATE_NOOP("ChatOps::Purposes", "Questions about how you like it. They count as marketing.")},
        {u"marketing.news.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "What is new in the product.")},
        {u"marketing.tips.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "How to get more out of it.")},
        {u"marketing.events.app"_s, QT_TRANSLATE_NOOP("ChatOps::Purposes", "Meetings and courses about it.")},
        {u"marketing.surveys.app"_s,
         QT_TRANSLATE_NOOP("ChatOps::Purposes",
                           "Questions about how you like it. They count as marketing.")}};
    const char *text = texts.value(purpose);
    return text ? QCoreApplication::translate("ChatOps::Purposes", text) : QString();
}

QString decisionText(Decision decision)
{
    switch (decision) {
    case Decision::Given:
        return LedgerPage::tr("Allowed");
    case Decision::Refused:
        return LedgerPage::tr("Refused");
    case Decision::Withdrawn:
        return LedgerPage::tr("Withdrawn");
    case Decision::Objected:
        return LedgerPage::tr("Objected");
    }
    return {};
}

CookiesPage::CookiesPage(PrivacyModel &model, ConsentGate &gate, UsageCounter &usage, CookieJar &jar,
                         QWidget *parent)
    : PrivacyPage(
        tr("Cookies and analytics"),
        tr("Nothing optional is stored until you switch it on. Switching it off deletes what that category had stored on this device."),
        parent)
    , m_jar(jar)
    , m_cookies(new QVBoxLayout)
    , m_needed(new SwitchRow(tr("Strictly necessary"), {}))
    , m_model(model)
    , m_gate(gate)
    , m_usage(usage)
    , m_when(makeText(QString(), Tone::Third))
    , m_preview(makeText(QString(), Tone::Second, Theme::Type::Code))
{
    const QList<const Purpose *> all = purposesOf(Purpose::Group::Storage);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    QPushButton *answers[2] = {};
    for (const bool yes : {false, true}) {
        auto *button = makeButton(yes ? tr("Accept all") : tr("Reject all optional"), {}, widget());
        button->setObjectName(yes ? u"acceptAll"_s : u"rejectAll"_s);
        connect(button, &QPushButton::clicked, this, [this, all, yes] {
            QList<const Purpose *> open = all;
            // What an administrator took away here must not be allowed on other devices unseen.
            if (yes)
                open.removeIf([this](const Purpose *one) { return m_gate.isForbidden(one->name); });
            m_model.choose(open, yes, u"switch"_s);
        });
        buttons->addWidget(button);
        answers[yes] = button;
    }
    buttons->addStretch(1);
    content()->addLayout(buttons);
    keepEqual(answers[false], answers[true]);
    content()->addWidget(makeLine());
    m_needed->setFixed(tr("Always on"));
    content()->addWidget(m_needed);
    for (const Purpose *purpose : all)
        m_rows.append({purpose, addChoice(content(), m_model, purpose)});
    content()->addWidget(makeLine());
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_when, 1);
    auto *stored = makeLink(tr("What is stored here"));
    connect(stored, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"stored"_s); });
    foot->addWidget(stored);
    auto *ledger = makeLink(tr("Your choices over time"));
    connect(ledger, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(u"ledger"_s); });
    foot->addWidget(ledger);
    content()->addLayout(foot);
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    column->addWidget(makeText(tr("The next report, exactly as it is sent"), Tone::Ink, Theme::Type::Base,
                               QFont::DemiBold));
    m_preview->setObjectName(u"usagePreview"_s);
    column->addWidget(m_preview);
    content()->addWidget(card);
    m_cookies->setSpacing(8);
    content()->addLayout(m_cookies);
    auto *pages = new QHBoxLayout;
    pages->addWidget(makeText(tr("Pages of your server that set cookies:"), Tone::Third), 1);
    for (const auto &[page, title] :
         {std::pair{u"help"_s, tr("Help")}, std::pair{u"news"_s, tr("What is new")}}) {
        auto *link = makeLink(title);
        link->setObjectName(u"page-"_s + page);
        connect(link, &QPushButton::clicked, this,
                [this, name = page] { Q_EMIT pageOfServerRequested(name); });
        pages->addWidget(link);
    }
    content()->addLayout(pages);
    connect(&jar, &CookieJar::changed, this, &CookiesPage::refresh);
    connect(&usage, &UsageCounter::changed, this, &CookiesPage::refresh);
    connect(&model, &PrivacyModel::changed, this, &CookiesPage::refresh);
    connect(&gate, &ConsentGate::changed, this, &CookiesPage::refresh);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &CookiesPage::refresh);
    refresh();
}

void CookiesPage::showCookies()
{
    clearLayout(m_cookies);
    const auto title = [](const CookieKind *kind) {
        return !kind                  ? tr("unknown")
            : kind->purpose.isEmpty() ? tr("necessary")
                                      : purposeTitle(kind->purpose);
    };
    QList<QStringList> rows;
    const QList<QNetworkCookie> kept = m_jar.cookies();
    for (const QNetworkCookie &cookie : kept) {
        const QString name = QString::fromLatin1(cookie.name());
        rows.append({name, title(m_jar.kindOf(name)),
                     cookie.isSessionCookie() ? tr("until you sign out")
                                              : dayText(cookie.expirationDate().toMSecsSinceEpoch()),
                     tr("stored")});
    }
    for (const CookieJar::Refused &one : m_jar.refused())
        rows.append({one.name, title(m_jar.kindOf(one.name)), {}, tr("refused")});
    if (rows.isEmpty())
        return;
    m_cookies->addWidget(makeText(tr("Cookies"), Tone::Ink, Theme::Type::Base, QFont::DemiBold));
    m_cookies->addWidget(makeTable({tr("Name"), tr("What for"), tr("Until"), tr("State")}, rows));
}

void CookiesPage::refresh()
{
    QList<const Purpose *> all;
    m_needed->setText(tr(
        "Keeps you signed in, your copy encrypted and your settings. %n cookie(s), kept until you sign out.",
        nullptr, m_jar.countOf({})));
    for (const auto &[purpose, row] : std::as_const(m_rows)) {
        row->setText(purposeText(purpose->name) + u' '
                     + tr("%n stored.", nullptr, m_jar.countOf(purpose->name)));
        showChoice(row, m_model.rows(), m_gate, *purpose);
        all.append(purpose);
    }
    m_when->setText(lastChosen(m_model.rows(), all));
    m_preview->setText(!m_usage.isEmpty() ? QString::fromUtf8(toJson(m_usage.preview()))
                           : m_gate.isAllowed(u"storage.analytics"_s)
                           ? tr("Nothing was counted since the last report.")
                           : tr("Nothing is counted, and nothing will be sent."));
}

ExtrasPage::ExtrasPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent)
    : PrivacyPage(
        tr("Extras"),
        tr("Features that need more data than the program itself. All are off until you switch them on, and everything else works the same without."),
        parent)
    , m_model(model)
    , m_gate(gate)
    , m_when(makeText(QString(), Tone::Third))
    , m_often(new QWidget)
{
    for (const Purpose *purpose : purposesOf(Purpose::Group::Comfort))
        m_rows.append({purpose, addChoice(content(), m_model, purpose)});
    auto *often = new QHBoxLayout(m_often);
    often->setContentsMargins(0, 0, 0, 0);
    auto *box = new QComboBox;
    box->setObjectName(u"digestOften"_s);
    box->setAccessibleName(tr("How often"));
    box->addItem(tr("Daily"), QString());
    box->addItem(tr("Weekly"), u"weekly"_s);
    auto *label = makeLabel(tr("How often"), Theme::Type::Base, QFont::Normal, Tone::Second);
    label->setBuddy(box);
    often->addWidget(label);
    often->addWidget(box);
    often->addStretch(1);
    connect(box, &QComboBox::activated, this,
            [this, box] { m_model.setPreference(u"digest"_s, box->currentData().toString()); });
    content()->addWidget(m_often);
    content()->addWidget(makeLine());
    content()->addWidget(m_when);
    connect(&model, &PrivacyModel::changed, this, &ExtrasPage::refresh);
    connect(&gate, &ConsentGate::changed, this, &ExtrasPage::refresh);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &ExtrasPage::refresh);
    refresh();
}

void ExtrasPage::refresh()
{
    QList<const Purpose *> all;
    const bool mail = m_model.rows().rules && m_model.rows().rules->mail;
    for (const auto &[purpose, row] : std::as_const(m_rows)) {
        showChoice(row, m_model.rows(), m_gate, *purpose);
        all.append(purpose);
        if (purpose->name != Purposes::Digest)
            continue;
        // What a server does not send is not offered; what was chosen can be taken back all the same.
        const bool on = isOn(m_model.rows(), *purpose);
        row->setVisible(mail || on);
        m_often->setVisible(on);
    }
    auto *box = m_often->findChild<QComboBox *>();
    box->setCurrentIndex(std::max(0, box->findData(m_model.rows().preferences.value(u"digest"_s))));
    m_when->setText(lastChosen(m_model.rows(), all));
}

MarketingPage::MarketingPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent)
    : PrivacyPage(
        tr("Marketing messages"),
        tr("Announcements in this window, each topic by itself, none until you choose it. Notices about security, outages and your own requests are not marketing and come in any case."),
        parent)
    , m_model(model)
    , m_gate(gate)
    , m_none(makeButton(tr("Stop all marketing")))
    , m_state(makeText(QString(), Tone::Third))
    , m_byMail(new QWidget)
{
    m_none->setObjectName(u"stopMarketing"_s);
    m_none->setFocusPolicy(Qt::StrongFocus);
    auto *top = new QHBoxLayout;
    top->addWidget(m_none);
    top->addWidget(m_state, 1);
    content()->addLayout(top);
    // An objection is absolute: of every topic, channel and passing on, whatever was chosen before.
    connect(m_none, &QPushButton::clicked, this, [this] {
        QList<const Purpose *> on;
        for (const Purpose &purpose : purposes()) {
            if (servesMarketing(purpose) && isChosen(m_model.rows(), purpose))
                on.append(&purpose);
        }
        m_model.choose(on, false, u"switch"_s);
    });
    for (const Purpose *purpose : topics(MarketingChannel::App))
        m_rows.append({purpose, addChoice(content(), m_model, purpose)});
    auto *mails = new QVBoxLayout(m_byMail);
    mails->setContentsMargins(0, 0, 0, 0);
    mails->setSpacing(12);
    mails->addSpacing(8);
    mails->addWidget(makeText(tr("By e-mail"), Tone::Ink, Theme::Type::Title, QFont::DemiBold));
    mails->addWidget(makeText(
        tr("To the address that your organisation put into your profile; without one nothing is sent. Each mail has a link that ends its kind with one click, and the switch here follows."),
        Tone::Third));
    for (const Purpose *purpose : topics(MarketingChannel::Email))
        m_rows.append({purpose, addChoice(mails, m_model, purpose)});
    content()->addWidget(m_byMail);
    const Purpose *sharing = findPurpose(Purposes::SharingForMarketing);
    m_rows.append({sharing, addChoice(content(), m_model, sharing)});
    content()->addWidget(makeLine());
    content()->addWidget(makeText(
        tr("Nothing is passed on to anybody for their marketing unless the last switch is on, and this program has no advertising."),
        Tone::Third));
    connect(&model, &PrivacyModel::changed, this, &MarketingPage::refresh);
    connect(&gate, &ConsentGate::changed, this, &MarketingPage::refresh);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &MarketingPage::refresh);
    refresh();
}

void MarketingPage::refresh()
{
    QList<const Purpose *> all;
    bool any = false;
    for (const auto &[purpose, row] : std::as_const(m_rows)) {
        showChoice(row, m_model.rows(), m_gate, *purpose);
        any |= isChosen(m_model.rows(), *purpose);
        all.append(purpose);
    }
    const bool none = m_model.rows().rules && !m_model.rows().rules->marketing;
    // What a server does not send is not offered; what was chosen can be taken back all the same.
    m_byMail->setVisible((m_model.rows().rules && m_model.rows().rules->mail)
                         || std::any_of(m_rows.begin(), m_rows.end(), [this](const auto &row) {
                                return row.first->name.endsWith("email"_L1)
                                    && isOn(m_model.rows(), *row.first);
                            }));
    any |= isChosen(m_model.rows(), *findPurpose(Purposes::StoredMarketing));
    m_none->setEnabled(any);
    m_state->setText(none ? tr("This workspace has no marketing at all.") : lastChosen(m_model.rows(), all));
}

LedgerPage::LedgerPage(PrivacyModel &model, LedgerWatch &watch, QWidget *parent)
    : PrivacyPage(
        tr("Your choices over time"),
        tr("Every choice you made, on any device. Each entry names the one before it and is signed by the server, so that a changed or missing entry shows. Checked on this computer, without asking the server."),
        parent)
    , m_model(model)
    , m_watch(watch)
    , m_proof(makeText(QString()))
    , m_alarmText(makeText(QString(), Tone::Danger))
    , m_list(new QVBoxLayout)
{
    QVBoxLayout *alarm = nullptr;
    m_alarm = makeCard(alarm);
    m_alarm->setObjectName(u"ledgerAlarm"_s);
    alarm->addWidget(m_alarmText);
    auto *accept = makeButton(tr("I know why; go on from here"));
    accept->setObjectName(u"acceptLedger"_s);
    accept->setFocusPolicy(Qt::StrongFocus);
    connect(accept, &QPushButton::clicked, this, [this] { m_watch.accept(); });
    alarm->addWidget(accept, 0, Qt::AlignLeading);
    content()->addWidget(m_alarm);
    connect(&watch, &LedgerWatch::changed, this, &LedgerPage::showWatch);
    showWatch();
    auto *top = new QHBoxLayout;
    top->addWidget(m_proof, 1);
    auto *save = makeButton(tr("Save receipts…"));
    save->setObjectName(u"saveReceipts"_s);
    save->setFocusPolicy(Qt::StrongFocus);
    connect(save, &QPushButton::clicked, this, &LedgerPage::saveReceipts);
    top->addWidget(save);
    content()->addLayout(top);
    m_list->setSpacing(8);
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
}

void LedgerPage::showWatch()
{
    const bool cut = m_watch.verdict() == LedgerWatch::Verdict::CutOff;
    m_alarm->setVisible(cut || m_watch.verdict() == LedgerWatch::Verdict::KeyChanged);
    m_alarmText->setText(
        cut ? tr(
            "This computer has seen %n entries, and the last of them is not among those the server gives now. That happens when a server is restored from a backup; it should not happen otherwise. Ask your privacy contact.",
            nullptr, int(m_watch.reached()))
            : tr(
                "The server signs with another key than before. That happens when a server is set up anew; it should not happen otherwise. Ask your privacy contact."));
}

void LedgerPage::refresh()
{
    const PrivacyRows rows = m_model.rows();
    const PersonId self = m_model.account().self.id;
    const quint64 generation = ++m_generation;
    // Checking a signature takes a tenth of a millisecond, and there may be thousands.
    QThreadPool::globalInstance()->start([page = QPointer<LedgerPage>(this), rows, self, generation] {
        const QList<LedgerFault> faults =
            checkLedger(rows.consents, self, rows.rules ? rows.rules->signingKey : QString());
        QMetaObject::invokeMethod(qApp, [page, rows, faults, generation] {
            if (page && page->m_generation == generation)
                page->show(rows.consents, faults);
        });
    });
}

void LedgerPage::show(const QList<ConsentRecord> &records, const QList<LedgerFault> &faults)
{
    QSet<qint64> wrong;
    for (const LedgerFault &fault : faults)
        wrong.insert(fault.number);
    const auto recorded = std::count_if(records.begin(), records.end(),
                                        [](const ConsentRecord &record) { return record.number > 0; });
    setTone(m_proof, !faults.isEmpty() ? Tone::Danger : recorded == 0 ? Tone::Third : Tone::Ok);
    m_proof->setText(recorded == 0          ? tr("No choice has been recorded yet.")
                         : faults.isEmpty() ? tr("%n entries, all sound.", nullptr, int(recorded))
                                            : tr("Something is wrong with %n entries; they are marked below.",
                                                 nullptr, int(wrong.size())));
    clearLayout(m_list);
    QList<QStringList> lines;
    for (auto it = records.rbegin(); it != records.rend(); ++it) {
        // What is wrong is shown however old it is.
        if (lines.size() >= mostLines && !wrong.contains(it->number))
            continue;
        QString state = it->number ? QLocale().toString(it->number) : tr("waiting");
        if (wrong.contains(it->number))
            state += u" · "_s + tr("not sound");
        lines.append({state, purposeTitle(it->purpose), decisionText(it->decision),
                      instantText(it->decidedAt), it->deviceName});
    }
    if (!lines.isEmpty())
        m_list->addWidget(
            makeTable({tr("No."), tr("What for"), tr("Choice"), tr("When"), tr("Where")}, lines));
    if (records.size() > lines.size())
        m_list->addWidget(
            makeText(tr("Older entries are in the receipts, which hold all of them."), Tone::Third));
}

void LedgerPage::saveReceipts()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save receipts"), u"chatops-receipts.json"_s);
    if (path.isEmpty())
        return;
    QJsonArray records;
    for (const ConsentRecord &record : m_model.rows().consents) {
        if (record.number > 0)
            records.append(toJson(record));
    }
    const PrivacyRows &rows = m_model.rows();
    const QByteArray bytes =
        toJson(QJsonObject{{"format"_L1, u"chatops-consent-receipts/1"_s},
                           {"person"_L1, m_model.account().self.id.toString()},
                           {"signing_key"_L1, rows.rules ? rows.rules->signingKey : QString()},
                           {"records"_L1, records}});
    QThreadPool::globalInstance()->start([page = QPointer<LedgerPage>(this), path, bytes] {
        const Result<void> written = writeWholeFile(path, bytes);
        QMetaObject::invokeMethod(qApp, [page, written, path] {
            if (page)
                page->m_proof->setText(written ? tr("Saved as %1.").arg(path) : written.error().message);
        });
    });
}

ConsentQuestion::ConsentQuestion(PrivacyModel &model, ConsentGate &gate, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_gate(gate)
    , m_text(makeText(QString(), Tone::Ink))
    , m_reject(makeButton(tr("Reject all optional")))
    , m_accept(makeButton(tr("Accept all")))
    , m_answers(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setObjectName(u"consentQuestion"_s);
    setAccessibleName(tr("Cookies and analytics"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 10, 10);
    layout->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->addWidget(m_text, 1);
    layout->addLayout(top);
    auto *details = makeLink(tr("Choose one by one"), this);
    connect(details, &QPushButton::clicked, this, &ConsentQuestion::detailsRequested);
    // Equal in kind, size and reach: nobody is led to either.
    m_answers->setSpacing(10);
    m_answers->addWidget(m_reject);
    m_answers->addWidget(m_accept);
    m_answers->addWidget(details);
    m_answers->addStretch();
    layout->addLayout(m_answers);
    m_reject->setObjectName(u"questionReject"_s);
    m_accept->setObjectName(u"questionAccept"_s);
    keepEqual(m_reject, m_accept);
    auto *close = makeToolButton(u"close"_s, tr("Close; this means no"), this);
    close->setObjectName(u"questionClose"_s);
    top->addWidget(close, 0, Qt::AlignTop);
    connect(m_reject, &QPushButton::clicked, this, [this] { answer(false); });
    connect(close, &QToolButton::clicked, this, [this] { answer(false); });
    connect(m_accept, &QPushButton::clicked, this, [this] { answer(true); });
    connect(&model, &PrivacyModel::changed, this, &ConsentQuestion::refresh);
    connect(&gate, &ConsentGate::changed, this, &ConsentQuestion::refresh);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &ConsentQuestion::refresh);
    hide();
    refresh();
}

void ConsentQuestion::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    int needed = 0;
    for (int i = 0; i < m_answers->count(); ++i)
        needed += m_answers->itemAt(i)->widget() ? m_answers->itemAt(i)->sizeHint().width() + 10 : 0;
    m_answers->setDirection(needed > width() - 26 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ConsentQuestion::refresh()
{
    // Without the policy nobody knows yet what would be agreed to.
    m_open = m_model.isLoaded() && m_model.policy()
        ? toAsk(m_model.rows(), QDateTime::currentMSecsSinceEpoch())
        : QList<const Purpose *>();
    m_open.removeIf([this](const Purpose *purpose) { return m_gate.isForbidden(purpose->name); });
    QStringList names;
    for (const Purpose *purpose : std::as_const(m_open))
        names.append(purposeTitle(purpose->name));
    m_text->setText(
        tr("May this program store more on this computer than it needs? It is about: %1. It works the same if you say no.")
            .arg(QLocale().createSeparatedList(names)));
    setVisible(!m_open.isEmpty());
}

void ConsentQuestion::answer(bool yes)
{
    const QList<const Purpose *> asked = std::exchange(m_open, {});
    hide();
    m_model.choose(asked, yes, u"question"_s);
}

} // namespace ChatOps
