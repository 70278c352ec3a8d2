#pragma once

#include <string>

#include "db/erasure_policy_store.h"
#include "server/domain/canonical.h"
#include "server/ledger/seal_files.h"
#include "server/wire/json.h"
#include "tests/server/program_fixture.h"

/// Small reports as tools write them, for tests of what becomes of them.
namespace remise::test {

struct Machine {
    std::string serial = "PF0ABC12";
    std::string drive = "S29NNXAH146409";  ///< serial of its drive; empty: it names none
    std::string model = "T480";
};

inline std::string glpiJson(const Machine& machine = {}) {
    return R"({"action":"inventory","deviceid":"banc-2026-11-22-06-54-03","itemtype":"Computer","content":{)"
           R"("bios":{"smanufacturer":"LENOVO","smodel":")" +
           machine.model + R"(","ssn":")" + machine.serial +
           R"("},"hardware":{"chassis_type":"Laptop","memory":7800,"name":"PC-DE-ADA"},)"
           R"("cpus":[{"name":"Intel Core i5-8350U","core":4}],)"
           R"("batteries":[{"capacity":57570,"real_capacity":50570}],)"
           R"("storages":[{"name":"nvme0n1","model":"PM951","serial":")" +
           machine.drive + R"(","disksize":256060,"description":"PCI"}]}})";
}

/// An nwipe log of one drive whose row says so.
inline std::string nwipeLog(const std::string& serial = "S29NNXAH146409",
                            const std::string& status = "Erased", const std::string& errors = "0") {
    return "[2026/11/22 05:02:21]  notice: Found /dev/sda, NVME, PM951,  25 MB, S/N=" + serial +
           "\n[2026/11/22 05:02:21]  notice: Program options are set as follows...\n"
           "[2026/11/22 05:02:21]  notice:   banner   = nwipe 0.33\n"
           "[2026/11/22 05:02:21]  notice:   method   = Fill With Zeros\n"
           "[2026/11/22 05:02:21]  notice:   rounds   = 1\n"
           "[2026/11/22 05:02:21]  notice:   verify   = 1 (last pass)\n"
           "[2026/11/22 05:02:21]  notice: Invoking method 'Fill With Zeros' on /dev/sda\n"
           "[2026/11/22 05:02:21]  notice: Starting round 1 of 1 on /dev/sda\n"
           "[2026/11/22 05:02:21]  notice: Verified pass 1 of 1, round 1 of 1, on '/dev/sda'.\n\n"
           "******************************** Error Summary *********************************\n"
           "!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors\n"
           "--------------------------------------------------------------------------------\n"
           "       sda |           " +
           errors +
           " |                    0 |                    0\n"
           "********************************************************************************\n\n"
           "********************************* Drive Status *********************************\n"
           "!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number\n"
           "--------------------------------------------------------------------------------\n"
           "       sda | " +
           status + " | 346 MB/s | 00:00:10 | PM951/" + serial +
           "\n--------------------------------------------------------------------------------\n"
           "[2026/11/22 05:02:23] Total Throughput   346 MB/s, Fill With Zeros, 1R+NB+VL\n"
           "********************************************************************************\n";
}

/// A workbench's report of one drive that was overwritten and read again, or of how it failed.
struct Erased {
    std::string serial = "S29NNXAH146409";
    std::string job{};  ///< empty: the one that Reports::erased makes
    std::string outcome = "erased";
    std::string reason{};
    std::int64_t badSectors = 0, mismatches = 0;
    std::int64_t begunAfter = 0,
                 readAfter = 11'000;  ///< ms: from now, and from its beginning; written after 10 s
    std::string model = "PM951", verification = "full_read";
    std::int64_t bytes = 256060514304;
};

inline std::string workbenchReport(const Erased& erased = {}) {
    using domain::Value;
    const auto began = ProgramFixture::now() + erased.begunAfter;
    const auto after = [&](std::int64_t time) { return domain::formatTime(began + time); };
    const std::string readAt = after(erased.readAfter);
    Value drive = Value::Object{{"device", "/dev/nvme0n1"}, {"serial", erased.serial},
                                {"model", erased.model},    {"firmware", "1.0"},
                                {"bytes", erased.bytes},    {"sector", 512},
                                {"medium", "nvme"},         {"outcome", erased.outcome},
                                {"reason", erased.reason},  {"bad_sectors", erased.badSectors}};
    drive["steps"] = Value::Array{Value::Object{{"method", "overwrite_zero"},
                                                {"started_at", after(0)},
                                                {"ended_at", after(10'000)},
                                                {"bytes", erased.bytes},
                                                {"errors", 0},
                                                {"result", "done"}}};
    if (erased.outcome == "erased") drive["level"] = "clear";
    drive["verification"] =
        Value::Object{{"method", erased.verification},   {"started_at", readAt}, {"ended_at", readAt},
                      {"bytes_read", erased.bytes},      {"places", 0},          {"expected", "zero"},
                      {"mismatches", erased.mismatches}, {"unreadable", 0}};
    Value report = Value::Object{{"format", "remise-erasure-1"},
                                 {"report", domain::Uuid::v4().text()},
                                 {"tool", "remise-workbench"},
                                 {"version", "0.1.0"},
                                 {"machine", Value::Object{{"maker", "LENOVO"}, {"model", "T480"}}},
                                 {"started_at", after(0)},
                                 {"ended_at", readAt},
                                 {"drives", Value::Array{drive}}};
    if (!erased.job.empty()) report["job"] = erased.job;
    return canonicalJson(report);
}

/// A program with the two routes that take reports, at a site that accepts overwriting.
struct Reports : ProgramFixture {
    Reports() { accept("hdd ssd nvme emmc other"); }

    /// What the site's manager writes down; nobody draws drives unless a test is about that.
    void accept(const std::string& media, int checksPercent = 0) {
        db::keepErasurePolicy(*database.pool().take(), {domain::Uuid::v7(now()), "nord", media, "test",
                                                        domain::Uuid::v4(), now(), checksPercent});
    }
    /// A machine on a bench that a scan ties to the unit, and its job; the job's id.
    std::string job(const std::string& unit, const std::string& verification = "full_read",
                    const std::string& erase = "purge", const std::string& badge = "") {
        using domain::Value;
        const ledger::SealKeys keys(options.sealKey);
        if (!keys.signingKey()) keys.make();
        const std::string report = newId(), id = newId();
        Value machine = *wire::readJson(glpiJson());
        machine["deviceid"] = report;
        post("/api/v1/inventories?command=" + report, canonicalJson(machine));
        post("/api/v1/benches/" + report, R"({"phase":"waiting"})");
        const auto reply =
            post("/api/v1/jobs", canonicalJson(Value::Object{{"id", id},
                                                             {"report", report},
                                                             {"unit", unit},
                                                             {"worker", badge.empty() ? worker : badge},
                                                             {"erase", erase},
                                                             {"verification", verification}}));
        if (reply.status != 201) throw std::runtime_error(reply.body);
        return id;
    }
    /// The whole way of a report: a job, unless it names one, and the report under its own id.
    http::Reply erased(const std::string& unit, Erased what = {}) {
        if (what.job.empty()) what.job = job(unit, what.verification);
        return report(unit, workbenchReport(what));
    }
    http::Reply report(const std::string& unit, const std::string& body) {
        return post(
            "/api/v1/erasures?unit=" + unit + "&command=" + domain::readCanonical(body).textOr("report"),
            body);
    }

    std::string address(const std::string& what, const std::string& unit, const std::string& command) {
        return "/api/v1/" + what + "?unit=" + unit + "&command=" + command + "&worker=" + worker;
    }
    http::Reply inventory(const std::string& unit, const std::string& body,
                          const std::string& command = newId()) {
        return post(address("inventories", unit, command), body);
    }
    http::Reply erasure(const std::string& unit, const std::string& body,
                        const std::string& command = newId()) {
        return post(address("erasures", unit, command), body);
    }
    domain::Value::Array queue(const std::string& what = "inventories") {
        return json(get("/api/v1/" + what + "?unassigned=1"))[what].array();
    }
};

}  // namespace remise::test
