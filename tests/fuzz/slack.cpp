// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "server/commands/slackimport.h"
#include "server/hub/serverschema.h"
#include "tests/fuzz/target.h"

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Testing {
namespace {

/// Files after lines of "=== NAME".
class Given final : public Server::SlackFiles {
public:
    explicit Given(const QByteArray &bytes)
    {
        for (qsizetype at = bytes.indexOf("=== "); at >= 0;) {
            const qsizetype line = bytes.indexOf('\n', at);
            const qsizetype next = line < 0 ? -1 : bytes.indexOf("\n=== ", line);
            if (line < 0)
                break;
            m_files.insert(QString::fromUtf8(bytes.mid(at + 4, line - at - 4)).trimmed(),
                           bytes.mid(line + 1, next < 0 ? -1 : next - line));
            at = next < 0 ? -1 : next + 1;
        }
    }
    [[nodiscard]] Result<QStringList> names() const override { return QStringList(m_files.keys()); }
    [[nodiscard]] Result<void> read(
        const std::function<bool(const QString &)> &wanted,
        const std::function<void(const QString &, const QByteArray &)> &take,
        const std::function<void(const QString &, const Error &)> &) const override
    {
        for (auto it = m_files.begin(); it != m_files.end(); ++it) {
            if (wanted(it.key()))
                take(it.key(), it.value());
        }
        return {};
    }

private:
    QMap<QString, QByteArray> m_files;
};

} // namespace

void takeAnything(const QByteArray &bytes)
{
    static const SystemClock clock;
    static const std::unique_ptr<Connection> db =
        std::move(*Connection::open({u":memory:"_s, false, false}, Secret()));
    [[maybe_unused]] static const bool made = Server::migrateServer(*db).has_value();
    static const WorkspaceId workspace = Server::Workspace::create(*db, u"w"_s).value();
    Server::SlackImport import(*db, workspace, clock);
    const Given files(bytes);
    const auto first = import.run(files, {}, [](qsizetype, qsizetype) {});
    if (first) {
        // The same again adds nothing.
        Server::SlackImport second(*db, workspace, clock);
        const auto counts = second.run(files, {}, [](qsizetype, qsizetype) {});
        if (!counts || counts->messages != 0 || counts->people != 0 || counts->channels != 0)
            std::abort();
    }
    for (const QString &table :
         {u"message"_s, u"member"_s, u"read_marker"_s, u"channel"_s, u"person"_s, u"log"_s}) {
        if (!db->run(u"DELETE FROM "_s + table))
            std::abort();
    }
}

} // namespace ChatOps::Testing
