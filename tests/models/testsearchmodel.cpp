// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchmodel.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestSearchModel : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<SearchModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static QList<SearchHit> hits(const QString &title)
    {
        SearchHit hit;
        hit.kind = EntityKind::Task;
        hit.title = title;
        return {hit};
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        m_model = std::make_unique<SearchModel>(m_fake->account());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_fake.reset();
    }

    void theAnswerToAnOlderQuestionIsDropped()
    {
        m_fake->cache.hold();
        m_fake->cache.found = hits(u"for r"_s);
        m_model->search(u"r"_s);
        m_fake->cache.found = hits(u"for re"_s);
        m_model->search(u"re"_s);
        QVERIFY(m_model->isSearching());
        QSignalSpy finished(m_model.get(), &SearchModel::finished);
        m_fake->cache.release();
        QCOMPARE(finished.size(), 0);
        QCOMPARE(m_model->rowCount(), 0);
        m_fake->cache.release();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(m_model->hit(0).title, u"for re"_s);
        QVERIFY(!m_model->isSearching());
    }

    void nothingTypedShowsSuggestionsEvenWhenAnAnswerIsOnItsWay()
    {
        m_fake->cache.hold();
        m_fake->cache.found = hits(u"late"_s);
        m_model->setSuggestions(hits(u"recent"_s));
        m_model->search(u"late"_s);
        m_model->search(u"  "_s);
        m_fake->cache.releaseAll();
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->hit(0).title, u"recent"_s);
    }

    void aFailureIsToldAndTheLastHitsStay()
    {
        m_fake->cache.found = hits(u"first"_s);
        m_model->search(u"first"_s);
        deliver();
        m_fake->cache.failing = true;
        QSignalSpy failed(m_model.get(), &SearchModel::failed);
        m_model->search(u"second"_s);
        deliver();
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_model->isSearching());
        QCOMPARE(m_model->rowCount(), 1);
    }
};
CHATOPS_TEST(TestSearchModel)

#include "testsearchmodel.moc"
