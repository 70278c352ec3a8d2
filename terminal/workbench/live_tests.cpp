#include "terminal/workbench/live_tests.h"

namespace remise::workbench {

using domain::Value;

Value::Array testRows(const std::vector<std::string>& tests, std::string_view result) {
    Value::Array rows;
    for (const std::string& test : tests)
        rows.push_back(Value::Object{{"test", test}, {"result", result}});
    return rows;
}

void showTest(Value& rows, std::string_view test, std::string_view result, std::string_view defect) {
    for (Value& row : rows.array())
        if (row.textOr("test") == test) {
            row["result"] = result;
            if (!defect.empty()) row["defect"] = defect;
        }
}

void dropUnanswered(Value& rows) {
    if (rows.isArray())
        std::erase_if(rows.array(), [](const Value& row) { return row.textOr("result") == "hands"; });
}

Value answersOf(const std::vector<TestOutcome>& outcomes, const std::string& id, const std::string& job) {
    Value tests = Value::Object{}, defects = Value::Object{};
    for (const TestOutcome& outcome : outcomes) {
        tests[outcome.test] = testResultName(outcome.result);
        if (!outcome.defect.empty()) defects[outcome.test] = outcome.defect;
    }
    return Value::Object{
        {"id", id}, {"job", job}, {"tests", tests}, {"defects", defects}, {"tool", "remise-workbench 0.1.0"}};
}

}  // namespace remise::workbench
