// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plaintext.h"

#include "ui/widgets.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QTextDocument>
#include <QToolTip>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

QString plainToolTip(const QString &text)
{
    // As it is where Qt takes it for plain text: a screen reader reads tool tips, too.
    return Qt::mightBeRichText(text)
        ? u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s
        : text;
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
}

void showPlainToolTip(const QPoint &at, const QString &text, QWidget *widget)
{
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(at, plainToolTip(text), widget);
}

QMessageBox *makePlainBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                          const QString &more, QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::NoTextInteraction);
    if (!more.isEmpty())
        box->setInformativeText(more);
    // The second text has a label that follows neither of the two settings (Qt 6.4 to 6.8).
    const QList<QLabel *> labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setOpenExternalLinks(false);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    return box;
}

QMessageBox *askToDestroy(QWidget *context, const QString &title, const QString &question,
                          const QString &more, const QString &verb, const std::function<void()> &done)
{
    QMessageBox *box = makePlainBox(QMessageBox::Question, title, question, more, context);
    QPushButton *destroy = box->addButton(verb, QMessageBox::DestructiveRole);
    destroy->setObjectName(u"destroy"_s);
    destroy->setProperty("role", u"danger"_s);
    QPushButton *keep =
        box->addButton(QCoreApplication::translate("PlainText", "Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    QObject::connect(destroy, &QPushButton::clicked, context, done);
    polishAgain(destroy); // The box has dressed it as an ordinary one already.
    box->open();
    return box;
}

QString plainMenuText(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace ChatOps
