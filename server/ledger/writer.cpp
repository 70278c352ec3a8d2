#include "server/ledger/writer.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "server/domain/refusals.h"
#include "server/ledger/committer.h"

namespace remise::ledger {
namespace {

using domain::CommandReply;

domain::Milliseconds systemNow() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

struct Writer::State {
    Settings settings;
    std::function<void()> committed;
    Committer committer;

    std::mutex mutex;
    std::condition_variable work;
    std::deque<std::shared_ptr<Batch>> queue;
    std::size_t waiting = 0;  ///< commands in the queue
    std::size_t inHand = 0;   ///< commands that committers are at
    bool stopping = false;
    std::vector<std::thread> committers;

    State(db::Pool& pool, Codes& codes, Settings s)
        : settings(std::move(s)), committer(pool, codes, settings, committed) {
        if (!settings.now) settings.now = systemNow;
    }

    void run();
    void drop(const std::shared_ptr<Batch>&);
    std::vector<std::shared_ptr<Batch>> takeBatches();
};

/// As many whole batches as fit into a group; a batch that is larger than a group comes alone. While others
/// are at work, what comes is left to gather until it is as much as they have: a group costs nearly the same
/// whether it is small or large.
std::vector<std::shared_ptr<Batch>> Writer::State::takeBatches() {
    std::unique_lock lock(mutex);
    work.wait(lock, [this] {
        return stopping || (!queue.empty() && waiting >= std::min(inHand, settings.groupSize));
    });
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
    inHand += size;
    return batches;
}

void Writer::State::run() {
    for (;;) {
        const auto batches = takeBatches();
        if (batches.empty()) return;
        std::size_t size = 0;
        for (const auto& batch : batches)
            size += batch->submissions.size();
        committer.commit(batches);
        const std::lock_guard lock(mutex);
        inHand -= size;
        work.notify_one();
    }
}

/// Nobody waits for it any more, and it is sent again: it stands in no other's way.
void Writer::State::drop(const std::shared_ptr<Batch>& batch) {
    const std::lock_guard lock(mutex);
    if (std::erase(queue, batch) == 1) waiting -= batch->submissions.size();
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
    auto replies = batch->replies.get_future();
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->stopping || m_state->waiting + batch->submissions.size() > m_state->settings.queueLimit)
            return domain::Refusal(domain::refusals::unavailable);
        m_state->waiting += batch->submissions.size();
        m_state->queue.push_back(batch);
        m_state->work.notify_one();
    }
    if (replies.wait_for(m_state->settings.longestWait) == std::future_status::timeout) {
        m_state->drop(batch);
        return domain::Refusal(domain::refusals::unavailable);
    }
    return replies.get();
}

}  // namespace remise::ledger
