#pragma once

#include <atomic>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "db/pool.h"
#include "server/domain/association.h"
#include "server/identity/create_person.h"
#include "server/ledger/writer.h"

namespace remise::admin {

/// Makes histories by real commands through a real writer, whose clock walks through the weeks before today.
/// Made again with the same `today`, it sends the very same commands: those that were answered before count
/// once, so that an interrupted run is gone on with.
class DemoHistory {
public:
    DemoHistory(db::Pool&, ledger::Codes&, domain::Milliseconds today, const std::atomic<bool>& stop);

    struct People {
        std::vector<domain::Uuid> workers;  ///< persons; the first is the leader
        domain::Uuid logistics, team, manager;
    };

    /// Units in every stage, and requests in several states that some of them are for.
    void make(const People&, const std::vector<domain::Association>&, const std::vector<domain::Uuid>& donors,
              const std::vector<std::string>& shelves);

private:
    using Act = std::function<void()>;
    struct Unit;
    /// A request whose units go as far as `until`: queued, proposed, confirmed, picked, packed, shipped,
    /// delivered.
    struct RequestPlan {
        domain::Uuid association;
        std::string sku, way, until;
        std::vector<std::string> units;
        int quantity = 1;
        domain::Milliseconds start = 0;
    };
    static constexpr domain::Milliseconds minute = 60'000, hour = 60 * minute, day = 24 * hour;

    void plan(domain::Milliseconds at, Act);
    void run();
    void flush();
    void send(std::string_view kind, const std::string& subject, domain::Value data,
              const domain::Uuid& person, domain::Role, const domain::Uuid& second = {});
    domain::Author author(const domain::Uuid& person, domain::Role);
    void planUnit(const Unit&);
    void erase(const Unit&, const domain::Uuid& person);
    static std::string serialOf(const Unit&);
    static std::string driveModelOf(const Unit&);
    void planRequest(const RequestPlan&);
    std::string askFor(const RequestPlan&);
    std::size_t random(std::size_t below);
    std::vector<std::string> leaseOnce(domain::Subject, std::size_t count);
    domain::Uuid nextId();

    db::Pool& m_pool;
    ledger::Codes& m_codes;
    const domain::Milliseconds m_today;
    const std::atomic<bool>& m_stop;
    std::atomic<domain::Milliseconds> m_clock;
    ledger::Writer m_writer;
    std::vector<std::pair<domain::Milliseconds, Act>> m_plan;
    std::vector<ledger::Submission> m_waiting;
    std::map<std::pair<domain::Uuid, domain::Milliseconds>, db::Actors> m_actors;
    std::minstd_rand m_random{20261122};
    std::uint64_t m_sent = 0;
    People m_people;
    domain::Uuid m_policy;
    std::vector<std::string> m_shelves;
};

}  // namespace remise::admin
