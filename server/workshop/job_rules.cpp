#include "server/workshop/job_rules.h"

#include "server/domain/unit_state.h"

namespace remise::workshop {

using namespace domain;

namespace {

Value::Array drivesThat(const Value& unitState, bool (*are)(std::string_view status)) {
    constexpr std::int64_t mega = 1'000'000;
    Value::Array list;
    const Value& drives = unitState["drives"];
    if (!drives.isObject()) return list;
    for (const auto& [code, drive] : drives.object())
        if (drive.has("serial") && are(drive.textOr("status")))
            list.push_back(Value::Object{{"drive", code},
                                         {"serial", drive.textOr("serial")},
                                         {"model", drive.textOr("model")},
                                         {"bytes", drive.integerOr("capacity_mb", 0) * mega}});
    return list;
}

}  // namespace

Value::Array drivesToErase(const Value& unitState) {
    return drivesThat(unitState, mayBeErased);
}

Value::Array drivesToCheck(const Value& unitState) {
    return drivesThat(unitState, [](std::string_view status) { return status == "to_check"; });
}

}  // namespace remise::workshop
