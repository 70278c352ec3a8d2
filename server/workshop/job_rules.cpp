#include "server/workshop/job_rules.h"

#include <algorithm>
#include <iterator>

#include "server/domain/policy.h"
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

bool isTestOfSome(std::string_view test) {
    return std::ranges::any_of(policies(),
                               [&](const CategoryPolicy& row) { return containsWord(row.tests, test); });
}

Value::Array testsFor(const Value::Array& wanted, std::string_view category) {
    Value::Array tests;
    if (const CategoryPolicy* policy = findPolicy(category))
        std::ranges::copy_if(wanted, std::back_inserter(tests),
                             [&](const Value& test) { return containsWord(policy->tests, test.text()); });
    return tests;
}

}  // namespace remise::workshop
