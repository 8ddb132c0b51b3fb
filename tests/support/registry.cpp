// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registry.h"

#include <QTest>

#include <cstdio>
#include <map>
#include <string>

namespace ChatOps::Testing {
namespace {

auto &registry()
{
    static std::map<std::string, std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

} // namespace

void registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().emplace(name, std::move(make));
}

int runRegistered(int argc, char **argv)
{
    const auto found = argc > 1 ? registry().find(argv[1]) : registry().end();
    if (found == registry().end()) {
        std::fprintf(stderr, "usage: %s CLASS [QtTest options]; classes:\n", argv[0]);
        for (const auto &[name, make] : registry())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    return QTest::qExec(found->second().get(), argc - 1, argv + 1);
}

} // namespace ChatOps::Testing
