// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leftoversdialog.h"

#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

LeftoversDialog::LeftoversDialog(QList<Leftover> leftovers, QWidget *parent)
    : QDialog(parent)
    , m_leftovers(std::move(leftovers))
    , m_list(new QListWidget(this))
    , m_text(makeLabel(QString(), Theme::Type::Base, QFont::Normal, Tone::Second, this))
    , m_open(makeButton(tr("Take it up again"), u"primary"_s, this))
    , m_destroy(makeButton(tr("Destroy"), u"danger"_s, this))
{
    setObjectName(u"leftovers"_s);
    setWindowTitle(tr("Left on this computer"));
    resize(Theme::instance().px(520), Theme::instance().px(360));
    auto *layout = new QVBoxLayout(this);
    auto *intro = makeLabel(
        tr("These encrypted stores belong to accounts that are not in the list any more. Nothing of them is sent anywhere."),
        Theme::Type::Base, QFont::Normal, Tone::Third, this);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_list->setObjectName(u"leftoverList"_s);
    m_list->setAccessibleName(windowTitle());
    keepWithin(m_list);
    layout->addWidget(m_list, 1);
    m_text->setWordWrap(true);
    layout->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    m_open->setObjectName(u"leftoverOpen"_s);
    m_destroy->setObjectName(u"leftoverDestroy"_s);
    buttons->addWidget(m_destroy);
    buttons->addStretch();
    buttons->addWidget(m_open);
    layout->addLayout(buttons);
    for (const Leftover &one : std::as_const(m_leftovers))
        m_list->addItem(tr("%1, %2", "account, size")
                            .arg(one.title.isEmpty() ? tr("Unknown account") : one.title,
                                 QLocale().formattedDataSize(one.bytes)));
    connect(m_list, &QListWidget::currentRowChanged, this, &LeftoversDialog::refresh);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const Leftover *one = selected())
            Q_EMIT takeUpRequested(one->id);
    });
    connect(m_destroy, &QPushButton::clicked, this, [this] {
        const Leftover *one = selected();
        if (!one)
            return;
        const QString lost = one->unsent + one->drafts > 0
            ? tr("%n change(s) that never reached the server are lost with it.", nullptr,
                 one->unsent + one->drafts)
            : QString();
        askToDestroy(this, tr("Destroy what was left"),
                     tr("Destroy the key and the stored data of %1 on this computer?")
                         .arg(one->title.isEmpty() ? tr("an unknown account") : one->title),
                     lost, tr("Destroy"), [this, id = one->id] { Q_EMIT destroyRequested(id); });
    });
    m_list->setCurrentRow(0);
    refresh();
}

const Leftover *LeftoversDialog::selected() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_leftovers.size() ? &m_leftovers[row] : nullptr;
}

void LeftoversDialog::remove(AccountId id)
{
    for (int row = 0; row < m_leftovers.size(); ++row) {
        if (m_leftovers[row].id != id)
            continue;
        m_leftovers.removeAt(row);
        delete m_list->takeItem(row);
        break;
    }
    refresh();
    if (m_leftovers.isEmpty())
        accept();
}

void LeftoversDialog::showProblem(const QString &sentence)
{
    m_text->setText(sentence);
}

void LeftoversDialog::refresh()
{
    const Leftover *one = selected();
    m_destroy->setEnabled(one);
    m_open->setVisible(one && one->readable && one->known);
    if (!one)
        m_text->clear();
    else if (one->locked)
        m_text->setText(tr(
            "The keychain is locked: whether it can be read is not known. Unlock it and open this again."));
    else if (!one->readable)
        m_text->setText(tr("Its key is not in the keychain. Nobody can read it."));
    else if (one->unsent + one->drafts > 0)
        m_text->setText(tr("%n change(s) in it never reached the server.", nullptr, one->unsent + one->drafts)
                        + (one->known
                               ? QString()
                               : u' ' + tr("Sign in to that account, and it is taken up again by itself.")));
    else
        m_text->setText(tr("Everything in it is on the server."));
}

} // namespace ChatOps
