#include "server/ledger/verify.h"

#include <map>
#include <optional>
#include <set>

#include "db/command_store.h"
#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/pool.h"
#include "server/domain/canonical.h"
#include "server/domain/command.h"
#include "server/ledger/codes.h"
#include "server/ledger/replay.h"

namespace remise::ledger {
namespace {

using namespace domain;

constexpr int page = 2000;

bool wasAccepted(const db::StoredCommand& command) {
    try {
        const auto reply = replyFrom(readCanonical(command.reply));
        return reply && reply->id == command.id && reply->accepted;
    } catch (const NotCanonical&) {
        return false;
    }
}

/// One subject's tables, walked in step: rows and events both in order of id.
class Walk {
public:
    Walk(db::Connection& connection, const Codes& codes, Subject subject, VerifyReport& report)
        : m_connection(connection), m_codes(codes), m_subject(subject), m_report(report) {}

    void run(const std::function<void(std::uint64_t)>& progress) {
        std::uint64_t entity = 0;
        std::int64_t seq = 0;
        for (;;) {
            const auto events = db::readEventsAfter(m_connection, m_subject, entity, seq, page);
            if (events.empty()) break;
            checkCommands(events);
            for (const db::StoredEvent& event : events)
                take(event);
            entity = events.back().entity;
            seq = events.back().event.seq;
            if (progress) progress(m_report.events);
        }
        finishEntity();
        rowsUpTo(std::nullopt);
    }

private:
    void fault(std::string_view code, const std::string& what) {
        m_report.faults.push_back(std::string(subjectName(m_subject)) + " " + std::string(code) + ": " +
                                  what);
    }

    void take(const db::StoredEvent& event) {
        ++m_report.events;
        if (!m_replay || m_id != event.entity) {
            finishEntity();
            m_id = event.entity;
            m_replay.emplace(m_subject, m_id, m_codes.code(m_subject, m_id));
            m_broken = false;
        }
        m_recordedAt = event.event.recordedAt;
        if (m_broken) return;
        if (const auto wrong = m_replay->add(event)) {
            fault(m_replay->entity().code, *wrong);
            m_broken = true;
        }
    }

    /// The row of the entity whose events have all been read.
    void finishEntity() {
        if (!m_replay) return;
        ++m_report.entities;
        rowsUpTo(m_id);
        const Entity& replayed = m_replay->entity();
        if (m_rows.empty() || m_rows.begin()->first != m_id) {
            fault(replayed.code, "has events but no row");
        } else {
            const db::EntityRow row = std::move(m_rows.begin()->second);
            m_rows.erase(m_rows.begin());
            if (!m_broken) compare(row, replayed);
        }
        m_replay.reset();
    }

    void compare(const db::EntityRow& stored, const Entity& replayed) {
        const Entity& row = stored.entity;
        if (row.code != replayed.code) fault(replayed.code, "its row says code " + row.code);
        if (row.version != replayed.version)
            fault(replayed.code, "its row says version " + std::to_string(row.version) + ", its events " +
                                     std::to_string(replayed.version));
        else if (row.head != replayed.head)
            fault(replayed.code, "its row has another head than its last event");
        if (row.stage != replayed.stage)
            fault(replayed.code, "its row says " + row.stage + ", its events " + replayed.stage);
        if (row.state != replayed.state)
            fault(replayed.code, "its row's state is not what its events establish");
        if (stored.changedAt != m_recordedAt)
            fault(replayed.code, "its row says another time of change than its last event");
        if (const auto column = db::wrongColumn(stored, replayed))
            fault(replayed.code, "its row's " + std::string(*column) + " is not what its events establish");
    }

    /// Reads rows until `id` is the first one held; rows before it have no events.
    void rowsUpTo(std::optional<std::uint64_t> id) {
        for (;;) {
            while (!m_rows.empty() && (!id || m_rows.begin()->first < *id)) {
                fault(m_rows.begin()->second.entity.code, "has a row but no events");
                m_rows.erase(m_rows.begin());
            }
            if (!m_rows.empty() || m_rowsEnded) return;
            readRows();
        }
    }

    void readRows() {
        try {
            auto rows = db::readEntityRows(m_connection, m_subject, m_lastRow, page);
            m_rowsEnded = rows.empty();
            for (db::EntityRow& row : rows) {
                m_lastRow = row.entity.id;
                m_rows.emplace(m_lastRow, std::move(row));
            }
        } catch (const NotCanonical& problem) {
            fault("after " + m_codes.code(m_subject, m_lastRow),
                  std::string("a row's state: ") + problem.what());
            m_rowsEnded = true;
        }
    }

    void checkCommands(const std::vector<db::StoredEvent>& events) {
        std::set<Uuid> ids;
        for (const db::StoredEvent& event : events)
            ids.insert(event.event.command);
        std::set<Uuid> accepted;
        for (const auto& command : db::findCommands(m_connection, {ids.begin(), ids.end()}))
            if (wasAccepted(command)) accepted.insert(command.id);
        for (const db::StoredEvent& event : events)
            if (!accepted.contains(event.event.command))
                fault(m_codes.code(m_subject, event.entity),
                      "event " + std::to_string(event.event.seq) + " comes from no accepted command");
    }

    db::Connection& m_connection;
    const Codes& m_codes;
    const Subject m_subject;
    VerifyReport& m_report;
    std::optional<Replay> m_replay;
    std::uint64_t m_id = 0, m_lastRow = 0;
    Milliseconds m_recordedAt = 0;
    bool m_broken = false, m_rowsEnded = false;
    std::map<std::uint64_t, db::EntityRow> m_rows;
};

}  // namespace

VerifyReport verify(db::Pool& pool, const std::function<void(std::uint64_t)>& progress) {
    VerifyReport report;
    const Codes codes(pool);
    const db::Lease connection = pool.take();
    for (const Subject subject : everySubject)
        Walk(*connection, codes, subject, report).run(progress);
    return report;
}

}  // namespace remise::ledger
