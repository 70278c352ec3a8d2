#include "server/ledger/verify.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/seal_store.h"
#include "db/transaction.h"
#include "server/ledger/codes.h"
#include "server/ledger/inspect_commands.h"
#include "server/ledger/replay.h"
#include "server/ledger/sealed_heads.h"

namespace remise::ledger {
namespace {

using namespace domain;

constexpr int page = 2000;

/// One subject's tables, walked in step: rows and events both in order of id.
class Walk {
public:
    Walk(db::Connection& connection, const Codes& codes, Subject subject, CommandInspection& commands,
         BrokenHistories& broken, std::optional<HeadInspection>& heads, VerifyReport& report)
        : m_connection(connection),
          m_codes(codes),
          m_subject(subject),
          m_commands(commands),
          m_brokenHistories(broken),
          m_heads(heads),
          m_report(report) {}

    void run(const std::function<void(std::uint64_t rows)>& progress) {
        std::uint64_t entity = 0;
        std::int64_t seq = 0;
        for (;;) {
            const auto events = db::readEventsAfter(m_connection, m_subject, entity, seq, page);
            if (events.empty()) break;
            m_commands.load(events);
            for (auto event = events.begin(); event != events.end(); ++event)
                take(*event,
                     isUndoPossibleAt(std::next(event), events.end()) ? Before::kept : Before::forgotten);
            entity = events.back().entity;
            seq = events.back().event.seq;
            progress(events.size());
        }
        finishEntity();
        rowsUpTo(std::nullopt);
    }

private:
    void fault(std::string_view code, const std::string& what) {
        m_report.faults.push_back(std::string(subjectName(m_subject)) + " " + std::string(code) + ": " +
                                  what);
    }

    /// From here on nothing can be said of this history.
    void breakOff(const std::string& what) {
        fault(m_replay->entity().code, what);
        m_broken = true;
        m_brokenHistories.insert({m_subject, m_id});
    }

    void begin(std::uint64_t id) {
        m_id = id;
        m_broken = false;
        try {
            m_replay.emplace(m_subject, id, m_codes.code(m_subject, id));
        } catch (const std::out_of_range& impossible) {
            m_replay.emplace(m_subject, id, "number " + std::to_string(id));
            breakOff(std::string("has events, but ") + impossible.what());
        }
    }

    /// Of the next page nothing is known yet.
    template <typename Iterator>
    static bool isUndoPossibleAt(Iterator next, Iterator end) {
        return next == end || next->event.kind == "undo";
    }

    void take(const db::StoredEvent& event, Before wanted) {
        ++m_report.events;
        if (!m_replay || m_id != event.entity) {
            finishEntity();
            begin(event.entity);
        }
        m_recordedAt = event.event.recordedAt;
        if (m_broken) return;
        const std::string& code = m_replay->entity().code;
        if (const auto wrong = m_replay->add(event, wanted)) return breakOff(*wrong);
        if (m_heads) m_heads->pass(m_replay->entity());
        if (const auto unexplained = m_commands.add(event, code)) fault(code, *unexplained);
    }

    /// The row of the entity whose events have all been read.
    void finishEntity() {
        if (!m_replay) return;
        ++m_report.entities;
        rowsUpTo(m_id);
        const Entity& replayed = m_replay->entity();
        if (m_heads && !m_broken) m_heads->end(replayed);
        if (m_rows.empty() || m_rows.begin()->first != m_id) {
            if (!m_broken) fault(replayed.code, "has events but no row");
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
            return breakOff("its row says version " + std::to_string(row.version) + ", its events " +
                            std::to_string(replayed.version));
        if (row.head != replayed.head) fault(replayed.code, "its row has another head than its last event");
        if (row.stage != replayed.stage)
            fault(replayed.code, "its row says " + row.stage + ", its events " + replayed.stage);
        if (stored.canonicalState != canonicalJson(replayed.state))
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
                m_brokenHistories.insert({m_subject, m_rows.begin()->first});
                m_rows.erase(m_rows.begin());
            }
            if (!m_rows.empty() || m_rowsEnded) return;
            readRows();
        }
    }

    void readRows() {
        auto rows = db::readEntityRows(m_connection, m_subject, m_lastRow, page);
        m_rowsEnded = rows.empty();
        for (db::EntityRow& row : rows) {
            m_lastRow = row.entity.id;
            m_rows.emplace(m_lastRow, std::move(row));
        }
    }

    db::Connection& m_connection;
    const Codes& m_codes;
    const Subject m_subject;
    CommandInspection& m_commands;
    BrokenHistories& m_brokenHistories;
    std::optional<HeadInspection>& m_heads;  ///< unless no seals are looked at
    VerifyReport& m_report;
    std::optional<Replay> m_replay;
    std::uint64_t m_id = 0, m_lastRow = 0;
    Milliseconds m_recordedAt = 0;
    bool m_broken = false, m_rowsEnded = false;
    std::map<std::uint64_t, db::EntityRow> m_rows;
};

std::uint64_t rowsToRead(db::Connection& connection, const VerifyOptions& options) {
    if (!options.progress) return 0;
    std::uint64_t rows = db::estimateCommands(connection);
    for (const Subject subject : everySubject)
        rows += static_cast<std::uint64_t>(db::countEvents(connection, subject));
    if (options.seals)
        if (const auto newest = db::newestSeal(connection)) rows += newest->lastPlace;
    return rows;
}

/// On a connection of its own, beside the walk: what seals cover does not change any more.
struct SealFindings {
    std::vector<std::string> faults;
    std::int64_t stored = 0, outside = 0;
};

SealFindings inspectSeals(db::Pool& pool, const Codes& codes, const SealTrust& trust,
                          const std::function<void(std::uint64_t)>& advance) {
    const db::Lease connection = pool.take();
    const db::Transaction snapshot(*connection, db::View::snapshot);
    SealInspection inspection(*connection, codes, trust);
    auto faults = inspection.walk(advance);
    return {std::move(faults), inspection.stored(), inspection.outside()};
}

}  // namespace

VerifyReport verify(db::Pool& pool, const VerifyOptions& options) {
    VerifyReport report;
    const Codes codes(pool);
    const db::Lease connection = pool.take();
    const db::Transaction snapshot(*connection, db::View::snapshot);
    VerifyProgress progress{0, rowsToRead(*connection, options)};
    std::mutex mutex;
    const auto advance = [&](std::uint64_t rows) {
        const std::lock_guard lock(mutex);
        progress.read += rows;
        if (options.progress) options.progress(progress);
    };
    std::future<SealFindings> seals;
    std::optional<HeadInspection> heads;
    if (options.seals) {
        heads.emplace(*connection);
        seals = std::async(std::launch::async,
                           [&] { return inspectSeals(pool, codes, *options.seals, advance); });
    }
    CommandInspection commands(*connection, codes);
    BrokenHistories broken;
    for (const Subject subject : everySubject)
        Walk(*connection, codes, subject, commands, broken, heads, report).run(advance);
    std::ranges::move(commands.walk(broken, advance), std::back_inserter(report.faults));
    if (!heads) return report;
    SealFindings found = seals.get();
    std::ranges::move(found.faults, std::back_inserter(report.faults));
    report.seals = found.stored;
    report.sealsOutside = found.outside;
    if (auto wrong = heads->compare()) report.faults.push_back(std::move(*wrong));
    return report;
}

}  // namespace remise::ledger
