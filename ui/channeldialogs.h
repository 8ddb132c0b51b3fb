// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/channellistmodel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ChatOps {

/// Name, topic and whether only members see it.
class NewChannelDialog final : public QDialog {
    Q_OBJECT
public:
    explicit NewChannelDialog(const QString &suggestion, QWidget *parent = nullptr);
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString topic() const;
    [[nodiscard]] bool isPrivate() const;

private:
    QLineEdit *m_name;
    QLineEdit *m_topic;
    QCheckBox *m_private;
    QPushButton *m_create;
};

/// Finds one person by name as it is typed.
class PickPersonDialog final : public QDialog {
    Q_OBJECT
public:
    PickPersonDialog(const QString &title, const Account &account, ChannelId within,
                     QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(const ChatOps::Person &person);

private:
    void search(const QString &typed);
    void accept(int row);
    Account m_account;
    ChannelId m_within;
    QLineEdit *m_field;
    QListWidget *m_list;
    QList<Person> m_found;
    quint64 m_serial = 0;
};

/// Public channels one is not in.
class BrowseChannelsDialog final : public QDialog {
    Q_OBJECT
public:
    BrowseChannelsDialog(const ChannelListModel &channels, QWidget *parent = nullptr);

    /// Channels to put first, each with the number of people the person knows in it.
    void setSuggested(const QHash<ChannelId, int> &suggested);

Q_SIGNALS:
    void joinRequested(ChatOps::ChannelId channel);

private:
    void fill(const QString &typed);
    const ChannelListModel &m_channels;
    QHash<ChannelId, int> m_suggested;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_none;
    QPushButton *m_join;
};

/// Who is in a channel; adding and removing.
class MembersDialog final : public QDialog {
    Q_OBJECT
public:
    MembersDialog(const ChannelRow &row, const Account &account, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested(ChatOps::PersonId person);
    void removeRequested(ChatOps::PersonId person);
    void messageRequested(ChatOps::PersonId person);
    /// The list shows who was looked for.
    void found();

private:
    void search(const QString &typed);
    Account m_account;
    ChannelId m_channel;
    QListWidget *m_list;
    QList<Person> m_found;
    quint64 m_serial = 0;
};

} // namespace ChatOps
