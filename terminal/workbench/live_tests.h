#pragma once

#include "server/domain/value.h"
#include "terminal/workbench/self_tests.h"

/// The tests of this machine as people see them while it works, and as the server gets them.
namespace remise::workbench {

/// [{test, result}], the same result for each.
domain::Value::Array testRows(const std::vector<std::string>& tests, std::string_view result);

/// `result`: waiting, running, hands, pass, fail, na.
void showTest(domain::Value& rows, std::string_view test, std::string_view result,
              std::string_view defect = "");

/// What waits for hands that will not come is shown no longer.
void dropUnanswered(domain::Value& rows);

/// The body of POST /api/v1/benches/REPORT/tests.
domain::Value answersOf(const std::vector<TestOutcome>&, const std::string& id, const std::string& job);

}  // namespace remise::workbench
