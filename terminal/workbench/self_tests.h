#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/workbench/radio_test.h"
#include "terminal/workbench/run_tool.h"

/// What the machine can find out about itself with nobody near. Names of tests and defects are those of the
/// categories' policies (server/domain/policy.h); a hand's answer may still overrule each of them.
namespace remise::workbench {

enum class TestResult { pass, fail, notApplicable };
/// "pass", "fail", "na".
[[nodiscard]] std::string_view testResultName(TestResult);

struct TestOutcome {
    std::string test;
    TestResult result = TestResult::pass;
    std::string defect;  ///< a word, where it failed
    std::string
        detail;  ///< for whoever looks into it: "97 °C", "3 words differ"; never a sentence for the screen
};

struct TestTools {
    std::chrono::milliseconds load = std::chrono::minutes(5);     ///< of all cores
    std::uint64_t memoryAtMost = ~std::uint64_t{0};               ///< bytes
    std::chrono::milliseconds battery = std::chrono::minutes(3);  ///< it is watched for so long
    std::chrono::milliseconds driveTest =
        std::chrono::minutes(3);  ///< patience with a drive's own short test
    std::filesystem::path sys = "/sys";
    std::function<ToolOutput(const std::vector<std::string>&, std::chrono::milliseconds)> run = runTool;
    std::function<std::optional<int>()> bluetoothNeighbours = workbench::bluetoothNeighbours;
    std::function<bool()> shallStop = [] { return false; };
    std::function<void(std::string_view test)> onTest = [](std::string_view) {};
};

[[nodiscard]] std::vector<std::string_view> selfTests();
/// True for a test that needs no hands.
[[nodiscard]] bool isSelfTest(std::string_view test);

/// Those of `wanted` that need no hands, in an order in which what takes long comes last. What could not be
/// seen (a radio without its firmware, a battery that nobody has unplugged) has no outcome: a person is
/// asked.
[[nodiscard]] std::vector<TestOutcome> runSelfTests(const std::vector<std::string>& wanted, const TestTools&);

}  // namespace remise::workbench
