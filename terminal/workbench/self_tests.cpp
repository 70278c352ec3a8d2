#include "terminal/workbench/self_tests.h"

#include <algorithm>
#include <array>
#include <optional>

#include "terminal/workbench/load_test.h"
#include "terminal/workbench/memory_test.h"
#include "terminal/workbench/smart_test.h"

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

TestOutcome outcome(std::string_view test, TestResult result, std::string_view defect = "",
                    std::string detail = {}) {
    return {std::string(test), result, std::string(defect), std::move(detail)};
}

bool hasAny(const fs::path& folder, const std::function<bool(const fs::path&)>& fits) {
    std::error_code none;
    const fs::directory_iterator entries(folder, none);
    return std::any_of(begin(entries), end(entries), [&](const auto& entry) { return fits(entry.path()); });
}

/// It is here because it started.
TestOutcome started(const TestTools&) {
    return outcome("post", TestResult::pass);
}

TestOutcome tpm(const TestTools& tools) {
    const bool there = hasAny(tools.sys / "class/tpm", [](const fs::path&) { return true; });
    return outcome("tpm", there ? TestResult::pass : TestResult::notApplicable);
}

/// Seen by the kernel. Whether anything is received, a person says.
TestOutcome wifi(const TestTools& tools) {
    const bool there = hasAny(tools.sys / "class/net",
                              [](const fs::path& device) { return fs::exists(device / "wireless"); });
    return outcome("wifi", there ? TestResult::pass : TestResult::notApplicable);
}

TestOutcome bluetooth(const TestTools& tools) {
    const bool there = hasAny(tools.sys / "class/bluetooth", [](const fs::path&) { return true; });
    return outcome("bluetooth", there ? TestResult::pass : TestResult::notApplicable);
}

TestOutcome memory(const TestTools& tools) {
    const MemoryFinding found = testMemory(tools.memoryAtMost, tools.shallStop);
    const bool isGood = found.wrongWords == 0 && found.bytes > 0;
    return outcome(
        "ram", isGood ? TestResult::pass : TestResult::fail, isGood ? "" : "memory_errors",
        std::to_string(found.bytes >> 20) + " MiB, " + std::to_string(found.wrongWords) + " wrong");
}

TestOutcome load(const TestTools& tools) {
    const LoadFinding found = testLoad(tools.load, tools.sys, tools.shallStop);
    const std::string detail = found.hottest ? std::to_string(*found.hottest) + " °C" : "";
    if (found.wrongResults > 0) return outcome("cpu_load", TestResult::fail, "wrong_results", detail);
    if (found.tooHot) return outcome("cpu_load", TestResult::fail, "overheats", detail);
    return outcome("cpu_load", TestResult::pass, "", detail);
}

TestOutcome smart(const TestTools& tools) {
    const SmartFinding found = testDrives(tools.driveTest, tools.sys, tools.shallStop);
    if (found.drives == 0) return outcome("smart", TestResult::notApplicable);
    const bool isGood = found.failing.empty();
    return outcome("smart", isGood ? TestResult::pass : TestResult::fail, isGood ? "" : "drive_failing",
                   found.failing);
}

struct Row {
    std::string_view test;
    TestOutcome (*run)(const TestTools&);
};
/// What takes minutes comes last.
constexpr std::array<Row, 7> rows{{{"post", started},
                                   {"tpm", tpm},
                                   {"wifi", wifi},
                                   {"bluetooth", bluetooth},
                                   {"smart", smart},
                                   {"ram", memory},
                                   {"cpu_load", load}}};

}  // namespace

std::string_view testResultName(TestResult result) {
    switch (result) {
        case TestResult::pass:
            return "pass";
        case TestResult::fail:
            return "fail";
        case TestResult::notApplicable:
            break;
    }
    return "na";
}

std::vector<std::string_view> selfTests() {
    std::vector<std::string_view> names;
    for (const Row& row : rows)
        names.push_back(row.test);
    return names;
}

bool isSelfTest(std::string_view test) {
    return std::ranges::find(rows, test, &Row::test) != rows.end();
}

std::vector<TestOutcome> runSelfTests(const std::vector<std::string>& wanted, const TestTools& tools) {
    std::vector<TestOutcome> outcomes;
    for (const Row& row : rows) {
        if (std::ranges::find(wanted, row.test) == wanted.end() || tools.shallStop()) continue;
        tools.onTest(row.test);
        TestOutcome found = row.run(tools);
        // One that was cut short has said nothing.
        if (!tools.shallStop()) outcomes.push_back(std::move(found));
    }
    return outcomes;
}

}  // namespace remise::workbench
