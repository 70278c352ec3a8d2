#pragma once

#include <chrono>
#include <functional>
#include <optional>

#include "drivers/disks/drive_report.h"

namespace remise::drivers::disks {

enum class Phase { preparing, firmware, overwriting, verifying, ended };
[[nodiscard]] std::string_view phaseName(Phase);

/// How far one drive is. Told about twice a second, and at every change of phase.
struct Progress {
    std::string serial;
    std::string device;
    Phase phase = Phase::preparing;
    std::uint64_t bytes = 0, ofBytes = 0;      ///< of this phase
    std::uint64_t bytesPerSecond = 0;          ///< lately; 0 while nobody can say
    std::optional<std::chrono::seconds> left;  ///< of this phase
    std::uint64_t badSectors = 0;
    std::optional<Ending> ending;  ///< once it has ended
    Reason reason = Reason::none;
};
[[nodiscard]] domain::Value valueOf(const Progress&);

/// Whom to ask and tell while drives are erased. They are called from several threads, one call at a time.
struct Hooks {
    std::function<bool()> shallStop = [] { return false; };
    std::function<void(const Progress&)> onProgress = [](const Progress&) {};
};

/// Bytes a second, of the last while.
class Speed {
public:
    using Clock = std::chrono::steady_clock;
    void note(std::uint64_t bytes, Clock::time_point);
    [[nodiscard]] std::uint64_t bytesPerSecond() const { return static_cast<std::uint64_t>(m_perSecond); }

private:
    std::optional<Clock::time_point> m_at;
    std::uint64_t m_bytes = 0;
    double m_perSecond = 0;
};

}  // namespace remise::drivers::disks
