// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtCore>

#include <algorithm>
#include <array>
#include <chrono>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>
