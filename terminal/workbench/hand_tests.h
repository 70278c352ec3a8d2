#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/value.h"
#include "terminal/workbench/self_tests.h"

namespace remise::workbench {

/// What a person answers at the machine itself, in the order in which the screen shows it. Names of tests and
/// defects are those of the test station.
[[nodiscard]] const std::vector<std::string>& handTests();
[[nodiscard]] bool isHandTest(std::string_view test);

/// The tests with hands of one job: offered to whoever stands at the screen, answered one by one or put
/// aside. Answers come from the screen's thread while the machine erases.
class HandAnswers {
public:
    /// A new job: those of `wanted` that need hands. What they are, in the screen's order.
    std::vector<std::string> offer(const std::vector<std::string>& wanted);

    /// What the screen said: {test, result: pass|fail|na, defect where it failed}. Empty for what was not
    /// offered or is no answer; a second answer takes the place of the first.
    std::optional<TestOutcome> hear(const domain::Value& said);

    /// Nobody does the rest here: the test station still may.
    void putAside();

    /// Until nothing is left to answer, or the time is over. True when nothing is.
    bool waitUntilDone(std::chrono::milliseconds longest);

    [[nodiscard]] std::vector<TestOutcome> answers() const;

private:
    [[nodiscard]] bool isDone() const;

    mutable std::mutex m_mutex;
    std::condition_variable m_heard;
    std::vector<std::string> m_offered;
    std::vector<TestOutcome> m_answers;
    bool m_isPutAside = false;
};

}  // namespace remise::workbench
