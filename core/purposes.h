// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace ChatOps {

/// What personal data is used for beyond running the product. Every one is off until
/// the person chooses it (docs/privacy.md). Names on the wire and in the ledger are
/// those of the table and are never reused.
struct Purpose {
    enum class Group {
        Storage, ///< What is stored on or read from the device: cookies and analytics.
        Marketing, ///< Messages, by topic and channel.
        Sharing, ///< Passing data on.
        Comfort, ///< Features that need more data than the product itself.
    };
    enum class Basis {
        Consent, ///< Article 6(1)(a) of the GDPR; withdrawn at any time.
        LegitimateInterest, ///< Article 6(1)(f); objected to at any time. Off until chosen all the same.
    };
    QLatin1StringView name;
    Group group;
    Basis basis;
    int version; ///< Raised when the purpose means more than before: then it is asked anew.
    bool used; ///< Something in this program asks for it. Other names are reserved, and not offered.
};

namespace Purposes {
inline constexpr QLatin1StringView StoredPreferences("storage.preferences");
inline constexpr QLatin1StringView Analytics("storage.analytics");
inline constexpr QLatin1StringView StoredMarketing("storage.marketing");
inline constexpr QLatin1StringView SharingForMarketing("sharing.marketing");
inline constexpr QLatin1StringView LinkPreviews("comfort.link_previews");
inline constexpr QLatin1StringView Recommendations("comfort.recommendations");
inline constexpr QLatin1StringView Presence("comfort.presence");
inline constexpr QLatin1StringView Digest("comfort.digest.email");
} // namespace Purposes

/// Topics of marketing messages and the ways they come; `marketing.<topic>.<channel>`.
enum class MarketingTopic { News, Tips, Events, Surveys, Recommendations };
enum class MarketingChannel { App, Email };
inline constexpr int MarketingTopicCount = 5;
inline constexpr int MarketingChannelCount = 2;

[[nodiscard]] std::span<const Purpose> purposes();
/// Null for a name this version does not know.
[[nodiscard]] const Purpose *findPurpose(const QString &name);
[[nodiscard]] const Purpose &marketingPurpose(MarketingTopic topic, MarketingChannel channel);

/// A feature whose use is counted, if that is allowed; names on the wire.
struct CountedFeature {
    QLatin1StringView name;
    QLatin1StringView purpose; ///< Under which it may be counted.
};
[[nodiscard]] std::span<const CountedFeature> countedFeatures();
[[nodiscard]] const CountedFeature *findFeature(const QString &name);

} // namespace ChatOps
