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

bool isAnyDrawn(const Value& answer) {
    return answer["drives"].isArray() && std::ranges::any_of(answer["drives"].array(), [](const Value& said) {
               return said.boolOr("second_check", false);
           });
}

}  // namespace remise::workbench
