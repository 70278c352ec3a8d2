#include "server/ledger/writer.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "db/error.h"
#include "db/pool.h"
#include "server/domain/refusals.h"
#include "server/ledger/group.h"

namespace remise::ledger {
namespace {

using domain::CommandReply;

domain::Milliseconds systemNow() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The commands of one submit: together, in order, one committer's until they are done.
struct Batch {
    std::vector<Submission> submissions;
    std::vector<CommandReply> replies;
    std::exception_ptr failure;
    bool done = false;
    std::condition_variable finished;
};

}  // namespace

struct Writer::State {
    db::Pool& pool;
    Codes& codes;
    Settings settings;
    std::function<void()> committed;

    std::mutex mutex;
    std::condition_variable work;
    std::deque<std::shared_ptr<Batch>> queue;
    std::size_t waiting = 0;
    bool stopping = false;
    std::vector<std::thread> committers;

    State(db::Pool& p, Codes& c, Settings s) : pool(p), codes(c), settings(std::move(s)) {
        if (!settings.now) settings.now = systemNow;
    }

    void run();
    std::vector<std::shared_ptr<Batch>> takeBatches();
    void commit(const std::vector<std::shared_ptr<Batch>>&);
    std::vector<CommandReply> commitSlice(const std::vector<const Submission*>&);
};

/// As many whole batches as fit into a group; a batch that is larger than a group comes alone.
std::vector<std::shared_ptr<Batch>> Writer::State::takeBatches() {
    std::unique_lock lock(mutex);
    work.wait(lock, [this] { return stopping || !queue.empty(); });
    std::vector<std::shared_ptr<Batch>> batches;
    std::size_t size = 0;
    while (!queue.empty()) {
        const std::size_t next = queue.front()->submissions.size();
        if (!batches.empty() && size + next > settings.groupSize) break;
        size += next;
        batches.push_back(std::move(queue.front()));
        queue.pop_front();
    }
    waiting -= size;
    return batches;
}

void Writer::State::run() {
    for (;;) {
        const auto batches = takeBatches();
        if (batches.empty()) return;
        commit(batches);
        const std::lock_guard lock(mutex);
        for (const auto& batch : batches) {
            batch->done = true;
            batch->finished.notify_one();
        }
    }
}

/// One group, retried whole: after a deadlock, and after a lost connection too, even at COMMIT, because every
/// command is found again by its id. Two servers that were sent the same command meet at its key (1062).
std::vector<CommandReply> Writer::State::commitSlice(const std::vector<const Submission*>& submissions) {
    const auto giveUpAt = std::chrono::steady_clock::now() + settings.patience;
    for (int tries = 1;; ++tries) {
        try {
            std::size_t events = 0;
            const db::Lease connection = pool.take();
            auto replies = commitGroup(*connection, codes, submissions, settings.now(), events);
            if (events > 0 && committed) committed();
            return replies;
        } catch (const db::Error& error) {
            const bool mayHelp = error.asksForRetry() || error.breaksConnection() || error.isDuplicateKey();
            if (!mayHelp || std::chrono::steady_clock::now() > giveUpAt) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(tries - 1, 50)));
        }
    }
}

void Writer::State::commit(const std::vector<std::shared_ptr<Batch>>& batches) {
    if (batches.size() > 1) {
        std::vector<const Submission*> all;
        for (const auto& batch : batches)
            for (const Submission& submission : batch->submissions)
                all.push_back(&submission);
        try {
            auto replies = commitSlice(all);
            auto next = replies.begin();
            for (const auto& batch : batches)
                for (std::size_t i = 0; i < batch->submissions.size(); ++i)
                    batch->replies.push_back(std::move(*next++));
            return;
        } catch (const std::exception&) {
            // One of them cannot be stored, or the database is away: each on its own, so that none harms
            // another.
            for (const auto& batch : batches)
                batch->replies.clear();
        }
    }
    for (const auto& batch : batches) {
        try {
            for (std::size_t at = 0; at < batch->submissions.size();) {
                std::vector<const Submission*> slice;
                while (at < batch->submissions.size() && slice.size() < settings.groupSize)
                    slice.push_back(&batch->submissions[at++]);
                for (CommandReply& reply : commitSlice(slice))
                    batch->replies.push_back(std::move(reply));
            }
        } catch (...) {
            batch->failure = std::current_exception();  // rethrown to whoever waits
        }
    }
}

Writer::Writer(db::Pool& pool, Codes& codes, Settings settings)
    : m_state(std::make_unique<State>(pool, codes, std::move(settings))) {
    for (std::size_t i = 0; i < m_state->settings.committers; ++i)
        m_state->committers.emplace_back([state = m_state.get()] { state->run(); });
}

Writer::Writer(db::Pool& pool, Codes& codes) : Writer(pool, codes, Settings{}) {
}

Writer::~Writer() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->work.notify_all();
    for (std::thread& committer : m_state->committers)
        committer.join();
}

void Writer::whenCommitted(std::function<void()> committed) {
    m_state->committed = std::move(committed);
}

domain::Outcome<std::vector<CommandReply>> Writer::submit(std::vector<Submission> submissions) {
    if (submissions.empty()) return std::vector<CommandReply>{};
    const auto batch = std::make_shared<Batch>();
    batch->submissions = std::move(submissions);
    std::unique_lock lock(m_state->mutex);
    if (m_state->stopping || m_state->waiting + batch->submissions.size() > m_state->settings.queueLimit)
        return domain::Refusal(domain::refusals::unavailable);
    m_state->queue.push_back(batch);
    m_state->waiting += batch->submissions.size();
    m_state->work.notify_one();
    batch->finished.wait(lock, [&] { return batch->done; });
    if (batch->failure) std::rethrow_exception(batch->failure);
    return std::move(batch->replies);
}

}  // namespace remise::ledger
