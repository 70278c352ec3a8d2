#include <algorithm>

#include "drivers/disks/erase_drives.h"
#include "server/wire/json.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/erasure_report.h"
#include "terminal/workbench/job.h"

namespace remise::workbench {
namespace {

using namespace domain::cli;
using domain::Value;
using drivers::disks::Ending;
using drivers::disks::Expected;
using drivers::disks::Extent;

/// What an earlier report says that the drives were left with.
Expected expectedOf(const std::string& path) {
    const auto report = wire::readJson(readWholeFile(path));
    if (!report || !(*report)["drives"].isArray())
        throw std::runtime_error(path + " is not a report of an erasure");
    Expected expected;
    for (const Value& drive : (*report)["drives"].array())
        if (const auto fill = fillOf(drive["verification"])) expected.emplace(drive.textOr("serial"), *fill);
    return expected;
}

}  // namespace

/// Exits 0 when every drive holds what it should, 1 when one does not.
int verify(Words words) {
    const BenchOptions options = BenchOptions::read(words, {"--extent", "--erasure"});
    if (options.drives.empty()) throw UsageError("--drive is missing");
    const std::string_view extent =
        options.options.contains("--extent") ? options.options.at("--extent") : "full_read";
    if (extent != "full_read" && extent != "sampled") throw UsageError("--extent is full_read or sampled");
    const drivers::disks::EraseOrder order{
        options.drives, extent == "sampled" ? Extent::sampled : Extent::full, options.look, options.patience};
    Expected expected;
    if (options.options.contains("--erasure")) expected = expectedOf(required(options.options, "--erasure"));
    ErasureReport report;
    report.format = "remise-verification-1";
    report.startedAt = now();
    report.id = domain::Uuid::v7(report.startedAt);
    report.drives = verifyDrives(order, expected, hooksFor(options));
    report.drives.resize(order.serials.size());  // the machine's other drives are not in question
    report.endedAt = now();
    writeReport(options.report, valueOf(report));
    return std::ranges::all_of(report.drives,
                               [](const auto& drive) { return drive.ending == Ending::verified; })
               ? 0
               : 1;
}

}  // namespace remise::workbench
