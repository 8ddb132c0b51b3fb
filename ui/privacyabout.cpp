// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacyabout.h"

#include "core/viewerzone.h"
#include "privacy/policydiff.h"
#include "ui/countries.h"
#include "ui/cropdialog.h"
#include "ui/icons.h"
#include "ui/picturebook.h"
#include "ui/privacychoices.h"
#include "ui/privacyrequests.h"
#include "ui/profilefields.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDateTime>
#include <QFileDialog>
#include <QFormLayout>
#include <QImageReader>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QStringListModel>
#include <QThreadPool>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int largestPicture = 1600; ///< Pixels a side; what is larger is read smaller.
constexpr int smallestPicture = 16;

QString contactText(const Contact &contact)
{
    QStringList parts{contact.name, contact.address, contact.email};
    if (!contact.officer.isEmpty())
        parts.append(OverviewPage::tr("data protection: %1").arg(contact.officer));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

namespace {

QString purposeOfTraffic(const QString &purpose)
{
    return purpose == u"sync" ? StoredPage::tr("Synchronisation and sign-in")
        : purpose == u"usage" ? className(purpose)
                              : purpose;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace

QString className(const QString &name)
{
    static const QHash<QString, const char *> names{
        {u"message"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Messages")},
        {u"task"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Tasks")},
        {u"event"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Events")},
        {u"person"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "People")},
        {u"channel"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Channels")},
        {u"document"_s,
         QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Privacy: choices, requests, notices, policies")},
        {u"file"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Files")},
        {u"session"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Sessions")},
        {u"usage"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Counts of feature use")},
        {u"audit"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Log of access by administrators")},
        {u"consent"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Your choices")},
        {u"account"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Account")},
        {u"profile"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Profile")},
        {u"reaction"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Reactions")},
        {u"mention"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Your short name in what others wrote")},
        {u"read"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "How far you have read")},
        {u"notice"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Notices to you")},
        {u"preference"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Settings kept with your account")},
        {u"export"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Exports")},
        {u"mail"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Mail that waits to be sent")},
        {u"access"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Log of access by administrators")},
        {u"suppression"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "List of addresses that get no mail")},
        {u"request"_s, QT_TRANSLATE_NOOP("ChatOps::StoredPage", "Your requests")}};
    const char *title = names.value(name);
    return title ? StoredPage::tr(title) : name;
}

OverviewPage::OverviewPage(PrivacyModel &model, ConsentGate &gate, QWidget *parent)
    : PrivacyPage(
        tr("Privacy"),
        tr("What is held about you, what you allowed, and what you can ask for. Each line leads to its page."),
        parent)
    , m_model(model)
    , m_gate(gate)
    , m_list(new QVBoxLayout)
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
    connect(&gate, &ConsentGate::changed, this, &PrivacyPage::refreshIfVisible);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &PrivacyPage::refreshIfVisible);
}

void OverviewPage::setFacts(const StoreFacts &facts, const QString &keyPlace)
{
    m_facts = facts;
    m_keyPlace = keyPlace;
    refreshIfVisible();
}

void OverviewPage::addLine(const QString &title, const QString &text, const QString &page, Tone tone)
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(makeText(title, Tone::Ink, Theme::Type::Reading, QFont::DemiBold), 1);
    if (!page.isEmpty()) {
        auto *open = makeLink(tr("Open"));
        open->setAccessibleName(tr("Open %1").arg(title));
        open->setObjectName(u"open-"_s + page);
        connect(open, &QPushButton::clicked, this, [this, page] { Q_EMIT pageRequested(page); });
        head->addWidget(open);
    }
    column->addLayout(head);
    column->addWidget(makeText(text, tone));
    m_list->addWidget(card);
}

void OverviewPage::addStore()
{
    // Nothing is said before it is known, least of all that something is wrong.
    if (!m_facts) {
        addLine(tr("On this computer"), tr("Being measured…"), u"stored"_s);
        return;
    }
    const bool open = m_facts->onDisk && m_facts->cipher.isEmpty();
    qint64 messages = 0;
    for (const StoredClass &stored : m_facts->classes)
        messages += stored.name == u"message" ? stored.rows : 0;
    addLine(tr("On this computer"),
            open                  ? tr("The store is NOT encrypted.")
                : m_facts->onDisk ? tr("%1 in %2, encrypted; the key is in %3.")
                                        .arg(tr("%n message(s)", nullptr, int(messages)),
                                             QLocale().formattedDataSize(m_facts->bytes), m_keyPlace)
                                  : tr("Nothing is written to the disk."),
            u"stored"_s, open ? Tone::Danger : Tone::Second);
}

void OverviewPage::refresh()
{
    clearLayout(m_list);
    const PrivacyRows &rows = m_model.rows();
    const QLocale locale;
    if (rows.rules) {
        addLine(tr("For what you write: your organisation"), contactText(rows.rules->controller),
                u"requests"_s);
        addLine(tr("For your account: who runs the server"), contactText(rows.rules->provider), u"sharing"_s);
    } else {
        addLine(tr("Who is responsible"),
                tr("Your server has not said so. Ask whoever gave you its address."), {}, Tone::Danger);
    }
    addStore();
    QStringList allowed;
    for (const Purpose &purpose : purposes()) {
        if (m_gate.isAllowed(purpose.name))
            allowed.append(purposeTitle(purpose.name));
    }
    addLine(tr("What you allowed"),
            allowed.isEmpty() ? tr("Nothing optional.") : locale.createSeparatedList(allowed), u"cookies"_s);
    int openRequests = 0;
    Millis due = 0;
    for (const RightsRequest &request : m_model.ownRequests()) {
        if (!request.isOpen())
            continue;
        ++openRequests;
        if (request.dueAt > 0 && (due == 0 || request.dueAt < due))
            due = request.dueAt;
    }
    addLine(tr("Your requests"),
            openRequests == 0 ? tr("None is open.")
                : due == 0    ? tr("%n open", nullptr, openRequests)
                              : tr("%n open", nullptr, openRequests) + u", "_s
                    + tr("the next answer is due by %1").arg(dayText(due - 1)),
            u"requests"_s);
    if (const PolicyVersion *policy = m_model.policy())
        addLine(tr("Privacy policy"),
                tr("Version %1, in force since %2. %3")
                    .arg(locale.toString(policy->version), dayText(policy->effectiveAt), policy->summary),
                u"policy"_s);
}

StoredPage::StoredPage(PrivacyModel &model, NetworkLedger &ledger, QString server, QString keyPlace,
                       QWidget *parent)
    : PrivacyPage(tr("On this computer"),
                  tr("What this computer holds and whom it talks to, as measured now."), parent)
    , m_model(model)
    , m_ledger(ledger)
    , m_server(std::move(server))
    , m_keyPlace(std::move(keyPlace))
    , m_list(new QVBoxLayout)
{
    content()->addLayout(m_list);
    connect(&ledger, &NetworkLedger::grew, this, &PrivacyPage::refreshIfVisible);
}

void StoredPage::refresh()
{
    follow(m_model.account().cache->facts(), this, [this](const Result<StoreFacts> &facts) {
        if (!facts) {
            clearLayout(m_list);
            m_list->addWidget(
                makeText(tr("This cannot be measured now: %1").arg(facts.error().message), Tone::Danger));
            return;
        }
        show(*facts);
        Q_EMIT factsRead(*facts);
    });
}

void StoredPage::show(const StoreFacts &facts)
{
    clearLayout(m_list);
    const QLocale locale;
    const auto title = [this](const QString &text) {
        m_list->addSpacing(8);
        m_list->addWidget(makeText(text, Tone::Ink, Theme::Type::Title, QFont::DemiBold));
    };
    const bool open = facts.onDisk && facts.cipher.isEmpty();
    title(tr("Store"));
    if (open)
        m_list->addWidget(makeText(tr("The store on this computer is not encrypted."), Tone::Danger,
                                   Theme::Type::Base, QFont::DemiBold));
    m_list->addWidget(makeTable({},
                                {{tr("Encryption"),
                                  open               ? tr("Not encrypted")
                                      : facts.onDisk ? facts.cipher
                                                     : tr("Nothing is written to the disk")},
                                 {tr("Key"), facts.onDisk ? m_keyPlace : tr("None needed")},
                                 {tr("On the disk"), locale.formattedDataSize(facts.bytes)},
                                 {tr("Server"), m_server}}));
    title(tr("What is stored"));
    QList<QStringList> classes;
    for (const StoredClass &stored : facts.classes)
        classes.append({className(stored.name), locale.toString(stored.rows),
                        stored.oldest
                            ? locale.toString(inViewerZone(stored.oldest).date(), QLocale::ShortFormat)
                            : QString()});
    m_list->addWidget(makeTable({tr("What"), tr("How many"), tr("Oldest")}, classes));
    title(tr("Why each item is here, and how long"));
    m_list->addWidget(
        makeTable({tr("Item"), tr("Why"), tr("How long")},
                  {{tr("Session"), tr("Needed: keeps you signed in"), tr("until you sign out")},
                   {tr("Key of the store"), tr("Needed: opens the encrypted copy"), tr("until you sign out")},
                   {tr("Copy of what you may see"), tr("Needed: reading and searching without a network"),
                    tr("until you sign out; what the server deletes goes here, too")},
                   {tr("Drafts and unsent changes"), tr("Needed: nothing you wrote is lost"),
                    tr("until the server has them")},
                   {tr("Settings and the place you left"), tr("Needed: appearance, language, coming back"),
                    tr("until you change them")},
                   {tr("Counts of feature use"), tr("Optional: product analytics"),
                    tr("in memory only, an hour at most; what cannot be sent then is dropped")}}));
    title(tr("Network since the start"));
    QList<QStringList> hosts;
    const QList<NetworkLedger::Entry> entries = m_ledger.entries();
    for (const NetworkLedger::Entry &entry : entries)
        hosts.append({entry.host, purposeOfTraffic(entry.purpose), locale.formattedDataSize(entry.sent),
                      locale.formattedDataSize(entry.received),
                      locale.toString(inViewerZone(entry.last).time(), QLocale::ShortFormat)});
    if (hosts.isEmpty())
        m_list->addWidget(makeText(tr("No host was contacted since the program started.")));
    else
        m_list->addWidget(makeTable({tr("Host"), tr("Why"), tr("Sent"), tr("Received"), tr("Last")}, hosts));
}

PolicyPage::PolicyPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(tr("Privacy policy"), {}, parent)
    , m_model(model)
    , m_version(new QComboBox)
    , m_compare(makeButton(tr("What changed")))
    , m_dates(makeText(QString(), Tone::Third))
    , m_list(new QVBoxLayout)
{
    auto *top = new QHBoxLayout;
    m_version->setObjectName(u"policyVersion"_s);
    m_version->setAccessibleName(tr("Version"));
    narrow(m_version);
    top->addWidget(m_version, 1);
    m_compare->setObjectName(u"policyCompare"_s);
    m_compare->setCheckable(true);
    m_compare->setFocusPolicy(Qt::StrongFocus);
    top->addWidget(m_compare);
    content()->addLayout(top);
    content()->addWidget(m_dates);
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    connect(m_version, &QComboBox::activated, this, &PolicyPage::refresh);
    connect(m_compare, &QPushButton::clicked, this, &PolicyPage::refresh);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
}

void PolicyPage::refresh()
{
    const QList<PolicyVersion> &all = m_model.rows().policies;
    if (m_version->count() != all.size()) {
        m_version->clear();
        for (auto it = all.rbegin(); it != all.rend(); ++it)
            m_version->addItem(
                tr("Version %1 of %2").arg(QLocale().toString(it->version), dayText(it->publishedAt)),
                it->version);
    }
    // First what applies now; what comes later is marked by its date.
    if (m_shown < 0 && m_model.policy())
        m_version->setCurrentIndex(m_version->findData(m_model.policy()->version));
    const auto policy = std::find_if(all.begin(), all.end(), [this](const PolicyVersion &one) {
        return one.version == m_version->currentData().toInt();
    });
    if (policy == all.end()) {
        clearLayout(m_list);
        m_list->addWidget(makeText(tr("The server has not sent a policy yet."), Tone::Third));
        return;
    }
    const bool first = policy == all.begin();
    m_compare->setEnabled(!first);
    const bool comparing = m_compare->isChecked() && !first;
    if (policy->rev == m_shown && comparing == m_comparing)
        return;
    m_shown = policy->rev;
    m_comparing = comparing;
    const QByteArray zone = m_model.rows().rules ? m_model.rows().rules->zone : QByteArray();
    m_dates->setText(
        tr("Published on %1, in force from %2. %3")
            .arg(dayText(policy->publishedAt, zone), dayText(policy->effectiveAt, zone), policy->summary));
    clearLayout(m_list);
    if (comparing)
        showDifferences(*(policy - 1), *policy);
    else
        show(*policy);
}

void PolicyPage::show(const PolicyVersion &policy)
{
    QVBoxLayout *contents = nullptr;
    QFrame *card = makeCard(contents);
    contents->setSpacing(2);
    contents->addWidget(makeText(tr("Contents"), Tone::Third, Theme::Type::Small, QFont::DemiBold));
    QList<std::pair<QPushButton *, QLabel *>> jumps;
    m_list->addWidget(card);
    for (const PolicyVersion::Section &section : policy.sections) {
        auto *title = makeText(section.title, Tone::Ink, Theme::Type::Title, QFont::DemiBold);
        auto *link = makeLink(section.title);
        contents->addWidget(link, 0, Qt::AlignLeading);
        jumps.append({link, title});
        m_list->addSpacing(6);
        m_list->addWidget(title);
        // The layers: one sentence, and the rest on demand.
        m_list->addWidget(makeText(section.brief, Tone::Ink));
        auto *more = makeLink(tr("More"));
        more->setAccessibleName(tr("More on %1").arg(section.title));
        auto *text = makeText(section.text);
        text->hide();
        connect(more, &QPushButton::clicked, text, [more, text] {
            text->setVisible(!text->isVisible());
            more->setText(text->isVisible() ? tr("Less") : tr("More"));
        });
        m_list->addWidget(more, 0, Qt::AlignLeading);
        m_list->addWidget(text);
    }
    for (const auto &[link, title] : std::as_const(jumps)) {
        connect(link, &QPushButton::clicked, this, [this, title = title] {
            verticalScrollBar()->setValue(title->mapTo(widget(), QPoint(0, 0)).y() - 16);
        });
    }
}

void PolicyPage::showDifferences(const PolicyVersion &before, const PolicyVersion &policy)
{
    using Kind = SectionDifference::Kind;
    const QList<SectionDifference> all = compare(before, policy);
    const Palette &c = colors();
    for (const SectionDifference &one : all) {
        if (one.kind == Kind::Same)
            continue;
        const QString state = one.kind == Kind::Added ? tr("new")
            : one.kind == Kind::Removed               ? tr("removed")
                                                      : tr("changed");
        m_list->addWidget(
            makeText(one.title + u" · "_s + state, Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
        QString html;
        QString spoken;
        for (const SectionDifference::Piece &piece : one.pieces) {
            switch (piece.kind) {
            case SectionDifference::Piece::Kind::Same:
                html += escaped(piece.text);
                break;
            case SectionDifference::Piece::Kind::Added:
                html += u"<ins style=\"background:%1; color:%2\">%3</ins>"_s.arg(
                    c.okBackground.name(), c.ok.name(), escaped(piece.text));
                spoken += tr("new: %1").arg(piece.text.trimmed()) + u". "_s;
                break;
            case SectionDifference::Piece::Kind::Removed:
                html += u"<del style=\"background:%1; color:%2\">%3</del> "_s.arg(
                    c.dangerBackground.name(), c.danger.name(), escaped(piece.text));
                spoken += tr("removed: %1").arg(piece.text.trimmed()) + u". "_s;
                break;
            }
        }
        auto *text = makeText(QString());
        text->setTextFormat(Qt::RichText);
        text->setText(html);
        text->setAccessibleName(spoken);
        m_list->addWidget(text);
    }
    if (std::all_of(all.begin(), all.end(),
                    [](const SectionDifference &one) { return one.kind == Kind::Same; }))
        m_list->addWidget(makeText(tr("The text is the same."), Tone::Third));
}

namespace {

QString placeText(const QString &region, const QString &safeguard)
{
    const QString place = countryName(region);
    const QString how = safeguard == u"scc" ? RetentionPage::tr("standard contractual clauses")
        : safeguard == u"adequacy"          ? RetentionPage::tr("adequacy decision")
        : safeguard == u"idta"              ? RetentionPage::tr("international data transfer agreement")
                                            : QString();
    return how.isEmpty() ? place : place + u", "_s + how;
}

/// What a new workspace says of itself is known in every language; what it wrote, in its own.
QString reasonText(const QString &reason)
{
    static const std::array known{
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage",
                          "Part of the organisation's work; kept until deleted or the account is erased."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage", "Part of the organisation's work."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage", "Kept with the message it belongs to."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage",
                          "To show where you were signed in; from the last time it was used."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage", "To show you what administrators did with your data."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage", "Totals of feature use, if you chose to send them."),
        QT_TRANSLATE_NOOP("ChatOps::RetentionPage", "To prove what you chose; kept as long as the account."),
        QT_TRANSLATE_NOOP(
            "ChatOps::RetentionPage",
            "To prove that requests were answered, for the time claims can be made; from the day they were closed.")};
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&reason](const char *one) { return reason == QLatin1StringView(one); });
    return found == known.end() ? reason : RetentionPage::tr(*found);
}

} // namespace

RetentionPage::RetentionPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(tr("Retention and recipients"),
                  tr("How long your workspace keeps each kind of data, and who gets any of it."), parent)
    , m_model(model)
    , m_list(new QVBoxLayout)
{
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
}

void RetentionPage::refresh()
{
    clearLayout(m_list);
    const std::optional<WorkspaceRules> &rules = m_model.rows().rules;
    if (!rules) {
        m_list->addWidget(makeText(tr("The server has not sent its rules yet."), Tone::Third));
        return;
    }
    const QLocale locale;
    const auto title = [this](const QString &text) {
        m_list->addSpacing(8);
        m_list->addWidget(makeText(text, Tone::Ink, Theme::Type::Title, QFont::DemiBold));
    };
    title(tr("How long"));
    QList<QStringList> rows;
    for (const RetentionRule &rule : rules->retention)
        rows.append(
            {className(rule.name),
             rule.days ? tr("%n day(s)", nullptr, rule.days) : tr("as long as your account"),
             rule.region.isEmpty() ? tr("where the server is") : placeText(rule.region, rule.safeguard),
             reasonText(rule.reason)});
    m_list->addWidget(makeTable({tr("What"), tr("Kept"), tr("Where"), tr("Why")}, rows));
    m_list->addWidget(makeText(
        tr("Backups lose what was deleted after %n day(s).", nullptr, rules->backupDays), Tone::Third));
    const auto show = [&](const QString &heading, const QList<RegisterEntry> &entries, const QString &none) {
        title(heading);
        if (entries.isEmpty()) {
            m_list->addWidget(makeText(none));
            return;
        }
        QList<QStringList> lines;
        for (const RegisterEntry &entry : entries) {
            lines.append(
                {entry.name, entry.purpose, placeText(entry.region, entry.safeguard), dayText(entry.since)});
        }
        m_list->addWidget(makeTable({tr("Who"), tr("What for"), tr("Where"), tr("Since")}, lines));
    };
    show(tr("Who works for your organisation"), rules->processors, tr("Your organisation lists nobody."));
    title(tr("Do not sell"));
    m_list->addWidget(makeText(tr(
        "This program sells no data and has no function for it. Each request to the server carries the signal of Global Privacy Control (Sec-GPC: 1), which says that data of yours must be neither sold nor passed on. Passing on for marketing of others is off until you allow it, and then listed here.")));
    show(tr("Disclosed, by law or because people allowed it"), rules->disclosures,
         tr("Your organisation lists nothing."));
}

ProfilePage::ProfilePage(PrivacyModel &model, PictureBook &pictures, QWidget *parent)
    : PrivacyPage(
        tr("Your profile"),
        tr("Your name and short name are needed, so that others know who writes. Everything below may stay empty; the program works the same."),
        parent)
    , m_model(model)
    , m_pictures(pictures)
    , m_picture(new QLabel)
    , m_pictureSaid(makeText(QString(), Tone::Danger))
    , m_problem(makeText(QString(), Tone::Danger))
    , m_reviewed(makeText(QString(), Tone::Third))
    , m_removePicture(makeButton(tr("Remove")))
    , m_save(makeButton(tr("Save"), u"primary"_s))
{
    buildPicture();
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    const Person &self = model.account().self;
    form->addRow(makeLabel(tr("Name"), Theme::Type::Base, QFont::DemiBold),
                 makeText(tr("%1 (needed)").arg(self.name)));
    form->addRow(makeLabel(tr("Short name"), Theme::Type::Base, QFont::DemiBold),
                 makeText(tr("@%1 (needed)").arg(self.handle)));
    for (const QLatin1StringView name : profileFields()) {
        auto *field = new QLineEdit;
        field->setObjectName(u"profile-"_s + name);
        field->setMaxLength(int(Limit::ProfileField));
        field->setAccessibleName(profileFieldTitle(name));
        auto *source = makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third);
        auto *row = new QVBoxLayout;
        row->setSpacing(2);
        row->addWidget(field);
        row->addWidget(source);
        auto *label = makeLabel(profileFieldTitle(name), Theme::Type::Base, QFont::DemiBold);
        label->setBuddy(field);
        form->addRow(label, row);
        m_fields.insert(name, field);
        m_sources.insert(name, source);
        connect(field, &QLineEdit::textEdited, m_save, [this] { m_save->setEnabled(true); });
    }
    column->addLayout(form);
    m_problem->setObjectName(u"profileProblem"_s);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *zones = new QCompleter(this);
    QStringList names;
    const QList<QByteArray> available = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : available)
        names.append(QString::fromLatin1(zone));
    zones->setModel(new QStringListModel(names, zones));
    zones->setFilterMode(Qt::MatchContains);
    zones->setCaseSensitivity(Qt::CaseInsensitive);
    m_fields[u"zone"_s]->setCompleter(zones);
    m_fields[u"zone"_s]->setPlaceholderText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    auto *buttons = new QHBoxLayout;
    auto *correct = makeLink(tr("Ask for a correction"));
    correct->setObjectName(u"askCorrection"_s);
    connect(correct, &QPushButton::clicked, this, &ProfilePage::correctionRequested);
    buttons->addWidget(correct);
    buttons->addStretch();
    m_save->setObjectName(u"saveProfile"_s);
    m_save->setFocusPolicy(Qt::StrongFocus);
    m_save->setEnabled(false);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    content()->addWidget(card);
    auto *line = new QHBoxLayout;
    line->addWidget(m_reviewed, 1);
    auto *right = makeLink(tr("It is still right"));
    right->setObjectName(u"profileRight"_s);
    connect(right, &QPushButton::clicked, this, [this] { m_model.patchProfile({}); });
    line->addWidget(right, 0, Qt::AlignTrailing);
    content()->addLayout(line);
    connect(m_save, &QPushButton::clicked, this, &ProfilePage::save);
    connect(&m_pictures, &PictureBook::changed, this, &ProfilePage::showPicture);
    connect(&model, &PrivacyModel::changed, this, &ProfilePage::refresh);
    refresh();
}

void ProfilePage::buildPicture()
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_picture->setObjectName(u"profilePicture"_s);
    m_picture->setAccessibleName(tr("Your picture"));
    row->addWidget(m_picture);
    auto *words = new QVBoxLayout;
    words->addWidget(makeText(tr("Picture"), Tone::Ink, Theme::Type::Base, QFont::DemiBold));
    words->addWidget(makeText(tr("Seen by everybody in the workspace. Without one your initials are shown."),
                              Tone::Third));
    auto *buttons = new QHBoxLayout;
    auto *choose = makeButton(tr("Choose…"));
    choose->setObjectName(u"choosePicture"_s);
    choose->setAccessibleName(tr("Choose a picture"));
    choose->setFocusPolicy(Qt::StrongFocus);
    m_removePicture->setObjectName(u"removePicture"_s);
    m_removePicture->setAccessibleName(tr("Remove the picture"));
    m_removePicture->setFocusPolicy(Qt::StrongFocus);
    buttons->addWidget(choose);
    buttons->addWidget(m_removePicture);
    buttons->addStretch(1);
    words->addLayout(buttons);
    m_pictureSaid->hide();
    words->addWidget(m_pictureSaid);
    row->addLayout(words, 1);
    column->addLayout(row);
    content()->addWidget(card);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose a picture"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"));
        connect(dialog, &QFileDialog::fileSelected, this, &ProfilePage::takePicture);
        dialog->open();
    });
    connect(m_removePicture, &QPushButton::clicked, this, [this] {
        m_model.patchProfile({{"avatar"_L1, QString()}});
    });
}

void ProfilePage::takePicture(const QString &path)
{
    m_pictureSaid->hide();
    const auto refuse = [this](const QString &why) { setTextOrHide(m_pictureSaid, why); };
    // Read and made small beside the GUI thread: a photograph has tens of megapixels.
    QThreadPool::globalInstance()->start([page = QPointer(this), path, refuse] {
        QImageReader reader(path);
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        if (size.isValid() && std::max(size.width(), size.height()) > largestPicture)
            reader.setScaledSize(size.scaled(largestPicture, largestPicture, Qt::KeepAspectRatio));
        const QImage picture = reader.read();
        QMetaObject::invokeMethod(qApp, [page, picture, refuse] {
            if (!page)
                return;
            if (picture.isNull() || std::min(picture.width(), picture.height()) < smallestPicture) {
                refuse(tr("This file is no picture that can be read, or it is too small."));
                return;
            }
            auto *dialog = new CropDialog(picture, page);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, page, [page, dialog, refuse] {
                const QByteArray bytes = dialog->result();
                if (bytes.isEmpty())
                    refuse(tr("This picture cannot be made small enough."));
                else
                    page->m_model.patchProfile({{"avatar"_L1, QString::fromLatin1(bytes.toBase64())}});
            });
            dialog->open();
        });
    });
}

void ProfilePage::showPicture()
{
    const int side = Theme::instance().px(72);
    QPixmap shown(QSize(side, side) * devicePixelRatioF());
    shown.setDevicePixelRatio(devicePixelRatioF());
    shown.fill(Qt::transparent);
    QPainter painter(&shown);
    const QByteArray own = m_model.profile().avatar;
    paintAvatar(painter, m_model.account().self.name, QRectF(0, 0, side, side), PictureBook::decoded(own));
    painter.end();
    m_picture->setPixmap(shown);
    m_removePicture->setEnabled(!own.isEmpty());
}

void ProfilePage::save()
{
    QJsonObject changed;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        const QString value = it.value()->text().trimmed();
        if (it.value()->isEnabled() && value != m_stored.value(it.key()))
            changed.insert(it.key(), value);
    }
    for (auto it = changed.constBegin(); it != changed.constEnd(); ++it) {
        const QString problem = profileFieldProblem(it.key(), it->toString());
        if (problem.isEmpty())
            continue;
        setTextOrHide(m_problem, problem);
        m_fields[it.key()]->setFocus();
        return;
    }
    m_problem->hide();
    m_save->setEnabled(false);
    if (!changed.isEmpty())
        m_model.patchProfile(changed);
}

void ProfilePage::refresh()
{
    showPicture();
    setTextOrHide(m_reviewed,
                  m_model.profile().reviewedAt > 0
                      ? tr("You last looked at this on %1.").arg(dayText(m_model.profile().reviewedAt))
                      : QString());
    // A correction that was asked for and is not decided yet.
    QHash<QString, QString> pending;
    for (const RightsRequest &request : m_model.ownRequests()) {
        if (request.kind == RightsKind::Rectification && request.isOpen())
            pending.insert(request.subject,
                           tr("Correction asked for on %1; waiting to be checked")
                               .arg(dayText(request.receivedAt ? request.receivedAt : request.writtenAt)));
    }
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        const Profile::Field stored = m_model.profile().fields.value(it.key());
        // What is being typed is not overwritten by what arrives.
        if (it.value()->text().trimmed() == m_stored.value(it.key()))
            it.value()->setText(stored.value);
        m_stored.insert(it.key(), stored.value);
        it.value()->setReadOnly(stored.byOrganisation);
        it.value()->setEnabled(!stored.byOrganisation);
        const QString open = pending.value(it.key());
        setTone(m_sources[it.key()], open.isEmpty() ? Tone::Third : Tone::Warning);
        m_sources[it.key()]->setText(!open.isEmpty()              ? open
                                         : stored.value.isEmpty() ? QString()
                                         : stored.byOrganisation
                                         ? tr("Provided by your organisation")
                                         : tr("Provided by you; seen by everybody in the workspace"));
    }
}

} // namespace ChatOps
