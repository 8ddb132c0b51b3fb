// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#ifndef CHATOPS_LIBFUZZER
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <random>
#endif

using namespace ChatOps::Testing;

namespace {

void prepare()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
}

} // namespace

#ifdef CHATOPS_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    [[maybe_unused]] static const bool prepared = (prepare(), true);
    takeAnything(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

#else

/// Without libFuzzer: every file of a corpus, and seeded mutations of each.
int main(int argc, char **argv)
{
    prepare();
    QTextStream out(stdout);
    int files = 0;
    int runs = 0;
    std::mt19937 random(1);
    QDirIterator corpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."), QDir::Files);
    while (corpus.hasNext()) {
        QFile file(corpus.next());
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        ++files;
        takeAnything(bytes);
        for (int i = 0; i < 200; ++i, ++runs) {
            QByteArray other = bytes;
            for (unsigned n = random() % 4 + 1; n > 0 && !other.isEmpty(); --n) {
                const auto at = qsizetype(random() % size_t(other.size()));
                switch (random() % 4) {
                case 0:
                    other[at] = char(random());
                    break;
                case 1:
                    other.remove(at, qsizetype(random() % 9));
                    break;
                case 2:
                    other.insert(
                        at, other.mid(qsizetype(random() % size_t(other.size())), qsizetype(random() % 40)));
                    break;
                default:
                    other.truncate(at);
                }
            }
            takeAnything(other);
        }
    }
    out << files << " files and " << runs << " mutations taken" << Qt::endl;
    return files > 0 ? 0 : 1;
}

#endif
