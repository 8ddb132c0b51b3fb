// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailpanel.h"

#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QPushButton>
#include <QScrollArea>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

DetailPanel::DetailPanel(const QString &title, const QString &closeLabel, QWidget *parent)
    : QWidget(parent)
    , m_foot(new QVBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *header = new PaneHeader(this);
    header->setTitle(title);
    auto *close = makeToolButton(u"close"_s, closeLabel, header, u"Esc"_s);
    connect(close, &QToolButton::clicked, this, &DetailPanel::requestClose);
    header->addTool(close);
    outer->addWidget(header);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(scroll);
    content->setObjectName(u"page"_s);
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    m_page = new QVBoxLayout(content);
    m_page->setContentsMargins(20, 12, 20, 16);
    m_page->setSpacing(10);
    // Without a button in sight it takes no room, nor do its margins.
    m_foot->setContentsMargins(20, 8, 20, 12);
    outer->addLayout(m_foot);
}

void DetailPanel::setAction(QPushButton *action)
{
    m_foot->addWidget(action);
}

void DetailPanel::requestClose()
{
    leave([this] { Q_EMIT closed(); });
}

void DetailPanel::leave(const std::function<void()> &then)
{
    if (!isUnsaved()) {
        then();
        return;
    }
    QMessageBox *box = makePlainBox(QMessageBox::Question, tr("Unsaved changes"),
                                    tr("What you wrote here is not saved yet."), {}, this);
    QPushButton *keep = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->setEscapeButton(box->addButton(tr("Go on writing"), QMessageBox::RejectRole));
    connect(keep, &QPushButton::clicked, this, [this, then] {
        save();
        if (!isUnsaved())
            then();
    });
    connect(discard, &QPushButton::clicked, this, [this, then] {
        clear();
        then();
    });
    box->open();
}

QString EditedText::text() const
{
    return m_field->toPlainText();
}

void EditedText::offer(const QString &text, qint64 rev, bool anyway)
{
    if (!anyway && isEdited() && text != this->text())
        return;
    if (anyway || text != this->text())
        m_field->setPlainText(text);
    m_base = this->text();
    m_rev = rev;
}

} // namespace ChatOps
