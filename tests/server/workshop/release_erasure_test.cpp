#include "server/workshop/release_erasure.h"

#include <boost/test/unit_test.hpp>

#include "server/identity/create_person.h"
#include "server/workshop/release_rules.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;
using drivers::reports::DeviceLock;
using drivers::reports::DeviceReport;
using drivers::reports::ErasureOutcome;

namespace {

DeviceReport erasedPhone() {
    DeviceReport report;
    report.tool = "Blancco Mobile Diagnostics";
    report.isSigned = true;
    report.imeis = {"490154203237518"};
    report.erasures.resize(1);
    report.erasures.front().outcome = ErasureOutcome::erased;
    report.locks = {{DeviceLock::account, false}};
    return report;
}

Value phoneState() {
    return Value::Object{
        {"category", "phone"},
        {"hardware", Value::Object{{"imei", "490154203237518"}}},
        {"drives", Value::Object{{"DXXXXXXXXX",
                                  Value::Object{{"status", "detected"}, {"serial", "490154203237518"}}}}}};
}

bool may(const DeviceReport& report, const Value& state = phoneState(), std::string_view tools = "blancco") {
    return workshop::checkRelease(report, state, tools).ok();
}

/// Blancco's report of a phone, with what is asked for.
std::string blancco(const std::string& state = "Successful", const std::string& integrity = "a91f",
                    const std::string& imei = "490154203237518") {
    return R"({"blancco_data": {"description": {"document_id": "77", "document_log": {"log_entry": {"author": {)"
           R"("product_name": "Blancco Mobile", "product_version": "5.2"}, "integrity": ")" +
           integrity + R"("}}}, "blancco_erasure_report": {"erasures": {"erasure": {"state": ")" + state +
           R"(", "erasure_standard_name": "Cryptographic erasure"}}}, "blancco_hardware_report": {"system": {)"
           R"("manufacturer": "Apple", "model": "iPhone 11", "serial": "F2LZK1ABJC67", "imei": ")" +
           imei + R"(", "find_my_iphone": "off"}}}})";
}

struct Phone : Reports {
    Phone() {
        const Value replies = send({command("receive", "",
                                            Value::Object{{"category", "phone"},
                                                          {"owner", "ours"},
                                                          {"basis", "gift"},
                                                          {"legal_status", "product"},
                                                          {"lot", "L1"}})});
        code = replies.array().at(0)["unit"].textOr("code");
        acceptPhones("blancco");
    }
    void acceptPhones(const std::string& tools) {
        db::keepErasurePolicy(*database.pool().take(), {domain::Uuid::v7(now()), "nord", "hdd", "test",
                                                        domain::Uuid::v4(), now(), 0, tools});
    }
    void report(const std::string& body) {
        const auto reply =
            post("/api/v1/diagnostics?command=" + newId() + "&worker=" + worker + "&unit=" + code, body);
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    }
    http::Reply release(Role role = Role::leader) {
        return ask({.method = "POST",
                    .target = "/api/v1/units/" + code + "/release",
                    .body = R"({"checked":true,"id":")" + newId() + "\"}",
                    .token = bearerOf(role)});
    }
    Value drive() { return unit(code)["drives"].array().at(0); }
    std::string code;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(release_erasure_test)

BOOST_AUTO_TEST_CASE(a_signed_report_of_this_phone_may_be_answered_for) {
    BOOST_TEST(may(erasedPhone()));
}

BOOST_AUTO_TEST_CASE(whatever_is_missing_keeps_it_from_that) {
    auto unsignedOne = erasedPhone(), failed = erasedPhone(), silent = erasedPhone(), other = erasedPhone(),
         locked = erasedPhone(), half = erasedPhone();
    unsignedOne.isSigned = false;
    failed.erasures.front().outcome = ErasureOutcome::failed;
    silent.erasures.clear();
    other.imeis = {"356938035643809"};
    locked.locks = {{DeviceLock::account, true}};
    auto unasked = erasedPhone();
    unasked.locks.clear();
    half.erasures.push_back(failed.erasures.front());
    for (const auto& report : {unsignedOne, failed, silent, other, locked, half, unasked})
        BOOST_TEST(!may(report));
    BOOST_TEST(!may(erasedPhone(), phoneState(), "phonecheck"));
    BOOST_TEST(!may(erasedPhone(), phoneState(), ""));
}

BOOST_AUTO_TEST_CASE(no_computer_is_released_on_another_tools_word) {
    Value laptop = phoneState();
    laptop["category"] = "laptop";
    BOOST_TEST(!may(erasedPhone(), laptop));
}

BOOST_FIXTURE_TEST_CASE(a_leader_answers_for_a_phone_and_the_passport_says_so, Phone) {
    report(blancco());
    BOOST_TEST(drive().textOr("status") == "detected");
    const auto reply = release();
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    BOOST_TEST(json(reply).textOr("status") == "accepted");
    BOOST_TEST(drive().textOr("status") == "certified");
    BOOST_TEST(drive().textOr("proof") == "released");
    const auto page = ask({.target = "/u/" + code, .headers = {{"Accept", "text/html"}}});
    BOOST_TEST(page.body.find("selon le rapport de Blancco Mobile, validé par un encadrant") !=
               page.body.npos);
    BOOST_TEST(codeOf(release()) == "not_released");
}

BOOST_FIXTURE_TEST_CASE(a_worker_or_the_office_does_not, Phone) {
    report(blancco());
    for (const Role role : {Role::team, Role::logistics, Role::manager})
        BOOST_TEST(codeOf(release(role)) == "not_allowed");
    BOOST_TEST(drive().textOr("status") == "detected");
}

BOOST_FIXTURE_TEST_CASE(a_report_that_is_not_signed_or_failed_is_evidence_and_no_more, Phone) {
    report(blancco("Successful", ""));
    BOOST_TEST(codeOf(release()) == "not_released");
    report(blancco("Failed"));
    BOOST_TEST(codeOf(release()) == "not_released");
}

BOOST_FIXTURE_TEST_CASE(without_a_written_rule_nothing_is_accepted, Phone) {
    report(blancco());
    acceptPhones("");
    BOOST_TEST(codeOf(release()) == "not_released");
}

BOOST_FIXTURE_TEST_CASE(another_phones_report_is_not_taken_for_this_one_and_waits, Phone) {
    report(blancco());
    const auto reply = post("/api/v1/diagnostics?command=" + newId() + "&worker=" + worker + "&unit=" + code,
                            blancco("Successful", "a91f", "356938035643809"));
    BOOST_TEST(codeOf(reply) == "other_device");
    BOOST_TEST(queue().size() == 1u);
    BOOST_TEST(unit(code)["drives"].array().size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(a_phone_that_was_out_of_the_house_is_not_released_on_its_old_report, Phone) {
    report(blancco());
    BOOST_TEST(release().status == 200);
    database.pool().take()->execute("UPDATE unit SET stage = 'delivered'");
    BOOST_REQUIRE_EQUAL(sendOne(command("return", code, Value::Object{{"reason", "broken"}})), "accepted");
    BOOST_REQUIRE_EQUAL(sendOne(command("readmit", code)), "accepted");
    BOOST_TEST(drive().textOr("status") == "detected");
    BOOST_TEST(codeOf(release()) == "not_released");
    report(blancco("Successful", "b02c"));
    BOOST_TEST(release().status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_phone_always_has_a_memory, Phone) {
    const auto other =
        identity::createWorker(database.pool(), secret, {Role::worker, "nord", "fr", ""}, now());
    const Value second = Value::Object{{"badge", other.badge}, {"pin", other.pin}};
    BOOST_TEST(sendOne(command("confirm_no_drive", code, Value::Object{{"second", second}})) ==
               "memory_inside");
}

BOOST_FIXTURE_TEST_CASE(without_a_report_there_is_nothing_to_answer_for, Phone) {
    BOOST_TEST(codeOf(release()) == "no_tools_report");
}

BOOST_FIXTURE_TEST_CASE(the_page_shows_what_waits_and_why, Phone) {
    report(blancco());
    const std::string cookie = cookieOf(Role::leader);
    const auto show = [&] {
        return ask({.target = "/atelier/telephones", .headers = {{"Cookie", cookie}}}).body;
    };
    BOOST_TEST(show().find("name=\"checked\"") != std::string::npos);
    acceptPhones("");
    BOOST_TEST(show().find("la règle du site") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
