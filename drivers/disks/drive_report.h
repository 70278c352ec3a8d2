#pragma once

#include <optional>
#include <vector>

#include "drivers/disks/drive.h"
#include "server/domain/ids.h"
#include "server/domain/value.h"

namespace remise::drivers::disks {

/// NIST SP 800-88: clear holds against the drive's own interface, purge against a laboratory.
enum class Level { clear, purge };
[[nodiscard]] std::string_view levelName(Level);

/// `verified` ends a reading alone: the drive holds what it should, and nobody knows since when.
enum class Ending { erased, failed, aborted, skipped, verified };
[[nodiscard]] std::string_view endingName(Ending);

enum class Method {
    ataSanitizeOverwrite,
    ataSanitizeBlock,
    ataSanitizeCrypto,
    ataSecurityErase,
    nvmeSanitizeBlock,
    nvmeSanitizeCrypto,
    nvmeFormat,
    overwriteZero,
    overwriteRandom,
};
/// "ata_sanitize_overwrite"…
[[nodiscard]] std::string_view methodName(Method);
/// What it reaches when it was done and verified.
[[nodiscard]] Level levelOf(Method);

enum class StepResult { done, refused, failed, timeout, stopped };

/// One thing that was done to a drive, or tried.
struct Step {
    Method method = Method::overwriteZero;
    domain::Milliseconds startedAt = 0, endedAt = 0;
    std::uint64_t bytes = 0;   ///< written, or erased as the drive says
    std::uint64_t errors = 0;  ///< calls that failed, whatever a second try brought
    StepResult result = StepResult::failed;
    std::string stateBefore, stateAfter;  ///< what the drive said of itself; empty for our own passes
};

enum class Extent { full, sampled };

/// Our own reading of the medium after the last write.
struct Verification {
    Extent extent = Extent::full;
    domain::Milliseconds startedAt = 0, endedAt = 0;
    std::uint64_t bytes = 0, places = 0;
    std::string expected;  ///< "zero", "ones", "random", "any_uniform"
    std::string seed;      ///< of random bytes, so that they can be checked again: 64 hexadecimal digits
    std::uint64_t mismatches = 0, unreadable = 0;  ///< sectors
};

/// Sectors that a drive was told to hide from whoever asks for its size (HPA, DCO).
struct HiddenArea {
    enum class State { none, removed, left, unknown } state = State::unknown;
    std::uint64_t sectors = 0;
};

struct DriveReport {
    Drive drive;
    Ending ending = Ending::aborted;
    Reason reason = Reason::none;
    std::optional<Level> level;  ///< of what is erased
    std::optional<HiddenArea> hidden;
    std::uint64_t badSectors = 0;  ///< that could not be written, or read again
    std::vector<Step> steps;
    std::optional<Verification> verification;
};

/// As docs/erasure.md describes it.
[[nodiscard]] domain::Value valueOf(const DriveReport&);

}  // namespace remise::drivers::disks
