// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/channellistmodel.h"
#include "models/searchmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace ChatOps {

/// Ctrl+K: finds channels, people, tasks, events and messages, and jumps there.
class Switcher final : public QDialog {
    Q_OBJECT
public:
    Switcher(const Account &account, const ChannelListModel &channels, QWidget *parent = nullptr);
    /// `within`: search in one channel only.
    void popUp(ChannelId within = {}, const QString &place = {});
    [[nodiscard]] SearchModel *results() { return &m_model; }
    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void chosen(const ChatOps::SearchHit &hit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void accept(const QModelIndex &index);
    void refreshState();
    const ChannelListModel &m_channels;
    SearchModel m_model;
    ChannelId m_within;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_state;
};

} // namespace ChatOps
