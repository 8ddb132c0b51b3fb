// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/passwords.h"

#include "server/hub/accounts.h"

#include <zxcvbn.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {

double passwordBits(const QString &password, const QStringList &about)
{
    QByteArrayList words{"chatops"};
    for (const QString &one : about) {
        for (const QString &word : one.split(u' ', Qt::SkipEmptyParts))
            words.append(word.toLower().toUtf8());
    }
    QList<const char *> list;
    for (const QByteArray &word : std::as_const(words))
        list.append(word.constData());
    list.append(nullptr);
    // The time it takes grows with the square of the length; what is behind adds nothing that matters.
    return ZxcvbnMatch(password.left(80).toUtf8().constData(), list.data(), nullptr);
}

Result<void> checkNewPassword(const QString &password, const QStringList &about, double leastBits)
{
    if (password.size() < MinPassword || password.size() > MaxPassword)
        return failure(ErrorCode::Invalid, u"A password has 8 to 256 characters."_s);
    if (passwordBits(password, about) < leastBits)
        return failure(
            ErrorCode::Invalid,
            u"This password is among those that are guessed first. Several words that do not belong together are better."_s);
    return {};
}

} // namespace ChatOps::Server
