// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace ChatOps::Testing {

/// Test classes of one executable, found by name on its command line.
void registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make);
[[nodiscard]] int runRegistered(int argc, char **argv);

} // namespace ChatOps::Testing

#define CHATOPS_TEST(Class)                                                                                  \
    static const bool registered##Class = [] {                                                               \
        ChatOps::Testing::registerTest(#Class, [] { return std::make_unique<Class>(); });                    \
        return true;                                                                                         \
    }();
