#pragma once

#include <chrono>
#include <mutex>

#include "db/settings.h"

namespace remise::db {

/// Whether a database answers and has room to write. Asked over a connection of the question's own: neither
/// readers that hold all the others nor a database that stands still keep the answer waiting for more than
/// twice the limit.
class Probe {
public:
    explicit Probe(Settings, std::chrono::seconds limit = std::chrono::seconds(1));

    /// Safe from several threads. Who comes while one is asking asks once more, and all who wait meanwhile
    /// share that answer.
    bool isReady();

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] bool ask() const;

    Settings m_settings;
    std::mutex m_mutex;
    Clock::time_point m_askedAt{};
    bool m_answer = false;
};

}  // namespace remise::db
