#include "terminal/workbench/bench_talk.h"

namespace remise::workbench {

using domain::Value;

namespace {

constexpr std::chrono::milliseconds heartbeat{1000}, shortest{250};

}  // namespace

BenchTalk::BenchTalk(const Site& site, std::string report, Watcher watcher)
    : m_path("/api/v1/benches/" + report), m_watcher(std::move(watcher)), m_link(site) {
    m_state = Value::Object{{"phase", "starting"}};
    if (!site.bench.empty()) m_state["machine"] = Value::Object{{"bench", site.bench}};
    m_thread = std::jthread([this](const std::stop_token& end) { run(end); });
}

BenchTalk::~BenchTalk() {
    m_thread.request_stop();
    m_changed.notify_all();
}

void BenchTalk::change(const std::function<void(Value&)>& how) {
    {
        const std::lock_guard lock(m_mutex);
        how(m_state);
        m_isFresh = true;
        m_watcher(m_state, m_orders.unit);
    }
    m_changed.notify_all();
}

BenchTalk::Orders BenchTalk::orders() const {
    const std::lock_guard lock(m_mutex);
    return m_orders;
}

void BenchTalk::waitForNews(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    m_news.wait_for(lock, longest);
}

void BenchTalk::hear(const std::optional<Answer>& answer) {
    {
        const std::lock_guard lock(m_mutex);
        m_orders.heard = answer && answer->isGood();
        if (m_orders.heard) {
            const std::string known = m_orders.unit;
            m_orders.unit = answer->body.textOr("unit");
            m_orders.job = answer->body["job"];
            if (m_orders.unit != known) m_watcher(m_state, m_orders.unit);
        }
    }
    m_news.notify_all();
}

/// Never more than four times a second: progress of many drives comes fast.
void BenchTalk::run(const std::stop_token& end) {
    while (!end.stop_requested()) {
        std::string state;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait_for(lock, end, heartbeat, [this] { return m_isFresh; });
            m_isFresh = false;
            state = canonicalJson(m_state);
        }
        hear(m_link.post(m_path, state));
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, end, shortest, [] { return false; });
    }
    // The last word counts: it may be that the machine is switched off now.
    m_link.post(m_path, canonicalJson(m_state));
}

}  // namespace remise::workbench
