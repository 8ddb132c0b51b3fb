// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacyjson.h"
#include "pack/textformats.h"
#include "server/hub/authenticator.h"
#include "server/hub/executor.h"
#include "server/hub/privacydesk.h"
#include "server/net/api.h"

#include <QTimeZone>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

// Requests about one's data without the program: a page of this server for any browser. Who
// asks proves who they are with name and password, and with nothing else.

namespace ChatOps::Server {
namespace {

struct Choice {
    RightsKind kind;
    RestrictionGround ground;
    const char *title;
};
constexpr std::array choices{
    Choice{RightsKind::Access, RestrictionGround::None, "See what is held about me"},
    Choice{RightsKind::Rectification, RestrictionGround::None, "Correct something"},
    Choice{RightsKind::Erasure, RestrictionGround::None, "Delete something"},
    Choice{RightsKind::Restriction, RestrictionGround::Inaccurate,
           "Restrict the use: the data is not right, and it takes time to check"},
    Choice{RightsKind::Restriction, RestrictionGround::Unlawful,
           "Restrict the use: it is not lawful, but I do not want the data deleted"},
    Choice{RightsKind::Restriction, RestrictionGround::NeededForClaims,
           "Restrict the use: I need the data for a legal claim"},
    Choice{RightsKind::Restriction, RestrictionGround::ObjectionPending,
           "Restrict the use: I have objected, and it is not decided yet"},
    Choice{RightsKind::Objection, RestrictionGround::None, "Object to a use"},
    Choice{RightsKind::Portability, RestrictionGround::None, "Take my data along"},
    Choice{RightsKind::Complaint, RestrictionGround::None, "Complain"},
    Choice{RightsKind::Other, RestrictionGround::None, "Something else"},
};
/// In the place of a choice: only look.
constexpr int looking = -1;

QHash<QString, QString> fieldsOf(const QByteArray &body)
{
    // application/x-www-form-urlencoded: a plus is a space (HTML, URL Standard section 5.1).
    const QUrlQuery query(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
    QHash<QString, QString> fields;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        fields.insert(name, value);
    return fields;
}

QByteArray option(int value, const char *title)
{
    return "<option value=\"" + QByteArray::number(value) + "\">" + htmlText(QString::fromUtf8(title))
        + "</option>";
}

QByteArray problemPage(const QString &sentence)
{
    return htmlBegin(u"Requests about your data"_s) + "<p>" + htmlText(sentence)
        + "</p><p><a href=\"privacy\">Back to the form</a></p>" + htmlEnd();
}

QByteArray rowOf(const RightsRequest &request, const QByteArray &zone)
{
    const auto day = [&zone](Millis at) {
        return at ? QDateTime::fromMSecsSinceEpoch(at, QTimeZone(zone)).date().toString(Qt::ISODate)
                  : QString();
    };
    QString state = QString(nameOf(request.state));
    if (request.isOpen() && request.dueAt > 0)
        state += u", to be answered by "_s + day(request.dueAt - 1);
    QByteArray row = "<tr><td>" + htmlText(requestNumber(request.id)) + "</td><td>"
        + htmlText(QString(nameOf(request.kind))) + "</td><td>" + htmlText(day(request.receivedAt))
        + "</td><td>" + htmlText(state);
    for (const QString &text : {request.reason, request.outcome}) {
        if (!text.isEmpty())
            row += "<br>" + htmlText(text);
    }
    for (const RightsRequest::Entry &entry : request.entries)
        row += "<br>" + QByteArray(entry.byController ? "Privacy contact: " : "You: ") + htmlText(entry.text);
    return row + "</td></tr>";
}

} // namespace

void Api::requestForm(HttpConnection *request, const SessionRow &)
{
    const Result<QList<Workspace::Summary>> all = Workspace::all(m_hub.db());
    if (!all) {
        answerProblem(request, all.error());
        return;
    }
    QByteArray html = htmlBegin(u"Requests about your data"_s)
        + "<p>Ask the organisation about your data without the program. It answers within one month, free of "
          "charge. You show who you are by name and password; no document is asked for.</p>"
          "<form method=\"post\" action=\"privacy\">";
    // With one workspace there is nothing to choose; with several nobody is told which there are.
    if (all->size() > 1)
        html += "<p><label>Workspace<br><input name=\"workspace\" required></label></p>";
    html +=
        "<p><label>Short name<br><input name=\"name\" autocomplete=\"username\" required></label></p>"
        "<p><label>Password<br><input name=\"password\" type=\"password\" autocomplete=\"current-password\" "
        "required></label></p><p><label>I want to<br><select name=\"choice\">";
    for (size_t i = 0; i < choices.size(); ++i)
        html += option(int(i), choices[i].title);
    html += option(looking, "Only see how far my requests are")
        + "</select></label></p><p><label>In your words<br><textarea name=\"text\" rows=\"6\" cols=\"60\" "
          "maxlength=\""
        + QByteArray::number(Limit::RequestText)
        + "\"></textarea></label></p><p><button>Send</button></p></form>" + htmlEnd();
    request->answer(200, html, "text/html; charset=utf-8");
}

void Api::takeForm(HttpConnection *request, const SessionRow &)
{
    const QHash<QString, QString> fields = fieldsOf(request->body());
    const QString handle = fields.value(u"name"_s).trimmed().toLower().left(80);
    const QString password = fields.value(u"password"_s);
    const QString text = fields.value(u"text"_s).trimmed();
    bool number = false;
    const int choice = fields.value(u"choice"_s).toInt(&number);
    const auto refuse = [request](int status, const QString &sentence) {
        request->answer(status, problemPage(sentence), "text/html; charset=utf-8");
    };
    if (!number || choice < looking || choice >= int(choices.size()) || handle.isEmpty() || password.isEmpty()
        || password.size() > MaxPassword || text.size() > Limit::RequestText) {
        refuse(400, u"Something is missing, or too long."_s);
        return;
    }
    if (const qint64 wait = m_hub.limiter().wait(handle, request->counted()); wait > 0) {
        refuse(429, u"Too many attempts. Wait a moment and try again."_s);
        return;
    }
    const Result<QList<Workspace::Summary>> all = Workspace::all(m_hub.db());
    WorkspaceId workspace;
    for (const Workspace::Summary &one : all.value_or(QList<Workspace::Summary>())) {
        if (all->size() == 1
            || one.name.compare(fields.value(u"workspace"_s).trimmed(), Qt::CaseInsensitive) == 0)
            workspace = one.id;
    }
    checkPassword(request, workspace, handle, password,
                  [this, workspace, choice, text](HttpConnection *waiting, PersonId person) {
                      if (person.isNull())
                          waiting->answer(401, problemPage(u"The name or the password is not right."_s),
                                          "text/html; charset=utf-8");
                      else
                          answerForm(waiting, workspace, person, choice, text);
                  });
}

void Api::answerForm(HttpConnection *request, WorkspaceId workspace, PersonId person, int choice,
                     const QString &text)
{
    Workspace place(m_hub.db(), workspace, m_hub.clock());
    PrivacyDesk desk(place);
    const Maybe<Person> who = readPerson(m_hub.db(), person);
    if (!who || !*who) {
        answerProblem(request, who ? Error{ErrorCode::NotFound, {}, {}} : who.error());
        return;
    }
    if (choice != looking) {
        QJsonObject data{{"kind"_L1, nameOf(choices[size_t(choice)].kind)},
                         {"ground"_L1, nameOf(choices[size_t(choice)].ground)}};
        if (!text.isEmpty())
            data.insert("text"_L1, text);
        const Result<Verdict> verdict = [&]() -> Result<Verdict> {
            Transaction transaction(m_hub.db());
            CHATOPS_TRY(transaction.begun());
            Executor executor(place, {person, (*who)->role, DeviceId::create(), u"web"_s});
            Result<Verdict> done =
                executor.execute(Operation::make(OperationKind::RequestCreate, makeUuidV7(), data));
            if (done)
                CHATOPS_TRY(transaction.commit());
            return done;
        }();
        if (!verdict) {
            answerProblem(request, verdict.error());
            return;
        }
        if (verdict->kind != Verdict::Kind::Ok) {
            request->answer(400, problemPage(verdict->message), "text/html; charset=utf-8");
            return;
        }
        m_hub.published(workspace);
    }
    const Result<QList<RightsRequest>> requests = desk.requests();
    const Result<WorkspaceRules> rules = desk.rules();
    if (!requests || !rules) {
        answerProblem(request, requests ? rules.error() : requests.error());
        return;
    }
    QByteArray html = htmlBegin(u"Your requests"_s);
    if (choice != looking)
        html += "<p>Your request has arrived.</p>";
    html += "<table><tr><th>Number</th><th>Kind</th><th>Received</th><th>State</th></tr>";
    for (const RightsRequest &one : *requests) {
        if (one.person == person)
            html += rowOf(one, rules->zone);
    }
    request->answer(200, html + "</table>" + htmlEnd(), "text/html; charset=utf-8");
}

} // namespace ChatOps::Server
