// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/purposes.h"

#include <algorithm>
#include <array>

namespace ChatOps {
namespace {

using Group = Purpose::Group;
using Basis = Purpose::Basis;

constexpr size_t firstMarketing = 3;

// The marketing rows stand in the order of topics, each by its channels. Links in mails that were
// sent name a row by its place: new rows come last.
constexpr std::array<Purpose, 18> table{{
    {Purposes::StoredPreferences, Group::Storage, Basis::Consent, 1, true},
    {Purposes::Analytics, Group::Storage, Basis::Consent, 1, true},
    {Purposes::StoredMarketing, Group::Storage, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.news.app"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.news.email"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.tips.app"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.tips.email"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.events.app"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.events.email"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.surveys.app"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.surveys.email"), Group::Marketing, Basis::Consent, 1, true},
    {QLatin1StringView("marketing.recommendations.app"), Group::Marketing, Basis::Consent, 1, false},
    {QLatin1StringView("marketing.recommendations.email"), Group::Marketing, Basis::Consent, 1, false},
    {Purposes::SharingForMarketing, Group::Sharing, Basis::Consent, 1, true},
    {Purposes::LinkPreviews, Group::Comfort, Basis::Consent, 1, true},
    {Purposes::Recommendations, Group::Comfort, Basis::LegitimateInterest, 1, true},
    {Purposes::Presence, Group::Comfort, Basis::Consent, 1, true},
    {Purposes::Digest, Group::Comfort, Basis::Consent, 1, true},
}};

} // namespace

std::span<const Purpose> purposes()
{
    return table;
}

const Purpose *findPurpose(const QString &name)
{
    const auto *const found =
        std::find_if(table.begin(), table.end(), [name](const Purpose &one) { return name == one.name; });
    return found == table.end() ? nullptr : found;
}

const Purpose &marketingPurpose(MarketingTopic topic, MarketingChannel channel)
{
    return table[firstMarketing + size_t(topic) * MarketingChannelCount + size_t(channel)];
}

std::span<const CountedFeature> countedFeatures()
{
    static constexpr std::array features{
        CountedFeature{QLatin1StringView("message.sent"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("reply.sent"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("file.sent"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("task.made"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("event.made"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("search.opened"), Purposes::Analytics},
        CountedFeature{QLatin1StringView("announcement.opened"), Purposes::StoredMarketing},
    };
    return features;
}

const CountedFeature *findFeature(const QString &name)
{
    const std::span<const CountedFeature> all = countedFeatures();
    const auto found =
        std::find_if(all.begin(), all.end(), [&name](const CountedFeature &one) { return name == one.name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace ChatOps
