// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities.h"
#include "core/result.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QMap>

#include <span>

namespace ChatOps {

/// What a person said about one purpose.
enum class Decision {
    Given,
    Refused, ///< Asked, and said no; kept as firmly as a consent.
    Withdrawn, ///< Given before, and taken back.
    Objected, ///< Against a legitimate interest; article 21 of the GDPR.
};

/// One entry of the consent ledger, with the fields of ISO/IEC TS 27560:2023 and the
/// lawful basis. Never changed once the server has chained and signed it.
struct ConsentRecord {
    ConsentId id;
    qint64 number = 0; ///< Place in the person's chain, from 1; 0 while it waits to be sent.
    PersonId person;
    QString purpose; ///< A name of `purposes()`.
    int purposeVersion = 1;
    Decision decision = Decision::Refused;
    QString basis; ///< "consent" or "legitimate_interests".
    int policy = 0; ///< Version of the policy that was shown; 0: none was.
    QString policyHash; ///< SHA-256 of that version, hexadecimal.
    QString language; ///< In which it was shown; BCP 47.
    QString method; ///< How it was said: "question", "switch", "link", "request".
    DeviceId device;
    QString deviceName;
    QString controller; ///< Who asked.
    Millis decidedAt = 0; ///< By the device's clock.
    Millis recordedAt = 0; ///< By the server's.
    QString previous; ///< Hash of the entry before; empty in the first one.
    QString hash; ///< Of this entry: see `hashOf`.
    QString signature; ///< Of the hash by the server: Ed25519 (RFC 8032), base64.
    qint64 rev = 0;

    friend bool operator==(const ConsentRecord &, const ConsentRecord &) = default;
};

/// SHA-256, hexadecimal, over the record without `rev`, `hash` and `signature` as JSON
/// in canonical form (RFC 8785) with `previous` in it.
[[nodiscard]] QString hashOf(const ConsentRecord &record);

/// Rights of articles 7(3) and 15 to 21 of the GDPR, and two ways to be heard.
enum class RightsKind {
    Access,
    Rectification,
    Erasure,
    Restriction,
    Objection,
    Portability,
    Withdrawal,
    Complaint,
    Feedback,
    Other, ///< What came by mail, or fits nothing else.
};
/// Article 18(1).
enum class RestrictionGround { None, Inaccurate, Unlawful, NeededForClaims, ObjectionPending };

/// A request to the organisation and how far it has come.
struct RightsRequest {
    enum class State {
        Open,
        Extended, ///< Reasons were given within the first month.
        Answered, ///< Done as asked, or answered.
        Refused, ///< With a reason and the way to complain.
        Withdrawn, ///< By the person.
    };
    struct Entry {
        bool byController = false;
        PersonId author;
        Millis at = 0;
        QString text;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    RequestId id;
    PersonId person;
    RightsKind kind = RightsKind::Access;
    RestrictionGround ground = RestrictionGround::None;
    QString subject; ///< A purpose for objections and withdrawals, a field for corrections.
    QString text; ///< The person's own words.
    State state = State::Open;
    Millis writtenAt = 0; ///< By the device's clock; may be long before it arrived.
    Millis receivedAt = 0; ///< By the server's clock: the month begins here.
    Millis dueAt = 0; ///< First instant after the last day for the answer.
    Millis closedAt = 0;
    QString reason; ///< Of an extension or a refusal.
    QString outcome; ///< What was done.
    QString origin; ///< How it came when not from the program: "web", "mail".
    Millis liftedAt = 0; ///< Of a granted restriction: since when it holds no more.
    QList<Entry> entries;
    qint64 rev = 0;

    [[nodiscard]] bool isOpen() const { return state == State::Open || state == State::Extended; }
    /// A granted restriction that still holds: data is kept and not used (article 18(2)).
    [[nodiscard]] bool restricts() const
    {
        return kind == RightsKind::Restriction && state == State::Answered && liftedAt == 0;
    }
    friend bool operator==(const RightsRequest &, const RightsRequest &) = default;
};

/// The last day for an answer: `months` calendar months after the day of `received` in
/// `zone`, the last day of the month when that has no such day (Regulation 1182/71,
/// article 3(2)(c)).
[[nodiscard]] QDate lastDay(Millis received, int months, const QByteArray &zone);
/// The first instant after that day in the zone.
[[nodiscard]] Millis dueAfter(Millis received, int months, const QByteArray &zone);
/// Months for an answer, and with an extension (article 12(3)).
inline constexpr int AnswerMonths = 1;
inline constexpr int ExtendedMonths = 3;
/// Does this kind have a due date? Feedback has none.
[[nodiscard]] bool hasDueDate(RightsKind kind);

/// What the organisation or the provider tells. Only the last four kinds are
/// marketing, and only they need a consent.
enum class NoticeKind {
    Service,
    Security,
    Maintenance,
    Breach, ///< Article 34; stays until it was read.
    Ownership, ///< The controller changes hands; 30 days.
    News,
    Tips,
    Events,
    Survey,
};
[[nodiscard]] bool isMarketing(NoticeKind kind);

struct Notice {
    NoticeId id;
    NoticeKind kind = NoticeKind::Service;
    QString title;
    QString text; ///< Markdown.
    Millis from = 0;
    Millis until = 0; ///< 0: no end.
    PersonId person; ///< Null: everybody in the workspace.
    QString below; ///< Concerns programs older than this version only, such as "0.4.1".
    qint64 rev = 0;

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// That a person has read a notice, on any device.
struct NoticeSeen {
    NoticeId notice;
    PersonId person;
    Millis at = 0;
    qint64 rev = 0;

    friend bool operator==(const NoticeSeen &, const NoticeSeen &) = default;
};

/// One version of the privacy policy; all are kept.
struct PolicyVersion {
    struct Section {
        QString key; ///< Stays the same over versions; sections are compared by it.
        QString title;
        QString brief; ///< One sentence: the upper layer.
        QString text; ///< Markdown.

        friend bool operator==(const Section &, const Section &) = default;
    };
    PolicyId id;
    int version = 0; ///< From 1.
    Millis publishedAt = 0;
    Millis effectiveAt = 0;
    bool material = false; ///< Asks again for the purposes in `affects`, and for nothing else.
    QStringList affects;
    QString summary; ///< What changed, for people.
    QList<Section> sections;
    qint64 rev = 0;

    /// SHA-256, hexadecimal, of the sections in canonical form.
    [[nodiscard]] QString hash() const;
    friend bool operator==(const PolicyVersion &, const PolicyVersion &) = default;
};

/// A party with a role in the law, as people reach it.
struct Contact {
    QString name;
    QString address;
    QString email;
    QString officer; ///< Data protection officer, if there is one.

    friend bool operator==(const Contact &, const Contact &) = default;
};

/// How long one class of data is kept, and why.
struct RetentionRule {
    QString name; ///< Class: "message", "session", "usage", ...
    int days = 0; ///< 0: as long as the account.
    QString reason;
    QString region = {}; ///< Where it is kept; ISO 3166-1.
    QString safeguard = {}; ///< As in `RegisterEntry`.

    friend bool operator==(const RetentionRule &, const RetentionRule &) = default;
};

/// Is the version `own` older than `other`? Dotted numbers; what is none is never older.
[[nodiscard]] bool isOlderVersion(const QString &own, const QString &other);

/// What a person set for themselves on every device, such as a muted channel.
struct SyncedPreference {
    PersonId person;
    QString name; ///< See `Preference`.
    QString value; ///< Empty: back to how it is for everybody.
    qint64 rev = 0;

    friend bool operator==(const SyncedPreference &, const SyncedPreference &) = default;
};
/// Names of synced preferences: what the name of one begins with, and the id of what it is about.
namespace Preference {
inline constexpr QLatin1StringView Mute("mute."); ///< "1": nothing of it asks for attention.
inline constexpr QLatin1StringView Follow("follow."); ///< "1": every message of it does.
} // namespace Preference
/// The id follows from person and name, so that two devices speak of one.
[[nodiscard]] QUuid preferenceId(PersonId person, const QString &name);

/// Somebody who gets data: processors, and disclosures to authorities.
struct RegisterEntry {
    QString name;
    QString purpose;
    QString region; ///< ISO 3166-1.
    QString safeguard; ///< For transfers outside: "adequacy", "scc", "idta"; empty inside.
    Millis since = 0;

    friend bool operator==(const RegisterEntry &, const RegisterEntry &) = default;
};

/// What the workspace says of itself and demands: one per workspace.
struct WorkspaceRules {
    WorkspaceId workspace;
    Contact controller; ///< The employer: for what people write.
    Contact provider; ///< Who runs accounts and telemetry.
    QByteArray zone = "UTC"; ///< In which due days end.
    int minimumAge = 16; ///< Not below `ageOfConsent` of the country.
    int aggregateFrom = 5; ///< Totals of feature use are shown when so many people allow them.
    bool marketing = true; ///< False: the workspace has none, whatever people choose.
    bool mail = false; ///< This server sends mail to those who choose it.
    bool removeOnErasure = false; ///< Messages of an erased person go, instead of losing the name.
    int backupDays = 30; ///< How long erased data stays in backups.
    QString authorityCountry; ///< ISO 3166-1: whose authority people complain to.
    QList<RetentionRule> retention;
    QList<RegisterEntry> processors;
    QList<RegisterEntry> disclosures;
    QList<PersonId> contacts; ///< People here who answer requests.
    QString minimumVersion; ///< Of the program; older ones are told to update.
    ChannelId noticeChannel; ///< Where a new version of the policy is told as a message, too.
    QString signingKey; ///< Of receipts: Ed25519, base64.
    qint64 rev = 0;

    friend bool operator==(const WorkspaceRules &, const WorkspaceRules &) = default;
};

/// How a request is called where people read or say its number: the end of its id.
[[nodiscard]] inline QString requestNumber(RequestId id)
{
    return id.toString().right(8);
}

/// What is known of a person beside name and role. Every field may be empty.
struct Profile {
    struct Field {
        QString value;
        bool byOrganisation = false; ///< Provided by the employer; corrected by a request.

        friend bool operator==(const Field &, const Field &) = default;
    };
    PersonId person;
    QMap<QString, Field> fields; ///< By a name of `profileFields()`; empty ones are left out.
    QByteArray avatar; ///< PNG or JPEG, square, at most `Limit::AvatarBytes`; empty: initials.
    Millis reviewedAt = 0; ///< When the person last said that it is still right.
    qint64 rev = 0;

    friend bool operator==(const Profile &, const Profile &) = default;
};
/// Names of fields a profile can have.
[[nodiscard]] std::span<const QLatin1StringView> profileFields();

/// Everything about privacy this device holds.
struct PrivacyRows {
    PersonId person; ///< Whose these are.
    QList<ConsentRecord> consents; ///< Of this person, by number.
    QList<RightsRequest> requests; ///< Of this person; for a privacy contact all.
    QList<Notice> notices;
    QHash<NoticeId, Millis> seen;
    QList<PolicyVersion> policies; ///< By version.
    std::optional<WorkspaceRules> rules;
    QHash<QString, QString> preferences; ///< By name; empty ones are left out.
};

/// Data collected by itself, such as logs and counts, is kept this long at most.
inline constexpr int MostRetentionDays = 730;

namespace Limit {
constexpr qsizetype RequestText = 8'000;
constexpr qsizetype RequestEntries = 200;
constexpr qsizetype NoticeText = 8'000;
constexpr qsizetype PolicySections = 60;
constexpr qsizetype PolicyText = 20'000;
constexpr qsizetype ProfileField = 1'000;
constexpr qsizetype AvatarBytes = 24 * 1024;
constexpr qsizetype Preferences = 5'000; ///< Of one person.
constexpr qsizetype PreferenceName = 80;
constexpr qsizetype PreferenceValue = 200;
} // namespace Limit

} // namespace ChatOps
