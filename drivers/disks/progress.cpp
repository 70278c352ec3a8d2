#include "drivers/disks/progress.h"

#include <array>
#include <cmath>

namespace remise::drivers::disks {
namespace {

constexpr std::array<std::string_view, 5> phases{"preparing", "firmware", "overwriting", "verifying",
                                                 "ended"};

/// What was seen so long ago counts for a third.
constexpr double secondsOfMemory = 5;

}  // namespace

std::string_view phaseName(Phase phase) {
    return phases.at(static_cast<std::size_t>(phase));
}

void Speed::note(std::uint64_t bytes, Clock::time_point at) {
    if (m_at && at > *m_at) {
        const double seconds = std::chrono::duration<double>(at - *m_at).count();
        const double now = static_cast<double>(bytes - m_bytes) / seconds;
        const double weight = m_perSecond == 0 ? 1 : 1 - std::exp(-seconds / secondsOfMemory);
        m_perSecond += (now - m_perSecond) * weight;
    }
    m_at = at;
    m_bytes = bytes;
}

domain::Value valueOf(const Progress& progress) {
    domain::Value value(domain::Value::Object{{"serial", progress.serial},
                                              {"device", progress.device},
                                              {"phase", phaseName(progress.phase)},
                                              {"bytes", progress.bytes},
                                              {"of_bytes", progress.ofBytes},
                                              {"bytes_per_second", progress.bytesPerSecond},
                                              {"bad_sectors", progress.badSectors}});
    if (progress.left) value["seconds_left"] = std::int64_t{progress.left->count()};
    if (progress.ending) value["outcome"] = endingName(*progress.ending);
    if (progress.ending) value["reason"] = reasonName(progress.reason);
    return value;
}

}  // namespace remise::drivers::disks
