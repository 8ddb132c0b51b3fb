// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QThreadPool>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString styleSheetFor(const Palette &c)
{
    QString sheet = uR"(
* { outline: none; }
QWidget#pane, QStackedWidget, QSplitter { background: @background; }
QWidget#sidebar { background: @surface; border: none; border-right: 1px solid @line; }
QWidget#detail { background: @background; border: none; border-left: 1px solid @line; }
QWidget#board, QWidget#week { background: @surface; }
QWidget#header { background: @background; border: none; border-bottom: 1px solid @line; }
QSplitter::handle { background: transparent; width: 1px; }
QToolTip { background: @raised; color: @ink; border: 1px solid @line; padding: 4px 8px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit, QSpinBox, QDateEdit, QTimeEdit {
  background: @raised; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 6px 8px;
  selection-background-color: @accent; selection-color: @accentInk; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QSpinBox:focus { border: 2px solid @focus; padding: 5px 7px; }
QLineEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled { color: @ink3; background: @surface; }
QComboBox::drop-down, QDateTimeEdit::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/choose.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @raised; color: @ink; border: 1px solid @line; selection-background-color: @selection; selection-color: @selectionInk; }
QPushButton { background: @raised; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 6px 14px; font-weight: 600; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border: 2px solid @focus; padding: 5px 13px; }
QPushButton:disabled { color: @ink3; }
QPushButton:checked { background: @selection; color: @selectionInk; border-color: @selection; }
QPushButton[role="primary"] { background: @accent; color: @accentInk; border-color: @accent; }
QPushButton[role="primary"]:hover { background: @accentHover; }
QPushButton[role="primary"]:focus { border: 2px solid @ink; }
QPushButton[role="primary"]:disabled { background: @hover; color: @ink3; border-color: @line; }
QPushButton[role="danger"] { color: @danger; border-color: @danger; background: transparent; }
QPushButton[role="danger"]:hover { background: @dangerBackground; }
QPushButton[role="danger"]:disabled { color: @ink3; border-color: @line; }
QPushButton[role="link"] { background: transparent; border: none; color: @accent; padding: 0 2px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid @focus; border-radius: 4px; }
QPushButton[role="status"] { background: transparent; border: none; color: @ink3; font-weight: 400; padding: 0 4px; }
QPushButton[role="status"]:hover { text-decoration: underline; }
QPushButton[role="status"]:focus { border: 1px solid @focus; border-radius: 4px; }
QPushButton[role="status"][tone="danger"] { color: @danger; font-weight: 600; }
QPushButton[role="find"] { background: @background; color: @ink3; font-weight: 400; text-align: left; padding: 0 10px; }
QPushButton[role="find"]:focus { border: 2px solid @focus; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 2px; color: @ink2; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border-color: @focus; }
QToolButton:checked { background: @selection; }
QToolButton::menu-indicator { image: none; }
QFrame#card { background: @raised; border: 1px solid @line; border-radius: 8px; }
QFrame#composer { background: @raised; border: 1px solid @line; border-radius: 10px; }
QFrame#composer[focused="true"] { border: 2px solid @focus; }
QFrame#composer QTextEdit { border: none; background: transparent; padding: 4px; }
QFrame#notice { background: @warningBackground; border: none; border-radius: 8px; }
QFrame#notice QLabel, QFrame#standingBand QLabel { color: @warning; }
QFrame#standingBand { background: @warningBackground; border: none; border-bottom: 1px solid @line; border-radius: 0; }
QFrame#problem { background: @dangerBackground; border: none; border-radius: 8px; }
QFrame#problem QLabel { color: @danger; }
QFrame#announcement[grave="true"] { background: @dangerBackground; border-bottom: 1px solid @danger; }
QFrame#announcement[grave="true"] QLabel { color: @danger; }
QFrame#announcement, QFrame#consentQuestion { background: @surface; border: none; border-bottom: 1px solid @line; border-radius: 0; }
QFrame#actions { background: @raised; border: 1px solid @line; border-radius: 8px; }
QFrame#line { background: @line; border: none; }
QLabel { color: @ink; background: transparent; }
QLabel[tone="2"] { color: @ink2; } QLabel[tone="3"] { color: @ink3; }
QLabel[tone="danger"] { color: @danger; } QLabel[tone="ok"] { color: @ok; } QLabel[tone="warning"] { color: @warning; }
QAbstractItemView { background: transparent; border: none; color: @ink; selection-background-color: @selection; selection-color: @selectionInk; }
QListView::item { padding: 6px 8px; border: none; border-radius: 6px; } QListView::item:selected { background: @selection; color: @selectionInk; } QListView::item:hover:!selected { background: @hover; }
QTreeView::item { padding: 6px 4px; border: none; } QTreeView::item:selected { background: @selection; color: @selectionInk; }
QTreeView::item:hover:!selected { background: @hover; }
QTreeView#taskList::item:first { padding-left: 20px; } QTreeView#taskList QHeaderView::section:first { padding-left: 20px; }
QHeaderView { background: @background; } QHeaderView::section { background: @background; color: @ink3; border: none; border-bottom: 1px solid @line; padding: 6px 4px; font-weight: 600; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; } QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; } QScrollBar::handle:hover { background: @ink3; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @raised; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; } QMenu::item:selected { background: @selection; color: @selectionInk; } QMenu::item:disabled { color: @ink3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QDialog, QMainWindow { background: @background; }
QCheckBox, QRadioButton { color: @ink; spacing: 8px; }
QCheckBox::indicator, QTreeView::indicator { width: 16px; height: 16px; border: 1px solid @ink3; border-radius: 4px; background: @raised; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/@checkMark.svg); }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @ink3; border-radius: 9px; background: @raised; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid @accent; background: @accentInk; }
QCheckBox::indicator:disabled { border-color: @line; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @focus; border-radius: 4px; }
QProgressBar { background: @line; border: none; border-radius: 3px; max-height: 6px; } QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollArea, QScrollArea > QWidget > QWidget#page { background: @background; border: none; }
QScrollArea#sidebarScroll, QScrollArea#sidebarScroll > QWidget > QWidget#sidebarPage { background: transparent; }
QWidget#status { background: @surface; border: none; border-top: 1px solid @line; }
)"_s;
    const QList<std::pair<QString, QColor>> tokens{{u"@background"_s, c.background},
                                                   {u"@surface"_s, c.surface},
                                                   {u"@raised"_s, c.raised},
                                                   {u"@line"_s, c.line},
                                                   {u"@selectionInk"_s, c.selectionInk},
                                                   {u"@selection"_s, c.selection},
                                                   {u"@accentInk"_s, c.accentInk},
                                                   {u"@accentHover"_s, c.accent.darker(112)},
                                                   {u"@accent"_s, c.accent},
                                                   {u"@dangerBackground"_s, c.dangerBackground},
                                                   {u"@danger"_s, c.danger},
                                                   {u"@warningBackground"_s, c.warningBackground},
                                                   {u"@warning"_s, c.warning},
                                                   {u"@ok"_s, c.ok},
                                                   {u"@hover"_s, c.hover},
                                                   {u"@focus"_s, c.focus},
                                                   {u"@ink2"_s, c.ink2},
                                                   {u"@ink3"_s, c.ink3},
                                                   {u"@ink"_s, c.ink}};
    sheet.replace(u"@checkMark"_s, c.accentInk.lightness() > 128 ? u"checked-light"_s : u"checked-dark"_s);
    for (const auto &[name, color] : tokens)
        sheet.replace(name, color.name());
    return sheet;
}

QPalette qtPalette(const Palette &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.background);
    p.setColor(QPalette::WindowText, c.ink);
    p.setColor(QPalette::Base, c.background);
    p.setColor(QPalette::AlternateBase, c.surface);
    p.setColor(QPalette::Text, c.ink);
    p.setColor(QPalette::PlaceholderText, c.ink3);
    p.setColor(QPalette::Button, c.raised);
    p.setColor(QPalette::ButtonText, c.ink);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.accentInk);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.ink);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::Disabled, QPalette::Text, c.ink3);
    p.setColor(QPalette::Disabled, QPalette::ButtonText, c.ink3);
    return p;
}

} // namespace

const Palette &colors()
{
    return Theme::instance().colors();
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto channel = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
            + 0.0722 * channel(color.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Palette Theme::light()
{
    return {u"#ffffff"_s, u"#f6f7f9"_s, u"#ffffff"_s, u"#1d2230"_s, u"#aeb6c8"_s, u"#ffffff"_s,
            u"#1a1f2b"_s, u"#525b6e"_s, u"#656e81"_s, u"#e3e6ec"_s, u"#eef0f4"_s, u"#e3ebff"_s,
            u"#1d3fb0"_s, u"#2f5bea"_s, u"#ffffff"_s, u"#c62f3b"_s, u"#fdeced"_s, u"#177244"_s,
            u"#e6f5ec"_s, u"#855600"_s, u"#fff4db"_s, u"#fff6d6"_s, u"#d92d4a"_s, u"#2f5bea"_s};
}

Palette Theme::dark()
{
    return {u"#171a21"_s, u"#1e222b"_s, u"#232833"_s, u"#0f1218"_s, u"#8b94a7"_s, u"#ffffff"_s,
            u"#e8ebf2"_s, u"#aeb6c6"_s, u"#98a1b3"_s, u"#2c323e"_s, u"#262c38"_s, u"#26365f"_s,
            u"#c6d5ff"_s, u"#6c8cff"_s, u"#0d1530"_s, u"#ff7a85"_s, u"#3a2024"_s, u"#5fd39a"_s,
            u"#17332a"_s, u"#ffcf70"_s, u"#382e17"_s, u"#37321f"_s, u"#d13d56"_s, u"#8aa4ff"_s};
}

Palette Theme::contrast(bool dark)
{
    if (dark) {
        return {u"#000000"_s, u"#000000"_s, u"#000000"_s, u"#000000"_s, u"#ffffff"_s, u"#ffff00"_s,
                u"#ffffff"_s, u"#ffffff"_s, u"#e6e6e6"_s, u"#ffffff"_s, u"#2b2b2b"_s, u"#003f8a"_s,
                u"#ffffff"_s, u"#7fc8ff"_s, u"#000000"_s, u"#ff9a9a"_s, u"#3a0000"_s, u"#8cffb0"_s,
                u"#00290f"_s, u"#ffe14d"_s, u"#332b00"_s, u"#332b00"_s, u"#b00020"_s, u"#ffff00"_s};
    }
    return {u"#ffffff"_s, u"#ffffff"_s, u"#ffffff"_s, u"#000000"_s, u"#ffffff"_s, u"#ffff00"_s,
            u"#000000"_s, u"#000000"_s, u"#262626"_s, u"#000000"_s, u"#e6e6e6"_s, u"#cfe0ff"_s,
            u"#00206b"_s, u"#0034b8"_s, u"#ffffff"_s, u"#a00010"_s, u"#ffe6e6"_s, u"#005a2b"_s,
            u"#dff5e6"_s, u"#5c3b00"_s, u"#fff0c2"_s, u"#fff0c2"_s, u"#b00020"_s, u"#000000"_s};
}

Theme &Theme::instance()
{
    static auto *theme = new Theme; // Lives as long as the application object it is a child of.
    return *theme;
}

Theme::Theme()
    : QObject(qApp)
    , m_systemFont(QApplication::font())
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    qApp->installEventFilter(this);
    apply();
}

bool Theme::systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    // The platform's own palette, not ours.
    const QPalette system = QApplication::style()->standardPalette();
    return system.color(QPalette::Window).lightness() < 128;
}

bool Theme::systemIsHighContrast()
{
    // The settings portal's "contrast" is passed on by desktops in this variable
    // where the platform theme does not know it.
    return qEnvironmentVariableIntValue("CHATOPS_HIGH_CONTRAST") == 1
        || qEnvironmentVariable("GTK_THEME").contains(u"HighContrast"_s);
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    apply();
}

void Theme::setScale(int percent)
{
    m_scale = std::clamp(percent, 80, 200);
    apply();
}

void Theme::apply()
{
    m_applying = true;
    const bool dark = m_mode == Mode::Dark || (m_mode != Mode::Light && systemIsDark());
    const bool high = m_mode == Mode::Contrast || (m_mode == Mode::System && systemIsHighContrast());
    m_dark = dark;
    m_palette = high ? contrast(dark) : dark ? Theme::dark() : light();
    QApplication::setPalette(qtPalette(m_palette));
    QApplication::setFont(font(Type::Base));
    qApp->setStyleSheet(styleSheetFor(m_palette));
    m_applying = false;
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange && m_mode == Mode::System && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

QFont Theme::font(Type type, int weight) const
{
    static constexpr std::array sizes{11.0, 12.0, 13.0, 14.0, 15.0, 17.0, 22.0, 12.5};
    QFont font = type == Type::Code ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : m_systemFont;
    font.setPixelSize(int(std::lround(sizes[size_t(type)] * m_scale / 100.0)));
    font.setWeight(QFont::Weight(weight));
    return font;
}

void Theme::findFonts() const
{
    // The list is one for all threads, under a lock; a thread without a window may use it.
    QThreadPool::globalInstance()->start(
        [font = font(Type::Base)] { (void)QFontMetrics(font).horizontalAdvance(u'x'); });
}

void Theme::warmUp() const
{
    for (const Type type : {Type::Small, Type::Base, Type::Reading, Type::Title}) {
        for (const int weight : {int(QFont::Normal), int(QFont::DemiBold)})
            (void)QFontMetrics(font(type, weight)).horizontalAdvance(u'x');
    }
    const QPushButton button;
    button.ensurePolished();
}

QColor Theme::avatarColor(const QString &name) const
{
    static const std::array<QColor, 6> six{QColor(0x44, 0x64, 0xd8), QColor(0xb3, 0x47, 0x6b),
                                           QColor(0x2c, 0x7d, 0x6d), QColor(0x8a, 0x5a, 0x1c),
                                           QColor(0x6a, 0x4f, 0xb3), QColor(0x2b, 0x7a, 0x9e)};
    return six[name.isEmpty() ? 0 : size_t(name.at(0).unicode() + name.size()) % six.size()];
}

} // namespace ChatOps
