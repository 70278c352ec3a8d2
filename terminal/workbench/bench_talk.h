#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "terminal/workbench/server_link.h"

namespace remise::workbench {

/// Tells the server how the machine stands, at once when that changes and else every second, and hears from
/// it which unit the machine is and what its job is. Whoever watches gets every change as well.
class BenchTalk {
public:
    /// `unit` is empty as long as nobody has said it.
    using Watcher = std::function<void(const domain::Value& state, const std::string& unit)>;

    BenchTalk(const Site&, std::string report, Watcher);
    ~BenchTalk();

    /// Changes the state: called with it, while nobody else looks.
    void change(const std::function<void(domain::Value& state)>&);

    struct Orders {
        bool heard = false;  ///< the server answered lately
        std::string unit;
        domain::Value job;  ///< as it came: nobody has looked at its signature yet
    };
    [[nodiscard]] Orders orders() const;
    /// Until the server has said something new, or the time is over.
    void waitForNews(std::chrono::milliseconds);

private:
    void run(const std::stop_token&);
    void hear(const std::optional<Answer>&);

    const std::string m_path;
    const Watcher m_watcher;
    ServerLink m_link;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed, m_news;
    domain::Value m_state;
    bool m_isFresh = true;
    Orders m_orders;
    std::jthread m_thread;
};

}  // namespace remise::workbench
