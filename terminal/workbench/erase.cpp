#include <algorithm>

#include "drivers/disks/erase_drives.h"
#include "drivers/disks/sleep.h"
#include "server/domain/serials.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/erasure_report.h"
#include "terminal/workbench/job.h"

namespace remise::workbench {
namespace {

using namespace domain::cli;
using domain::normaliseSerial;
using drivers::disks::DriveReport;
using drivers::disks::Ending;
using drivers::disks::EraseOrder;

Job jobOf(const BenchOptions& options) {
    const auto key = proof::PublicKey::fromPem(readWholeFile(required(options.options, "--key")));
    return readJob(readWholeFile(required(options.options, "--job")), {{key.id(), key}}, now());
}

/// Those that were named, which the job must name as well; all of the job's when none was.
std::vector<std::string> serialsFor(const Job& job, const std::vector<std::string>& named) {
    for (const std::string& serial : named)
        if (std::ranges::count(job.serials, normaliseSerial(serial), normaliseSerial) == 0)
            throw NotAJob("the job does not name the drive " + serial);
    return named.empty() ? job.serials : named;
}

/// What stands in the file while drives are erased, and stays there when the power fails.
std::vector<DriveReport> notYet(const EraseOrder& order) {
    std::vector<DriveReport> drives;
    for (const std::string& serial : order.serials) {
        DriveReport& drive = drives.emplace_back();
        drive.drive.identity.serial = serial;
        drive.reason = drivers::disks::Reason::stopped;
    }
    return drives;
}

}  // namespace

/// Exits 0 when every drive that was asked for is erased, 1 when one is not.
int erase(Words words) {
    const BenchOptions options = BenchOptions::read(words, {"--job", "--key"});
    const Job job = jobOf(options);
    if (!job.erases) throw NotAJob("the job wants no erasure");
    EraseOrder order{serialsFor(job, options.drives), job.verification, options.look, options.patience};
    if (options.maySleep) order.sleep = [] { return drivers::disks::sleepFor(std::chrono::seconds(10)); };
    ErasureReport report;
    report.startedAt = report.endedAt = now();
    report.id = domain::Uuid::v7(report.startedAt);
    report.job = job.id;
    report.drives = notYet(order);
    if (!options.report.empty()) writeReport(options, valueOf(report));
    report.drives = eraseDrives(order, hooksFor(options));
    report.endedAt = now();
    writeReport(options, valueOf(report));
    const auto asked = std::span(report.drives).first(order.serials.size());
    return std::ranges::all_of(asked, [](const auto& drive) { return drive.ending == Ending::erased; }) ? 0
                                                                                                        : 1;
}

}  // namespace remise::workbench
