// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channeldialogs.h"

#include "core/entityjson.h"
#include "core/text.h"
#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

QString personLine(const Person &person)
{
    QString line = person.name + u"   @"_s + person.handle;
    if (person.role == Role::Guest)
        line += u"   "_s + MembersDialog::tr("guest");
    return line;
}

QLineEdit *searchField(const QString &label, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setPlaceholderText(label);
    field->setAccessibleName(label);
    field->setClearButtonEnabled(true);
    return field;
}

} // namespace

NewChannelDialog::NewChannelDialog(const QString &suggestion, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(suggestion, this))
    , m_topic(new QLineEdit(this))
    , m_private(new QCheckBox(tr("Private: only its members see it"), this))
    , m_create(makeButton(tr("Create"), u"primary"_s, this))
{
    setWindowTitle(tr("New channel"));
    setMinimumWidth(420);
    m_name->setObjectName(u"channelName"_s);
    m_name->setMaxLength(int(Limit::Name));
    m_topic->setMaxLength(int(Limit::Topic));
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Topic, if any"), m_topic);
    form->addRow(QString(), m_private);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    buttons->addButton(makeButton(tr("Cancel")), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    m_create->setDefault(true);
    const auto check = [this] { m_create->setEnabled(isValidName(name())); };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
}

QString NewChannelDialog::name() const
{
    return m_name->text().simplified();
}
QString NewChannelDialog::topic() const
{
    return m_topic->text().simplified();
}
bool NewChannelDialog::isPrivate() const
{
    return m_private->isChecked();
}

PickPersonDialog::PickPersonDialog(const QString &title, const Account &account, ChannelId within,
                                   QWidget *parent)
    : QDialog(parent)
    , m_account(account)
    , m_within(within)
    , m_field(searchField(tr("Name"), this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(title);
    resize(400, 380);
    m_list->setAccessibleName(tr("People found"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    keepWithin(m_list);
    layout->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, &PickPersonDialog::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { accept(std::max(0, m_list->currentRow())); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { accept(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { accept(m_list->row(item)); });
    search({});
}

void PickPersonDialog::search(const QString &typed)
{
    const quint64 serial = ++m_serial;
    follow(m_account.cache->findPeople(m_within, typed.trimmed(), 50), this,
           [this, serial](const Result<QList<Person>> &people) {
               if (serial != m_serial || !people)
                   return;
               m_found = *people;
               m_list->clear();
               for (const Person &person : std::as_const(m_found))
                   m_list->addItem(personLine(person));
               m_list->setCurrentRow(0);
           });
}

void PickPersonDialog::accept(int row)
{
    if (row < 0 || row >= m_found.size())
        return;
    Q_EMIT picked(m_found[row]);
    QDialog::accept();
}

BrowseChannelsDialog::BrowseChannelsDialog(const ChannelListModel &channels, QWidget *parent)
    : QDialog(parent)
    , m_channels(channels)
    , m_field(searchField(tr("Name or topic"), this))
    , m_list(new QListWidget(this))
    , m_none(makeLabel(tr("There is no other public channel."), Theme::Type::Base, QFont::Normal, Tone::Third,
                       this))
    , m_join(makeButton(tr("Join"), u"primary"_s, this))
{
    setWindowTitle(tr("Browse channels"));
    resize(440, 420);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_none);
    m_list->setAccessibleName(tr("Channels"));
    keepWithin(m_list);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_join, 0, Qt::AlignRight);
    connect(m_field, &QLineEdit::textChanged, this, &BrowseChannelsDialog::fill);
    const auto join = [this] {
        if (QListWidgetItem *item = m_list->currentItem()) {
            Q_EMIT joinRequested(item->data(Qt::UserRole).value<ChannelId>());
            QDialog::accept();
        }
    };
    connect(m_join, &QPushButton::clicked, this, join);
    connect(m_list, &QListWidget::itemActivated, this, join);
    fill({});
}

void BrowseChannelsDialog::setSuggested(const QHash<ChannelId, int> &suggested)
{
    m_suggested = suggested;
    fill(m_field->text());
}

void BrowseChannelsDialog::fill(const QString &typed)
{
    m_list->clear();
    const QString wanted = foldText(typed);
    QList<ChannelRow> rows = m_channels.all();
    std::stable_sort(rows.begin(), rows.end(), [this](const ChannelRow &a, const ChannelRow &b) {
        return m_suggested.value(a.channel.id) > m_suggested.value(b.channel.id);
    });
    for (const ChannelRow &row : std::as_const(rows)) {
        if (row.joined || row.channel.kind != ChannelKind::Public || row.channel.archived)
            continue;
        if (!wanted.isEmpty() && !foldText(row.channel.name + u' ' + row.channel.topic).contains(wanted))
            continue;
        QString text =
            row.channel.topic.isEmpty() ? row.channel.name : row.channel.name + u"   "_s + row.channel.topic;
        if (const int people = m_suggested.value(row.channel.id); people > 0)
            text += u"   "_s + tr("suggested: %n people you share channels with", nullptr, people);
        auto *item = new QListWidgetItem(icon(u"hash"_s), text, m_list);
        item->setData(Qt::UserRole, QVariant::fromValue(row.channel.id));
    }
    m_list->setCurrentRow(0);
    m_none->setVisible(m_list->count() == 0);
    m_join->setEnabled(m_list->count() > 0);
}

MembersDialog::MembersDialog(const ChannelRow &row, const Account &account, QWidget *parent)
    : QDialog(parent)
    , m_account(account)
    , m_channel(row.channel.id)
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Members of %1").arg(ChannelListModel::titleOf(row)));
    resize(420, 440);
    auto *layout = new QVBoxLayout(this);
    const bool direct = row.channel.kind == ChannelKind::Direct;
    const QString who = direct                     ? tr("Only the people in it see this conversation.")
        : row.channel.kind == ChannelKind::Private ? tr("Only members see this channel.")
                                                   : tr("Everybody in the workspace may join this channel.");
    layout->addWidget(makeLabel(who, Theme::Type::Small, QFont::Normal, Tone::Third, this));
    QLineEdit *field = searchField(tr("Name"), this);
    layout->addWidget(field);
    m_list->setAccessibleName(tr("Members"));
    keepWithin(m_list);
    layout->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    auto *message = makeButton(tr("Message"), {}, this);
    auto *remove = makeButton(tr("Remove"), u"danger"_s, this);
    auto *add = makeButton(tr("Add somebody"), u"primary"_s, this);
    buttons->addWidget(message);
    buttons->addWidget(remove);
    buttons->addStretch();
    buttons->addWidget(add);
    layout->addLayout(buttons);
    remove->setObjectName(u"removeMember"_s);
    m_list->setObjectName(u"members"_s);
    // As the server decides; of a channel whose maker is not known here, it is asked.
    const bool mayRemove = account.self.role == Role::Owner || account.self.role == Role::Admin
        || row.channel.creator.isNull() || row.channel.creator == account.self.id;
    remove->setVisible(!direct && mayRemove && account.self.role != Role::Guest);
    add->setVisible(!direct && account.self.role != Role::Guest);
    // What can be seen to be chosen, and nothing else: the row with the focus is not.
    const auto selected = [this]() -> const Person * {
        const QList<QListWidgetItem *> rows = m_list->selectedItems();
        const int at = rows.size() == 1 ? m_list->row(rows.first()) : -1;
        return at >= 0 && at < m_found.size() ? &m_found[at] : nullptr;
    };
    const auto refresh = [this, selected, message, remove] {
        const Person *person = selected();
        const bool other = person && person->id != m_account.self.id;
        message->setEnabled(other);
        remove->setEnabled(other);
        remove->setAccessibleName(other ? tr("Remove %1").arg(person->name) : tr("Remove"));
        message->setAccessibleName(other ? tr("Message %1").arg(person->name) : tr("Message"));
    };
    connect(m_list, &QListWidget::itemSelectionChanged, this, refresh);
    connect(this, &MembersDialog::found, this, refresh);
    refresh();
    connect(field, &QLineEdit::textChanged, this, &MembersDialog::search);
    connect(message, &QPushButton::clicked, this, [this, selected] {
        if (const Person *person = selected()) {
            Q_EMIT messageRequested(person->id);
            accept();
        }
    });
    connect(
        remove, &QPushButton::clicked, this,
        [this, selected, channel = row.channel, title = ChannelListModel::titleOf(row)] {
            const Person *person = selected();
            if (!person)
                return;
            askToDestroy(
                this, tr("Remove from the channel"), tr("Remove %1 from %2?").arg(person->name, title),
                channel.kind == ChannelKind::Private
                    ? tr(
                        "The channel leaves their devices at once. They see it again when somebody adds them.")
                    : tr("The channel leaves their devices at once. They may join it again."),
                tr("Remove"), [this, id = person->id] {
                    Q_EMIT removeRequested(id);
                    accept();
                });
        });
    connect(add, &QPushButton::clicked, this, [this] {
        auto *pick = new PickPersonDialog(tr("Add to the channel"), m_account, {}, this);
        pick->setAttribute(Qt::WA_DeleteOnClose);
        connect(pick, &PickPersonDialog::picked, this, [this](const Person &person) {
            Q_EMIT addRequested(person.id);
            accept();
        });
        pick->open();
    });
    search({});
}

void MembersDialog::search(const QString &typed)
{
    const quint64 serial = ++m_serial;
    follow(m_account.cache->findPeople(m_channel, typed.trimmed(), 500), this,
           [this, serial](const Result<QList<Person>> &people) {
               if (serial != m_serial || !people)
                   return;
               m_found = *people;
               m_list->clear();
               for (const Person &person : std::as_const(m_found))
                   m_list->addItem(personLine(person));
               Q_EMIT found();
           });
}

} // namespace ChatOps
