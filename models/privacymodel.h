// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/choices.h"
#include "core/privacy.h"
#include "core/purposes.h"
#include "models/pendingwork.h"

namespace ChatOps {

/// What the privacy centre shows: the rows of the cache with what still waits to be sent
/// laid over, so that a choice counts on this device at once, also offline.
class PrivacyModel final : public QObject {
    Q_OBJECT
public:
    PrivacyModel(const Account &account, PendingWork &work, QObject *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Choices that wait have no number and stand last; requests that wait stand first.
    [[nodiscard]] const PrivacyRows &rows() const { return m_rows; }
    [[nodiscard]] bool isWaiting(RequestId request) const { return m_waiting.contains(request.uuid()); }
    [[nodiscard]] bool isWaiting(ConsentId consent) const { return m_waiting.contains(consent.uuid()); }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// Since when this person's data may only be stored; 0 when it is not restricted.
    [[nodiscard]] Millis restricted() const { return restrictedSince(m_rows.requests, m_account.self.id); }
    [[nodiscard]] const Account &account() const { return m_account; }
    /// Newest version in force; null when none is known.
    [[nodiscard]] const PolicyVersion *policy() const;
    /// Is this person one who answers requests here?
    [[nodiscard]] bool isContact() const;
    /// Own requests, newest first.
    [[nodiscard]] QList<RightsRequest> ownRequests() const;
    /// Of others, open ones first by due date; for privacy contacts.
    [[nodiscard]] QList<RightsRequest> requestsOfOthers() const;
    /// To be shown now: begun, not over, not read.
    [[nodiscard]] QList<Notice> unreadNotices(Millis now) const;

    /// Writes one record a purpose, under the policy shown. `yes` means given; otherwise
    /// refused, withdrawn or objected to, depending on what was before and on the basis.
    void choose(const QList<const Purpose *> &purposes, bool yes, const QString &method);
    void request(RightsKind kind, const QString &text, RestrictionGround ground = RestrictionGround::None,
                 const QString &subject = {});
    void aboutRequest(OperationKind kind, RequestId request, const QString &text = {});
    void markRead(NoticeId notice);
    /// Also says that the rest of the profile is still right; without fields only that.
    void patchProfile(const QJsonObject &fields);
    /// On every device of the person; an empty value takes it back.
    void setPreference(const QString &name, const QString &value);

Q_SIGNALS:
    void changed();
    void failed(const ChatOps::Error &error);

private:
    void reload();
    void rebuild();
    void layOver(const Operation &operation);
    void layOver(RightsRequest &request, const Operation &operation) const;

    Account m_account;
    PendingWork &m_work;
    PrivacyRows m_confirmed;
    Profile m_confirmedProfile;
    PrivacyRows m_rows;
    Profile m_profile;
    QSet<QUuid> m_waiting;
    QHash<QString, bool> m_said; ///< Choices made in this window.
    quint64 m_generation = 0;
    bool m_loaded = false;
};

} // namespace ChatOps
