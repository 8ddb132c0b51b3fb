// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacypage.h"

#include "core/viewerzone.h"
#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int columnWidth = 720;
constexpr int sideMargin = 40;
constexpr int longestWord = 30; ///< Characters before a word may be broken.

} // namespace

PrivacyPage::PrivacyPage(const QString &title, const QString &intro, QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(title);
    // Its controls take the focus, and a page without any is scrolled by itself.
    setFocusPolicy(Qt::TabFocus);
    auto *page = new QWidget(this);
    page->setObjectName(u"page"_s);
    setWidget(page);
    page->installEventFilter(this);
    auto *outer = new QHBoxLayout(page);
    auto *column = new QWidget(page);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeText(title, Tone::Ink, Theme::Type::Huge, QFont::Bold));
    if (!intro.isEmpty())
        layout->addWidget(makeText(intro, Tone::Second, Theme::Type::Reading));
    m_content = new QVBoxLayout;
    m_content->setSpacing(12);
    layout->addLayout(m_content);
    layout->addStretch(1);
    outer->addWidget(column);
}

bool PrivacyPage::eventFilter(QObject *watched, QEvent *event)
{
    // A scroll area does not ask how high broken lines make its page (Qt 6.4), and would
    // squeeze them into less. Guarded by gui.TestPrivacyCentre.noTextIsCutOff.
    if (watched == widget() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        // Lines stay short enough to read; what is left over is margin, mirrored as the page is.
        const int rest = std::max(sideMargin, viewport()->width() - sideMargin - columnWidth);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        widget()->layout()->setContentsMargins(mirrored ? rest : sideMargin, 28, mirrored ? sideMargin : rest,
                                               28);
        const int needed = widget()->layout()->totalHeightForWidth(widget()->width());
        if (needed > 0 && needed != widget()->minimumHeight())
            widget()->setMinimumHeight(needed);
    }
    return QScrollArea::eventFilter(watched, event);
}

void PrivacyPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout()) {
            clearLayout(item->layout());
        }
        delete item;
    }
}

QFrame *makeCard(QVBoxLayout *&column, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setObjectName(u"card"_s);
    column = new QVBoxLayout(card);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    return card;
}

QString breakable(const QString &text)
{
    static const QRegularExpression run(u"(\\S{%1})(?=\\S)"_s.arg(longestWord));
    return QString(text).replace(run, u"\\1\u200b"_s);
}

QLabel *makeText(const QString &text, Tone tone, Theme::Type type, int weight)
{
    auto *label = makeLabel(breakable(text), type, weight, tone);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    return label;
}

void setTextOrHide(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QPushButton *makeLink(const QString &text, QWidget *parent)
{
    auto *button = makeButton(text, u"link"_s, parent);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QFrame *makeTable(const QStringList &heads, const QList<QStringList> &rows)
{
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < heads.size(); ++column)
        grid->addWidget(makeText(heads[column], Tone::Third, Theme::Type::Small, QFont::DemiBold), 0, column);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column].isEmpty())
                continue;
            auto *label = makeText(rows[row][column], column == 0 ? Tone::Ink : Tone::Second);
            grid->addWidget(label, row + 1, column, Qt::AlignTop);
        }
    }
    // The widest text gets what is left.
    const int columns = rows.isEmpty() ? int(heads.size()) : int(rows.first().size());
    for (int column = 0; column < columns; ++column) {
        qsizetype longest = 0;
        for (const QStringList &row : rows)
            longest = std::max(longest, row.value(column).size());
        grid->setColumnStretch(column, int(std::clamp<qsizetype>(longest, 4, 60)));
    }
    return card;
}

QString dayText(qint64 millis, const QByteArray &zone)
{
    if (!millis)
        return {};
    // Without the day of the week, which says nothing of a day long ago.
    static const QRegularExpression weekday(u"(^d{3,4}[^dMy]*)|([^dMy]*d{3,4}$)"_s);
    const QLocale locale;
    const QTimeZone where(zone);
    const QDateTime at =
        where.isValid() ? QDateTime::fromMSecsSinceEpoch(millis, where) : inViewerZone(millis);
    return locale.toString(at.date(), locale.dateFormat(QLocale::LongFormat).remove(weekday));
}

QString instantText(qint64 millis)
{
    return millis ? QLocale().toString(inViewerZone(millis), QLocale::ShortFormat) : QString();
}

Switch::Switch(const QString &name, QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize Switch::sizeHint() const
{
    // With room for the ring of the focus.
    return {Theme::instance().px(40) + 6, Theme::instance().px(22) + 6};
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(3, 3, -3, -3);
    const double radius = body.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(colors().focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius + 2, radius + 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? colors().line : isChecked() ? colors().accent : colors().ink3);
    painter.drawRoundedRect(body, radius, radius);
    const bool atEnd = isChecked() != (layoutDirection() == Qt::RightToLeft);
    const double knob = body.height() - 4;
    painter.setBrush(isChecked() ? colors().accentInk : colors().background);
    painter.drawEllipse(
        QRectF(atEnd ? body.right() - knob - 2 : body.left() + 2, body.top() + 2, knob, knob));
}

SwitchRow::SwitchRow(const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(makeText(text))
    , m_switch(new Switch(title, this))
    , m_fixed(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Third, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(24);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    auto *name = makeText(title, Tone::Ink, Theme::Type::Reading, QFont::DemiBold);
    words->addWidget(name);
    words->addWidget(m_text);
    m_text->setVisible(!text.isEmpty());
    row->addLayout(words, 1);
    row->addWidget(m_fixed);
    row->addWidget(m_switch);
    m_fixed->hide();
    m_switch->setAccessibleDescription(text);
}

void SwitchRow::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_switch->setAccessibleDescription(text);
}

void SwitchRow::setFixed(const QString &state)
{
    m_fixed->setText(state);
    m_fixed->setVisible(!state.isEmpty());
    m_switch->setVisible(state.isEmpty());
}

} // namespace ChatOps
