// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/standingband.h"

#include "ui/privacypage.h"

#include <QDateTime>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int monthsUntilReview = 12;

QString pageOf(StandingBand::Kind kind)
{
    switch (kind) {
    case StandingBand::Kind::Restricted:
        return u"requests"_s;
    case StandingBand::Kind::Ledger:
        return u"ledger"_s;
    case StandingBand::Kind::Profile:
        return u"profile"_s;
    default:
        return {};
    }
}

} // namespace

StandingBand::StandingBand(PrivacyModel &model, LedgerWatch &ledger, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_ledger(ledger)
    , m_text(makeText(QString(), Tone::Ink))
    , m_open(makeLink(tr("Look at it"), this))
    , m_done(makeLink(tr("It is still right"), this))
{
    setObjectName(u"standingBand"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 10, 6);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_done);
    layout->addWidget(m_open);
    m_open->setObjectName(u"standingOpen"_s);
    m_done->setObjectName(u"standingDone"_s);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(pageOf(m_kind)); });
    connect(m_done, &QPushButton::clicked, this, [this] { m_model.patchProfile({}); });
    connect(&model, &PrivacyModel::changed, this, &StandingBand::refresh);
    connect(&ledger, &LedgerWatch::changed, this, &StandingBand::refresh);
    hide();
}

StandingBand::Kind StandingBand::wanted() const
{
    if (!m_model.isLoaded())
        return Kind::None;
    const std::optional<WorkspaceRules> &rules = m_model.rows().rules;
    if (rules && isOlderVersion(QStringLiteral(CHATOPS_VERSION), rules->minimumVersion))
        return Kind::TooOld;
    if (m_ledger.verdict() == LedgerWatch::Verdict::KeyChanged
        || m_ledger.verdict() == LedgerWatch::Verdict::CutOff)
        return Kind::Ledger;
    if (m_model.restricted() > 0)
        return Kind::Restricted;
    const Profile &profile = m_model.profile();
    const bool long_ago = profile.reviewedAt > 0
        && QDateTime::fromMSecsSinceEpoch(profile.reviewedAt, Qt::UTC)
                .addMonths(monthsUntilReview)
                .toMSecsSinceEpoch()
            <= QDateTime::currentMSecsSinceEpoch();
    return long_ago && (!profile.fields.isEmpty() || !profile.avatar.isEmpty()) ? Kind::Profile : Kind::None;
}

void StandingBand::refresh()
{
    m_kind = wanted();
    switch (m_kind) {
    case Kind::None:
        break;
    case Kind::Restricted:
        m_text->setText(
            tr("Your data is restricted since %1: it is kept, and used for nothing you have not allowed since.")
                .arg(dayText(m_model.restricted())));
        break;
    case Kind::TooOld:
        m_text->setText(
            tr("This program is version %1, and your workspace asks for %2 or newer. Please update it.")
                .arg(QStringLiteral(CHATOPS_VERSION), m_model.rows().rules->minimumVersion));
        break;
    case Kind::Ledger:
        m_text->setText(m_ledger.verdict() == LedgerWatch::Verdict::CutOff
                            ? tr("Entries are missing from the list of your choices that were here before.")
                            : tr("The list of your choices is signed with another key than before."));
        break;
    case Kind::Profile:
        m_text->setText(tr("You last looked at your profile on %1. Is it still right?")
                            .arg(dayText(m_model.profile().reviewedAt)));
        break;
    }
    setAccessibleName(m_text->text());
    m_open->setVisible(!pageOf(m_kind).isEmpty());
    m_done->setVisible(m_kind == Kind::Profile);
    setVisible(m_kind != Kind::None);
}

} // namespace ChatOps
