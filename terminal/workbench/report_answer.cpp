#include "terminal/workbench/report_answer.h"

#include <algorithm>

#include "server/domain/serials.h"

namespace remise::workbench {

using domain::Value;

Value answerFor(const Value& answer, const std::string& serial) {
    if (answer["drives"].isArray())
        for (const Value& drive : answer["drives"].array())
            if (domain::normaliseSerial(drive.textOr("serial")) == domain::normaliseSerial(serial))
                return drive;
    return {};
}

namespace {

bool anyDrive(const Value& answer, bool (*says)(const Value&)) {
    return answer["drives"].isArray() && std::ranges::any_of(answer["drives"].array(), says);
}

}  // namespace

bool isAnyDrawn(const Value& answer) {
    return anyDrive(answer, [](const Value& said) { return said.boolOr("second_check", false); });
}

bool isAnyToDestroy(const Value& answer) {
    return anyDrive(answer, [](const Value& said) { return said.textOr("status") == "to_destroy"; });
}

}  // namespace remise::workbench
