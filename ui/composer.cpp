// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer.h"

#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QMimeDatabase>
#include <QPointer>
#include <QRegularExpression>
#include <QStringListModel>
#include <QStyle>
#include <QTextBlock>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

/// Laying out a pasted book would hold the window up for seconds, for nothing.
class MessageEdit final : public QTextEdit {
public:
    using QTextEdit::QTextEdit;
    std::function<void(qsizetype)> tooLong;

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        if (source->text().size() > Limit::MessageText && tooLong)
            tooLong(source->text().size());
        else
            QTextEdit::insertFromMimeData(source);
    }
};

} // namespace

Composer::Composer(const Account &account, DraftBook &drafts, QWidget *parent)
    : QFrame(parent)
    , m_account(account)
    , m_drafts(drafts)
    , m_text(new MessageEdit(this))
    , m_send(makeToolButton(u"send"_s, tr("Send"), this, u"Enter"_s))
    , m_tools(new QWidget(this))
    , m_editBar(new QWidget(this))
    , m_fileBar(new QWidget(this))
    , m_fileLayout(new QHBoxLayout(m_fileBar))
    , m_completion(new QListView(this))
    , m_names(new QStringListModel(this))
{
    setObjectName(u"composer"_s);
    m_text->setObjectName(u"composerText"_s);
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Message text"));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->installEventFilter(this);
    const auto fonts = [this] {
        m_text->setFont(Theme::instance().font(Theme::Type::Reading));
        fitHeight();
    };
    connect(&Theme::instance(), &Theme::changed, this, fonts);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 8, 6);
    layout->setSpacing(2);
    auto *editLayout = new QHBoxLayout(m_editBar);
    editLayout->setContentsMargins(4, 0, 0, 0);
    editLayout->addWidget(makeLabel(tr("Editing a message. Esc keeps it as it was."), Theme::Type::Small,
                                    QFont::Normal, Tone::Third, m_editBar),
                          1);
    auto *cancel = makeButton(tr("Cancel"), u"link"_s, m_editBar);
    connect(cancel, &QPushButton::clicked, this, &Composer::stopEditing);
    editLayout->addWidget(cancel);
    m_editBar->hide();
    m_fileLayout->setContentsMargins(4, 4, 0, 0);
    m_fileLayout->setSpacing(6);
    m_fileBar->hide();
    m_completion->setModel(m_names);
    m_completion->setObjectName(u"completion"_s);
    m_completion->setAccessibleName(tr("People to mention"));
    m_completion->setFocusPolicy(Qt::NoFocus);
    m_completion->setMaximumHeight(140);
    m_completion->hide();
    connect(m_completion, &QListView::clicked, this,
            [this](const QModelIndex &index) { acceptMention(m_handles.value(index.row())); });
    layout->addWidget(m_editBar);
    layout->addWidget(m_completion);
    layout->addWidget(m_text);
    layout->addWidget(m_fileBar);
    layout->addWidget(m_tools);

    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(2);
    const auto tool = [&](const QString &iconName, const QString &label, const QString &key,
                          const std::function<void()> &act) {
        auto *button = makeToolButton(iconName, label, m_tools, key);
        button->setIconSize({Metric::IconSmall, Metric::IconSmall});
        button->setFixedSize(28, 28);
        connect(button, &QToolButton::clicked, this, act);
        tools->addWidget(button);
        return button;
    };
    tool(u"bold"_s, tr("Bold"), u"Ctrl+B"_s, [this] { wrapSelection(u"**"_s); });
    tool(u"italic"_s, tr("Italic"), u"Ctrl+I"_s, [this] { wrapSelection(u"_"_s); });
    tool(u"code"_s, tr("Code"), u"Ctrl+Shift+C"_s, [this] { wrapSelection(u"`"_s); });
    tool(u"smile"_s, tr("Emoji"), {}, [this] {
        pickEmoji(this, mapToGlobal(QPoint(0, -120)), [this](const QString &emoji) {
            m_text->insertPlainText(emoji);
            m_text->setFocus();
        });
    });
    tool(u"attach"_s, tr("Attach a file"), u"Ctrl+U"_s, [this] { chooseFile(); });
    tools->addStretch();
    tools->addWidget(m_send);
    connect(m_send, &QToolButton::clicked, this, &Composer::send);
    static_cast<MessageEdit *>(m_text)->tooLong = [this](qsizetype size) {
        Q_EMIT problem(
            tr("That text has %L1 characters; a message has at most %L2. Attach it as a file instead.")
                .arg(size)
                .arg(Limit::MessageText));
    };
    connect(m_text, &QTextEdit::textChanged, this, [this] {
        fitHeight();
        m_send->setEnabled(!text().trimmed().isEmpty() || !m_files.isEmpty());
        if (!m_loading && !isEditing())
            m_drafts.set(m_channel, m_root, text());
        completeMention();
    });
    connect(&m_drafts, &DraftBook::loaded, this, [this] {
        if (!isEditing() && text().isEmpty())
            setPlace(m_channel, m_root, m_placeholder);
    });
    fonts();
    m_send->setEnabled(false);
}

void Composer::setCompact(bool compact)
{
    m_tools->setVisible(!compact);
}

void Composer::setPlace(ChannelId channel, MessageId root, const QString &placeholder)
{
    if (isEditing()) {
        const Message edited = m_editing;
        const QString written = text();
        stopEditing();
        if (written != edited.text)
            m_edits.insert({m_channel, m_root}, {edited, written});
    }
    m_loading = true;
    if (!m_files.isEmpty())
        m_shelf.insert({m_channel, m_root}, std::exchange(m_files, {}));
    m_channel = channel;
    m_root = root;
    m_files = m_shelf.take({channel, root});
    showFiles();
    m_placeholder = placeholder;
    m_text->setPlainText(m_drafts.text(channel, root));
    m_text->moveCursor(QTextCursor::End);
    m_loading = false;
    m_completion->hide();
    showBarrier();
    if (m_edits.contains({channel, root})) {
        const auto [edited, written] = m_edits.take({channel, root});
        m_editing = edited;
        m_editBar->show();
        m_text->setPlainText(written);
        m_text->moveCursor(QTextCursor::End);
    }
}

void Composer::setBarrier(const QString &reason)
{
    if (reason == m_barrier)
        return;
    m_barrier = reason;
    showBarrier();
}

void Composer::showBarrier()
{
    setEnabled(!m_channel.isNull() && m_barrier.isEmpty());
    m_text->setPlaceholderText(m_barrier.isEmpty() ? m_placeholder : m_barrier);
}

void Composer::edit(const Message &message)
{
    m_loading = true;
    m_editing = message;
    m_text->setPlainText(message.text);
    m_text->moveCursor(QTextCursor::End);
    m_editBar->show();
    m_loading = false;
    m_text->setFocus();
}

void Composer::stopEditing()
{
    m_loading = true;
    m_editing = {};
    m_editBar->hide();
    m_text->setPlainText(m_drafts.text(m_channel, m_root));
    m_text->moveCursor(QTextCursor::End);
    m_loading = false;
}

void Composer::typeOn(const QString &text)
{
    if (!isEnabled())
        return;
    m_text->setFocus();
    m_text->insertPlainText(text);
}

void Composer::focusText()
{
    m_text->setFocus();
}

void Composer::fitHeight()
{
    const int lines = int(std::ceil(m_text->document()->size().height()));
    const int minimum = QFontMetrics(m_text->font()).height() + 18;
    m_text->setFixedHeight(std::clamp(lines + 12, minimum, minimum * 5));
}

void Composer::send()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() && m_files.isEmpty())
        return;
    if (typed.size() > Limit::MessageText) {
        Q_EMIT problem(tr("A message has at most %L1 characters; this one has %L2. Nothing was sent.")
                           .arg(Limit::MessageText)
                           .arg(typed.size()));
        return;
    }
    if (isEditing()) {
        const Message message = m_editing;
        stopEditing();
        if (typed != message.text)
            Q_EMIT edited(message, typed);
        return;
    }
    const QList<ChosenFile> files = std::exchange(m_files, {});
    showFiles();
    // First into the outbox; only then may the draft go.
    Q_EMIT sent(typed, files);
    m_text->clear();
}

void Composer::wrapSelection(const QString &mark)
{
    QTextCursor cursor = m_text->textCursor();
    const QString selected = cursor.selectedText();
    cursor.insertText(mark + selected + mark);
    if (selected.isEmpty())
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, int(mark.size()));
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)) || QFrame::eventFilter(watched, event);
    if (watched == m_text && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        setProperty("focused", event->type() == QEvent::FocusIn);
        style()->unpolish(this);
        style()->polish(this);
    }
    return QFrame::eventFilter(watched, event);
}

bool Composer::handleCompletionKey(QKeyEvent *event)
{
    const int row = m_completion->currentIndex().row();
    const int rows = int(m_handles.size());
    switch (event->key()) {
    case Qt::Key_Up:
        m_completion->setCurrentIndex(m_names->index((row + rows - 1) % rows));
        return true;
    case Qt::Key_Down:
        m_completion->setCurrentIndex(m_names->index((row + 1) % rows));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        acceptMention(m_handles.value(std::max(0, row)));
        return true;
    case Qt::Key_Escape:
        m_completion->hide();
        return true;
    default:
        return false;
    }
}

bool Composer::handleKey(QKeyEvent *event)
{
    if (m_completion->isVisible() && handleCompletionKey(event))
        return true;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !shift) {
        send();
        return true;
    }
    if (event->key() == Qt::Key_Escape && isEditing()) {
        stopEditing();
        return true;
    }
    if (event->key() == Qt::Key_Up && text().isEmpty() && !isEditing()) {
        Q_EMIT editLastRequested();
        return true;
    }
    if (control && event->key() == Qt::Key_B)
        return wrapSelection(u"**"_s), true;
    if (control && event->key() == Qt::Key_I)
        return wrapSelection(u"_"_s), true;
    if (control && shift && event->key() == Qt::Key_C)
        return wrapSelection(u"`"_s), true;
    if (control && event->key() == Qt::Key_U)
        return chooseFile(), true;
    return false;
}

void Composer::completeMention()
{
    static const QRegularExpression open(u"(?:^|\\s)@([\\w.-]*)$"_s);
    QTextCursor cursor = m_text->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const QRegularExpressionMatch match = open.match(before);
    const quint64 serial = ++m_completionSerial;
    if (!match.hasMatch() || m_loading) {
        m_completion->hide();
        return;
    }
    follow(m_account.cache->findPeople(m_channel, match.captured(1), 6), this,
           [this, serial](const Result<QList<Person>> &people) {
               if (serial != m_completionSerial || !people || people->isEmpty()) {
                   if (serial == m_completionSerial)
                       m_completion->hide();
                   return;
               }
               QStringList names;
               m_handles.clear();
               for (const Person &person : *people) {
                   names.append(person.name + u"  @"_s + person.handle);
                   m_handles.append(person.handle);
               }
               m_names->setStringList(names);
               m_completion->setCurrentIndex(m_names->index(0));
               m_completion->setFixedHeight(
                   std::min<int>(140, int(names.size()) * (QFontMetrics(font()).height() + 6) + 4));
               m_completion->show();
           });
}

void Composer::acceptMention(const QString &handle)
{
    QTextCursor cursor = m_text->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const auto at = int(before.lastIndexOf(u'@'));
    if (at < 0 || handle.isEmpty())
        return;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(before.size()) - at);
    cursor.insertText(u'@' + handle + u' ');
    m_completion->hide();
    m_text->setFocus();
}

void Composer::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            attach(path);
    });
    dialog->open();
}

void Composer::attach(const QString &path)
{
    if (m_files.size() >= Limit::FilesPerMessage) {
        Q_EMIT problem(tr("A message carries at most %n files.", nullptr, int(Limit::FilesPerMessage)));
        return;
    }
    QPointer<Composer> self(this);
    QThreadPool::globalInstance()->start([self, path, channel = m_channel, root = m_root] {
        QFile file(path);
        ChosenFile chosen;
        QString trouble;
        if (!file.open(QIODevice::ReadOnly))
            trouble = tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString());
        else if (file.size() == 0)
            trouble = tr("%1 is empty.").arg(QFileInfo(path).fileName());
        else if (file.size() > Limit::FileBytes)
            trouble = tr("%1 is larger than %2, the most a message can carry.")
                          .arg(QFileInfo(path).fileName(), QLocale().formattedDataSize(Limit::FileBytes));
        else
            chosen = {{FileId::create(), QFileInfo(path).fileName(),
                       QMimeDatabase().mimeTypeForFile(path).name(), file.size()},
                      file.readAll()};
        QMetaObject::invokeMethod(
            qApp,
            [self, chosen, trouble, channel, root] {
                Composer *composer = self.data();
                if (!composer)
                    return;
                if (!trouble.isEmpty()) {
                    Q_EMIT composer->problem(trouble);
                    return;
                }
                // By now another conversation may be open than the one it was chosen for.
                const bool open = composer->m_channel == channel && composer->m_root == root;
                (open ? composer->m_files : composer->m_shelf[{channel, root}]).append(chosen);
                composer->showFiles();
            },
            Qt::QueuedConnection);
    });
}

void Composer::showFiles()
{
    while (QLayoutItem *item = m_fileLayout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const ChosenFile &file : std::as_const(m_files)) {
        auto *chip = makeButton(file.ref.name + u"  ×"_s, {}, m_fileBar);
        chip->setAccessibleName(tr("Remove %1").arg(file.ref.name));
        setPlainToolTip(chip, chip->accessibleName());
        connect(chip, &QPushButton::clicked, this, [this, id = file.ref.id] {
            m_files.removeIf([&](const ChosenFile &one) { return one.ref.id == id; });
            showFiles();
        });
        m_fileLayout->addWidget(chip);
    }
    m_fileLayout->addStretch();
    m_fileBar->setVisible(!m_files.isEmpty());
    m_send->setEnabled(!text().trimmed().isEmpty() || !m_files.isEmpty());
}

} // namespace ChatOps
