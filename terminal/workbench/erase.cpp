#include <algorithm>

#include "drivers/disks/erase_drives.h"
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
using drivers::disks::Extent;
using drivers::disks::Reason;

bool names(const std::vector<std::string>& serials, std::string_view serial) {
    return std::ranges::count(serials, normaliseSerial(serial), normaliseSerial) != 0;
}

/// One job a machine; a rack of loose drives has as many as the machines that they came from.
std::vector<Job> jobsOf(const BenchOptions& options) {
    const auto key = proof::PublicKey::fromPem(readWholeFile(required(options.options, "--key")));
    if (options.jobs.empty()) throw UsageError("--job is missing");
    std::vector<Job> jobs;
    for (const std::string& file : options.jobs) {
        jobs.push_back(readJob(readWholeFile(file), {{key.id(), key}}, now()));
        if (!jobs.back().erases) throw NotAJob("the job wants no erasure");
    }
    return jobs;
}

/// Those that were named, which a job must name as well; all of the jobs' when none was. Each once.
std::vector<std::string> serialsFor(const std::vector<Job>& jobs, const std::vector<std::string>& named) {
    std::vector<std::string> allowed, wanted;
    for (const Job& job : jobs)
        allowed.insert(allowed.end(), job.serials.begin(), job.serials.end());
    for (const std::string& serial : named.empty() ? allowed : named) {
        if (!names(allowed, serial)) throw NotAJob("the job does not name the drive " + serial);
        if (!names(wanted, serial)) wanted.push_back(serial);
    }
    return wanted;
}

/// The strictest of them: a reading of all is good for whoever asked for samples.
Extent extentFor(const std::vector<Job>& jobs) {
    const bool anyFull =
        std::ranges::any_of(jobs, [](const Job& job) { return job.verification == Extent::full; });
    return anyFull ? Extent::full : Extent::sampled;
}

/// What stands in the file while drives are erased, and stays there when the power fails.
std::vector<DriveReport> notYet(const std::vector<std::string>& serials) {
    std::vector<DriveReport> drives;
    for (const std::string& serial : serials) {
        DriveReport& drive = drives.emplace_back();
        drive.drive.identity.serial = serial;
        drive.reason = Reason::stopped;
    }
    return drives;
}

std::vector<ErasureReport> reportsFor(const std::vector<Job>& jobs) {
    std::vector<ErasureReport> reports;
    for (const Job& job : jobs) {
        ErasureReport& report = reports.emplace_back();
        report.startedAt = now();
        report.id = domain::Uuid::v7(report.startedAt);
        report.job = job.id;
    }
    return reports;
}

/// To each job its own drives. One job alone is told of the machine's other drives as well; among several,
/// what is foreign to one is mostly another's.
void share(std::vector<ErasureReport>& reports, const std::vector<Job>& jobs,
           const std::vector<DriveReport>& drives) {
    for (std::size_t n = 0; n < reports.size(); ++n) {
        reports[n].endedAt = now();
        reports[n].drives.clear();
        for (const DriveReport& drive : drives)
            if (jobs.size() == 1 || names(jobs[n].serials, drive.drive.identity.serial))
                reports[n].drives.push_back(drive);
    }
}

void writeAll(const BenchOptions& options, const std::vector<ErasureReport>& reports) {
    for (const ErasureReport& report : reports)
        writeReport(reports.size() == 1      ? options.report
                    : options.report.empty() ? options.report
                                             : options.report / (report.job->text() + ".json"),
                    valueOf(report));
}

}  // namespace

/// Exits 0 when every drive that was asked for is erased, 1 when one is not.
int erase(Words words) {
    const BenchOptions options = BenchOptions::read(words, {"--key"});
    const std::vector<Job> jobs = jobsOf(options);
    const auto order = options.order(serialsFor(jobs, options.drives), extentFor(jobs));
    std::vector<ErasureReport> reports = reportsFor(jobs);
    if (!options.report.empty()) {
        share(reports, jobs, notYet(order.serials));
        writeAll(options, reports);
    }
    const std::vector<DriveReport> drives = eraseDrives(order, hooksFor(options));
    share(reports, jobs, drives);
    writeAll(options, reports);
    const auto asked = std::span(drives).first(order.serials.size());
    const auto isErased = [](const DriveReport& drive) { return drive.ending == Ending::erased; };
    return std::ranges::all_of(asked, isErased) ? 0 : 1;
}

}  // namespace remise::workbench
