#include "terminal/workbench/live_drives.h"

#include <algorithm>

#include "drivers/disks/find_drives.h"
#include "drivers/disks/kernel_files.h"
#include "server/domain/serials.h"

namespace remise::workbench {

using domain::Value;
using namespace drivers::disks;

namespace {

std::string_view stateOf(const Progress& progress) {
    switch (progress.phase) {
        case Phase::preparing:
            return "unlocking";
        case Phase::firmware:
        case Phase::overwriting:
            return "erasing";
        case Phase::verifying:
            return "verifying";
        case Phase::ended:
            break;
    }
    return progress.ending ? endingName(*progress.ending) : "aborted";
}

std::int64_t permilOf(const Progress& progress) {
    constexpr std::uint64_t half = 500;
    const std::uint64_t part = progress.ofBytes == 0 ? 0 : progress.bytes * half / progress.ofBytes;
    switch (progress.phase) {
        case Phase::preparing:
            return 0;
        case Phase::firmware:
        case Phase::overwriting:
            return static_cast<std::int64_t>(part);
        case Phase::verifying:
            return static_cast<std::int64_t>(half + part);
        case Phase::ended:
            break;
    }
    return 2 * half;
}

bool hasRow(const Value& rows, const std::string& serial) {
    return rows.isArray() && std::ranges::any_of(rows.array(), [&](const Value& row) {
               return row.textOr("serial") == serial;
           });
}

Value& rowOf(Value& rows, const std::string& serial) {
    if (!rows.isArray()) rows = Value::Array{};
    auto& list = rows.array();
    const auto found =
        std::ranges::find_if(list, [&](const Value& row) { return row.textOr("serial") == serial; });
    if (found != list.end()) return *found;
    list.push_back(Value::Object{{"serial", serial}, {"medium", mediumName(Medium::other)}});
    return list.back();
}

}  // namespace

void describeMachine(Value& machine) {
    const std::filesystem::path dmi = "/sys/class/dmi/id";
    const auto add = [&](std::string_view name, const std::string& text) {
        if (domain::isIdentity(text)) machine[name] = text;
    };
    const std::string maker = textOf(dmi / "sys_vendor");
    add("maker", maker);
    add("model", textOf(dmi / (maker == "LENOVO" ? "product_version" : "product_name")));
    add("serial", textOf(dmi / "product_serial"));
}

Value liveDrives() {
    Value::Array rows;
    for (const Drive& drive : findDrives()) {
        // The stick that the machine was started from, and what is plugged in beside it, are not the
        // machine's.
        const bool isLeftAlone = drive.excluded != Reason::none;
        if (isLeftAlone && (drive.transport == Transport::usb || drive.excluded == Reason::bootMedium))
            continue;
        Value row = Value::Object{{"model", drive.identity.model},
                                  {"bytes", static_cast<std::int64_t>(drive.bytes)},
                                  {"medium", mediumName(drive.medium)},
                                  {"state", isLeftAlone ? "skipped" : "waiting"}};
        if (!drive.identity.serial.empty()) row["serial"] = drive.identity.serial;
        if (isLeftAlone) row["reason"] = reasonName(drive.excluded);
        if (drive.identity.model.empty()) row.object().erase("model");
        rows.push_back(std::move(row));
    }
    return rows;
}

void showProgress(Value& rows, const Progress& progress) {
    // What is left alone and was not shown, such as a stick beside, does not appear now.
    const bool isWorkedOn = progress.phase != Phase::preparing && progress.phase != Phase::ended;
    if (progress.serial.empty() || (!isWorkedOn && !hasRow(rows, progress.serial))) return;
    Value& row = rowOf(rows, progress.serial);
    row["state"] = stateOf(progress);
    row["permil"] = permilOf(progress);
    row["bytes_per_second"] = static_cast<std::int64_t>(progress.bytesPerSecond);
    row["bad_sectors"] = static_cast<std::int64_t>(progress.badSectors);
    row.object().erase("remaining_s");
    row.object().erase("reason");  // of an earlier try
    // Reading takes about as long as writing has: while it writes, both are still to come.
    if (progress.left) {
        const bool writes = progress.phase == Phase::overwriting || progress.phase == Phase::firmware;
        const std::int64_t reading =
            writes && progress.bytesPerSecond > 0
                ? static_cast<std::int64_t>(progress.ofBytes / progress.bytesPerSecond)
                : 0;
        row["remaining_s"] = progress.left->count() + reading;
    }
    if (progress.reason != Reason::none) row["reason"] = reasonName(progress.reason);
}

}  // namespace remise::workbench
