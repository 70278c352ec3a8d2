#include <algorithm>
#include <csignal>
#include <iostream>
#include <set>
#include <thread>
#include <utility>

#include "drivers/disks/erase_drives.h"
#include "server/wire/json.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/bench_talk.h"
#include "terminal/workbench/clock.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/erasure_report.h"
#include "terminal/workbench/find_server.h"
#include "terminal/workbench/gather.h"
#include "terminal/workbench/hand_tests.h"
#include "terminal/workbench/job.h"
#include "terminal/workbench/live_drives.h"
#include "terminal/workbench/live_tests.h"
#include "terminal/workbench/parcels.h"
#include "terminal/workbench/report_answer.h"
#include "terminal/workbench/sound_test.h"

namespace remise::workbench {
namespace {

using domain::Value;
using drivers::disks::DriveReport;
using drivers::disks::Ending;
using namespace std::chrono_literals;

/// Who scans at the machine itself is there to test it: all that can be tested here.
Value testsHere() {
    Value::Array tests;
    for (const std::string_view test : selfTests())
        tests.push_back(test);
    for (const std::string& test : handTests())
        tests.push_back(test);
    return tests;
}

/// From the moment the machine is on until it is put away: it describes itself, waits for somebody's scan,
/// does the job that this makes, and tells how it stands all the while.
class Bench {
public:
    Bench(Site site, BenchOptions options, bool traces)
        : m_options(std::move(options)),
          m_load(std::stoi(m_options.textOr("--load-seconds", "300"))),
          m_hooks(hooksFor(m_options)),
          m_site(std::move(site)),
          m_link(m_site),
          m_parcels(m_options.textOr("--parcels", "/run/remise/parcels")),
          m_talk(m_site, m_report.text(), watcher(traces)) {}

    /// Until it is told to end, or the first job is done.
    bool run(bool once) {
        describe();
        while (!m_hooks.shallStop()) {
            const auto job = nextJob();
            if (!job) continue;
            const bool isDone = work(*job);
            if (once) return isDone;
        }
        return true;
    }

    /// The screen of the machine says a line of JSON each on standard input: who scanned badge and label
    /// there asks for its job, {unit, worker}; who tests it answers, {test, result, defect}, or puts the rest
    /// aside, {aside: true}. It ends with its screen, which starts another one: one machine, one bench.
    void listen() {
        m_hasScreen = true;
        m_listener = std::thread([this] {
            for (std::string line; std::getline(std::cin, line);)
                if (const auto said = wire::readJson(line); said && said->isObject()) hear(*said);
            std::raise(SIGTERM);
        });
        m_listener.detach();  // it waits for a person, who may never come
    }

    /// The machine's own clock may be years late. Not for a computer that is somebody's.
    void trustServersClock() {
        m_setsClock = true;
        if (const auto time = clockToSet(now(), {}, m_site.madeAt)) setClock(*time);
    }

private:
    /// Once, as soon as the server answers.
    void correctClock() {
        if (!m_setsClock) return;
        const auto answer = m_link.post("/api/v1/benches/" + m_report.text(),
                                        canonicalJson(Value::Object{{"phase", "waiting"}}));
        if (!answer) return;
        m_setsClock = false;
        if (const auto time = clockToSet(now(), answer->saidAt, m_site.madeAt)) setClock(*time);
    }

    void hear(const Value& said) {
        if (said.has("worker")) return askForJob(said);
        if (said.textOr("begin") == "speakers") return testSound();
        if (said.boolOr("aside", false)) {
            m_hands.putAside();
            m_talk.change([](Value& state) {
                if (state.has("tests")) dropUnanswered(state["tests"]);
            });
        } else if (const auto answer = m_hands.hear(said)) {
            m_talk.change([&](Value& state) {
                showTest(state["tests"], answer->test, testResultName(answer->result), answer->defect);
            });
        }
    }

    /// What the microphone hears of the speakers answers for both; for the rest a person is asked.
    void testSound() {
        const auto tell = [this](std::string_view how) {
            m_talk.change([&](Value&) { m_live = Value::Object{{"test", "speakers"}, {"state", how}}; });
        };
        tell("running");
        const Heard heard = listenToItself();
        tell("asked");
        if (heard.left || heard.right) hear(Value::Object{{"test", "microphone"}, {"result", "pass"}});
        if (heard.left && heard.right) hear(Value::Object{{"test", "speakers"}, {"result", "pass"}});
    }

    void askForJob(const Value& said) {
        Value wanted = said;
        wanted["id"] = domain::Uuid::v7(now()).text();
        wanted["report"] = m_report.text();
        wanted["erase"] = "purge";
        wanted["tests"] = testsHere();
        const auto answer = ServerLink(m_site).post("/api/v1/jobs", canonicalJson(wanted));
        m_talk.change([&](Value& state) {
            state.object().erase("message");
            if (!answer || !answer->isGood())
                state["message"] =
                    (answer ? answer->body.textOr("detail") : std::string("no network")).substr(0, 250);
        });
    }

    /// A line for each change, for the screen of the machine or whoever looks into what it does.
    BenchTalk::Watcher watcher(bool traces) const {
        if (!traces) return [](const Value&, const std::string&) {};
        return [this](const Value& state, const std::string& unit) {
            std::cout << canonicalJson(Value::Object{{"report", m_report.text()},
                                                     {"server", m_site.servers.front()},
                                                     {"language", m_site.language},
                                                     {"unit", unit},
                                                     {"live", m_live},
                                                     {"state", state}})
                      << std::endl;
        };
    }

    void phase(std::string_view name, std::string_view needs = "") {
        m_talk.change([&](Value& state) {
            state["phase"] = name;
            state.object().erase("needs");
            if (!needs.empty()) state["needs"] = needs;
        });
    }

    /// What a network that is away does not take stays until it does.
    bool deliver() {
        for (bool first = true; !m_hooks.shallStop(); first = false) {
            const auto sent = m_parcels.send(m_link);
            if (!sent.refusal.empty())
                m_talk.change([&](Value& state) { state["message"] = sent.refusal.substr(0, 250); });
            if (sent.all) {
                m_answer = sent.last;
                return sent.refusal.empty();
            }
            if (first) phase("kept", "network");
            m_talk.waitForNews(2s);
        }
        return false;
    }

    void describe() {
        phase("inventory");
        const RawFiles files = gather();
        const Value report = bundle(files, m_report, now());
        m_talk.change([](Value& state) {
            Value& machine = state["machine"];
            if (machine.isNull()) machine = Value::Object{};
            describeMachine(machine);
            state["drives"] = liveDrives();
        });
        m_parcels.keep(m_report.text(), "/api/v1/inventories?command=" + m_report.text(),
                       canonicalJson(report));
        deliver();
        phase("waiting", "scan");
    }

    /// One that the server signed for this very start of this machine, and that was not done before.
    std::optional<Job> nextJob() {
        const auto orders = m_talk.orders();
        if (orders.job.isObject() && !m_seen.contains(orders.job.textOr("id"))) {
            correctClock();
            // A clock that is not set yet may be why a job is not in force.
            if (!m_setsClock) m_seen.insert(orders.job.textOr("id"));
            try {
                Job job = readJob(canonicalJson(orders.job), m_site.keys, now());
                if (job.document.textOr("report") != m_report.text())
                    throw NotAJob("the job is for another machine");
                return job;
            } catch (const NotAJob& wrong) {
                m_talk.change(
                    [&](Value& state) { state["message"] = std::string(wrong.what()).substr(0, 250); });
            }
        }
        m_talk.waitForNews(2s);
        return {};
    }

    bool work(const Job& job) {
        m_talk.change([](Value& state) { state.object().erase("message"); });
        offerTests(job);
        test(job);
        if (m_hooks.shallStop()) return false;
        const DrivesEnd end = job.erases || job.checks ? doDrives(job) : DrivesEnd::done;
        const bool isGood = end == DrivesEnd::done || end == DrivesEnd::drawn;
        if (!isGood) phase("failed", needsAfter(end));
        testWithHands(job, isGood);
        if (isGood) phase("done", end == DrivesEnd::drawn ? "check" : "take");
        return isGood;
    }

    enum class DrivesEnd {
        done,
        drawn,     ///< done, and another person checks
        again,     ///< a drive has failed, and may be tried once more
        unproven,  ///< done here, and the server does not believe it
        destroy
    };
    static std::string_view needsAfter(DrivesEnd end) {
        return end == DrivesEnd::destroy ? "destroy" : end == DrivesEnd::again ? "scan" : "leader";
    }
    /// What the server made of the report decides, whatever was done here.
    DrivesEnd doDrives(const Job& job) {
        const ErasureReport report = workOnDrives(job);
        const std::string id = report.id.text();
        m_parcels.keep(id, "/api/v1/erasures?unit=" + job.unit + "&command=" + id,
                       canonicalJson(valueOf(report)));
        phase("sending");
        const bool isTaken = deliver();
        const bool isErased =
            std::ranges::all_of(std::span(report.drives).first(job.serials.size()), [](const auto& drive) {
                return drive.ending == Ending::erased || drive.ending == Ending::verified;
            });
        if (!isTaken) return DrivesEnd::unproven;
        if (isAnyToDestroy(m_answer)) return DrivesEnd::destroy;
        if (!isErased) return DrivesEnd::again;
        // A drive that no job can name, or one that hides, is still in it.
        if (!areProven(job) || m_answer.textOr("next") == "erase") return DrivesEnd::unproven;
        return isAnyDrawn(m_answer) ? DrivesEnd::drawn : DrivesEnd::done;
    }

    /// Which drive was not certified, and why, stands on the screen.
    bool areProven(const Job& job) {
        bool areAll = false;
        m_talk.change(
            [&](Value& state) { areAll = workbench::areProven(m_answer, job.serials, state["drives"]); });
        return areAll;
    }

    /// All of the job's tests that can be done here stand on the screen from the start: hands may work while
    /// the machine tests itself and erases. Without a screen nobody can answer.
    void offerTests(const Job& job) {
        std::vector<std::string> wanted;
        for (const Value& test : job.document["tests"].array())
            if (test.isText()) wanted.push_back(test.text());
        const auto hands = m_hands.offer(m_hasScreen ? wanted : std::vector<std::string>());
        std::erase_if(wanted, [](const std::string& test) { return !isSelfTest(test); });
        m_selfTests = wanted;
        if (wanted.empty() && hands.empty()) return;
        m_talk.change([&](Value& state) {
            Value::Array rows = testRows(wanted, "waiting");
            std::ranges::copy(testRows(hands, "hands"), std::back_inserter(rows));
            state["tests"] = rows;
        });
    }

    /// What needs no hands.
    void test(const Job& job) {
        if (m_selfTests.empty()) return;
        phase("testing");
        TestTools tools;
        tools.load = m_load;
        tools.shallStop = m_hooks.shallStop;
        tools.onTest = [this](std::string_view name) {
            m_talk.change([&](Value& state) { showTest(state["tests"], name, "running"); });
        };
        const auto outcomes = runSelfTests(m_selfTests, tools);
        m_talk.change([&](Value& state) {
            for (const TestOutcome& outcome : outcomes)
                showTest(state["tests"], outcome.test, testResultName(outcome.result), outcome.defect);
        });
        sendAnswers(job, outcomes);
    }

    /// Waits for the rest of the answers, or for the word that nobody gives them here.
    void testWithHands(const Job& job, bool isGood) {
        if (isGood && !m_hands.waitUntilDone(0s)) phase("hands", "hands");
        while (!m_hooks.shallStop() && !m_hands.waitUntilDone(1s)) {
        }
        sendAnswers(job, m_hands.answers());
    }

    /// What the server does not take stands on the screen; the erasure goes on.
    void sendAnswers(const Job& job, const std::vector<TestOutcome>& outcomes) {
        if (outcomes.empty()) return;
        const std::string id = domain::Uuid::v7(now()).text();
        m_parcels.keep(id, "/api/v1/benches/" + m_report.text() + "/tests",
                       canonicalJson(answersOf(outcomes, id, job.id.text())));
        deliver();
    }

    ErasureReport workOnDrives(const Job& job) {
        phase(job.checks ? "checking" : "erasing");
        auto hooks = m_hooks;
        hooks.onProgress = [this](const drivers::disks::Progress& progress) {
            m_talk.change([&](Value& state) { showProgress(state["drives"], progress); });
        };
        ErasureReport report;
        report.startedAt = now();
        report.id = domain::Uuid::v7(report.startedAt);
        report.job = job.id;
        const auto order = m_options.order(job.serials, job.verification);
        if (job.checks) {
            report.format = "remise-verification-1";
            report.drives = verifyDrives(order, job.expected, hooks);
        } else {
            report.drives = eraseDrives(order, hooks);
        }
        report.endedAt = now();
        return report;
    }

    const BenchOptions m_options;
    const std::chrono::seconds m_load;
    const drivers::disks::Hooks m_hooks;
    const Site m_site;
    const domain::Uuid m_report = domain::Uuid::v7(now());
    ServerLink m_link;
    Parcels m_parcels;
    Value m_live = Value::Object{};  ///< for the screen alone; changed with the state
    BenchTalk m_talk;
    HandAnswers m_hands;
    bool m_hasScreen = false, m_setsClock = false;
    std::vector<std::string> m_selfTests;  ///< of the job
    Value m_answer;                        ///< to the last parcel that the server took
    std::set<std::string> m_seen;          ///< jobs, by id
    std::thread m_listener;
};

}  // namespace

/// Exits 0 when what was asked for is done, 1 when a drive is not erased.
int bench(domain::cli::Words words) {
    std::vector<std::string_view> others;
    bool once = false, traces = false, listens = false, setsClock = false;
    for (const std::string_view word : words) {
        if (word == "--once")
            once = true;
        else if (word == "--trace")
            traces = true;
        else if (word == "--listen")
            listens = true;
        else if (word == "--set-clock")
            setsClock = true;
        else
            others.push_back(word);
    }
    const BenchOptions options =
        BenchOptions::read(others, {"--site", "--stick", "--parcels", "--load-seconds"});
    SitePlaces places;
    places.image = options.textOr("--site", places.image.string());
    places.stick = options.textOr("--stick", places.stick.string());
    Site site = readSite(places);
    if (site.servers.empty())
        if (auto server = askNetwork()) site.servers.push_back(std::move(*server));
    if (site.servers.empty())
        throw std::runtime_error(
            "nobody says where the server is: neither the image, the stick nor the network");
    Bench machine(std::move(site), options, traces);
    if (setsClock) machine.trustServersClock();
    if (listens) machine.listen();
    return machine.run(once) ? 0 : 1;
}

}  // namespace remise::workbench
