#pragma once

#include <string>

#include "server/domain/value.h"

namespace remise::domain {

/// Functional grade of a tested unit: A when nothing failed, D with at most two minor defects (one USB port,
/// webcam, speaker, Ethernet, jack), else R: not sold.
std::string functionalGrade(const Value& tests, const Value& defects);

/// The worse of two grades, A best, R worst.
std::string worseGrade(const std::string&, const std::string&);

/// True when `grade` is at least as good as `lowest` (empty lowest: any).
bool gradeReaches(const std::string& grade, const std::string& lowest);

}  // namespace remise::domain
