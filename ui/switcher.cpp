// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

class HitDelegate final : public QStyledItemDelegate {
public:
    HitDelegate(const SearchModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, QFontMetrics(Theme::instance().font(Theme::Type::Base)).height() * 2 + 16};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const SearchHit &hit = m_model.hit(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(8, 0, -8, 0);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors().selection);
            painter->drawRoundedRect(row, Metric::Radius, Metric::Radius);
        }
        const QColor ink = selected ? colors().selectionInk : colors().ink;
        const bool rightToLeft = QGuiApplication::isRightToLeft();
        QRectF mark(rightToLeft ? row.right() - 30 : row.left() + 10, row.center().y() - 10, 20, 20);
        if (hit.kind == EntityKind::Person || hit.kind == EntityKind::Message)
            paintAvatar(*painter, hit.title, mark);
        else
            paintIcon(*painter,
                      hit.kind == EntityKind::Task        ? u"tasks"_s
                          : hit.kind == EntityKind::Event ? u"events"_s
                                                          : u"hash"_s,
                      mark, ink);
        const QRect text = row.adjusted(rightToLeft ? 10 : 42, 6, rightToLeft ? -42 : -10, -6);
        const int align = int(leadingAlignment());
        QString side = index.data(SearchModel::WhenRole).toString();
        if (!hit.context.isEmpty())
            side = u'#' + hit.context + (side.isEmpty() ? QString() : u"  "_s + side);
        painter->setFont(Theme::instance().font(Theme::Type::Small));
        painter->setPen(selected ? colors().selectionInk : colors().ink3);
        painter->drawText(text, trailingAlignment() | Qt::AlignTop, side);
        const int sideWidth = QFontMetrics(painter->font()).horizontalAdvance(side) + 12;
        paintMatches(*painter,
                     QRectF(text).adjusted(rightToLeft ? sideWidth : 0, 0, rightToLeft ? 0 : -sideWidth, 0),
                     hit.title, Theme::Type::Base, ink, align | Qt::AlignTop, true);
        paintMatches(*painter, text, hit.text.simplified(), Theme::Type::Small,
                     selected ? ink : colors().ink2, align | Qt::AlignBottom, false);
        painter->restore();
    }

private:
    void paintMatches(QPainter &painter, const QRectF &where, const QString &whole, Theme::Type type,
                      const QColor &ink, int align, bool strong) const
    {
        const auto ranges = matchRanges(whole, m_model.typed());
        // A long text is shown from shortly before the first match.
        QString shown = whole.left(400);
        qsizetype cut = 0;
        if (!ranges.isEmpty() && ranges.first().first > 40) {
            cut = ranges.first().first - 24;
            shown = u"… "_s + whole.mid(cut, 300);
            cut -= 2;
        }
        const QFont font = Theme::instance().font(type, strong ? QFont::DemiBold : QFont::Normal);
        const QString elided = QFontMetricsF(font).elidedText(shown, Qt::ElideRight, where.width());
        QTextLayout layout(elided, font);
        QList<QTextLayout::FormatRange> formats;
        for (const auto &[start, length] : ranges) {
            QTextLayout::FormatRange range;
            range.start = int(start - cut);
            range.length = int(length);
            range.format.setFontWeight(QFont::Bold);
            range.format.setBackground(colors().mention);
            range.format.setForeground(colors().ink);
            if (range.start >= 0 && range.start + range.length <= elided.size())
                formats.append(range);
        }
        layout.setFormats(formats);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setAlignment(Qt::Alignment(align & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid())
            line.setLineWidth(where.width());
        layout.endLayout();
        painter.setPen(ink);
        layout.draw(
            &painter,
            QPointF(where.left(),
                    align & Qt::AlignBottom ? where.bottom() - layout.boundingRect().height() : where.top()));
    }
    const SearchModel &m_model;
};

} // namespace

Switcher::Switcher(const Account &account, const ChannelListModel &channels, QWidget *parent)
    : QDialog(parent)
    , m_channels(channels)
    , m_model(account)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(makeLabel(QString(), Theme::Type::Small, QFont::Normal, Tone::Third, this))
{
    setWindowTitle(tr("Find anything"));
    setModal(true);
    resize(620, 460);
    m_field->setObjectName(u"switcherField"_s);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_field->setMinimumHeight(38);
    m_list->setModel(&m_model);
    m_list->setObjectName(u"switcherList"_s);
    m_list->setAccessibleName(tr("Results"));
    m_list->setItemDelegate(new HitDelegate(m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    connect(m_field, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_model.search(text, m_within); });
    connect(m_list, &QListView::clicked, this, qOverload<const QModelIndex &>(&Switcher::accept));
    connect(&m_model, &SearchModel::finished, this, [this] {
        m_list->setCurrentIndex(m_model.index(0));
        refreshState();
    });
    connect(&m_model, &SearchModel::failed, this,
            [this](const Error &error) { m_state->setText(error.message); });
}

void Switcher::popUp(ChannelId within, const QString &place)
{
    m_within = within;
    m_field->clear();
    setWindowTitle(within ? tr("Search in %1").arg(place) : tr("Find anything"));
    m_field->setPlaceholderText(within ? tr("Search in %1").arg(place)
                                       : tr("Channel, person, task, event or words of a message"));
    m_field->setAccessibleName(m_field->placeholderText());
    QList<SearchHit> recent;
    if (within.isNull()) {
        QList<ChannelRow> rows = m_channels.all();
        rows.removeIf([](const ChannelRow &row) { return !row.joined; });
        std::stable_sort(rows.begin(), rows.end(), [](const ChannelRow &a, const ChannelRow &b) {
            return a.channel.lastAt > b.channel.lastAt;
        });
        for (const ChannelRow &row : rows.first(std::min<qsizetype>(8, rows.size())))
            recent.append({EntityKind::Channel,
                           row.channel.id.uuid(),
                           row.channel.id,
                           0,
                           ChannelListModel::titleOf(row),
                           row.channel.topic,
                           {},
                           0,
                           {}});
    }
    m_model.setSuggestions(recent);
    m_model.search({}, within);
    m_list->setCurrentIndex(m_model.index(0));
    refreshState();
    show();
    m_field->setFocus();
}

void Switcher::refreshState()
{
    if (m_model.typed().trimmed().isEmpty())
        m_state->setText(tr("Searches what is on this computer, also offline. Enter opens, Esc closes."));
    else if (m_model.rowCount() == 0)
        m_state->setText(tr(
            "Nothing found on this computer. Older messages are searched once you have scrolled to them."));
    else
        m_state->setText(tr("%n found", nullptr, m_model.rowCount()));
}

void Switcher::accept(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SearchHit hit = m_model.hit(index.row());
    QDialog::accept();
    Q_EMIT chosen(hit);
}

bool Switcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1
            : key == Qt::Key_Up              ? -1
            : key == Qt::Key_PageDown        ? 8
            : key == Qt::Key_PageUp          ? -8
                                             : 0;
        if (step != 0 && m_model.rowCount() > 0) {
            m_list->setCurrentIndex(
                m_model.index(std::clamp(m_list->currentIndex().row() + step, 0, m_model.rowCount() - 1)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept(m_list->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ChatOps
