// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacydoings.h"

#include "ui/announcementband.h"
#include "ui/privacyabout.h"
#include "ui/privacyexport.h"

#include <QJsonArray>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString doingText(const QString &what, const QString &detail)
{
    if (what == u"signed in")
        return ActivityPage::tr("Signed in on %1").arg(detail);
    if (what == u"export")
        return detail == u"access" ? ActivityPage::tr("Export of everything")
                                   : ActivityPage::tr("Export of what you provided");
    static const QHash<QString, const char *> puts{
        {u"message"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Message written, changed or reacted to")},
        {u"task"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Task made or changed")},
        {u"event"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Event made, changed or answered")},
        {u"channel"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Channel made or changed")},
        {u"member"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Membership of a channel changed")},
        {u"read"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Read marker moved")},
        {u"consent"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Privacy choice")},
        {u"request"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Request about your data")},
        {u"seen"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Notice read")},
        {u"profile"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Profile changed")},
        {u"preference"_s, QT_TRANSLATE_NOOP("ChatOps::ActivityPage", "Preference set")}};
    if (detail == u"delete")
        return ActivityPage::tr("Deleted: %1").arg(className(what));
    const char *text = puts.value(what);
    return text ? ActivityPage::tr(text) : what;
}

} // namespace

ActivityPage::ActivityPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(
        tr("What you did"),
        tr("What the server has recorded of your own doings, the newest first. It is read out of sessions, exports and the log that keeps your devices in step, and ends where they do; nothing is recorded for this page."),
        parent)
    , m_model(model)
    , m_list(new QVBoxLayout)
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
}

void ActivityPage::refresh()
{
    follow(m_model.account().backend->ask(AccountWish::ListActivity), this,
           [this, asked = ++m_asked](const Result<QJsonObject> &answer) {
               if (asked != m_asked)
                   return;
               if (answer) {
                   show(answer->value("entries"_L1).toArray());
                   return;
               }
               clearLayout(m_list);
               m_list->addWidget(makeText(tr("This is on the server. %1").arg(answer.error().message)));
           });
}

void ActivityPage::show(const QJsonArray &entries)
{
    clearLayout(m_list);
    QList<QStringList> rows;
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString text =
            doingText(entry.value("what"_L1).toString(), entry.value("detail"_L1).toString());
        // Many of one kind in a row are one line.
        if (!rows.isEmpty() && rows.last()[1] == text) {
            rows.last()[2] = QLocale().toString(QLocale().toInt(rows.last()[2]) + 1);
            continue;
        }
        rows.append({instantText(entry.value("at"_L1).toInteger()), text, QLocale().toString(1)});
    }
    m_list->addWidget(rows.isEmpty() ? static_cast<QWidget *>(makeText(tr("Nothing yet.")))
                                     : makeTable({tr("Last"), tr("What"), tr("How often")}, rows));
}

NoticesPage::NoticesPage(PrivacyModel &model, QWidget *parent)
    : PrivacyPage(tr("Notices"),
                  tr("What your organisation and whoever runs the server have told you, the newest first."),
                  parent)
    , m_model(model)
    , m_list(new QVBoxLayout)
{
    m_list->setSpacing(10);
    content()->addLayout(m_list);
    connect(&model, &PrivacyModel::changed, this, &PrivacyPage::refreshIfVisible);
}

void NoticesPage::refresh()
{
    clearLayout(m_list);
    const PrivacyRows &rows = m_model.rows();
    for (const Notice &notice : rows.notices) {
        QVBoxLayout *column = nullptr;
        QFrame *card = makeCard(column);
        const Millis read = rows.seen.value(notice.id);
        column->addWidget(makeText(noticeKindText(notice.kind),
                                   isGrave(notice.kind) ? Tone::Danger : Tone::Third, Theme::Type::Small,
                                   QFont::DemiBold));
        column->addWidget(makeText(notice.title, Tone::Ink, Theme::Type::Reading, QFont::DemiBold));
        if (!notice.text.isEmpty())
            column->addWidget(makeText(notice.text, Tone::Ink));
        column->addWidget(makeText(read ? tr("%1, read on %2").arg(dayText(notice.from), dayText(read))
                                        : tr("%1, not read yet").arg(dayText(notice.from)),
                                   Tone::Third, Theme::Type::Small));
        m_list->addWidget(card);
    }
    if (rows.notices.isEmpty())
        m_list->addWidget(makeText(tr("None so far."), Tone::Third));
}

SupportPage::SupportPage(PrivacyModel &model, std::function<QString()> facts, QWidget *parent)
    : PrivacyPage(
        tr("Report a problem"),
        tr("What goes to your organisation is exactly what stands here. Read it, and take out what you do not want to send."),
        parent)
    , m_model(model)
    , m_facts(std::move(facts))
    , m_words(new QPlainTextEdit)
    , m_bundle(new QPlainTextEdit)
    , m_said(makeText(QString(), Tone::Ok))
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(column);
    const auto add = [column](const QString &label, QPlainTextEdit *edit, const QString &name, int height) {
        auto *title = makeLabel(label, Theme::Type::Base, QFont::DemiBold);
        title->setBuddy(edit);
        column->addWidget(title);
        edit->setObjectName(name);
        edit->setAccessibleName(label);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(Theme::instance().px(height));
        column->addWidget(edit);
    };
    add(tr("What happened"), m_words, u"supportWords"_s, 90);
    add(tr("About the program and this computer"), m_bundle, u"supportBundle"_s, 220);
    auto *send = makeButton(tr("Send"), u"primary"_s);
    send->setObjectName(u"sendSupport"_s);
    send->setFocusPolicy(Qt::StrongFocus);
    send->setEnabled(false);
    column->addWidget(m_said);
    m_said->hide();
    column->addWidget(send, 0, Qt::AlignTrailing);
    connect(m_words, &QPlainTextEdit::textChanged, send,
            [this, send] { send->setEnabled(!m_words->toPlainText().trimmed().isEmpty()); });
    connect(send, &QPushButton::clicked, this, [this] {
        const QString text =
            (m_words->toPlainText().trimmed() + u"\n\n"_s + m_bundle->toPlainText()).trimmed();
        if (text.size() > Limit::RequestText) {
            setTone(m_said, Tone::Danger);
            setTextOrHide(
                m_said,
                tr("This is too long; %1 characters fit.").arg(QLocale().toString(Limit::RequestText)));
            return;
        }
        m_model.request(RightsKind::Feedback, text, RestrictionGround::None, u"support"_s);
        m_words->clear();
        setTone(m_said, Tone::Ok);
        setTextOrHide(m_said, tr("Thank you. It is among your requests."));
    });
    content()->addWidget(card);
}

void SupportPage::refresh()
{
    // What the person has changed stays.
    if (!m_bundle->document()->isModified())
        m_bundle->setPlainText(m_facts());
}

} // namespace ChatOps
