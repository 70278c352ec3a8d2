#include "terminal/workbench/self_tests.h"

#include <algorithm>
#include <array>
#include <optional>

#include "terminal/workbench/battery_test.h"
#include "terminal/workbench/load_test.h"
#include "terminal/workbench/memory_test.h"
#include "terminal/workbench/smart_test.h"

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

/// Nothing where it could not be seen.
using Found = std::optional<TestOutcome>;

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
Found started(const TestTools&) {
    return outcome("post", TestResult::pass);
}

Found tpm(const TestTools& tools) {
    const bool there = hasAny(tools.sys / "class/tpm", [](const fs::path&) { return true; });
    return outcome("tpm", there ? TestResult::pass : TestResult::notApplicable);
}

/// One network at least was heard. None at all says nothing: the workshop may have walls of steel, and the
/// image no firmware for this radio.
Found wifi(const TestTools& tools) {
    using std::chrono::seconds;
    const auto interfaces = wifiInterfaces(tools.sys);
    int networks = 0;
    for (const std::string& name : interfaces) {
        tools.run({"ip", "link", "set", name, "up"}, seconds(5));
        networks += networksIn(tools.run({"iw", "dev", name, "scan"}, seconds(20)).text);
    }
    if (networks == 0) return {};
    return outcome("wifi", TestResult::pass, "", std::to_string(networks) + " networks");
}

/// It listened to the end; neighbours need not be there.
Found bluetooth(const TestTools& tools) {
    if (!hasAny(tools.sys / "class/bluetooth", [](const fs::path&) { return true; })) return {};
    const auto neighbours = tools.bluetoothNeighbours();
    if (!neighbours) return {};
    return outcome("bluetooth", TestResult::pass, "", std::to_string(*neighbours) + " neighbours");
}

Found charge(const TestTools& tools) {
    return chargeOf(watchBattery(std::chrono::milliseconds(0), tools.sys, tools.shallStop));
}

Found batteryRuntime(const TestTools& tools) {
    return runtimeOf(watchBattery(tools.battery, tools.sys, tools.shallStop));
}

Found memory(const TestTools& tools) {
    const MemoryFinding found = testMemory(tools.memoryAtMost, tools.shallStop);
    const bool isGood = found.wrongWords == 0 && found.bytes > 0;
    return outcome(
        "ram", isGood ? TestResult::pass : TestResult::fail, isGood ? "" : "memory_error",
        std::to_string(found.bytes >> 20) + " MiB, " + std::to_string(found.wrongWords) + " wrong");
}

Found load(const TestTools& tools) {
    const LoadFinding found = testLoad(tools.load, tools.sys, tools.shallStop);
    const std::string detail = found.hottest ? std::to_string(*found.hottest) + " °C" : "";
    if (found.wrongResults > 0) return outcome("cpu_load", TestResult::fail, "wrong_results", detail);
    if (found.tooHot) return outcome("cpu_load", TestResult::fail, "overheats", detail);
    return outcome("cpu_load", TestResult::pass, "", detail);
}

Found smart(const TestTools& tools) {
    const SmartFinding found = testDrives(tools.driveTest, tools.sys, tools.shallStop);
    if (found.drives == 0) return outcome("smart", TestResult::notApplicable);
    const bool isGood = found.failing.empty();
    return outcome("smart", isGood ? TestResult::pass : TestResult::fail, isGood ? "" : "smart_failed",
                   found.failing);
}

struct Row {
    std::string_view test;
    Found (*run)(const TestTools&);
};
/// What takes minutes comes last.
constexpr std::array<Row, 9> rows{{{"post", started},
                                   {"tpm", tpm},
                                   {"wifi", wifi},
                                   {"charge", charge},
                                   {"bluetooth", bluetooth},
                                   {"battery_runtime", batteryRuntime},
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
        Found found = row.run(tools);
        // One that was cut short has said nothing.
        if (found && !tools.shallStop()) outcomes.push_back(std::move(*found));
    }
    return outcomes;
}

}  // namespace remise::workbench
