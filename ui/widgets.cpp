// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets.h"

#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <QComboBox>
#include <QKeySequence>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString toneName(Tone tone)
{
    static constexpr std::array tones{"", "2", "3", "danger", "ok", "warning"};
    return QString::fromLatin1(tones[size_t(tone)]);
}

} // namespace

void keepWithin(QAbstractItemView *list)
{
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideMiddle);
}

void polishAgain(QWidget *widget)
{
    const QFont font = widget->font();
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->setFont(font); // Polishing brings the first one back.
}

void setTone(QWidget *widget, Tone tone)
{
    widget->setProperty("tone", toneName(tone));
    polishAgain(widget);
}

QLabel *makeLabel(const QString &text, Theme::Type type, int weight, Tone tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", toneName(tone));
    const auto apply = [label, type, weight] { label->setFont(Theme::instance().font(type, weight)); };
    apply();
    QObject::connect(&Theme::instance(), &Theme::changed, label, apply);
    return label;
}

void followInTabOrder(const QWidget *before, const QWidget *panel)
{
    // In the order of the chain, which begins at the window; not in that of the tree.
    const auto fields = [window = before->window()](const QWidget *parent) {
        QList<QWidget *> all;
        for (QWidget *one = window->nextInFocusChain(); one != window; one = one->nextInFocusChain()) {
            if (parent->isAncestorOf(one) && (one->focusPolicy() & Qt::TabFocus))
                all.append(one);
        }
        return all;
    };
    const QList<QWidget *> chain = fields(before).last(1) + fields(panel);
    for (qsizetype i = 1; i < chain.size(); ++i)
        QWidget::setTabOrder(chain[i - 1], chain[i]);
}

QToolButton *makeToolButton(const QString &iconName, const QString &label, QWidget *parent,
                            const QString &shortcut)
{
    auto *button = new QToolButton(parent);
    bindIcon(button, iconName);
    const auto resize = [button] {
        const int size = Theme::instance().px(Metric::Icon);
        button->setIconSize({size, size});
        button->setFixedHeight(size + 12);
        if (button->toolButtonStyle() == Qt::ToolButtonIconOnly)
            button->setFixedWidth(size + 12);
    };
    QObject::connect(&Theme::instance(), &Theme::changed, button, resize);
    resize();
    button->setAccessibleName(label);
    setPlainToolTip(button, shortcut.isEmpty() ? label : label + u" ("_s + nativeKeys(shortcut) + u')');
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton *makeButton(const QString &text, const QString &role, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("role", role);
    button->setAutoDefault(false);
    return button;
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setObjectName(u"line"_s);
    line->setFixedHeight(1);
    return line;
}

PaneHeader::PaneHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(QString(), Theme::Type::Title, QFont::Bold, Tone::Ink, this))
    , m_subtitle(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Third, this))
    , m_iconSpace(new QWidget(this))
{
    setObjectName(u"header"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumHeight(Metric::HeaderHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(10);
    m_iconSpace->setFixedSize(Metric::Icon, Metric::Icon);
    m_iconSpace->hide();
    layout->addWidget(m_iconSpace);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle, 1);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void PaneHeader::setTitle(const QString &title, const QString &subtitle)
{
    m_titleText = title;
    m_subtitleText = subtitle;
    setPlainToolTip(m_title, title);
    setPlainToolTip(m_subtitle, subtitle);
    fit();
}

void PaneHeader::fit()
{
    // The title first, the subtitle in what is left; neither is cut without a sign.
    int room = width() - 40 - (m_icon.isEmpty() ? 0 : Metric::Icon + 10);
    for (const QWidget *tool : std::as_const(m_tools))
        room -= tool->isVisibleTo(this) ? tool->sizeHint().width() + 10 : 0;
    const QFontMetrics bold(m_title->font());
    const QString title = bold.elidedText(m_titleText, Qt::ElideRight, std::max(40, room));
    m_title->setText(title);
    const int left = room - bold.horizontalAdvance(title) - 14;
    m_subtitle->setText(
        left > 30 ? QFontMetrics(m_subtitle->font()).elidedText(m_subtitleText, Qt::ElideRight, left)
                  : QString());
}

void PaneHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PaneHeader::setIcon(const QString &iconName)
{
    m_icon = iconName;
    m_iconSpace->setVisible(!iconName.isEmpty());
    update();
}

void PaneHeader::addTool(QWidget *tool)
{
    static_cast<QHBoxLayout *>(layout())->addWidget(tool);
    m_tools.append(tool);
}

void PaneHeader::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_icon.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(painter, m_icon, m_iconSpace->geometry(), colors().ink);
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(QString(), Theme::Type::Title, QFont::DemiBold, Tone::Ink, this))
    , m_text(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Third, this))
    , m_action(makeButton({}, u"primary"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addSpacing(56);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addSpacing(8);
    layout->addWidget(m_action, 0, Qt::AlignCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::activated);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &text,
                            const QString &action)
{
    m_icon = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    update();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    // Longer lines are hard to read. By margins: a label with a place of its own would not be given the
    // height that its lines need.
    const int margin = std::max(12, (width() - Theme::instance().px(600)) / 2);
    layout()->setContentsMargins(margin, 12, margin, 12);
    QWidget::resizeEvent(event);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, m_icon, QRectF(width() / 2.0 - 20, m_title->geometry().top() - 52, 40, 40),
              colors().ink3);
}

NoticeBand::NoticeBand(QWidget *parent)
    : QFrame(parent)
    , m_text(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Ink, this))
    , m_link(makeButton(tr("Look at it"), u"link"_s, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    m_link->setObjectName(u"noticeOpen"_s);
    layout->addWidget(m_link);
    connect(m_link, &QPushButton::clicked, this, [this] {
        const auto open = std::exchange(m_open, {}); // What it does may say the next thing.
        hide();
        open();
    });
    auto *close = makeToolButton(u"close"_s, tr("Dismiss"), this);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(close);
    hide();
}

void NoticeBand::say(const QString &text, bool problem, std::function<void()> open, const QString &label)
{
    m_link->setText(label.isEmpty() ? tr("Look at it") : label);
    m_link->setVisible(bool(open));
    m_open = std::move(open);
    setObjectName(problem ? u"problem"_s : u"notice"_s);
    polishAgain(this);
    polishAgain(m_text);
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

void pickEmoji(QWidget *parent, const QPoint &globalPosition,
               const std::function<void(const QString &)> &picked)
{
    static const QStringList common{u"👍"_s, u"❤️"_s, u"😄"_s, u"🎉"_s, u"✅"_s, u"🚀"_s, u"👀"_s, u"🙏"_s,
                                    u"😂"_s, u"🤔"_s,   u"👏"_s, u"🔥"_s, u"💯"_s, u"👎"_s, u"😢"_s, u"☕"_s};
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new QWidget(menu);
    auto *grid = new QGridLayout(panel);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(4);
    for (int i = 0; i < common.size(); ++i) {
        auto *button = new QToolButton(panel);
        button->setText(common[i]);
        button->setAccessibleName(QObject::tr("React with %1").arg(common[i]));
        button->setFixedSize(34, 34);
        button->setFont(Theme::instance().font(Theme::Type::Large));
        QObject::connect(button, &QToolButton::clicked, menu, [menu, picked, emoji = common[i]] {
            menu->close();
            picked(emoji);
        });
        grid->addWidget(button, i / 8, i % 8);
    }
    auto *field = new QLineEdit(panel);
    field->setPlaceholderText(QObject::tr("Or type one"));
    field->setAccessibleName(QObject::tr("Emoji"));
    field->setMaxLength(32);
    QObject::connect(field, &QLineEdit::returnPressed, menu, [menu, picked, field] {
        const QString emoji = field->text().trimmed();
        menu->close();
        if (!emoji.isEmpty())
            picked(emoji);
    });
    grid->addWidget(field, 2, 0, 1, 8);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    menu->popup(globalPosition);
    panel->findChild<QToolButton *>()->setFocus();
}

void narrow(QComboBox *box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    box->setMinimumWidth(120);
}

QString nativeKeys(const QString &keys)
{
    QStringList parts = keys.split(u", "_s);
    for (QString &part : parts) {
        const qsizetype end = part.indexOf(u' ');
        const QKeySequence sequence(part.left(end));
        if (sequence.count() > 0 && sequence[0].key() != Qt::Key_unknown)
            part.replace(0, end < 0 ? part.size() : end, sequence.toString(QKeySequence::NativeText));
    }
    return parts.join(u", "_s);
}

} // namespace ChatOps
