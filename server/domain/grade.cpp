#include "server/domain/grade.h"

#include <algorithm>
#include <string_view>

namespace remise::domain {
namespace {

constexpr std::string_view order = "ABCDR";

std::size_t rank(const std::string& grade) {
    return grade.size() == 1 ? std::min(order.find(grade[0]), order.size() - 1) : order.size() - 1;
}

bool isMinor(const std::string& test, const std::string& defect) {
    if (test == "webcam" || test == "speakers") return true;
    return test == "ports" && (defect == "one_usb" || defect == "ethernet" || defect == "jack");
}

}  // namespace

std::string functionalGrade(const Value& tests, const Value& defects) {
    int minor = 0;
    if (tests.isObject())
        for (const auto& [test, result] : tests.object()) {
            if (!result.isText() || result.text() != "fail") continue;
            if (!isMinor(test, defects.textOr(test))) return "R";
            ++minor;
        }
    if (minor > 2) return "R";
    return minor == 0 ? "A" : "D";
}

std::string worseGrade(const std::string& a, const std::string& b) {
    return rank(a) >= rank(b) ? a : b;
}

bool gradeReaches(const std::string& grade, const std::string& lowest) {
    return lowest.empty() || (!grade.empty() && rank(grade) <= rank(lowest));
}

}  // namespace remise::domain
