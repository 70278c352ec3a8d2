#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/ids.h"
#include "server/domain/outcome.h"

/// The workbench's report of what was done to drives: "remise-erasure-1", or "remise-verification-1" where
/// they were only read again (docs/erasure.md); read strictly.
namespace remise::workshop {

struct ReportedVerification {
    std::string method;  ///< full_read, sampled
    std::int64_t bytesRead = 0, places = 0, mismatches = 0, unreadable = 0;
    domain::Milliseconds startedAt = 0;
    std::string expected, seed;
};

struct ReportedDrive {
    std::string device, serial, model, medium;
    std::int64_t bytes = 0, badSectors = 0;
    std::string outcome;        ///< erased, failed, aborted, skipped; verified
    std::string reason;         ///< a word; empty for what is erased
    std::string level;          ///< clear, purge; empty for what is not erased
    std::string hidden;         ///< none, removed, left, unknown; empty where the medium has no such area
    std::string method;         ///< of the last step that was done; empty without one
    bool purged = false;        ///< by its own firmware (SANITIZE), as a step that was done says
    bool isAllWritten = false;  ///< by a SANITIZE, or one overwriting of all its bytes, as such a step says
    std::int64_t errors = 0;
    domain::Milliseconds writtenAt = 0;  ///< when the last step ended
    std::optional<ReportedVerification> verification;
};

struct ErasureReport {
    bool onlyReads = false;  ///< a second check: "remise-verification-1"
    domain::Uuid id;
    std::optional<domain::Uuid> job;
    std::string tool;  ///< "remise-workbench 0.1.0"
    domain::Milliseconds startedAt = 0, endedAt = 0;
    std::vector<ReportedDrive> drives;
};

/// Refuses (not_json, bad_shape with the member) what is not whole.
domain::Outcome<ErasureReport> readErasureReport(std::string_view text);

}  // namespace remise::workshop
