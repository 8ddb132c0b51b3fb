// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/announcementband.h"

#include "ui/privacypage.h"

#include <QDateTime>
#include <QDialog>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

QString noticeKindText(NoticeKind kind)
{
    switch (kind) {
    case NoticeKind::Service:
        return AnnouncementBand::tr("Service");
    case NoticeKind::Security:
        return AnnouncementBand::tr("Security");
    case NoticeKind::Maintenance:
        return AnnouncementBand::tr("Maintenance");
    case NoticeKind::Breach:
        return AnnouncementBand::tr("Your data may be affected");
    case NoticeKind::Ownership:
        return AnnouncementBand::tr("New owner");
    case NoticeKind::News:
        return AnnouncementBand::tr("Product news, as you chose");
    case NoticeKind::Tips:
        return AnnouncementBand::tr("Tip, as you chose");
    case NoticeKind::Events:
        return AnnouncementBand::tr("Event, as you chose");
    case NoticeKind::Survey:
        return AnnouncementBand::tr("Survey, as you chose");
    }
    return {};
}

bool isGrave(NoticeKind kind)
{
    return kind == NoticeKind::Breach || kind == NoticeKind::Security;
}

namespace {

/// What concerns people's safety comes before everything else.
int rank(NoticeKind kind)
{
    static constexpr std::array order{NoticeKind::Breach,      NoticeKind::Security, NoticeKind::Ownership,
                                      NoticeKind::Maintenance, NoticeKind::Service,  NoticeKind::News,
                                      NoticeKind::Tips,        NoticeKind::Events,   NoticeKind::Survey};
    return int(std::find(order.begin(), order.end(), kind) - order.begin());
}

MarketingTopic topicOf(NoticeKind kind)
{
    return MarketingTopic(int(kind) - int(NoticeKind::News));
}

} // namespace

AnnouncementBand::AnnouncementBand(PrivacyModel &model, ConsentGate &gate, UsageCounter &usage,
                                   QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_gate(gate)
    , m_usage(usage)
    , m_kind(makeLabel(QString(), Theme::Type::Small, QFont::DemiBold, Tone::Second, this))
    , m_title(makeText(QString(), Tone::Ink))
    , m_more(makeLink(tr("Read"), this))
    , m_unsubscribe(makeLink(tr("No more of these"), this))
    , m_close(makeToolButton(u"close"_s, tr("I have read it"), this))
    , m_clock(new QTimer(this))
{
    setObjectName(u"announcement"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 10, 6);
    layout->setSpacing(12);
    layout->addWidget(m_kind);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_more);
    layout->addWidget(m_unsubscribe);
    layout->addWidget(m_close);
    m_more->setObjectName(u"announcementRead"_s);
    m_unsubscribe->setObjectName(u"announcementUnsubscribe"_s);
    m_close->setObjectName(u"announcementClose"_s);
    connect(m_more, &QPushButton::clicked, this, &AnnouncementBand::openText);
    connect(m_close, &QToolButton::clicked, this, &AnnouncementBand::dismiss);
    connect(m_unsubscribe, &QPushButton::clicked, this, &AnnouncementBand::unsubscribe);
    connect(&model, &PrivacyModel::changed, this, &AnnouncementBand::refresh);
    connect(&gate, &ConsentGate::changed, this, &AnnouncementBand::refresh);
    connect(&gate, &ConsentGate::forbiddenChanged, this, &AnnouncementBand::refresh);
    // Notices begin and end by the clock.
    m_clock->setInterval(60'000);
    connect(m_clock, &QTimer::timeout, this, &AnnouncementBand::refresh);
    m_clock->start();
    hide();
    refresh();
}

void AnnouncementBand::refresh()
{
    QList<Notice> unread = m_model.unreadNotices(QDateTime::currentMSecsSinceEpoch());
    // What is not allowed any more is not shown, also offline and when it came before.
    unread.removeIf([this](const Notice &notice) {
        return isMarketing(notice.kind)
            && !m_gate.isAllowed(marketingPurpose(topicOf(notice.kind), MarketingChannel::App).name);
    });
    std::stable_sort(unread.begin(), unread.end(),
                     [](const Notice &a, const Notice &b) { return rank(a.kind) < rank(b.kind); });
    m_shown = unread.isEmpty() ? std::nullopt : std::optional(unread.first());
    setVisible(m_shown.has_value());
    if (!m_shown)
        return;
    if (property("grave").toBool() != isGrave(m_shown->kind)) {
        setProperty("grave", isGrave(m_shown->kind));
        polishAgain(this);
        polishAgain(m_kind);
    }
    m_kind->setText(noticeKindText(m_shown->kind));
    m_title->setText(m_shown->title);
    setAccessibleName(noticeKindText(m_shown->kind) + u": "_s + m_shown->title);
    m_more->setVisible(!m_shown->text.isEmpty());
    m_unsubscribe->setVisible(isMarketing(m_shown->kind));
    // One that has to be read cannot be put away unread.
    m_close->setVisible(m_shown->kind != NoticeKind::Breach || m_shown->text.isEmpty());
}

void AnnouncementBand::openText()
{
    if (!m_shown)
        return;
    const Notice notice = *m_shown;
    if (isMarketing(notice.kind))
        m_usage.count(u"announcement.opened"_s);
    // Labels of our own: a message box would take markup in the text for markup.
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(noticeKindText(notice.kind));
    dialog->resize(520, 0);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(
        makeText(noticeKindText(notice.kind), Tone::Third, Theme::Type::Small, QFont::DemiBold));
    layout->addWidget(makeText(notice.title, Tone::Ink, Theme::Type::Large, QFont::Bold));
    layout->addWidget(makeText(notice.text, Tone::Ink, Theme::Type::Reading));
    auto *close = makeButton(tr("Close"), u"primary"_s);
    layout->addWidget(close, 0, Qt::AlignTrailing);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::finished, this, [this, id = notice.id] { m_model.markRead(id); });
    dialog->open();
}

void AnnouncementBand::dismiss()
{
    if (m_shown)
        m_model.markRead(m_shown->id);
}

void AnnouncementBand::unsubscribe()
{
    if (!m_shown)
        return;
    const Notice notice = *m_shown;
    m_model.choose({&marketingPurpose(topicOf(notice.kind), MarketingChannel::App)}, false, u"link"_s);
    m_model.markRead(notice.id);
}

} // namespace ChatOps
