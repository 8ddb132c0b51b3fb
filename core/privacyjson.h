// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy.h"

namespace ChatOps {

// The wire form of what belongs to privacy, as docs/protocol.md describes it. Decoders
// check every length, range and id and never trust the peer.

[[nodiscard]] QJsonObject toJson(const ConsentRecord &record);
[[nodiscard]] QJsonObject toJson(const RightsRequest &request);
[[nodiscard]] QJsonObject toJson(const Notice &notice);
[[nodiscard]] QJsonObject toJson(const NoticeSeen &seen);
[[nodiscard]] QJsonObject toJson(const PolicyVersion &policy);
[[nodiscard]] QJsonObject toJson(const WorkspaceRules &rules);
[[nodiscard]] QJsonObject toJson(const Profile &profile);
[[nodiscard]] QJsonObject toJson(const SyncedPreference &preference);

[[nodiscard]] Result<ConsentRecord> consentFromJson(const QJsonObject &json);
[[nodiscard]] Result<RightsRequest> requestFromJson(const QJsonObject &json);
[[nodiscard]] Result<Notice> noticeFromJson(const QJsonObject &json);
[[nodiscard]] Result<NoticeSeen> noticeSeenFromJson(const QJsonObject &json);
[[nodiscard]] Result<PolicyVersion> policyFromJson(const QJsonObject &json);
[[nodiscard]] Result<WorkspaceRules> rulesFromJson(const QJsonObject &json);
[[nodiscard]] Result<Profile> profileFromJson(const QJsonObject &json);
[[nodiscard]] Result<SyncedPreference> preferenceFromJson(const QJsonObject &json);
/// A picture in base64: PNG or JPEG by its first bytes, at most `Limit::AvatarBytes`; empty for
/// no text. Invalid for anything else.
[[nodiscard]] Result<QByteArray> avatarFromText(const QString &text);

[[nodiscard]] QLatin1StringView nameOf(Decision value);
[[nodiscard]] QLatin1StringView nameOf(RightsKind value);
[[nodiscard]] QLatin1StringView nameOf(RestrictionGround value);
[[nodiscard]] QLatin1StringView nameOf(RightsRequest::State value);
[[nodiscard]] QLatin1StringView nameOf(NoticeKind value);
[[nodiscard]] std::optional<Decision> decisionFromName(QStringView name);
[[nodiscard]] std::optional<RightsKind> rightsKindFromName(QStringView name);
[[nodiscard]] std::optional<RestrictionGround> restrictionGroundFromName(QStringView name);
[[nodiscard]] std::optional<NoticeKind> noticeKindFromName(QStringView name);

/// Largest document of any of these kinds, in bytes of JSON; well within a frame.
inline constexpr qsizetype MostDocumentBytes = 128 * 1024;

} // namespace ChatOps
