#include "server/workshop/take_erasure.h"

#include <boost/test/unit_test.hpp>

#include "db/job_store.h"
#include "server/domain/canonical.h"
#include "server/identity/enrol_terminal.h"
#include "server/workshop/second_check.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

/// A laptop whose drive is known.
struct Known : Reports {
    Known() : unit(receivedLaptop()) { inventory(unit, glpiJson()); }

    /// What the server says of the one drive.
    Value sent(const Erased& what) {
        const auto reply = erased(unit, what);
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        return json(reply)["drives"].array().at(0);
    }
    std::string status() { return this->Reports::unit(unit)["drives"].array().at(0).textOr("status"); }

    const std::string unit;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(take_erasure_test, Known)

BOOST_AUTO_TEST_CASE(a_report_that_proves_the_erasure_certifies_the_drive) {
    const Value said = sent({});
    BOOST_TEST(said["certified"].boolean());
    BOOST_TEST(said.textOr("reason") == "");
    const Value known = Reports::unit(unit), drive = known["drives"].array().at(0);
    BOOST_TEST(drive.textOr("status") == "certified");
    BOOST_TEST(drive.textOr("proof") == "verified");
    BOOST_TEST(drive.textOr("method") == "overwrite_zero");
    BOOST_TEST(known["facts"].has("erased"));
    BOOST_TEST(known["events"].array().back().textOr("kind") == "certify_drive");
}

BOOST_AUTO_TEST_CASE(the_passport_says_that_we_read_the_drive_ourselves) {
    sent({});
    const auto page = ask({.target = "/u/" + unit, .headers = {{"Accept", "text/html"}}});
    BOOST_TEST(page.body.find("Vérifié par notre lecture du disque") != page.body.npos);
    BOOST_TEST(page.body.find("S29NNXAH146409") == page.body.npos);
}

BOOST_AUTO_TEST_CASE(sent_again_it_counts_once_and_gets_the_same_answer) {
    const std::string body = workbenchReport({.job = job(unit)});
    const auto first = report(unit, body), second = report(unit, body);
    BOOST_TEST(first.body == second.body);
    BOOST_TEST(count("unit_event", "kind = 'certify_drive'") == 1);
}

BOOST_AUTO_TEST_CASE(a_reading_that_came_before_the_last_write_certifies_nothing) {
    const Value said = sent({.readAfter = 9'000});
    BOOST_TEST(!said["certified"].boolean());
    BOOST_TEST(said.textOr("reason") == "verified_before_writing");
    BOOST_TEST(status() == "failed");
}

BOOST_AUTO_TEST_CASE(a_drive_with_bad_sectors_goes_to_destruction_at_once) {
    const Value said = sent({.outcome = "failed", .reason = "unreadable_sectors", .badSectors = 3});
    BOOST_TEST(!said["certified"].boolean());
    BOOST_TEST(said.textOr("reason") == "unreadable_sectors");
    BOOST_TEST(status() == "to_destroy");
}

BOOST_AUTO_TEST_CASE(one_that_fails_without_bad_sectors_may_be_tried_once_more) {
    sent({.outcome = "failed", .reason = "timeout"});
    BOOST_TEST(status() == "failed");
    BOOST_TEST(sent({})["certified"].boolean());
}

BOOST_AUTO_TEST_CASE(a_second_failure_sends_it_to_destruction) {
    sent({.outcome = "failed", .reason = "timeout"});
    sent({.outcome = "failed", .reason = "vanished"});
    BOOST_TEST(status() == "to_destroy");
}

BOOST_AUTO_TEST_CASE(what_somebody_stopped_is_still_to_be_erased) {
    BOOST_TEST(sent({.outcome = "aborted", .reason = "stopped"}).textOr("reason") == "stopped");
    BOOST_TEST(sent({.outcome = "aborted", .reason = "stopped"}).textOr("reason") == "stopped");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(what_was_not_begun_while_the_job_was_in_force_does_not_count) {
    constexpr std::int64_t anHour = 3'600'000;
    BOOST_TEST(sent({.begunAfter = -2 * anHour}).textOr("reason") == "out_of_time");
    BOOST_TEST(sent({.begunAfter = 14 * anHour}).textOr("reason") == "out_of_time");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(a_report_from_before_the_machine_came_back_does_not_count) {
    const std::string before = job(unit);
    sent({});
    database.pool().take()->execute("UPDATE unit SET stage = 'delivered'");
    BOOST_REQUIRE_EQUAL(sendOne(command("return", unit, Value::Object{{"reason", "broken"}})), "accepted");
    BOOST_REQUIRE_EQUAL(sendOne(command("readmit", unit)), "accepted");
    BOOST_TEST(status() == "detected");
    BOOST_TEST(sent({.job = before}).textOr("reason") == "out_of_date");
    BOOST_TEST(status() == "detected");
    BOOST_TEST(sent({})["certified"].boolean());
}

BOOST_AUTO_TEST_CASE(sent_again_after_a_new_rule_it_is_still_certified) {
    const std::string body = workbenchReport({.job = job(unit)});
    report(unit, body);
    database.pool().take()->execute("UPDATE erasure_report SET reply = NULL");  // a crash before the answer
    accept("hdd nvme", 100);
    const Value said = json(report(unit, body))["drives"].array().at(0);
    BOOST_TEST(said["certified"].boolean());
    BOOST_TEST(said.textOr("reason") == "");
}

BOOST_AUTO_TEST_CASE(a_drive_that_was_left_alone_stays_what_it_was) {
    sent({.outcome = "skipped", .reason = "not_in_job"});
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(another_drives_report_certifies_nothing_here) {
    const Value said = sent({.serial = "SOMEBODY-ELSE-1"});
    BOOST_TEST(!said["certified"].boolean());
    BOOST_TEST(said.textOr("reason") == "unknown_drive");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(a_twin_serial_of_another_model_brings_no_certificate_with_it) {
    sent({});
    const std::string other = receivedLaptop();
    Value twin = *wire::readJson(glpiJson({.serial = "PF1OTHER1"}));
    twin["content"]["storages"].array().at(0)["model"] = "ST500LM021";
    BOOST_REQUIRE(inventory(other, canonicalJson(twin)).status == 200);
    BOOST_TEST(status() == "certified");
    BOOST_TEST(Reports::unit(other)["drives"].array().at(0).textOr("status") == "detected");
}

BOOST_AUTO_TEST_CASE(a_certified_drive_that_a_tool_finds_in_another_machine_is_erased_again) {
    sent({});
    const std::string other = receivedLaptop();
    BOOST_REQUIRE(inventory(other, glpiJson({.serial = "PF1OTHER1"})).status == 200);
    BOOST_TEST(Reports::unit(unit)["drives"].array().empty());
    BOOST_TEST(Reports::unit(other)["drives"].array().at(0).textOr("status") == "detected");
    BOOST_TEST(count("drive_event", "kind = 'reopen'") == 1);
}

BOOST_AUTO_TEST_CASE(two_drives_of_one_serial_in_a_report_certify_nothing) {
    Value twice = domain::readCanonical(workbenchReport({.job = job(unit)}));
    Value failed = std::as_const(twice)["drives"].array().at(0);
    failed["outcome"] = "failed";
    failed["device"] = "/dev/sdb";
    failed.object().erase("level");
    twice["drives"].array().push_back(failed);
    const auto reply = report(unit, canonicalJson(twice));
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value said = json(reply);
    for (const Value& drive : said["drives"].array())
        BOOST_TEST(drive.textOr("reason") == "serial_twice");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(a_serial_that_is_nobodys_certifies_nothing) {
    const Value drive = Value::Object{{"serial", "0123456789ABCDEF"}, {"medium", "hdd"}};
    BOOST_REQUIRE(sendOne(command("attach_drive", unit, drive)) == "accepted");
    BOOST_TEST(sent({.serial = "0123456789ABCDEF"}).textOr("reason") == "unknown_drive");
}

BOOST_AUTO_TEST_CASE(people_cannot_certify_by_a_command) {
    const Value drive = Reports::unit(unit)["drives"].array().at(0);
    BOOST_TEST(sendOne(command("certify_drive", unit,
                               Value::Object{{"drive", drive.textOr("code")},
                                             {"method", "overwrite_zero"},
                                             {"level", "clear"},
                                             {"verification", "full_read"},
                                             {"report", newId()}})) == "no_right");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(a_report_of_a_job_that_nobody_made_is_kept_and_vouches_for_nothing) {
    BOOST_TEST(codeOf(report(unit, workbenchReport({.job = newId()}))) == "report_kept");
    BOOST_TEST(count("erasure_report", "refusal = 'unknown_job'") == 1);
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(one_without_a_job_too) {
    BOOST_TEST(codeOf(report(unit, workbenchReport())) == "report_kept");
    BOOST_TEST(count("erasure_report", "refusal = 'no_job'") == 1);
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(another_machines_job_vouches_for_nothing_here) {
    const std::string own = job(unit), other = receivedLaptop();
    BOOST_TEST(codeOf(report(other, workbenchReport({.job = own}))) == "report_kept");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(another_terminal_than_the_benchs_brings_no_report_and_the_office_neither) {
    const std::string body = workbenchReport({.job = job(unit)}),
                      own = domain::readCanonical(body).textOr("report");
    const std::string target = "/api/v1/erasures?unit=" + unit + "&command=" + own;
    const auto other = identity::createTerminal(database.pool(), "autre", {"nord", {}}, now());
    BOOST_TEST(codeOf(ask({.method = "POST", .target = target, .body = body, .token = other.token})) ==
               "report_kept");
    BOOST_TEST(codeOf(ask({.method = "POST",
                           .target = target,
                           .body = body,
                           .token = bearerOf(domain::Role::logistics)})) == "report_kept");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(a_report_counts_under_its_own_id_alone_and_is_kept_under_another) {
    const std::string body = workbenchReport({.job = job(unit)});
    BOOST_TEST(codeOf(erasure(unit, body, newId())) == "report_kept");
    BOOST_TEST(count("erasure_report", "refusal = 'bad_parameter'") == 1);
}

BOOST_AUTO_TEST_CASE(a_drive_that_the_job_does_not_name_is_not_certified) {
    const std::string before = job(unit);
    BOOST_REQUIRE(sendOne(command("attach_drive", unit,
                                  Value::Object{{"serial", "PUT-IN-LATER"}, {"medium", "nvme"}})) ==
                  "accepted");
    BOOST_TEST(sent({.serial = "PUT-IN-LATER", .job = before}).textOr("reason") == "not_in_job");
    BOOST_TEST(count("drive_event", "kind = 'certify_drive'") == 0);
}

BOOST_AUTO_TEST_CASE(a_job_that_erases_nothing_certifies_nothing) {
    const std::string looks = job(unit, "full_read", "none");
    BOOST_TEST(sent({.job = looks}).textOr("reason") == "not_in_job");
}

BOOST_AUTO_TEST_CASE(another_drive_with_the_same_serial_is_not_ours) {
    BOOST_TEST(sent({.model = "ST500LM021"}).textOr("reason") == "other_drive");
    BOOST_TEST(sent({.bytes = 500107862016}).textOr("reason") == "other_drive");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(samples_are_not_enough_where_all_was_to_be_read) {
    const std::string all = job(unit);
    Value sampled = domain::readCanonical(workbenchReport({.job = all, .verification = "sampled"}));
    Value& drive = sampled["drives"].array().at(0);
    drive["level"] = "purge";
    drive["steps"].array().at(0)["method"] = "nvme_sanitize_block";
    drive["verification"]["places"] = 2000;
    const auto reply = report(unit, canonicalJson(sampled));
    BOOST_TEST(json(reply)["drives"].array().at(0).textOr("reason") == "read_in_samples");
    BOOST_TEST(status() == "detected");
}

BOOST_AUTO_TEST_CASE(overwriting_certifies_only_where_the_site_has_written_that_it_accepts_it) {
    accept("hdd");
    BOOST_TEST(sent({}).textOr("reason") == "clear_not_accepted");
    BOOST_TEST(status() == "detected");
    accept("hdd nvme");
    BOOST_TEST(sent({})["certified"].boolean());
    const Value event = Reports::unit(unit)["events"].array().back();
    BOOST_TEST(!event["data"].textOr("policy").empty());
}

/// Drawn, as each drive is where the site checks all of them.
struct Drawn : Known {
    Drawn() {
        accept("nvme", 100);
        said = sent({});
    }
    std::string jobOf(const std::string& badge) { return job(unit, "full_read", "purge", badge); }
    /// The second reading, by this person.
    Value checked(const std::string& badge, std::int64_t mismatches = 0) {
        Value body = domain::readCanonical(workbenchReport({.job = jobOf(badge), .mismatches = mismatches}));
        body["format"] = "remise-verification-1";
        Value& drive = body["drives"].array().at(0);
        drive["outcome"] = mismatches ? "failed" : "verified";
        drive["steps"] = Value::Array{};
        drive.object().erase("level");
        return json(report(unit, canonicalJson(body)))["drives"].array().at(0);
    }
    Value said;
};

BOOST_FIXTURE_TEST_CASE(a_drawn_drive_waits_for_another_person_and_then_is_certified, Drawn) {
    BOOST_TEST(said["second_check"].boolean());
    BOOST_TEST(!said["certified"].boolean());
    BOOST_TEST(status() == "to_check");
    BOOST_TEST(count("drive_event", "kind = 'certify_drive' AND data LIKE '%second_check\":true%'") == 1);
    BOOST_CHECK_THROW(jobOf(worker), std::runtime_error);  // who has erased it
    const Value again = checked(colleague);
    BOOST_TEST(again["certified"].boolean());
    BOOST_TEST(status() == "certified");
}

BOOST_FIXTURE_TEST_CASE(the_job_of_a_check_says_what_the_drive_should_hold, Drawn) {
    const auto stored = db::findJob(*database.pool().take(), *domain::Uuid::parse(jobOf(colleague)));
    const Value document = domain::readCanonical(stored->document);
    BOOST_TEST(document.textOr("erase") == "check");
    BOOST_TEST(document["drives"].array().at(0).textOr("expected") == "zero");
}

BOOST_FIXTURE_TEST_CASE(a_second_reading_that_finds_something_fails_the_drive, Drawn) {
    BOOST_TEST(checked(colleague, 3).textOr("reason") == "verification_failed");
    BOOST_TEST(status() == "failed");
}

BOOST_FIXTURE_TEST_CASE(a_check_that_looked_for_something_else_does_not_count, Drawn) {
    Value body = domain::readCanonical(workbenchReport({.job = jobOf(colleague)}));
    body["format"] = "remise-verification-1";
    Value& drive = body["drives"].array().at(0);
    drive["outcome"] = "verified";
    drive["steps"] = Value::Array{};
    drive["verification"]["expected"] = "ones";
    drive.object().erase("level");
    const Value answer = json(report(unit, canonicalJson(body)))["drives"].array().at(0);
    BOOST_TEST(answer.textOr("reason") == "wrong_expectation");
    BOOST_TEST(status() == "to_check");
}

BOOST_FIXTURE_TEST_CASE(a_check_of_before_the_erasure_does_not_answer_for_a_new_draw, Drawn) {
    const std::string old = jobOf(colleague);
    checked(colleague, 3);
    sent({});
    BOOST_REQUIRE_EQUAL(status(), "to_check");
    Value body = domain::readCanonical(workbenchReport({.job = old}));
    body["format"] = "remise-verification-1";
    Value& drive = body["drives"].array().at(0);
    drive["outcome"] = "verified";
    drive["steps"] = Value::Array{};
    drive.object().erase("level");
    const Value answer = json(report(unit, canonicalJson(body)))["drives"].array().at(0);
    BOOST_TEST(answer.textOr("reason") == "out_of_date");
    BOOST_TEST(status() == "to_check");
}

BOOST_FIXTURE_TEST_CASE(an_erasure_does_not_answer_for_a_check, Drawn) {
    BOOST_TEST(sent({.job = jobOf(colleague)}).textOr("reason") == "wrong_report");
    BOOST_TEST(status() == "to_check");
}

BOOST_AUTO_TEST_CASE(one_in_five_is_drawn) {
    identity::ServerSecret key{{7}};
    int drawn = 0;
    constexpr int all = 10'000;
    for (int i = 0; i < all; ++i)
        drawn += workshop::isDrawn(key, domain::Uuid::v4(), "DRIVE", 20) ? 1 : 0;
    BOOST_TEST(drawn > all * 18 / 100);
    BOOST_TEST(drawn < all * 22 / 100);
}

BOOST_AUTO_TEST_CASE(a_report_that_is_not_whole_is_kept_to_be_looked_at) {
    BOOST_TEST(codeOf(erasure(unit, R"({"format":"remise-erasure-1"})")) == "report_kept");
    BOOST_TEST(count("erasure_report", "state = 'unread'") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
