// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>
#include <QPoint>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace ChatOps {

// Names, topics, titles and addresses come from other people. Qt reads a text that looks like HTML as
// HTML in tool tips and message boxes, opens local files for it and follows its links. Everything the
// window shows there goes through these functions, which show it letter by letter; check-sources
// refuses other ways.

/// The tool tip that shows `text` as it is.
[[nodiscard]] QString plainToolTip(const QString &text);
void setPlainToolTip(QWidget *widget, const QString &text);
/// Shows `text` beside the pointer; an empty one hides what is shown. `at`: global.
void showPlainToolTip(const QPoint &at, const QString &text, QWidget *widget);

/// A box that asks or tells, modal to `parent`'s window, deleted when it closes. `more` stands below
/// `text`. Both are plain text; no link in them can be followed.
[[nodiscard]] QMessageBox *makePlainBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                                        const QString &more, QWidget *parent);

/// Asks before something is destroyed: `question` names it and whose it is, `verb` is what the button
/// says. Enter and Esc keep. `done` runs when it was confirmed and `context` still lives.
QMessageBox *askToDestroy(QWidget *context, const QString &title, const QString &question,
                          const QString &more, const QString &verb, const std::function<void()> &done);

/// A menu entry that shows `text` as it is: "&" is a letter and not a mark for a key.
[[nodiscard]] QString plainMenuText(const QString &text);

} // namespace ChatOps
