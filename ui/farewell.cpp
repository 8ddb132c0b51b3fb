// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/farewell.h"

#include "core/ports.h"
#include "core/wholefile.h"
#include "ui/privacypage.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QLocale>
#include <QStandardPaths>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

Farewell::Farewell(const QString &workspace, const QString &number, QWidget *parent)
    : QDialog(parent)
    , m_state(makeText(tr("The server has begun to erase it.")))
    , m_local(makeText(QString()))
    , m_devices(makeText(QString()))
    , m_problem(makeText(QString(), Tone::Danger))
    , m_save(makeButton(tr("Save the receipt…"), u"primary"_s))
{
    setWindowTitle(tr("Account deleted"));
    setObjectName(u"farewell"_s);
    setMinimumWidth(Theme::instance().px(460));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    column->addWidget(makeText(tr("Your account in %1 is deleted").arg(workspace), Tone::Ink,
                               Theme::Type::Title, QFont::Bold));
    column->addWidget(m_local);
    column->addWidget(m_state);
    column->addWidget(m_devices);
    QLabel *receiptNumber = makeText(tr("Receipt number: %1").arg(number), Tone::Second);
    receiptNumber->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(receiptNumber);
    column->addWidget(m_problem);
    m_problem->hide();
    m_local->hide();
    m_devices->hide();
    auto *row = new QHBoxLayout;
    auto *close = makeButton(tr("Close"));
    m_save->setObjectName(u"farewell-save"_s);
    m_save->setEnabled(false);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_save, &QPushButton::clicked, this, [this, number] {
        auto *dialog = new QFileDialog(this, tr("Save the receipt"),
                                       QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                       tr("Receipts (*.json)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"json"_s);
        dialog->selectFile(u"chatops-receipt-%1.json"_s.arg(number.left(8)));
        connect(dialog, &QFileDialog::fileSelected, this, &Farewell::save);
        dialog->open();
    });
}

void Farewell::fit()
{
    // A window does not follow texts that need more lines than before.
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    setMinimumHeight(needed);
    resize(width(), needed);
}

bool Farewell::isComplete() const
{
    return m_receipt.value("state"_L1).toString() == u"done";
}

void Farewell::setReceipt(const QJsonObject &receipt)
{
    m_receipt = receipt;
    m_problem->hide();
    const QJsonObject erased = receipt.value("erased"_L1).toObject();
    qint64 elements = 0;
    for (const auto &count : erased)
        elements += count.toInteger();
    m_state->setText(
        isComplete()
            ? tr("The server has erased %n element(s). Its backups lose them by %1.", nullptr, int(elements))
                  .arg(QLocale().toString(
                      QDate::fromString(receipt.value("gone_from_backups_by"_L1).toString(), Qt::ISODate),
                      QLocale::LongFormat))
            : tr("The server is erasing: %n element(s) so far.", nullptr, int(elements)));
    m_devices->setText(tr("Devices that have confirmed that they hold nothing any more: %1 of %2.")
                           .arg(receipt.value("devices_confirmed"_L1).toInteger())
                           .arg(receipt.value("devices"_L1).toInteger()));
    m_devices->show();
    m_save->setEnabled(isComplete());
    fit();
}

void Farewell::setProblem(const QString &sentence)
{
    m_problem->setText(breakable(sentence));
    m_problem->show();
    fit();
}

void Farewell::setLocal(const QString &sentence, bool good)
{
    m_local->setText(breakable(sentence));
    setTone(m_local, good ? Tone::Second : Tone::Danger);
    m_local->show();
    fit();
}

void Farewell::save(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start(
        [promise, path, bytes = QJsonDocument(m_receipt).toJson(QJsonDocument::Indented)] {
            promise->addResult(writeWholeFile(path, bytes, OwnerOnly));
            promise->finish();
        });
    follow(promise->future(), this, [this, path](const Result<void> &written) {
        if (!written) {
            setProblem(tr("The receipt could not be written: %1").arg(written.error().detail));
            return;
        }
        m_problem->hide();
        Q_EMIT saved(path);
    });
}

} // namespace ChatOps
