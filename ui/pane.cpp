// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pane.h"

#include "ui/theme.h"

namespace ChatOps {
namespace {

constexpr int leastMain = 320; ///< Widths, in pixels.
constexpr int leastDetail = 260;

} // namespace

Pane::Pane(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_sidebar(new Sidebar(this))
{
    setObjectName(QStringLiteral("pane"));
    setChildrenCollapsible(false);
    setHandleWidth(1);
    m_sidebar->setMinimumWidth(180);
    addWidget(m_sidebar);
    connect(m_sidebar, &Sidebar::findRequested, this, &Pane::findRequested);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (count() > 1 && m_scale != Theme::instance().scale())
            fitSidebar();
    });
    connect(m_sidebar, &Sidebar::addRequested, this, [this](const QPoint &at) { createNew(at); });
}

void Pane::setMain(QWidget *main)
{
    main->setMinimumWidth(leastMain);
    addWidget(main);
    setStretchFactor(1, 1);
    fitSidebar();
}

void Pane::fitSidebar()
{
    // Larger text needs a wider list, up to where the main area would suffer.
    m_scale = Theme::instance().scale();
    const int sidebarWidth = Metric::SidebarWidth * std::clamp(m_scale, 100, 150) / 100;
    m_sidebar->setMinimumWidth(m_scale > 100 ? sidebarWidth : 180);
    setSizes({sidebarWidth, std::max(leastMain, width() - sidebarWidth)});
}

void Pane::setDetail(QWidget *detail)
{
    m_detail = detail;
    detail->setObjectName(QStringLiteral("detail"));
    detail->setAttribute(Qt::WA_StyledBackground);
    detail->setMinimumWidth(leastDetail);
    addWidget(detail);
    setStretchFactor(2, 0);
    detail->hide();
}

void Pane::showDetail(bool shown)
{
    if (!m_detail || m_detail->isVisible() == shown)
        return;
    m_detail->setVisible(shown);
    makeRoom();
    if (shown)
        setSizes({sizes().value(0), std::max(leastMain, width() - sizes().value(0) - Metric::DetailWidth),
                  Metric::DetailWidth});
}

void Pane::makeRoom()
{
    // In a small window the three would lie upon each other; the list comes back with the room.
    const bool fits = width() >= m_sidebar->minimumWidth() + leastMain + leastDetail + 2 * handleWidth();
    m_sidebar->setVisible(fits || !m_detail || m_detail->isHidden());
}

void Pane::resizeEvent(QResizeEvent *event)
{
    makeRoom();
    QSplitter::resizeEvent(event);
}

void Pane::step(int, bool) { }

void Pane::escape()
{
    showDetail(false);
}

} // namespace ChatOps
