#pragma once

#include <string>

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
    std::string job{};  ///< empty: none
    std::string outcome = "erased";
    std::string reason{};
    std::int64_t badSectors = 0, mismatches = 0;
    std::string writtenAt = "2026-11-23T09:00:10.000Z", readAt = "2026-11-23T09:00:11.000Z";
};

inline std::string workbenchReport(const Erased& erased = {}) {
    using domain::Value;
    Value drive = Value::Object{{"device", "/dev/nvme0n1"}, {"serial", erased.serial},
                                {"model", "PM951"},         {"firmware", "1.0"},
                                {"bytes", 256060514304},    {"sector", 512},
                                {"medium", "nvme"},         {"outcome", erased.outcome},
                                {"reason", erased.reason},  {"bad_sectors", erased.badSectors}};
    drive["steps"] = Value::Array{Value::Object{{"method", "overwrite_zero"},
                                                {"started_at", "2026-11-23T09:00:00.000Z"},
                                                {"ended_at", erased.writtenAt},
                                                {"bytes", 256060514304},
                                                {"errors", 0},
                                                {"result", "done"}}};
    if (erased.outcome == "erased") drive["level"] = "clear";
    drive["verification"] = Value::Object{{"method", "full_read"},
                                          {"started_at", erased.readAt},
                                          {"ended_at", erased.readAt},
                                          {"bytes_read", 256060514304},
                                          {"places", 0},
                                          {"expected", "zero"},
                                          {"mismatches", erased.mismatches},
                                          {"unreadable", 0}};
    Value report = Value::Object{{"format", "remise-erasure-1"},
                                 {"report", domain::Uuid::v4().text()},
                                 {"tool", "remise-workbench"},
                                 {"version", "0.1.0"},
                                 {"machine", Value::Object{{"maker", "LENOVO"}, {"model", "T480"}}},
                                 {"started_at", "2026-11-23T09:00:00.000Z"},
                                 {"ended_at", erased.readAt},
                                 {"drives", Value::Array{drive}}};
    if (!erased.job.empty()) report["job"] = erased.job;
    return canonicalJson(report);
}

/// A program with the two routes that take reports.
struct Reports : ProgramFixture {
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
