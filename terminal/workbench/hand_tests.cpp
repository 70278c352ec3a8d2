#include "terminal/workbench/hand_tests.h"

#include <algorithm>

namespace remise::workbench {

namespace {

std::optional<TestResult> resultNamed(const std::string& name) {
    for (const TestResult result : {TestResult::pass, TestResult::fail, TestResult::notApplicable})
        if (testResultName(result) == name) return result;
    return {};
}

}  // namespace

const std::vector<std::string>& handTests() {
    static const std::vector<std::string> tests{"keyboard", "trackpad",   "screen", "webcam",
                                                "speakers", "microphone", "ports"};
    return tests;
}

bool isHandTest(std::string_view test) {
    return std::ranges::find(handTests(), test) != handTests().end();
}

std::vector<std::string> HandAnswers::offer(const std::vector<std::string>& wanted) {
    const std::lock_guard lock(m_mutex);
    m_offered.clear();
    m_answers.clear();
    m_isPutAside = false;
    for (const std::string& test : handTests())
        if (std::ranges::find(wanted, test) != wanted.end()) m_offered.push_back(test);
    return m_offered;
}

std::optional<TestOutcome> HandAnswers::hear(const domain::Value& said) {
    const auto result = resultNamed(said.textOr("result"));
    if (!result) return {};
    const TestOutcome answer{said.textOr("test"), *result, said.textOr("defect"), {}};
    if (answer.defect.empty() == (*result == TestResult::fail)) return {};
    {
        const std::lock_guard lock(m_mutex);
        if (std::ranges::find(m_offered, answer.test) == m_offered.end()) return {};
        std::erase_if(m_answers, [&](const TestOutcome& old) { return old.test == answer.test; });
        m_answers.push_back(answer);
    }
    m_heard.notify_all();
    return answer;
}

void HandAnswers::putAside() {
    {
        const std::lock_guard lock(m_mutex);
        m_isPutAside = true;
    }
    m_heard.notify_all();
}

bool HandAnswers::isDone() const {
    return m_isPutAside || m_answers.size() == m_offered.size();
}

bool HandAnswers::waitUntilDone(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    return m_heard.wait_for(lock, longest, [this] { return isDone(); });
}

std::vector<TestOutcome> HandAnswers::answers() const {
    const std::lock_guard lock(m_mutex);
    return m_answers;
}

}  // namespace remise::workbench
