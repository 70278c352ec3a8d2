#include "server/workshop/command_api.h"

#include <boost/test/unit_test.hpp>

#include "server/identity/create_person.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

constexpr auto commands = "/api/v1/commands";

/// What was sent must not have changed anything.
void refuseWhole(ProgramFixture& program, const std::string& body, const std::string& code) {
    const auto before = program.count("command");
    const auto reply = program.post(commands, body);
    BOOST_TEST(program.codeOf(reply) == code, body.substr(0, 80));
    if (code != "too_large") BOOST_TEST(reply.status == 400, body.substr(0, 80));
    BOOST_TEST(program.count("command") == before, body.substr(0, 80));
}

std::string statusOf(const Value& reply) {
    return reply.textOr("status") == "accepted" ? "accepted" : reply["refusal"].textOr("code");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(command_api_test)

BOOST_AUTO_TEST_CASE(a_body_that_is_no_array_of_commands_is_refused_whole_and_nothing_applied) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const std::string good = canonicalJson(program.command("block", unit));
    for (const std::string& body : {std::string(), std::string("{"), std::string("[1.5]"), "[" + good,
                                    "[" + good + "," + good.substr(0, 20), std::string("[\xC3\x28]"),
                                    "[" + std::string(100, '[') + std::string(100, ']') + "]"})
        refuseWhole(program, body, "not_json");
    for (const std::string& body :
         {good, std::string("7"), "[" + good + ",{}]", "[" + good + ",null]",
          "[" + good + R"(,{"id":"not-a-uuid","kind":"block"}])", "[" + good + R"(,{"id":7}])"})
        refuseWhole(program, body, "bad_shape");
    BOOST_TEST(program.unit(unit).textOr("stage") == "received");
}

BOOST_AUTO_TEST_CASE(five_hundred_commands_are_taken_and_one_more_is_not) {
    ProgramFixture program;
    Value::Array many;
    for (int i = 0; i < 501; ++i)
        many.push_back(program.command("block", "BCDFGHJR"));
    refuseWhole(program, canonicalJson(many), "too_large");
    many.pop_back();
    BOOST_TEST(program.send(many).array().size() == 500);
}

BOOST_AUTO_TEST_CASE(one_bad_element_is_refused_alone_and_the_others_are_done) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    Value wrongTime = program.command("block", unit), wrongField = wrongTime, strange = wrongTime;
    wrongTime["at"] = "yesterday";
    wrongField["id"] = program.newId();
    wrongField["expects"] = "seven";
    strange["id"] = program.newId();
    strange["colour"] = "blue";
    const Value replies = program.send(
        {program.command("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}}), wrongTime,
         wrongField, strange, program.command("teleport", unit), program.command("block", "BCDFGHJJ"),
         program.command("block", "BCDFGHJR"),
         program.command("block", unit, Value::Object{{"colour", "blue"}}), program.command("clean", unit)});
    std::string statuses;
    for (const Value& reply : replies.array())
        statuses += statusOf(reply) + " ";
    BOOST_TEST(statuses ==
               "accepted bad_data bad_data unknown_data unknown_kind damaged_code unknown_code unknown_data "
               "accepted ");
}

BOOST_AUTO_TEST_CASE(sent_twice_a_command_counts_once_and_gets_the_same_answer) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const Value block = program.command("block", unit), lost = program.command("pick", unit);
    const std::string body = canonicalJson(Value::Array{block, lost});
    const auto first = program.post(commands, body);
    BOOST_TEST(program.post(commands, body).body == first.body);
    BOOST_TEST(program.unit(unit)["events"].array().size() == 2);
    const Value twice = program.send({block, block});
    BOOST_TEST(canonicalJson(twice.array()[0]) == canonicalJson(twice.array()[1]));
}

BOOST_AUTO_TEST_CASE(the_same_id_with_other_content_is_refused) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop(), other = program.receivedLaptop();
    Value block = program.command("block", unit);
    BOOST_TEST(program.sendOne(block) == "accepted");
    block["unit"] = other;
    BOOST_TEST(program.sendOne(block) == "id_reused");
    BOOST_TEST(program.unit(other).textOr("stage") == "received");
}

BOOST_AUTO_TEST_CASE(text_comes_back_as_it_was_in_every_script) {
    ProgramFixture program;
    for (const std::string& model :
         {std::string("Écran « été » 15,6″"), std::string("模型 тест דגם نموذج"),
          std::string("👩‍🔧 a\"b\\c</script>{{x}}"), std::string("'; DROP TABLE unit; --"),
          std::string("=cmd|' /C calc'!A0")}) {
        Value receive = program.command("receive", "",
                                        Value::Object{{"category", "laptop"},
                                                      {"owner", "ours"},
                                                      {"basis", "gift"},
                                                      {"legal_status", "product"},
                                                      {"lot", "L1"},
                                                      {"model", model}});
        const Value reply = program.send({receive}).array().at(0);
        BOOST_REQUIRE_MESSAGE(reply.textOr("status") == "accepted", canonicalJson(reply));
        BOOST_TEST(program.unit(reply["unit"].textOr("code")).textOr("model") == model);
    }
}

BOOST_AUTO_TEST_CASE(a_nul_is_refused_wherever_it_stands) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const std::string nul("a\0b", 3);
    Value inWorker = program.command("block", unit), inData = program.command("block", unit);
    inWorker["worker"] = nul;
    inData["data"] = Value::Object{{"reason", nul}};
    BOOST_TEST(program.sendOne(inWorker) == "bad_data");
    BOOST_TEST(program.sendOne(inData) == "bad_data");
    BOOST_TEST(program.unit(unit).textOr("stage") == "received");
}

BOOST_AUTO_TEST_CASE(a_worker_may_not_do_what_a_leader_may_and_nobody_may_without_a_badge) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const Value data = Value::Object{{"field", "model"}, {"value", "T490"}, {"reason", "typo"}};
    BOOST_TEST(program.sendOne(program.command("correct", unit, data)) == "no_right");
    Value nobody = program.command("block", unit);
    nobody.object().erase("worker");
    BOOST_TEST(program.sendOne(nobody) == "missing_data");
    nobody["id"] = program.newId();
    nobody["worker"] = "B" + program.worker;
    BOOST_TEST(program.sendOne(nobody) == "not_a_badge");
    BOOST_TEST(program.codeOf(program.ask(
                   {.method = "POST", .target = commands, .body = canonicalJson(Value::Array{nobody})})) ==
               "sign_in_needed");
}

BOOST_AUTO_TEST_CASE(a_wrong_pin_that_was_answered_is_no_new_try_when_its_command_comes_again) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const auto second = identity::createWorker(program.database.pool(), program.secret,
                                               {domain::Role::worker, "nord", "fr", ""}, program.now());
    const auto signedWith = [&](const std::string& pin) {
        return program.command(
            "confirm_no_drive", unit,
            Value::Object{{"second", Value::Object{{"badge", second.badge}, {"pin", pin}}}});
    };
    const Value typo = signedWith("wrong");
    BOOST_TEST(program.sendOne(typo) == "pin_wrong");
    BOOST_TEST(program.count("sign_in_try") == 1);
    http::Request laterOn;
    laterOn.method = "POST";
    laterOn.path = commands;
    laterOn.headers["authorization"] = "Bearer " + program.token;
    laterOn.body = canonicalJson(Value::Array{typo});
    laterOn.receivedAt = program.now() + 60'000;
    BOOST_TEST(program.program.router().dispatch(laterOn).status == 200);
    BOOST_TEST(program.count("sign_in_try") == 1);
    Value late = typo;
    late["late"] = true;
    BOOST_TEST(program.sendOne(late) == "pin_wrong");
    BOOST_TEST(program.count("review") == 1);
    BOOST_TEST(program.count("sign_in_try") == 1);
    const Value right = signedWith(second.pin);
    BOOST_TEST(program.sendOne(right) == "accepted");
    BOOST_TEST(program.sendOne(right) == "accepted");
}

BOOST_AUTO_TEST_CASE(staff_may_have_a_colleague_of_their_site_sign_with_them_and_no_other) {
    ProgramFixture program;
    const auto unit = program.receivedLaptop();
    const auto leader = program.bearerOf(domain::Role::leader);
    const auto signedBy = [&](const std::string& site) {
        const auto second = identity::createWorker(program.database.pool(), program.secret,
                                                   {domain::Role::worker, site, "fr", ""}, program.now());
        Value command = program.command(
            "confirm_no_drive", unit,
            Value::Object{{"second", Value::Object{{"badge", second.badge}, {"pin", second.pin}}}});
        command.object().erase("worker");
        const auto reply = program.ask({.method = "POST",
                                        .target = commands,
                                        .body = canonicalJson(Value::Array{command}),
                                        .token = leader});
        const Value replies = program.json(reply);
        return statusOf(replies.array().at(0));
    };
    BOOST_TEST(signedBy("sud") == "badge_not_here");
    BOOST_TEST(signedBy("nord") == "accepted");
}

BOOST_AUTO_TEST_SUITE_END()
