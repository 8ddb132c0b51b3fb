// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changesdialog.h"

#include "ui/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QTextEdit>
#include <QVBoxLayout>

namespace ChatOps {

ChangesDialog::ChangesDialog(PendingWork &work, DraftBook &drafts, ChannelListModel &channels,
                             QWidget *parent)
    : QDialog(parent)
    , m_work(work)
    , m_model(work, drafts, channels)
    , m_list(new QListView(this))
    , m_reason(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Second, this))
    , m_text(new QTextEdit(this))
    , m_theirs(new QTextEdit(this))
    , m_theirsLabel(
          makeLabel(tr("On the server now"), Theme::Type::Small, QFont::DemiBold, Tone::Third, this))
    , m_none(makeLabel(tr("Nothing is waiting. Every change is on the server."), Theme::Type::Base,
                       QFont::Normal, Tone::Third, this))
    , m_copy(makeButton(tr("Copy text"), {}, this))
    , m_retry(makeButton(tr("Try again"), {}, this))
    , m_discard(makeButton(tr("Discard"), QStringLiteral("danger"), this))
{
    setWindowTitle(tr("Changes on their way"));
    resize(520, 460);
    m_list->setObjectName(QStringLiteral("changesList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setModel(&m_model);
    m_reason->setObjectName(QStringLiteral("changeReason"));
    m_reason->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("changeText"));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Your text"));
    m_text->setMaximumHeight(110);
    m_theirs->setReadOnly(true);
    m_theirs->setAccessibleName(tr("Text on the server"));
    m_theirs->setMaximumHeight(90);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_none);
    keepWithin(m_list);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_text);
    layout->addWidget(m_theirsLabel);
    layout->addWidget(m_theirs);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    buttons->addWidget(m_retry);
    layout->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChangesDialog::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ChangesDialog::refresh, Qt::QueuedConnection);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ChangesDialog::refresh);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (const PendingOperation *item = m_model.at(m_list->currentIndex().row()))
            m_work.retry(*item);
    });
    connect(m_discard, &QPushButton::clicked, this,
            [this] { m_model.discard(m_list->currentIndex().row()); });
    m_list->setCurrentIndex(m_model.index(0));
    refresh();
}

void ChangesDialog::select(OperationId operation)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row)->operation.id == operation)
            m_list->setCurrentIndex(m_model.index(row));
    }
}

void ChangesDialog::refresh()
{
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    const PendingOperation *item = m_model.at(m_list->currentIndex().row());
    const QModelIndex index = m_list->currentIndex();
    const bool refused = item && item->state != PendingOperation::State::Waiting;
    m_none->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
    m_reason->setText(!item         ? QString()
                          : refused ? index.data(ChangesList::ReasonRole).toString()
                                    : tr("It is sent as soon as the server can be reached."));
    const QString text = item ? index.data(ChangesList::TextRole).toString() : QString();
    m_text->setPlainText(text);
    m_text->setVisible(!text.isEmpty());
    const QString theirs = item ? index.data(ChangesList::CurrentRole).toString() : QString();
    m_theirs->setPlainText(theirs);
    m_theirs->setVisible(!theirs.isEmpty());
    m_theirsLabel->setVisible(!theirs.isEmpty());
    m_copy->setVisible(!text.isEmpty());
    m_retry->setVisible(refused && !m_model.isDraft(m_list->currentIndex().row()));
    m_retry->setText(item && item->state == PendingOperation::State::Conflicted ? tr("Send mine over it")
                                                                                : tr("Try again"));
    m_discard->setVisible(item != nullptr);
    m_discard->setText(item && item->state == PendingOperation::State::Conflicted ? tr("Keep theirs")
                                                                                  : tr("Discard"));
}

} // namespace ChatOps
