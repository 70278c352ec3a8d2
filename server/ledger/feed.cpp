#include "server/ledger/feed.h"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

#include "db/pool.h"
#include "db/setting_store.h"
#include "db/transaction.h"

namespace remise::ledger {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 40ms;       // between two looks while events come: too short to be seen, few commits
constexpr auto idlePause = 250ms;  // another server's events are found by polling
constexpr auto leaseTime = 1s;     // so long the feed stands still when the server that gives places dies
constexpr int most = 512;

}  // namespace

struct Feed::State {
    db::Pool& pool;
    Listener listener;
    std::function<bool()> isFollowed;
    const domain::Uuid self = domain::Uuid::v4();
    std::uint64_t place = 0;
    std::chrono::steady_clock::time_point heldUntil{};

    std::mutex mutex;
    std::condition_variable changed;
    bool woken = true, stopping = false;
    std::thread thread;

    State(db::Pool& p, Listener l, std::function<bool()> f)
        : pool(p), listener(std::move(l)), isFollowed(std::move(f)) {}

    void run();
    bool waitForWork();
    void look();
    bool isSequencer(db::Connection&);
};

bool Feed::State::waitForWork() {
    std::unique_lock lock(mutex);
    if (changed.wait_for(lock, pause, [this] { return stopping; })) return false;
    changed.wait_for(lock, idlePause, [this] { return stopping || woken; });
    woken = false;
    return !stopping;
}

/// The lease is renewed at half its time, so that the database is not asked at every look.
bool Feed::State::isSequencer(db::Connection& connection) {
    const auto now = std::chrono::steady_clock::now();
    if (now < heldUntil - leaseTime / 2) return true;
    heldUntil = {};
    if (db::holdLease(connection, "sequencer", self, leaseTime) != db::Holding::mine) return false;
    heldUntil = now + leaseTime;
    return true;
}

void Feed::State::look() {
    {
        const db::Lease connection = pool.take();
        if (isSequencer(*connection)) {
            for (;;) {
                db::Transaction transaction(*connection);
                const auto moved = db::sequence(*connection, most);
                transaction.commit();
                if (moved < static_cast<std::size_t>(most)) break;
            }
        }
    }
    for (;;) {
        std::vector<db::FeedItem> items;
        {
            const db::Lease connection = pool.take();
            if (!isFollowed()) {
                const auto last = db::lastPlace(*connection);
                if (isFollowed()) continue;  // who joined since then has seen no further than the old place
                place = last;
                return;
            }
            items = db::readFeed(*connection, place, most);
        }
        if (items.empty()) return;
        place = items.back().place;
        listener(items);
    }
}

void Feed::State::run() {
    std::string lastTrouble;
    while (waitForWork()) {
        try {
            look();
            lastTrouble.clear();
        } catch (const std::exception& trouble) {
            // The database is away: the events wait in the inbox. Said once, not four times a second.
            if (lastTrouble != trouble.what())
                std::cerr << "feed: " << (lastTrouble = trouble.what()) << '\n';
            heldUntil = {};
        }
    }
}

Feed::Feed(db::Pool& pool, Listener listener, std::function<bool()> isFollowed)
    : m_state(std::make_unique<State>(pool, std::move(listener), std::move(isFollowed))) {
    {
        const db::Lease connection = pool.take();
        m_state->place = db::lastPlace(*connection);
    }
    m_state->thread = std::thread([state = m_state.get()] { state->run(); });
}

Feed::~Feed() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->changed.notify_all();
    m_state->thread.join();
}

void Feed::wake() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->woken = true;
    }
    m_state->changed.notify_all();
}

}  // namespace remise::ledger
