// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "core/viewerzone.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

/// The coloured dot; its meaning stands beside it in words.
class StatusLine::Dot final : public QWidget {
public:
    explicit Dot(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(8, 8);
    }
    QColor color;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(rect());
    }
};

/// A sentence in the room that is left. All of it is read out with the state, and stands in the tip.
class StatusLine::Reason final : public QLabel {
public:
    explicit Reason(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        setObjectName(u"linkReason"_s);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), int(Qt::AlignVCenter | Qt::AlignLeading),
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_dot(new Dot(this))
    , m_state(makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, this))
    , m_reason(new Reason(this))
    , m_changes(makeButton({}, u"status"_s, this))
    , m_action(makeButton({}, u"link"_s, this))
    , m_store(makeButton({}, u"status"_s, this))
{
    setObjectName(u"status"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_state->setObjectName(u"linkState"_s);
    m_changes->setObjectName(u"waitingChanges"_s);
    m_action->setObjectName(u"linkAction"_s);
    m_store->setObjectName(u"storeState"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 2, 14, 2);
    layout->setSpacing(8);
    layout->addWidget(m_dot);
    layout->addWidget(m_state);
    layout->addSpacing(8);
    layout->addWidget(m_changes);
    layout->addWidget(m_action);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_store);
    connect(m_changes, &QPushButton::clicked, this, &StatusLine::changesRequested);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_link.state == LinkStatus::State::SignedOut)
            Q_EMIT signInRequested();
        else
            Q_EMIT retryRequested();
    });
    connect(m_store, &QPushButton::clicked, this, &StatusLine::storeRequested);
    const auto fonts = [this] {
        setMinimumHeight(Theme::instance().px(Metric::StatusHeight));
        m_reason->setFont(Theme::instance().font(Theme::Type::Small));
        setTone(m_reason, Tone::Third);
        for (QPushButton *button : {m_changes, m_action, m_store})
            button->setFont(Theme::instance().font(Theme::Type::Small));
        refresh();
    };
    connect(&Theme::instance(), &Theme::changed, this, fonts);
    fonts();
}

void StatusLine::setLink(const LinkStatus &status)
{
    if (status.state != LinkStatus::State::Syncing)
        m_percent = -1;
    m_link = status;
    refresh();
}

void StatusLine::setWaiting(int waiting, int refused)
{
    m_waiting = waiting;
    m_refused = refused;
    refresh();
}

void StatusLine::setSnapshotProgress(qint64 lines, qint64 about)
{
    m_percent = about > 0 ? int(std::min<qint64>(99, lines * 100 / about)) : -1;
    refresh();
}

void StatusLine::setStore(const QString &cipher, bool onDisk, const QString &keyPlace)
{
    const bool open = onDisk && cipher.isEmpty();
    m_store->setText(open         ? tr("Not encrypted")
                         : onDisk ? tr("Encrypted on this computer")
                                  : tr("Nothing stored on this computer"));
    setPlainToolTip(m_store,
                    onDisk ? tr("%1, key in %2").arg(cipher, keyPlace)
                           : tr("Messages are kept in memory until the program ends."));
    m_store->setIcon(icon(open ? u"unlock"_s : u"lock"_s, open ? colors().danger : QColor()));
    setTone(m_store, open ? Tone::Danger : Tone::Ink);
    m_store->setFont(Theme::instance().font(Theme::Type::Small)); // Not the sheet's weight for danger.
    m_store->setAccessibleName(m_store->text());
}

void StatusLine::refresh()
{
    QString state;
    QColor color = colors().warning;
    QString action;
    switch (m_link.state) {
    case LinkStatus::State::Online:
        state = tr("Synced");
        color = colors().ok;
        break;
    case LinkStatus::State::Syncing: {
        const int percent = m_percent >= 0 ? m_percent : m_link.progress;
        state = percent >= 0 ? tr("Syncing, %1 %").arg(percent) : tr("Syncing");
        color = colors().accent;
        break;
    }
    case LinkStatus::State::Connecting:
    case LinkStatus::State::Offline: {
        const QDateTime since = inViewerZone(m_link.since);
        const bool fresh = m_link.state == LinkStatus::State::Connecting && m_link.reason.isEmpty();
        const QString when = since.date() == viewerToday()
            ? QLocale().toString(since.time(), QLocale::ShortFormat)
            : QLocale().toString(since, QLocale::ShortFormat);
        state = fresh ? tr("Connecting") : tr("Offline since %1").arg(when);
        action = fresh ? QString() : tr("Retry now");
        break;
    }
    case LinkStatus::State::SignedOut:
        state = tr("Signed out");
        color = colors().danger;
        action = tr("Sign in again");
        break;
    case LinkStatus::State::Refused:
        state = m_link.reason;
        color = colors().danger;
        break;
    case LinkStatus::State::Stopped:
        state = tr("Not connected");
        break;
    }
    m_state->setText(state);
    setPlainToolTip(m_state, m_link.reason);
    m_reason->setText(m_link.state == LinkStatus::State::Refused ? QString() : m_link.reason);
    setPlainToolTip(m_reason, m_link.reason);
    m_state->setAccessibleName(m_link.reason.isEmpty() ? state : state + u". "_s + m_link.reason);
    m_dot->color = color;
    m_dot->update();
    QString changes = m_link.state == LinkStatus::State::Online ? tr("All changes saved on the server")
                                                                : tr("No changes waiting");
    if (m_waiting > 0)
        changes = tr("%n change(s) waiting to be sent", nullptr, m_waiting);
    if (m_refused > 0)
        changes = (m_waiting > 0 ? changes + u", "_s : QString()) + tr("%n refused", nullptr, m_refused);
    m_changes->setText(changes);
    m_changes->setAccessibleName(changes);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
}

QString StatusLine::text() const
{
    return m_state->text() + u" | "_s + m_changes->text();
}

} // namespace ChatOps
