// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

namespace ChatOps {

/// A name in the language of the program, where it is the server's word and nobody's name.
[[nodiscard]] QString shownName(const QString &name);

/// Names of people as views need them: asked for once, kept while shown. Not
/// the whole workspace, which may have tens of thousands.
class PeopleDirectory final : public QObject {
    Q_OBJECT
public:
    explicit PeopleDirectory(const Account &account, QObject *parent = nullptr);

    /// The name, or an empty text while it is being read; `changed` follows.
    [[nodiscard]] QString name(PersonId person);
    [[nodiscard]] bool isKnown(PersonId person) const { return m_known.contains(person); }

Q_SIGNALS:
    void changed();

private:
    void read();
    Account m_account;
    QHash<PersonId, QString> m_known;
    QSet<PersonId> m_wanted;
};

} // namespace ChatOps
