#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "drivers/disks/erase_drives.h"
#include "server/domain/command_line.h"

namespace remise::workbench {

/// What `erase` and `verify` have in common: which drives, what may be one, and where the words go.
struct BenchOptions {
    domain::cli::Options options;  ///< those that are not below
    std::vector<std::string> drives;
    std::vector<std::string> jobs;  ///< files
    drivers::disks::Look look;
    std::chrono::milliseconds patience{180'000};
    std::filesystem::path report;  ///< empty: standard output
    bool tellsProgress = false;
    bool maySleep = false;  ///< to thaw frozen drives

    /// Throws UsageError for what is not `known` and not among these.
    static BenchOptions read(domain::cli::Words words, std::vector<std::string_view> known);

    /// What stands after this option, or else.
    [[nodiscard]] std::string textOr(std::string_view option, std::string_view otherwise) const;

    /// For these drives, with what was said of looking, waiting and sleeping.
    [[nodiscard]] drivers::disks::EraseOrder order(std::vector<std::string> serials,
                                                   drivers::disks::Extent) const;

private:
    std::vector<std::string>* listOf(std::string_view word);
};

/// Tells progress as JSON, a line each, on standard output if that is wanted; stops all when the program is
/// told to end (SIGTERM, SIGINT, SIGHUP).
[[nodiscard]] drivers::disks::Hooks hooksFor(const BenchOptions&);

/// To the file, complete or not at all; to standard output when it is empty.
void writeReport(const std::filesystem::path&, const domain::Value&);

[[nodiscard]] domain::Milliseconds now();

/// A file of the command line; throws when it cannot be read.
[[nodiscard]] std::string readWholeFile(const std::string& path);

}  // namespace remise::workbench
