// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacyrequests.h"

#include "core/text.h"
#include "core/viewerzone.h"
#include "privacy/authorities.h"
#include "ui/countries.h"
#include "ui/plaintext.h"
#include "ui/privacyabout.h"
#include "ui/privacychoices.h"
#include "ui/profilefields.h"

#include <QComboBox>
#include <QDateTime>
#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString groundTitle(RestrictionGround ground)
{
    switch (ground) {
    case RestrictionGround::Inaccurate:
        return RequestsPage::tr("The data is not right, and it takes time to check");
    case RestrictionGround::Unlawful:
        return RequestsPage::tr("The use is not lawful, but I do not want the data deleted");
    case RestrictionGround::NeededForClaims:
        return RequestsPage::tr("I need the data for a legal claim");
    case RestrictionGround::ObjectionPending:
        return RequestsPage::tr("I have objected, and it is not decided yet");
    case RestrictionGround::None:
        break;
    }
    return {};
}

QString rightsText(RightsKind kind)
{
    switch (kind) {
    case RightsKind::Access:
        return RequestsPage::tr(
            "Everything that is held about you, and why. Much of it you can see in this window at once.");
    case RightsKind::Rectification:
        return RequestsPage::tr(
            "Say what is wrong and what is right. What you provided yourself you can change under Profile.");
    case RightsKind::Erasure:
        return RequestsPage::tr(
            "Say what should be deleted. What the law or a retention rule keeps is named in the answer, with the end of that time.");
    case RightsKind::Restriction:
        return RequestsPage::tr("Your data stays stored, but is not used otherwise, on one of four grounds.");
    case RightsKind::Objection:
        return RequestsPage::tr(
            "Against a use that rests on a legitimate interest. Marketing you can stop by yourself, at once.");
    case RightsKind::Portability:
        return RequestsPage::tr(
            "What you provided, in a form that other programs read, for you or another server.");
    case RightsKind::Withdrawal:
        return RequestsPage::tr("Takes back a consent. The switches do the same at once.");
    case RightsKind::Other:
        return RequestsPage::tr("Anything about your data that fits nothing else.");
    case RightsKind::Complaint:
        return RequestsPage::tr(
            "Tell your organisation what went wrong. You can also go to the authority, before or after.");
    case RightsKind::Feedback:
        break;
    }
    return {};
}

/// A field for one text under a question.
void askText(QWidget *parent, const QString &title, const QString &label,
             const std::function<void(const QString &)> &done)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setOkButtonText(RequestsPage::tr("Send"));
    dialog->setCancelButtonText(RequestsPage::tr("Cancel"));
    dialog->resize(Theme::instance().px(520), Theme::instance().px(320));
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [done](const QString &text) {
        if (!text.trimmed().isEmpty())
            done(truncated(text.trimmed(), Limit::RequestText));
    });
    dialog->open();
    // Tab leaves the text, as everywhere else.
    if (auto *edit = dialog->findChild<QPlainTextEdit *>())
        edit->setTabChangesFocus(true);
}

/// Asks once before something that cannot be taken back.
void askFirst(QWidget *parent, const QString &question, const QString &yes, const std::function<void()> &done)
{
    QMessageBox *box = makePlainBox(QMessageBox::Question, yes, question, {}, parent);
    QPushButton *go = box->addButton(yes, QMessageBox::AcceptRole);
    go->setObjectName(u"askFirstYes"_s);
    QPushButton *back = box->addButton(RequestsPage::tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(back);
    QObject::connect(go, &QPushButton::clicked, parent, done);
    box->open();
}

} // namespace

QString rightsTitle(RightsKind kind)
{
    switch (kind) {
    case RightsKind::Access:
        return RequestsPage::tr("See what is held about me");
    case RightsKind::Rectification:
        return RequestsPage::tr("Correct something");
    case RightsKind::Erasure:
        return RequestsPage::tr("Delete something");
    case RightsKind::Restriction:
        return RequestsPage::tr("Restrict the use");
    case RightsKind::Objection:
        return RequestsPage::tr("Object to a use");
    case RightsKind::Portability:
        return RequestsPage::tr("Take my data along");
    case RightsKind::Withdrawal:
        return RequestsPage::tr("Withdraw a consent");
    case RightsKind::Complaint:
        return RequestsPage::tr("Complaint");
    case RightsKind::Feedback:
        return RequestsPage::tr("Feedback");
    case RightsKind::Other:
        return RequestsPage::tr("Something else");
    }
    return {};
}

QString requestStateText(const RightsRequest &request, bool waiting)
{
    using State = RightsRequest::State;
    if (waiting && request.receivedAt == 0 && request.state != State::Withdrawn)
        return RequestsPage::tr(
            "Written here; it is sent when there is a connection. The month begins when it arrives.");
    const QString last = dayText(request.dueAt - 1);
    switch (request.state) {
    case State::Open:
    case State::Extended: {
        if (request.dueAt == 0)
            return RequestsPage::tr("Received on %1.").arg(dayText(request.receivedAt));
        const qint64 days = viewerToday().daysTo(inViewerZone(request.dueAt - 1).date());
        if (days < 0)
            return RequestsPage::tr("Overdue since %1. You can complain to the authority.").arg(last);
        const QString left = RequestsPage::tr("%n day(s) left", nullptr, int(days));
        return request.state == State::Extended
            ? RequestsPage::tr("Extended until %1: %2 (%3)").arg(last, request.reason, left)
            : RequestsPage::tr("To be answered by %1 (%2).").arg(last, left);
    }
    case State::Answered:
        if (request.liftedAt > 0)
            return RequestsPage::tr("Restricted from %1 to %2.")
                .arg(dayText(request.closedAt), dayText(request.liftedAt));
        return RequestsPage::tr("Answered on %1: %2").arg(dayText(request.closedAt), request.outcome);
    case State::Refused:
        // Only compelling grounds weigh more than an objection (article 21(1)), and they are named.
        if (request.kind == RightsKind::Objection)
            return RequestsPage::
                tr("Objection not followed, %1. The grounds your organisation names: %2 You can complain to the authority.")
                    .arg(dayText(request.closedAt), request.reason);
        return RequestsPage::tr("Refused on %1: %2 You can complain to the authority.")
            .arg(dayText(request.closedAt), request.reason);
    case State::Withdrawn:
        return RequestsPage::tr("Withdrawn by the person who asked.");
    }
    return {};
}

QString subjectTitle(const QString &subject)
{
    if (subject == u"child")
        return RequestsPage::tr("somebody who is too young");
    if (subject == u"account")
        return RequestsPage::tr("the whole account");
    if (subject == u"support")
        return RequestsPage::tr("a problem with the program");
    const QString field = profileFieldTitle(subject);
    return field.isEmpty() ? purposeTitle(subject) : field;
}

QWidget *makeRequestCard(PrivacyModel &model, const RightsRequest &request, const QString &who,
                         bool asContact)
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    card->setProperty("request", request.id.toString());
    QString title = rightsTitle(request.kind);
    if (!who.isEmpty())
        title = who + u" · "_s + title;
    column->addWidget(makeText(title, Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
    const bool overdue =
        request.isOpen() && request.dueAt > 0 && request.dueAt <= QDateTime::currentMSecsSinceEpoch();
    const bool bad = overdue || request.state == RightsRequest::State::Refused;
    column->addWidget(
        makeText(requestStateText(request, model.isWaiting(request.id)), bad ? Tone::Danger : Tone::Third));
    if (request.ground != RestrictionGround::None)
        column->addWidget(makeText(groundTitle(request.ground)));
    if (!request.subject.isEmpty())
        column->addWidget(makeText(RequestsPage::tr("About: %1").arg(subjectTitle(request.subject))));
    if (!request.text.isEmpty())
        column->addWidget(makeText(request.text, Tone::Ink));
    if (request.receivedAt > 0) {
        const QString how = request.origin == u"mail"
            ? RequestsPage::tr("by mail, from the address in your profile; withdraw it if it is not yours")
            : request.origin == u"web" ? RequestsPage::tr("from the form of the server")
                                       : QString();
        QString arrived = RequestsPage::tr("%1: received").arg(instantText(request.receivedAt));
        if (!how.isEmpty())
            arrived += u", "_s + how;
        column->addWidget(
            makeText(RequestsPage::tr("No. %1").arg(requestNumber(request.id)) + u" · "_s + arrived,
                     Tone::Third, Theme::Type::Small));
    }
    for (const RightsRequest::Entry &entry : request.entries)
        column->addWidget(makeText(
            RequestsPage::tr("%1, %2: %3")
                .arg(entry.byController ? RequestsPage::tr("Privacy contact") : RequestsPage::tr("Who asked"),
                     instantText(entry.at), entry.text)));
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &label, OperationKind kind, const QString &question) {
        auto *button = makeLink(label);
        button->setProperty("operation", int(kind));
        QObject::connect(
            button, &QPushButton::clicked, card, [&model, card, kind, label, question, id = request.id] {
                if (question.isEmpty()) {
                    askFirst(card->window(), RequestsPage::tr("Nobody will answer this request then."), label,
                             [&model, kind, id] { model.aboutRequest(kind, id); });
                    return;
                }
                askText(card->window(), label, question,
                        [&model, kind, id](const QString &text) { model.aboutRequest(kind, id, text); });
            });
        row->addWidget(button);
    };
    if (asContact && request.restricts()) {
        add(RequestsPage::tr("End the restriction…"), OperationKind::RequestLift,
            RequestsPage::tr("Why it ends; the person is told first"));
        row->addStretch();
        column->addLayout(row);
    } else if (request.isOpen()) {
        add(RequestsPage::tr("Write…"), OperationKind::RequestMessage, RequestsPage::tr("Your message"));
        if (asContact) {
            add(RequestsPage::tr("Answer…"), OperationKind::RequestAnswer, RequestsPage::tr("What was done"));
            if (request.state == RightsRequest::State::Open && request.dueAt > 0)
                add(RequestsPage::tr("Extend…"), OperationKind::RequestExtend,
                    RequestsPage::tr("Why it takes up to two months longer"));
            add(RequestsPage::tr("Refuse…"), OperationKind::RequestRefuse,
                RequestsPage::tr("Why; the way to complain is added"));
        } else {
            add(RequestsPage::tr("Withdraw"), OperationKind::RequestWithdraw, {});
        }
        row->addStretch();
        column->addLayout(row);
    } else {
        delete row;
    }
    return card;
}

RequestsPage::RequestsPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(
        tr("Requests and rights"),
        tr("Ask your organisation about your data. It answers within one month, free of charge; no document is asked for. What you write here offline is sent later."),
        parent)
    , m_model(model)
    , m_kind(new QComboBox)
    , m_ground(new QComboBox)
    , m_subject(new QComboBox)
    , m_explanation(makeText(QString(), Tone::Third))
    , m_problem(makeText(QString(), Tone::Danger))
    , m_text(new QPlainTextEdit)
    , m_elsewhere(makeText(QString(), Tone::Third))
    , m_list(new QVBoxLayout)
    , m_groundRow(new QWidget)
    , m_subjectRow(new QWidget)
{
    buildForm();
    content()->addWidget(m_elsewhere);
    content()->addSpacing(8);
    content()->addWidget(makeText(tr("Your requests"), Tone::Ink, Theme::Type::Title, QFont::Bold));
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
    formChanged();
}

void RequestsPage::buildForm()
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    const auto addRow = [column](QWidget *row, const QString &label, QComboBox *box, const char *name) {
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *text = makeLabel(label, Theme::Type::Base, QFont::DemiBold, Tone::Ink, row);
        line->addWidget(text);
        line->addWidget(box, 1);
        text->setBuddy(box);
        box->setAccessibleName(label);
        box->setObjectName(QString::fromLatin1(name));
        narrow(box);
        column->addWidget(row);
    };
    auto *kindRow = new QWidget;
    for (const RightsKind kind :
         {RightsKind::Access, RightsKind::Rectification, RightsKind::Erasure, RightsKind::Restriction,
          RightsKind::Objection, RightsKind::Portability, RightsKind::Withdrawal, RightsKind::Other})
        m_kind->addItem(rightsTitle(kind), int(kind));
    for (const RestrictionGround ground :
         {RestrictionGround::Inaccurate, RestrictionGround::Unlawful, RestrictionGround::NeededForClaims,
          RestrictionGround::ObjectionPending})
        m_ground->addItem(groundTitle(ground), int(ground));
    addRow(kindRow, tr("I want to"), m_kind, "requestKind");
    addRow(m_groundRow, tr("Because"), m_ground, "requestGround");
    addRow(m_subjectRow, tr("It is about"), m_subject, "requestSubject");
    column->addWidget(m_explanation);
    m_text->setObjectName(u"requestText"_s);
    m_text->setAccessibleName(tr("In your words"));
    m_text->setPlaceholderText(tr("In your words"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(96);
    column->addWidget(m_text);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *send = makeButton(tr("Send request"), u"primary"_s);
    send->setObjectName(u"sendRequest"_s);
    send->setFocusPolicy(Qt::StrongFocus);
    column->addWidget(send, 0, Qt::AlignTrailing);
    connect(send, &QPushButton::clicked, this, &RequestsPage::submit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RequestsPage::formChanged);
    content()->addWidget(card);
}

void RequestsPage::fillSubjects(bool fields)
{
    m_subject->clear();
    m_subject->addItem(tr("something else; I describe it below"), QString());
    for (const QLatin1StringView field : profileFields()) {
        if (fields)
            m_subject->addItem(profileFieldTitle(field), QString(field));
    }
    for (const Purpose &purpose : purposes()) {
        if (!fields && purposeTitle(purpose.name) != purpose.name)
            m_subject->addItem(purposeTitle(purpose.name), QString(purpose.name));
    }
}

void RequestsPage::begin(RightsKind kind)
{
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    m_text->setFocus();
}

void RequestsPage::formChanged()
{
    const auto kind = RightsKind(m_kind->currentData().toInt());
    m_groundRow->setVisible(kind == RightsKind::Restriction);
    const bool field = kind == RightsKind::Rectification;
    m_subjectRow->setVisible(field || kind == RightsKind::Objection || kind == RightsKind::Withdrawal);
    fillSubjects(field);
    m_explanation->setText(rightsText(kind));
    m_problem->hide();
}

void RequestsPage::submit()
{
    const auto kind = RightsKind(m_kind->currentData().toInt());
    const QString text = m_text->toPlainText().trimmed();
    const bool described = kind == RightsKind::Rectification || kind == RightsKind::Other
        || kind == RightsKind::Erasure
        || (!m_subjectRow->isHidden() && m_subject->currentData().toString().isEmpty());
    if (described && text.isEmpty()) {
        setTextOrHide(m_problem,
                      kind == RightsKind::Rectification ? tr("Say what is wrong and what is right.")
                                                        : tr("Say what it is about."));
        m_text->setFocus();
        return;
    }
    if (text.size() > Limit::RequestText) {
        setTextOrHide(m_problem,
                      tr("This is too long; %1 characters fit.").arg(QLocale().toString(Limit::RequestText)));
        return;
    }
    const QString subject = m_subjectRow->isHidden() ? QString() : m_subject->currentData().toString();
    // The effect first, then the paper: both are sent when there is a connection.
    if (const Purpose *purpose = findPurpose(subject))
        m_model.choose({purpose}, false, u"request"_s);
    m_model.request(kind, text,
                    kind == RightsKind::Restriction ? RestrictionGround(m_ground->currentData().toInt())
                                                    : RestrictionGround::None,
                    subject);
    m_text->clear();
    m_problem->hide();
    // A second click in a hurry is not a second request.
    findChild<QPushButton *>(u"sendRequest"_s)->setEnabled(false);
    m_kind->setFocus();
}

void RequestsPage::refresh()
{
    findChild<QPushButton *>(u"sendRequest"_s)->setEnabled(true);
    const QString mail = m_model.rows().rules ? m_model.rows().rules->controller.email : QString();
    m_elsewhere->setText((mail.isEmpty() ? QString() : tr("Also by mail: %1.").arg(mail) + u' ')
                         + tr("In any browser, without this program: the page /privacy of your server."));
    clearLayout(m_list);
    const QList<RightsRequest> own = m_model.ownRequests();
    for (const RightsRequest &request : own)
        m_list->addWidget(makeRequestCard(m_model, request, {}, false));
    if (own.isEmpty())
        m_list->addWidget(makeText(tr("None so far."), Tone::Third));
}

DeskPage::DeskPage(PrivacyModel &model, PeopleDirectory &people, QWidget *parent)
    : PrivacyPage(
        tr("Requests to answer"),
        tr("You are a privacy contact of this workspace. What people ask comes here, the most urgent first."),
        parent)
    , m_model(model)
    , m_people(people)
    , m_list(new QVBoxLayout)
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
    connect(&people, &PeopleDirectory::changed, this, &PrivacyPage::refreshIfVisible);
}

void DeskPage::refresh()
{
    clearLayout(m_list);
    const QList<RightsRequest> others = m_model.requestsOfOthers();
    for (const RightsRequest &request : others) {
        const QString name = m_people.name(request.person);
        m_list->addWidget(makeRequestCard(m_model, request, name.isEmpty() ? tr("Somebody") : name, true));
    }
    if (others.isEmpty())
        m_list->addWidget(makeText(tr("Nobody has asked for anything."), Tone::Third));
}

ComplaintPage::ComplaintPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(
        tr("Complaint and feedback"),
        tr("You can write to your organisation first, but you need not: the supervisory authority hears you at any time, free of charge."),
        parent)
    , m_model(model)
    , m_authority(makeText(QString(), Tone::Ink))
    , m_link(makeLink(tr("Open the authority's page")))
    , m_said(makeText(QString(), Tone::Ok))
    , m_age(makeText(QString()))
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    column->addWidget(
        makeText(tr("Supervisory authority"), Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
    column->addWidget(m_authority);
    auto *countries = new QComboBox;
    countries->setObjectName(u"country"_s);
    countries->setAccessibleName(tr("Country"));
    narrow(countries);
    for (const Authority &authority : authorities())
        countries->addItem(countryName(authority.country), QString(authority.country));
    column->addWidget(countries);
    column->addWidget(m_link, 0, Qt::AlignLeading);
    connect(m_link, &QPushButton::clicked, this, [this] { Q_EMIT linkActivated(m_address); });
    connect(countries, &QComboBox::currentIndexChanged, this, [this, countries] {
        const Authority *found = findAuthority(countries->currentData().toString());
        m_authority->setText(found ? QString::fromUtf8(found->name) : QString());
        m_address = found ? QString::fromLatin1(found->address) : QString();
        setPlainToolTip(m_link, m_address);
    });
    content()->addWidget(card);
    for (const RightsKind kind : {RightsKind::Complaint, RightsKind::Feedback}) {
        QVBoxLayout *inner = nullptr;
        QFrame *form = makeCard(inner);
        inner->addWidget(makeText(kind == RightsKind::Complaint
                                      ? tr("Complain to your organisation")
                                      : tr("What do you think of the policy and this page?"),
                                  Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
        auto *text = new QPlainTextEdit;
        text->setObjectName(kind == RightsKind::Complaint ? u"complaintText"_s : u"feedbackText"_s);
        text->setAccessibleName(kind == RightsKind::Complaint ? tr("Your complaint") : tr("Your feedback"));
        text->setTabChangesFocus(true);
        text->setFixedHeight(84);
        inner->addWidget(text);
        auto *send = makeButton(tr("Send"), u"primary"_s);
        send->setObjectName(kind == RightsKind::Complaint ? u"sendComplaint"_s : u"sendFeedback"_s);
        send->setFocusPolicy(Qt::StrongFocus);
        send->setEnabled(false);
        connect(text, &QPlainTextEdit::textChanged, send, [text, send] {
            const qsizetype size = text->toPlainText().trimmed().size();
            send->setEnabled(size > 0 && size <= Limit::RequestText);
        });
        connect(send, &QPushButton::clicked, this, [this, text, kind] {
            m_model.request(kind, text->toPlainText());
            text->clear();
            setTextOrHide(m_said,
                          kind == RightsKind::Complaint ? tr(
                              "Your complaint is among your requests, with the day it has to be answered by.")
                                                        : tr("Thank you. It is among your requests."));
        });
        inner->addWidget(send, 0, Qt::AlignTrailing);
        content()->addWidget(form);
    }
    QVBoxLayout *young = nullptr;
    QFrame *report = makeCard(young);
    young->addWidget(
        makeText(tr("Somebody here is too young"), Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
    young->addWidget(m_age);
    auto *child = new QLineEdit;
    child->setObjectName(u"childName"_s);
    child->setAccessibleName(tr("Short name of the person"));
    child->setPlaceholderText(tr("Short name of the person"));
    child->setMaxLength(40);
    auto *tell = makeButton(tr("Report"));
    tell->setObjectName(u"reportChild"_s);
    tell->setFocusPolicy(Qt::StrongFocus);
    tell->setEnabled(false);
    connect(child, &QLineEdit::textChanged, tell,
            [tell](const QString &text) { tell->setEnabled(!text.trimmed().isEmpty()); });
    connect(tell, &QPushButton::clicked, this, [this, child] {
        m_model.request(RightsKind::Complaint,
                        tr("This person seems to be too young: %1").arg(child->text().trimmed()),
                        RestrictionGround::None, u"child"_s);
        child->clear();
        setTextOrHide(
            m_said,
            tr("Your report is among your requests. The privacy contact checks it and deletes the account if it is so."));
    });
    auto *line = new QHBoxLayout;
    line->addWidget(child, 1);
    line->addWidget(tell);
    young->addLayout(line);
    content()->addWidget(report);
    content()->addWidget(m_said);
    m_said->hide();
    connect(&model, &PrivacyModel::changed, this, &ComplaintPage::refresh);
    refresh();
}

void ComplaintPage::refresh()
{
    m_age->setText(tr(
        "This workspace is for people from %n year(s) on. The privacy contact checks a report and deletes the account if it is right.",
        nullptr, m_model.rows().rules ? m_model.rows().rules->minimumAge : 16));
    auto *countries = findChild<QComboBox *>(u"country"_s);
    const QString country = m_model.rows().rules ? m_model.rows().rules->authorityCountry : QString();
    if (!m_address.isEmpty() && (country.isEmpty() || countries->property("preset").toString() == country))
        return; // The person chose another one.
    countries->setProperty("preset", country);
    const int preset =
        countries->findData(country.isEmpty() ? QLocale::territoryToCode(QLocale().territory()) : country);
    countries->setCurrentIndex(-1);
    countries->setCurrentIndex(std::max(0, preset));
}

} // namespace ChatOps
