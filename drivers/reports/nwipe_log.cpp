#include "drivers/reports/nwipe_log.h"

#include <algorithm>
#include <array>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/nwipe_lines.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"

namespace remise::drivers::reports {

using domain::Refusal;

namespace {

constexpr std::size_t largestLog = 4U << 20;

/// By their names in nwipe's method.c, with blanks collapsed as in all cleaned text.
constexpr std::array<std::string_view, 10> writingMethods{
    "Fill With Zeros",       "Fill With Ones", "RCMP TSSIT OPS-II", "DoD Short",
    "DoD 5220.22-M",         "Gutmann Wipe",   "PRNG Stream",       "HMG IS5 Enhanced",
    "Bruce Schneier 7-Pass", "BMB21-2019"};
constexpr std::array<std::string_view, 2> readingMethods{"Verify Zeros (0x00)", "Verify Ones (0xFF)"};

template <typename Table>
bool contains(const Table& table, std::string_view name) {
    return std::find(table.begin(), table.end(), name) != table.end();
}

/// The row says the beginning of the model, "/" and the serial that was found, however blanks came out.
bool serialsAgree(const DeviceLines& lines, const StatusRow& row) {
    const std::string inRow = domain::normaliseSerial(row.modelAndSerial);
    const std::string ending = "/" + domain::normaliseSerial(lines.serial);
    if (lines.foundTwice || !inRow.ends_with(ending)) return false;
    return domain::normaliseSerial(lines.model).starts_with(inRow.substr(0, inRow.size() - ending.size()));
}

bool isWhole(const DeviceLines& lines) {
    if (lines.bytes.empty()) return true;
    const BytesRow& bytes = lines.bytes.front();
    return bytes.whole && bytes.total > 0 && bytes.erased >= bytes.total;
}

bool isFlagged(const DeviceLines& lines) {
    return lines.statuses.front().flagged || lines.errors.front().flagged ||
           (!lines.bytes.empty() && lines.bytes.front().flagged);
}

/// What stands against a drive whose row says Erased; none when all of the log agrees.
ErasureReason doubtAbout(const DeviceLines& lines, const RunLines& run, const std::string& method) {
    if (run.strayRows || lines.errors.size() > 1 || lines.bytes.size() > 1)
        return ErasureReason::contradictory;
    if (!lines.found || !lines.started) return ErasureReason::notAnnounced;
    if (lines.errors.empty() || (run.hasBytesTable && lines.bytes.empty()))
        return ErasureReason::summaryMissing;
    const ErrorRow& errors = lines.errors.front();
    if (errors.pass > 0 || errors.verify > 0 || errors.sync > 0 || lines.troubled)
        return ErasureReason::errorsCounted;
    if (!isWhole(lines)) return ErasureReason::notWhole;
    if (isFlagged(lines)) return ErasureReason::flagged;
    if (!serialsAgree(lines, lines.statuses.front())) return ErasureReason::serialsDiffer;
    if (lines.hiddenSectors) return ErasureReason::hiddenSectors;
    return isKnownNwipeMethod(method) ? ErasureReason::none : ErasureReason::unknownMethod;
}

/// What to know of a drive that is erased.
ErasureReason noteOn(const NwipeDrive& drive, const RunLines& run) {
    if (contains(readingMethods, drive.method)) return ErasureReason::verifyOnly;
    return run.run.verify == NwipeVerify::none ? ErasureReason::notVerified : ErasureReason::none;
}

void judgeRow(NwipeDrive& drive, const DeviceLines& lines, const RunLines& run) {
    const std::string& status = lines.statuses.front().status;
    drive.outcome = ErasureOutcome::failed;
    if (lines.statuses.size() > 1) {
        drive.reason = ErasureReason::contradictory;
    } else if (status == "UABORTED") {
        drive.outcome = ErasureOutcome::aborted;
        drive.reason = ErasureReason::stoppedByPerson;
    } else if (status == "Erased") {
        drive.reason = doubtAbout(lines, run, drive.method);
        if (drive.reason == ErasureReason::none) {
            drive.outcome = ErasureOutcome::erased;
            drive.reason = noteOn(drive, run);
        }
    } else {
        drive.reason = status == "-FAILED-" ? ErasureReason::saidFailed : ErasureReason::unknownStatus;
    }
}

void judgeWithoutRow(NwipeDrive& drive, const DeviceLines& lines) {
    drive.outcome = lines.started ? ErasureOutcome::aborted : ErasureOutcome::skipped;
    drive.reason = lines.started ? ErasureReason::logEndsEarly : ErasureReason::notStarted;
    if (!lines.started && lines.inUse) drive.reason = ErasureReason::inUse;
}

void copyFigures(NwipeDrive& drive, const DeviceLines& lines) {
    if (!lines.errors.empty()) {
        drive.passErrors = lines.errors.front().pass;
        drive.verifyErrors = lines.errors.front().verify;
        drive.syncErrors = lines.errors.front().sync;
    }
    if (!lines.bytes.empty()) {
        drive.bytesErased = lines.bytes.front().erased;
        drive.bytesTotal = lines.bytes.front().total;
    }
    if (!lines.statuses.empty()) {
        drive.flagged = lines.statuses.front().flagged;
        drive.throughput = lines.statuses.front().throughput;
        drive.seconds = lines.statuses.front().seconds;
    }
}

/// From "Found …"; a row alone gives "model/serial", where models hold slashes more often than serials.
void nameDrive(NwipeDrive& drive, const DeviceLines& lines) {
    drive.model = lines.model;
    std::string serial = lines.serial;
    if (!lines.found && !lines.statuses.empty()) {
        const std::string& both = lines.statuses.front().modelAndSerial;
        drive.model = cleanText(both.substr(0, both.rfind('/')));
        serial = cleanText(both.substr(both.rfind('/') + 1));
    }
    if (domain::isIdentity(serial)) drive.serial = serial;
}

NwipeDrive judge(const DeviceLines& lines, const RunLines& run) {
    NwipeDrive drive;
    drive.device = lines.device.starts_with('/') ? lines.device : "/dev/" + lines.device;
    drive.method = lines.method.empty() ? run.run.method : lines.method;
    nameDrive(drive, lines);
    copyFigures(drive, lines);
    if (lines.statuses.empty())
        judgeWithoutRow(drive, lines);
    else
        judgeRow(drive, lines, run);
    return drive;
}

bool isSameDrive(const NwipeDrive& a, const NwipeDrive& b) {
    if (a.serial && b.serial) return domain::normaliseSerial(*a.serial) == domain::normaliseSerial(*b.serial);
    return !a.serial && !b.serial && a.device == b.device;
}

}  // namespace

bool isKnownNwipeMethod(std::string_view name) {
    return contains(writingMethods, name) || contains(readingMethods, name);
}

std::vector<NwipeDrive> NwipeLog::drives() const {
    std::vector<NwipeDrive> last;
    for (const NwipeRun& run : runs)
        for (const NwipeDrive& drive : run.drives) {
            std::erase_if(last, [&](const NwipeDrive& before) { return isSameDrive(before, drive); });
            last.push_back(drive);
        }
    return last;
}

domain::Outcome<NwipeLog> readNwipeLog(std::string_view text) {
    if (text.size() > largestLog) return Refusal(domain::refusals::tooLarge, {{"limit", "4 MiB"}});
    const SortedLog sorted = sortLines(text);
    if (sorted.tooMuch) return Refusal(domain::refusals::tooLarge, {{"limit", "500"}});
    NwipeLog log;
    for (const RunLines& lines : sorted.runs) {
        if (!lines.hasOptions && lines.devices.empty() && lines.run.version.empty()) continue;
        NwipeRun run = lines.run;
        for (const DeviceLines& device : lines.devices)
            run.drives.push_back(judge(device, lines));
        log.runs.push_back(std::move(run));
    }
    if (log.runs.empty()) return Refusal(domain::refusals::notNwipeLog);
    return log;
}

}  // namespace remise::drivers::reports
