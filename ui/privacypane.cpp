// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacypane.h"

#include "ui/widgets.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString className(const QString &name)
{
    if (name == u"message")
        return PrivacyPane::tr("Messages");
    if (name == u"task")
        return PrivacyPane::tr("Tasks");
    if (name == u"event")
        return PrivacyPane::tr("Events");
    if (name == u"person")
        return PrivacyPane::tr("People");
    return PrivacyPane::tr("Channels");
}

} // namespace

PrivacyPane::PrivacyPane(WorkspaceModels &models, NetworkLedger &ledger, QString server, QString keyPlace,
                         QWidget *parent)
    : QScrollArea(parent)
    , m_models(models)
    , m_ledger(ledger)
    , m_server(std::move(server))
    , m_keyPlace(std::move(keyPlace))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Privacy"));
    auto *page = new QWidget(this);
    page->setObjectName(u"page"_s);
    setWidget(page);
    auto *center = new QHBoxLayout(page);
    center->setContentsMargins(24, 24, 24, 24);
    auto *column = new QWidget(page);
    column->setMaximumWidth(760);
    m_content = new QVBoxLayout(column);
    m_content->setSpacing(8);
    center->addStretch();
    center->addWidget(column, 10);
    center->addStretch();
    connect(&ledger, &NetworkLedger::grew, this, [this] {
        if (isVisible())
            refresh();
    });
}

void PrivacyPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void PrivacyPane::refresh()
{
    follow(m_models.account.cache->facts(), this, [this](const Result<StoreFacts> &facts) {
        if (!facts)
            return;
        show(*facts);
        Q_EMIT factsRead(*facts);
    });
}

void PrivacyPane::addTable(const QString &title, const QStringList &heads, const QList<QStringList> &rows)
{
    m_content->addSpacing(12);
    m_content->addWidget(makeLabel(title, Theme::Type::Title, QFont::DemiBold));
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(8);
    for (int column = 0; column < heads.size(); ++column)
        grid->addWidget(makeLabel(heads[column], Theme::Type::Small, QFont::DemiBold, Tone::Third), 0,
                        column);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            auto *label = makeLabel(rows[row][column], Theme::Type::Base, QFont::Normal,
                                    column == 0 ? Tone::Ink : Tone::Second);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setWordWrap(heads.isEmpty() && column > 0);
            grid->addWidget(label, row + 1, column);
        }
    }
    grid->setColumnStretch(heads.isEmpty() ? 1 : 0, 1);
    m_content->addWidget(card);
}

void PrivacyPane::show(const StoreFacts &facts)
{
    while (QLayoutItem *item = m_content->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QLocale locale;
    m_content->addWidget(makeLabel(tr("Privacy"), Theme::Type::Huge, QFont::Bold));
    auto *intro = makeLabel(tr("What this computer holds and whom it talks to, as measured now."),
                            Theme::Type::Base, QFont::Normal, Tone::Third);
    intro->setWordWrap(true);
    m_content->addWidget(intro);

    const bool open = facts.onDisk && facts.cipher.isEmpty();
    QList<QStringList> store{{tr("Encryption"),
                              open               ? tr("Not encrypted")
                                  : facts.onDisk ? facts.cipher
                                                 : tr("Nothing is written to the disk")},
                             {tr("Key"), facts.onDisk ? m_keyPlace : tr("None needed")},
                             {tr("On the disk"), locale.formattedDataSize(facts.bytes)},
                             {tr("Server"), m_server}};
    addTable(tr("Store"), {}, store);
    QList<QStringList> classes;
    for (const StoredClass &stored : facts.classes)
        classes.append({className(stored.name), locale.toString(stored.rows),
                        stored.oldest ? locale.toString(QDateTime::fromMSecsSinceEpoch(stored.oldest).date(),
                                                        QLocale::ShortFormat)
                                      : QString()});
    addTable(tr("On this computer"), {tr("What"), tr("How many"), tr("Oldest")}, classes);
    QList<QStringList> hosts;
    const QList<NetworkLedger::Entry> entries = m_ledger.entries();
    for (const NetworkLedger::Entry &entry : entries)
        hosts.append(
            {entry.host, entry.purpose == u"sync" ? tr("Synchronisation and sign-in") : entry.purpose,
             locale.formattedDataSize(entry.sent), locale.formattedDataSize(entry.received),
             locale.toString(QDateTime::fromMSecsSinceEpoch(entry.last).time(), QLocale::ShortFormat)});
    if (hosts.isEmpty())
        hosts.append({tr("No host was contacted since the program started."), {}, {}, {}, {}});
    addTable(tr("Network since the start"), {tr("Host"), tr("Why"), tr("Sent"), tr("Received"), tr("Last")},
             hosts);
    m_content->addStretch();
}

} // namespace ChatOps
