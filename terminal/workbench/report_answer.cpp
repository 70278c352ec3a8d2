#include "terminal/workbench/report_answer.h"

#include <algorithm>

#include "server/domain/serials.h"

namespace remise::workbench {

using domain::Value;

namespace {

bool isSame(const Value& drive, const std::string& serial) {
    return domain::normaliseSerial(drive.textOr("serial")) == domain::normaliseSerial(serial);
}

/// What it said of this drive; null when it said nothing.
Value answerFor(const Value& answer, const std::string& serial) {
    if (answer["drives"].isArray())
        for (const Value& drive : answer["drives"].array())
            if (isSame(drive, serial)) return drive;
    return {};
}

bool anyDrive(const Value& answer, bool (*says)(const Value&)) {
    return answer["drives"].isArray() && std::ranges::any_of(answer["drives"].array(), says);
}

}  // namespace

bool areProven(const Value& answer, const std::vector<std::string>& serials, Value& rows) {
    bool areAll = true;
    for (const std::string& serial : serials) {
        const Value said = answerFor(answer, serial);
        if (said.boolOr("certified", false) || said.boolOr("second_check", false)) continue;
        areAll = false;
        if (!rows.isArray()) continue;
        for (Value& row : rows.array())
            if (isSame(row, serial)) {
                row["state"] = "unproven";
                const std::string reason = said.textOr("reason");
                row["reason"] = reason.empty() ? "unknown" : reason;
            }
    }
    return areAll;
}

bool isAnyDrawn(const Value& answer) {
    return anyDrive(answer, [](const Value& said) { return said.boolOr("second_check", false); });
}

bool isAnyToDestroy(const Value& answer) {
    return anyDrive(answer, [](const Value& said) { return said.textOr("status") == "to_destroy"; });
}

}  // namespace remise::workbench
