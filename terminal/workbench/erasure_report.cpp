#include "terminal/workbench/erasure_report.h"

#include "drivers/disks/kernel_files.h"
#include "server/domain/serials.h"

namespace remise::workbench {
namespace {

using domain::Value;
using drivers::disks::textOf;

constexpr std::string_view version = "0.1.0";

Value machineIn(const std::filesystem::path& dmi) {
    Value machine(
        Value::Object{{"maker", textOf(dmi / "sys_vendor")}, {"model", textOf(dmi / "product_name")}});
    for (const auto& [name, file] :
         {std::pair("serial", "product_serial"), std::pair("uuid", "product_uuid")})
        if (const std::string text = textOf(dmi / file); domain::isIdentity(text)) machine[name] = text;
    return machine;
}

}  // namespace

Value valueOf(const ErasureReport& report, const std::filesystem::path& dmi) {
    Value value(Value::Object{{"format", report.format},
                              {"report", report.id.text()},
                              {"tool", "remise-workbench"},
                              {"version", version},
                              {"machine", machineIn(dmi)},
                              {"started_at", domain::formatTime(report.startedAt)},
                              {"ended_at", domain::formatTime(report.endedAt)}});
    if (report.job) value["job"] = report.job->text();
    Value::Array drives;
    for (const auto& drive : report.drives)
        drives.push_back(drivers::disks::valueOf(drive));
    value["drives"] = std::move(drives);
    return value;
}

}  // namespace remise::workbench
