#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/value.h"

/// Tests that another tool has done, in the words of ours. Pure.
namespace remise::workshop {

/// As `record_test` takes them: {"tests": {"cameras": "fail"}, "defects": {"cameras": "front_camera"}}, of
/// the tests that the category has (`mandatory`, parted by blanks). Several of a tool's tests may make one of
/// ours: it fails when one of them does, and passes when none is left to be done. What has no word here is
/// left to people. Empty when nothing is answered.
domain::Value answersOf(const std::vector<drivers::reports::DeviceTest>&, std::string_view mandatory);

}  // namespace remise::workshop
