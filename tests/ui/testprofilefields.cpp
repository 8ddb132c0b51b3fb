// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registry.h"
#include "ui/profilefields.h"

#include <QTest>

using namespace ChatOps;
using namespace Qt::Literals::StringLiterals;

class TestProfileFields final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aProfileIsCheckedForWhatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        for (const auto &good : {u"mika@example.org"_s, u"mika.lind+x@mail.example.co.uk"_s, QString()})
            QTest::addRow("email %s", qPrintable(good)) << u"email"_s << good << true;
        for (const auto &wrong : {u"mika"_s, u"mika@example"_s, u"mika @example.org"_s, u"@example.org"_s,
                                  u"a@b@example.org"_s, u"mika@example.org."_s})
            QTest::addRow("email %s", qPrintable(wrong)) << u"email"_s << wrong << false;
        for (const auto &good : {u"+358 9 123 4567"_s, u"(030) 12345-67"_s, u"09/1234.56"_s, u"110"_s,
                                 u"+1 555 0100 ext. 12"_s, u"+1 555 0100 x12"_s, QString()})
            QTest::addRow("phone %s", qPrintable(good)) << u"phone"_s << good << true;
        for (const auto &wrong : {u"call me"_s, u"12"_s, u"+"_s, u"1234 home"_s})
            QTest::addRow("phone %s", qPrintable(wrong)) << u"phone"_s << wrong << false;
        QTest::newRow("zone") << u"zone"_s << u"Europe/Helsinki"_s << true;
        QTest::newRow("no zone") << u"zone"_s << u"Mars/Olympus"_s << false;
        QTest::newRow("free") << u"bio"_s << u"anything @ all"_s << true;
    }
    void aProfileIsCheckedForWhatCannotBeMeant()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        QTEST(profileFieldProblem(field, value).isEmpty(), "good");
    }
};
CHATOPS_TEST(TestProfileFields)

#include "testprofilefields.moc"
