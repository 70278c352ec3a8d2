#include <boost/test/unit_test.hpp>

#include "tests/terminal/workbench.h"

using remise::domain::Value;

namespace {

const std::string report = "019a1b2c-3d4e-7f50-8a6b-0c1d2e3f4a5b";
const std::string otherReport = "019a1b2c-9999-7f50-8a6b-0c1d2e3f4a5b";

Value machine(const std::string& id, const std::string& serial, const std::string& phase = "waiting") {
    return Value::Object{
        {"report", id},
        {"unit", Value()},
        {"seen_at", "2026-11-23T10:00:00.000Z"},
        {"silent", false},
        {"state",
         Value::Object{{"phase", phase}, {"machine", Value::Object{{"model", serial}, {"serial", serial}}}}}};
}

/// The erasure station, and two machines on the benches.
struct AtErasure : Workbench {
    AtErasure() {
        next = "erase";
        benches = {machine(otherReport, "5CG1234XYZ"), machine(report, "PF0ABCDE")};
        Value unit = floor_of::laptop("erase");
        unit["serial"] = "PF0ABCDE";
        histories[floor_of::unit] = unit;
        signIn("erasure");
        waitForLayout("benches");
    }

    void scanUnit() {
        scan(floor_of::unit);
        waitForLayout("bench");
    }
    std::string tile(int place, const char* member) {
        return shell.work()->benches().at(place).toMap()[member].toString().toStdString();
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(bench_station_test)

BOOST_FIXTURE_TEST_CASE(a_station_that_lets_no_machine_begin_asks_for_none, Workbench) {
    signIn("sorting");
    BOOST_TEST(layout() == "scan");
    for (const auto& asked : server.asked)
        BOOST_TEST(!asked.path.starts_with("/api/v1/benches"));
}

BOOST_FIXTURE_TEST_CASE(a_machine_that_shows_up_is_seen_and_one_that_speaks_changes_its_tile, AtErasure) {
    BOOST_TEST(shell.work()->benches().size() == 2);
    Value later = machine(report, "PF0ABCDE", "erasing");
    later["seen_at"] = "2026-11-23T10:00:05.000Z";
    told = "data: " + canonicalJson(later) + "\n\n";
    benches.push_back(machine("019a1b2c-0000-7f50-8a6b-0c1d2e3f4a5b", "X1"));
    waitUntil([&] { return shell.work()->benches().size() == 3 && tile(2, "word") == "Efface"; });
    BOOST_TEST(tile(2, "report") == report, "what it said later counts, and it needs nobody now");
}

BOOST_FIXTURE_TEST_CASE(the_machine_with_the_units_serial_number_comes_first_and_gets_its_job_by_a_touch,
                        AtErasure) {
    scanUnit();
    BOOST_TEST(tile(0, "report") == report);
    BOOST_TEST(tile(0, "mark") == "Même numéro de série");
    BOOST_TEST(tile(1, "mark") == "Autre numéro de série");
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("result");
    BOOST_REQUIRE(jobs.size() == 1);
    BOOST_TEST(jobs[0].textOr("report") == report);
    BOOST_TEST(jobs[0].textOr("unit") == floor_of::unit);
    BOOST_TEST(jobs[0].textOr("worker") == floor_of::badge);
    BOOST_TEST(jobs[0].textOr("erase") == "purge");
    BOOST_TEST(jobs[0].textOr("verification") == "full_read");
    BOOST_TEST(shell.work()->result()["text"].toString().toStdString() == "Elle travaille toute seule");
    BOOST_TEST(sent.empty(), "nobody says by word that a drive is erased");
    scan(floor_of::otherUnit);
    waitForLayout("bench");
}

BOOST_FIXTURE_TEST_CASE(the_code_on_the_machines_screen_chooses_it, AtErasure) {
    scanUnit();
    scan("https://remise.example/b/" + otherReport);
    waitForLayout("result");
    BOOST_TEST(jobs.at(0).textOr("report") == otherReport);
}

BOOST_FIXTURE_TEST_CASE(a_machine_that_is_another_unit_is_not_offered, AtErasure) {
    benches[0]["unit"] = floor_of::otherUnit;
    waitUntil([&] { return tile(0, "code") + tile(1, "code") != ""; });
    scanUnit();
    BOOST_REQUIRE(shell.work()->benches().size() == 1);
    BOOST_TEST(tile(0, "report") == report);
    shell.work()->chooseBench(QString::fromStdString(otherReport));
    BOOST_TEST(jobs.empty());
}

BOOST_FIXTURE_TEST_CASE(a_machine_known_under_another_code_is_two_machines_only_when_somebody_says_so,
                        AtErasure) {
    knownAs = floor_of::otherUnit + ", " + floor_of::thirdUnit;
    scanUnit();
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("two");
    BOOST_REQUIRE(shell.work()->knownAs().size() == 2);
    shell.work()->confirmTwo();
    waitForLayout("result");
    BOOST_REQUIRE(jobs.size() == 2);
    BOOST_REQUIRE(jobs[1]["beside"].array().size() == 2);
    BOOST_TEST(jobs[1]["beside"].array()[0].text() == floor_of::otherUnit);
    BOOST_TEST(jobs[1]["beside"].array()[1].text() == floor_of::thirdUnit);
}

BOOST_FIXTURE_TEST_CASE(one_machine_with_two_codes_is_for_the_leader_and_gets_no_job, AtErasure) {
    knownAs = floor_of::otherUnit;
    scanUnit();
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("two");
    shell.work()->admitOne();
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "machine_known");
    BOOST_TEST(shell.work()->refusal()["expectedText"].toString().contains("encadrant"));
    shell.work()->settle();
    waitForLayout("bench");
    BOOST_TEST(jobs.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(without_the_server_the_machine_stays, AtErasure) {
    scanUnit();
    isAway = true;
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_for_server");
    shell.work()->settle();
    BOOST_TEST(layout() == "bench");
}

BOOST_FIXTURE_TEST_CASE(asked_again_after_a_server_that_did_not_say_yes_or_no_it_is_the_same_job, AtErasure) {
    scanUnit();
    server.answer = [this, answer = server.answer](const SmallServer::Asked& asked) {
        if (asked.path != "/api/v1/jobs" || !jobs.empty()) return answer(asked);
        jobs.push_back(floor_of::readJson(asked.body));
        return SmallServer::Said{503, R"({"code":"unavailable","detail":"Un instant."})"};
    };
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("refusal");
    shell.work()->settle();
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("result");
    BOOST_REQUIRE(jobs.size() == 2);
    BOOST_TEST(jobs[0].textOr("id") == jobs[1].textOr("id"));
}

BOOST_FIXTURE_TEST_CASE(a_refusal_is_shown_as_every_other_and_another_try_is_another_job, AtErasure) {
    refuses = "unknown_bench";
    scanUnit();
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "unknown_bench");
    refuses.clear();
    shell.work()->settle();
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("result");
    BOOST_TEST(jobs[0].textOr("id") != jobs[1].textOr("id"));
}

BOOST_FIXTURE_TEST_CASE(while_the_network_is_away_the_tiles_say_that_they_are_old_and_come_back_by_themselves,
                        AtErasure) {
    isAway = true;
    waitUntil([&] { return shell.work()->areBenchesOld(); });
    BOOST_TEST(shell.work()->benches().size() == 2, "they stay to be seen");
    isAway = false;
    waitUntil([&] { return !shell.work()->areBenchesOld(); });
}

BOOST_FIXTURE_TEST_CASE(a_machine_that_moves_into_another_place_is_not_touched_by_mistake, AtErasure) {
    scanUnit();
    hasty = true;
    now += std::chrono::seconds(1);
    benches.erase(benches.begin());
    waitUntil([&] { return shell.work()->benches().size() == 1; });
    shell.work()->chooseBench(QString::fromStdString(report));
    BOOST_TEST(layout() == "bench", "the finger came down as it moved");
    now += std::chrono::seconds(1);
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("result");
}

BOOST_FIXTURE_TEST_CASE(a_unit_whose_machine_is_on_no_bench_goes_on_by_hand, Workbench) {
    next = "test";
    signIn("test");
    scan(floor_of::unit);
    waitForLayout("choice");
    BOOST_TEST(card() == "look");
}

BOOST_FIXTURE_TEST_CASE(at_the_test_station_a_machine_on_a_bench_tests_itself_and_erases_nothing, Workbench) {
    next = "test";
    benches = {machine(report, "PF0ABCDE")};
    signIn("test");
    waitForLayout("benches");
    scan(floor_of::unit);
    waitForLayout("bench");
    shell.work()->chooseBench(QString::fromStdString(report));
    waitForLayout("result");
    BOOST_TEST(jobs.at(0).textOr("erase") == "none");
    BOOST_TEST(!jobs.at(0)["tests"].array().empty());
}

BOOST_AUTO_TEST_SUITE_END()
