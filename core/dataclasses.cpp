// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataclasses.h"

#include <algorithm>
#include <array>

namespace ChatOps {
namespace {

using Place = DataClass::Place;
using Erasure = DataClass::Erasure;

constexpr std::array table{
    DataClass{QLatin1StringView("account"), Place::Server, true, Erasure::Removed},
    DataClass{QLatin1StringView("profile"), Place::Server, true, Erasure::Removed},
    DataClass{QLatin1StringView("channel"), Place::Server, true, Erasure::Removed},
    DataClass{QLatin1StringView("message"), Place::Server, true, Erasure::ByRule},
    DataClass{QLatin1StringView("file"), Place::Server, true, Erasure::ByRule},
    DataClass{QLatin1StringView("task"), Place::Server, true, Erasure::ByRule},
    DataClass{QLatin1StringView("event"), Place::Server, true, Erasure::ByRule},
    DataClass{QLatin1StringView("reaction"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("mention"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("read"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("preference"), Place::Server, true, Erasure::Removed},
    DataClass{QLatin1StringView("consent"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("request"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("notice"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("session"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("export"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("mail"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("access"), Place::Server, false, Erasure::Removed},
    DataClass{QLatin1StringView("suppression"), Place::Server, false, Erasure::Kept},
    DataClass{QLatin1StringView("draft"), Place::Device, true, Erasure::Removed},
    DataClass{QLatin1StringView("unsent"), Place::Device, true, Erasure::Removed},
    DataClass{QLatin1StringView("setting"), Place::Device, true, Erasure::Removed},
    DataClass{QLatin1StringView("contacted"), Place::Device, false, Erasure::Removed},
    DataClass{QLatin1StringView("count"), Place::Device, false, Erasure::Removed},
    DataClass{QLatin1StringView("cookie"), Place::Device, false, Erasure::Removed},
    DataClass{QLatin1StringView("copy"), Place::Device, false, Erasure::Removed},
};

} // namespace

std::span<const DataClass> dataClasses()
{
    return table;
}

const DataClass *findDataClass(QStringView name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [name](const DataClass &one) { return name == one.name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace ChatOps
