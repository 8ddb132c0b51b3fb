// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rail.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

RailButton::RailButton(QString iconName, const QString &label, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(std::move(iconName))
    , m_label(label)
{
    setCheckable(true);
    setFixedSize(40, 40);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(label);
    setPlainToolTip(this, label);
    setAttribute(Qt::WA_Hover);
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? m_label + u", "_s + tr("%n new", nullptr, count) : m_label);
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, isChecked() ? 33 : 16));
        painter.drawRoundedRect(rect(), Metric::RadiusLarge, Metric::RadiusLarge);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors().railOn, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metric::RadiusLarge,
                                Metric::RadiusLarge);
    }
    paintIcon(painter, m_icon, QRectF(10, 10, 20, 20), isChecked() ? colors().railOn : colors().railInk);
    if (m_badge > 0) {
        // The rail keeps its size, so its badges do.
        QFont small = Theme::instance().font(Theme::Type::Tiny, QFont::DemiBold);
        small.setPixelSize(std::min(small.pixelSize(), 12));
        painter.setFont(small);
        const QString text = m_badge > 99 ? u"99+"_s : QLocale().toString(m_badge);
        const int height = QFontMetrics(painter.font()).height() + 2;
        const int width = std::max(height, QFontMetrics(painter.font()).horizontalAdvance(text) + 9);
        const QRect badge(40 - width, 0, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().badge);
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setPen(Qt::white);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
}

/// The workspace's square and the person's circle.
class Rail::InitialsButton final : public QAbstractButton {
public:
    InitialsButton(bool round, QWidget *parent)
        : QAbstractButton(parent)
        , m_round(round)
    {
        setFixedSize(40, 40);
        setFocusPolicy(Qt::TabFocus);
    }
    void setPicture(const QImage &picture)
    {
        m_picture = picture;
        update();
    }
    void setName(const QString &name)
    {
        setText(name);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF inside(4, 4, 32, 32);
        if (m_round) {
            paintAvatar(painter, text(), inside, m_picture);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0x4b, 0x6f, 0xff));
            painter.drawRoundedRect(inside, 9, 9);
            painter.setPen(Qt::white);
            painter.setFont(Theme::instance().font(Theme::Type::Base, QFont::Bold));
            painter.drawText(inside, Qt::AlignCenter, initials(text()).left(1));
        }
        if (hasFocus()) {
            painter.setPen(QPen(colors().railOn, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metric::RadiusLarge,
                                    Metric::RadiusLarge);
        }
    }

private:
    bool m_round;
    QImage m_picture;
};

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_workspace(new InitialsButton(false, this))
    , m_you(new InitialsButton(true, this))
{
    setFixedWidth(Metric::RailWidth);
    setAccessibleName(tr("Panes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_workspace);
    layout->addSpacing(8);
    const auto add = [&](const QString &iconName, const QString &label, PaneId pane, const QString &key) {
        auto *button = new RailButton(iconName, label, this);
        setPlainToolTip(button, label + u" ("_s + key + u')');
        m_panes.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, pane] { Q_EMIT paneRequested(pane); });
        return button;
    };
    layout->addWidget(add(u"channels"_s, tr("Channels"), PaneId::Channels, u"Ctrl+1"_s));
    layout->addWidget(add(u"tasks"_s, tr("Tasks"), PaneId::Tasks, u"Ctrl+2"_s));
    layout->addWidget(add(u"events"_s, tr("Events"), PaneId::Events, u"Ctrl+3"_s));
    layout->addStretch();
    layout->addWidget(add(u"shield"_s, tr("Privacy"), PaneId::Privacy, u"Ctrl+4"_s));
    auto *settings = new RailButton(u"gear"_s, tr("Settings"), this);
    settings->setCheckable(false);
    setPlainToolTip(settings, tr("Settings") + u" (Ctrl+,)"_s);
    connect(settings, &QAbstractButton::clicked, this, &Rail::settingsRequested);
    layout->addWidget(settings);
    layout->addWidget(m_you);
    for (InitialsButton *button : {m_workspace, m_you})
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            Q_EMIT accountsRequested(button->mapToGlobal(QPoint(button->width() + 4, 0)));
        });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rail::setPicture(const QImage &picture)
{
    m_you->setPicture(picture);
}

void Rail::setPerson(const QString &name, const QString &workspace)
{
    m_you->setName(name);
    m_you->setAccessibleName(tr("Account of %1").arg(name));
    setPlainToolTip(m_you, name);
    m_workspace->setName(workspace);
    m_workspace->setAccessibleName(tr("Workspace %1, switch account").arg(workspace));
    setPlainToolTip(m_workspace, workspace);
}

void Rail::setCurrent(PaneId pane)
{
    for (int i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setChecked(i == int(pane));
}

void Rail::setBadge(PaneId pane, int count)
{
    m_panes[int(pane)]->setBadge(count);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().rail);
}

} // namespace ChatOps
