#include <algorithm>

#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/job.h"
#include "terminal/workbench/self_tests.h"

namespace remise::workbench {
namespace {

using namespace domain::cli;
using domain::Value;

/// {job, unit, tests, defects, details, left}: `left` are those that want hands, or a machine's screen.
Value valueOf(const Job& job, const std::vector<TestOutcome>& outcomes,
              const std::vector<std::string>& wanted) {
    Value tests = Value::Object{}, defects = Value::Object{}, details = Value::Object{};
    for (const TestOutcome& outcome : outcomes) {
        tests[outcome.test] = testResultName(outcome.result);
        if (!outcome.defect.empty()) defects[outcome.test] = outcome.defect;
        if (!outcome.detail.empty()) details[outcome.test] = outcome.detail;
    }
    Value::Array left;
    for (const std::string& test : wanted)
        if (!tests.has(test)) left.push_back(test);
    return Value::Object{{"job", job.id.text()}, {"unit", job.unit},   {"tests", tests},
                         {"defects", defects},   {"details", details}, {"left", left}};
}

}  // namespace

/// Exits 0 when every test that needs no hands was done and none failed, 1 when one failed or was cut short.
int test(Words words) {
    const BenchOptions options = BenchOptions::read(words, {"--key", "--load-seconds"});
    const auto key = proof::PublicKey::fromPem(readWholeFile(required(options.options, "--key")));
    if (options.jobs.size() != 1) throw UsageError("--job is wanted once");
    const Job job = readJob(readWholeFile(options.jobs.front()), {{key.id(), key}}, now());
    std::vector<std::string> wanted;
    if (job.document["tests"].isArray())
        for (const Value& name : job.document["tests"].array())
            if (name.isText()) wanted.push_back(name.text());
    TestTools tools;
    tools.load = std::chrono::seconds(std::stoi(options.textOr("--load-seconds", "300")));
    tools.shallStop = hooksFor(options).shallStop;
    const auto outcomes = runSelfTests(wanted, tools);
    writeReport(options.report, valueOf(job, outcomes, wanted));
    const bool isAny = std::ranges::any_of(
        outcomes, [](const TestOutcome& outcome) { return outcome.result == TestResult::fail; });
    return isAny || tools.shallStop() ? 1 : 0;
}

}  // namespace remise::workbench
