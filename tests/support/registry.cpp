// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registry.h"

#include <QCoreApplication>
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
    int code = 0;
    {
        const std::unique_ptr<QObject> test = found->second();
        code = QTest::qExec(test.get(), argc - 1, argv + 1);
    }
    // What was put off in the event loops of the test is done here, so that a leak
    // that is reported is one.
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return code;
}

} // namespace ChatOps::Testing
