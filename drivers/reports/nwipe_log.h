#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/language.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// What the log says of one drive. Never more: an imported log certifies nothing.
enum class ErasureOutcome { erased, failed, aborted, skipped };
[[nodiscard]] std::string_view erasureOutcomeName(ErasureOutcome);

/// Why a drive is not erased; the last two are what to know of one that is.
enum class ErasureReason {
    none,
    inUse,            ///< mounted or otherwise busy, so nwipe left it alone
    notStarted,       ///< found, never worked on
    logEndsEarly,     ///< worked on, but the log has no row for it
    stoppedByPerson,  ///< UABORTED
    saidFailed,       ///< its row says -FAILED-
    unknownStatus,    ///< its row says something else (INSANITY)
    errorsCounted,    ///< errors of writing, verifying or flushing
    notWhole,         ///< less than all of it was overwritten
    flagged,          ///< a row carries nwipe's exclamation mark
    summaryMissing,   ///< Erased, but no row of errors (or of bytes, where there is such a table)
    notAnnounced,     ///< Erased, but never found or started before in this log
    serialsDiffer,    ///< the serial when found is not the one in its row
    hiddenSectors,    ///< a hidden area (HPA, DCO) was not overwritten
    unknownMethod,    ///< a method that is not known here
    contradictory,    ///< several rows, stray rows or unreadable ones
    notVerified,      ///< erased, and not read back
    verifyOnly,       ///< nothing was written: the drive was read and held the expected value
};
/// Stable word, e.g. "serials_differ"; empty for none.
[[nodiscard]] std::string_view erasureReasonName(ErasureReason);
/// The sentence for a person; empty for none.
[[nodiscard]] std::string_view erasureReasonText(ErasureReason, domain::Language);

struct NwipeDrive {
    std::string device;  ///< as named in that run: /dev/sda. Names change between runs, serials do not
    std::string model;
    std::optional<std::string> serial;  ///< only when it is an identity
    std::string method;
    ErasureOutcome outcome = ErasureOutcome::skipped;
    ErasureReason reason = ErasureReason::none;
    bool flagged = false;
    std::optional<std::uint64_t> passErrors, verifyErrors, syncErrors;
    std::optional<std::uint64_t> bytesErased, bytesTotal;  ///< since nwipe 0.35 or so
    std::string throughput;                                ///< as said: "346 MB/s"
    std::optional<std::uint64_t> seconds;
};

enum class NwipeVerify { unknown, none, lastPass, allPasses };

/// One start of nwipe. A log file that exists is appended to, so it may hold several.
struct NwipeRun {
    std::string version;
    std::string method;
    NwipeVerify verify = NwipeVerify::unknown;
    std::optional<std::uint64_t> rounds;
    std::string startedAt;  ///< 2026-11-22T05:02:51, in the wiping machine's own time: the log names no zone
    std::vector<NwipeDrive> drives;
};

struct NwipeLog {
    std::vector<NwipeRun> runs;  ///< in the order of the file, at least one
    /// The last word on each drive over all runs. A drive without an identity counts as the same as another
    /// one without, when both have the same device name.
    [[nodiscard]] std::vector<NwipeDrive> drives() const;
};

/// The twelve methods by their names in the log.
[[nodiscard]] bool isKnownNwipeMethod(std::string_view name);

/// Reads a log as it may arrive: cut anywhere, CRLF, stray bytes, several runs. Refuses: not_nwipe_log, and
/// too_large past 4 MiB or 500 drives.
domain::Outcome<NwipeLog> readNwipeLog(std::string_view text);

}  // namespace remise::drivers::reports
