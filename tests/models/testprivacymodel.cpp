// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/choices.h"
#include "models/privacymodel.h"
#include "tests/models/fakeaccount.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace ChatOps;
using namespace ChatOps::Testing;
using namespace Qt::Literals::StringLiterals;

class TestPrivacyModel : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<FakeAccount> m_fake;
    std::unique_ptr<PendingWork> m_work;
    std::unique_ptr<PrivacyModel> m_model;

    static void deliver()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }
    [[nodiscard]] bool isGiven(const QString &purpose) const
    {
        return ChatOps::isGiven(m_model->rows().consents, m_model->rows().policies, purpose, 1);
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeAccount>();
        ConsentRecord given;
        given.id = ConsentId::create();
        given.number = 1;
        given.purpose = u"storage.analytics"_s;
        given.decision = Decision::Given;
        m_fake->cache.privacyRows.consents = {given};
        m_work = std::make_unique<PendingWork>(m_fake->account());
        m_model = std::make_unique<PrivacyModel>(m_fake->account(), *m_work);
        deliver();
    }
    void cleanup()
    {
        m_model.reset();
        m_work.reset();
        m_fake.reset();
    }

    void aChoiceCountsBeforeTheServerKnowsIt()
    {
        QVERIFY(m_model->isLoaded() && isGiven(u"storage.analytics"_s));
        m_model->choose({findPurpose(u"storage.analytics"_s)}, false, u"switch"_s);
        deliver();
        QVERIFY(!isGiven(u"storage.analytics"_s));
        QCOMPARE(m_model->rows().consents.last().decision, Decision::Withdrawn);
        m_model->choose({findPurpose(u"storage.marketing"_s)}, true, u"switch"_s);
        deliver();
        QVERIFY(isGiven(u"storage.marketing"_s));
    }

    void aNoTheDiskDoesNotTakeCountsAllTheSame()
    {
        m_fake->outbox.trouble = Error{ErrorCode::Storage, u"The disk is full."_s, {}};
        m_model->choose({findPurpose(u"storage.analytics"_s)}, false, u"switch"_s);
        deliver();
        QCOMPARE(m_work->unkeptCount(), 1);
        QVERIFY(!isGiven(u"storage.analytics"_s));
        // A yes that is kept nowhere is none.
        m_model->choose({findPurpose(u"storage.marketing"_s)}, true, u"switch"_s);
        deliver();
        QVERIFY(!isGiven(u"storage.marketing"_s));
    }

    void whatTheServerRefusedIsNoChoice()
    {
        m_model->choose({findPurpose(u"storage.marketing"_s)}, true, u"switch"_s);
        deliver();
        m_fake->outbox.refuse(m_fake->outbox.items.last().operation.id, u"marketing_off"_s);
        deliver();
        QVERIFY(!isGiven(u"storage.marketing"_s));
    }
};
CHATOPS_TEST(TestPrivacyModel)

#include "testprivacymodel.moc"
