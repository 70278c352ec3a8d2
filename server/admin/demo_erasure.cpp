#include "server/admin/demo_erasure.h"

#include "server/admin/demo_data.h"
#include "server/domain/canonical.h"
#include "server/proof/sha256.h"

namespace remise::admin {

using namespace domain;

namespace {

constexpr Milliseconds minute = 60'000;
constexpr std::int64_t mega = 1'000'000;

/// Solid state by its own firmware and then overwritten; the rest overwritten.
bool isPurged(const DemoDrive& drive) {
    return drive.medium == "nvme" || drive.medium == "ssd";
}

std::string firmwareMethod(const DemoDrive& drive) {
    return drive.medium == "nvme" ? "nvme_sanitize_block" : "ata_sanitize_block";
}

std::string overwriting(const DemoDrive& drive) {
    return drive.medium == "hdd" ? "overwrite_zero" : "overwrite_random";
}

Value step(const std::string& method, Milliseconds from, Milliseconds to, std::int64_t bytes) {
    return Value::Object{{"method", method},
                         {"started_at", formatTime(from)},
                         {"ended_at", formatTime(to)},
                         {"bytes", bytes},
                         {"errors", 0},
                         {"result", "done"}};
}

Value driveOf(const DemoDrive& drive) {
    const std::int64_t bytes = drive.megabytes * mega;
    const Milliseconds read = drive.endedAt - 20 * minute, written = drive.endedAt - 50 * minute;
    Value::Array steps;
    if (isPurged(drive))
        steps.push_back(step(firmwareMethod(drive), written - minute, written - minute / 2, bytes));
    steps.push_back(step(overwriting(drive), written - minute / 2, read - minute, bytes));
    Value value = Value::Object{{"device", drive.medium == "nvme" ? "/dev/nvme0n1" : "/dev/sda"},
                                {"serial", drive.serial},
                                {"model", drive.model},
                                {"firmware", "1.0"},
                                {"bytes", bytes},
                                {"sector", 512},
                                {"medium", drive.medium},
                                {"outcome", "erased"},
                                {"reason", ""},
                                {"level", isPurged(drive) ? "purge" : "clear"},
                                {"bad_sectors", 0},
                                {"steps", steps}};
    if (drive.medium != "emmc") value["hidden"] = Value::Object{{"state", "none"}, {"sectors", 0}};
    value["verification"] = Value::Object{{"method", "full_read"},
                                          {"started_at", formatTime(read)},
                                          {"ended_at", formatTime(drive.endedAt)},
                                          {"bytes_read", bytes},
                                          {"places", 0},
                                          {"expected", drive.medium == "hdd" ? "zero" : "random"},
                                          {"mismatches", 0},
                                          {"unreadable", 0}};
    return value;
}

}  // namespace

db::StoredReport demoErasureReport(const DemoDrive& drive) {
    const Value machine = Value::Object{{"maker", drive.maker}, {"model", drive.machine}};
    db::StoredReport report;
    report.id = drive.report;
    report.site = demoSite;
    report.unit = drive.unit;
    report.receivedAt = drive.endedAt;
    report.actor = drive.actor;
    report.state = db::ReportState::applied;
    report.body = canonicalJson(Value::Object{{"format", "remise-erasure-1"},
                                              {"report", drive.report.text()},
                                              {"tool", "remise-workbench"},
                                              {"version", "0.1.0"},
                                              {"machine", machine},
                                              {"started_at", formatTime(drive.endedAt - 55 * minute)},
                                              {"ended_at", formatTime(drive.endedAt)},
                                              {"drives", Value::Array{driveOf(drive)}}});
    report.sha256 = proof::sha256(report.body);
    report.reply = R"({"drives":[]})";
    return report;
}

Value demoCertification(const DemoDrive& drive, const std::string& code, const Uuid& policy) {
    Value data = Value::Object{{"drive", code},
                               {"method", overwriting(drive)},
                               {"level", isPurged(drive) ? "purge" : "clear"},
                               {"verification", "full_read"},
                               {"report", drive.report.text()},
                               {"tool", "remise-workbench 0.1.0"}};
    if (!isPurged(drive)) data["policy"] = policy.text();
    return data;
}

}  // namespace remise::admin
