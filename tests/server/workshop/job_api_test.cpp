#include "server/workshop/job_api.h"

#include <boost/test/unit_test.hpp>

#include "server/ledger/seal_files.h"
#include "server/proof/signed_document.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

/// A machine on a bench whose inventory waits for somebody who says which unit it is.
struct OnBench : Reports {
    explicit OnBench(const Machine& machine = {}) : report(newId()), keys(options.sealKey) {
        BOOST_TEST(post("/api/v1/inventories?command=" + report, glpiJson(machine)).status == 202);
        speak();
    }

    /// What the machine hears.
    Value speak(const std::string& phase = "waiting") {
        const auto reply = post("/api/v1/benches/" + report, R"({"phase":")" + phase + "\"}");
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        return json(reply);
    }

    Value wanted(const std::string& unit) {
        return Value::Object{{"id", newId()},    {"report", report}, {"unit", unit},
                             {"worker", worker}, {"erase", "purge"}, {"tests", Value::Array{"smart"}}};
    }
    http::Reply ask(const Value& job) { return post("/api/v1/jobs", canonicalJson(job)); }

    const std::string report;
    const ledger::SealKeys keys;
};

struct WithKey : OnBench {
    explicit WithKey(const Machine& machine = {}) : OnBench(machine), key(keys.make()) {}
    const proof::SigningKey key;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(job_api_test)

BOOST_AUTO_TEST_CASE(a_scan_ties_the_machine_to_the_unit_and_the_machine_hears_its_signed_job) {
    WithKey bench;
    BOOST_TEST(bench.speak()["unit"].isNull());
    BOOST_TEST(bench.speak()["job"].isNull());
    const auto unit = bench.receivedLaptop();
    const auto reply = bench.ask(bench.wanted(unit));
    BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
    const Value heard = bench.speak(), job = heard["job"];
    BOOST_TEST(heard.textOr("unit") == unit);
    BOOST_TEST(canonicalJson(job) == reply.body);
    BOOST_TEST((proof::checkDocument(job, bench.keys.publicKeys()) == proof::Authenticity::genuine));
    BOOST_TEST(job.textOr("unit") == unit);
    BOOST_TEST(job.textOr("report") == bench.report);
    BOOST_TEST(job.textOr("verification") == "full_read");
    const Value drive = bench.unit(unit)["drives"].array().at(0);
    BOOST_REQUIRE(job["drives"].array().size() == 1);
    BOOST_TEST(job["drives"].array()[0].textOr("serial") == "S29NNXAH146409");
    BOOST_TEST(job["drives"].array()[0].textOr("drive") == drive.textOr("code"));
    BOOST_TEST(bench.queue().empty());
}

BOOST_AUTO_TEST_CASE(a_drive_without_a_serial_is_in_no_job) {
    WithKey bench({.drive = ""});
    const auto unit = bench.receivedLaptop();
    const auto reply = bench.ask(bench.wanted(unit));
    BOOST_REQUIRE_MESSAGE(reply.status == 201, reply.body);
    BOOST_TEST(bench.unit(unit)["drives"].array().size() == 1u);
    BOOST_TEST(bench.json(reply)["drives"].array().empty());
}

BOOST_AUTO_TEST_CASE(a_job_that_erases_nothing_names_no_drive) {
    WithKey bench;
    Value wanted = bench.wanted(bench.receivedLaptop());
    wanted["erase"] = "none";
    BOOST_TEST(bench.json(bench.ask(wanted))["drives"].array().empty());
}

BOOST_AUTO_TEST_CASE(a_job_names_the_tests_that_its_category_has_and_a_word_that_is_no_test_is_refused) {
    WithKey bench;
    Value wanted = bench.wanted(bench.receivedLaptop());
    wanted["tests"] = Value::Array{"keyboard", "psu", "ram"};
    const Value signedJob = bench.json(bench.ask(wanted));
    BOOST_TEST(canonicalJson(signedJob["tests"]) == R"(["keyboard","ram"])");
    wanted["tests"] = Value::Array{"keyboard", "keybord"};
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "unknown_test");
}

BOOST_AUTO_TEST_CASE(sent_twice_it_is_the_same_job) {
    WithKey bench;
    const Value wanted = bench.wanted(bench.receivedLaptop());
    const auto first = bench.ask(wanted), second = bench.ask(wanted);
    BOOST_TEST(first.body == second.body);
    BOOST_TEST(bench.count("job") == 1);
    Value other = wanted;
    other["unit"] = bench.receivedLaptop();
    BOOST_TEST(bench.codeOf(bench.ask(other)) == "id_reused");
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_one_unit_is_never_made_another_by_a_wrong_scan) {
    WithKey bench;
    BOOST_TEST(bench.ask(bench.wanted(bench.receivedLaptop())).status == 201);
    BOOST_TEST(bench.codeOf(bench.ask(bench.wanted(bench.receivedLaptop()))) == "bench_is_other");
}

BOOST_AUTO_TEST_CASE(a_machine_with_another_serial_number_is_not_the_unit_until_somebody_says_so) {
    WithKey bench({.serial = "PF0ABC12"});
    const Value received = bench.send({bench.command("receive", "",
                                                     Value::Object{{"category", "laptop"},
                                                                   {"owner", "ours"},
                                                                   {"basis", "gift"},
                                                                   {"legal_status", "product"},
                                                                   {"lot", "L1"},
                                                                   {"serial", "PF9OTHER9"}})});
    const std::string unit = received.array().at(0)["unit"].textOr("code");
    Value wanted = bench.wanted(unit);
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "other_serial");
    BOOST_TEST(bench.count("job") == 0);
    wanted["serial_differs"] = true;
    BOOST_TEST(bench.ask(wanted).status == 201);
}

BOOST_AUTO_TEST_CASE(what_an_association_owns_is_not_erased) {
    WithKey bench;
    const auto unit = bench.receivedLaptop();
    bench.database.pool().take()->execute(
        "UPDATE unit SET state = REPLACE(state, '\"owner\":\"ours\"', '\"owner\":\"association\"')");
    Value wanted = bench.wanted(unit);
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "not_theirs");
    wanted["erase"] = "none";
    BOOST_TEST(bench.ask(wanted).status == 201);
}

BOOST_AUTO_TEST_CASE(only_a_machine_that_speaks_here_gets_a_job) {
    WithKey bench;
    Value wanted = bench.wanted(bench.receivedLaptop());
    wanted["report"] = bench.newId();
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "unknown_bench");
}

BOOST_AUTO_TEST_CASE(only_what_stands_in_the_workshop_gets_a_job) {
    WithKey bench;
    const auto unit = bench.receivedLaptop();
    BOOST_TEST(bench.sendOne(bench.command("block", unit)) == "accepted");
    BOOST_TEST(bench.codeOf(bench.ask(bench.wanted(unit))) == "wrong_stage");
    BOOST_TEST(bench.count("job") == 0);
}

BOOST_AUTO_TEST_CASE(nobody_without_a_badge_that_is_known_here_makes_a_job) {
    WithKey bench;
    Value wanted = bench.wanted(bench.receivedLaptop());
    wanted["worker"] = "BBBBBBBBBBBBBBBBBBBB";
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "not_a_badge");
    wanted.object().erase("worker");
    BOOST_TEST(bench.codeOf(bench.ask(wanted)) == "missing_data");
    BOOST_TEST(bench.count("job") == 0);
}

BOOST_AUTO_TEST_CASE(without_a_key_nothing_is_signed_and_nothing_is_tied) {
    OnBench bench;
    BOOST_TEST(bench.codeOf(bench.ask(bench.wanted(bench.receivedLaptop()))) == "no_signing_key");
    BOOST_TEST(bench.speak()["unit"].isNull());
}

BOOST_AUTO_TEST_CASE(what_the_machine_tested_is_in_the_history_in_the_name_of_who_scanned_it) {
    WithKey bench;
    const auto unit = bench.receivedLaptop();
    const Value job = bench.json(bench.ask(bench.wanted(unit)));
    const Value told = Value::Object{{"id", bench.newId()},
                                     {"job", job.textOr("id")},
                                     {"tests", Value::Object{{"ram", "pass"}, {"smart", "fail"}}},
                                     {"defects", Value::Object{{"smart", "drive_failing"}}}};
    const std::string address = "/api/v1/benches/" + bench.report + "/tests";
    const auto first = bench.post(address, canonicalJson(told)),
               second = bench.post(address, canonicalJson(told));
    BOOST_REQUIRE_MESSAGE(first.status == 200, first.body);
    BOOST_TEST(first.body == second.body);
    const Value known = bench.unit(unit);
    BOOST_TEST(known["events"].array().back().textOr("kind") == "record_test");
    BOOST_TEST(bench.count("unit_event", "kind = 'record_test'") == 1);
    BOOST_TEST(bench.count("unit_event e JOIN job j ON e.actor = j.actor", "e.kind = 'record_test'") == 1);
}

BOOST_AUTO_TEST_CASE(tests_of_another_machines_job_are_not_taken) {
    WithKey bench;
    const Value job = bench.json(bench.ask(bench.wanted(bench.receivedLaptop())));
    const Value told = Value::Object{
        {"id", bench.newId()}, {"job", job.textOr("id")}, {"tests", Value::Object{{"ram", "pass"}}}};
    const std::string other = "/api/v1/benches/" + bench.newId() + "/tests";
    BOOST_TEST(bench.codeOf(bench.post(other, canonicalJson(told))) == "unknown_bench");
}

BOOST_AUTO_TEST_SUITE_END()
