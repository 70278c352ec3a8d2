#include "server/ledger/group.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/transaction.h"
#include "server/domain/codes.h"
#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using namespace remise::domain;
using test::LedgerFixture;

namespace {

/// Several commands in one request, and so in one group.
struct Groups : LedgerFixture {
    std::vector<std::string> together(std::vector<std::pair<Command, Author>> commands) {
        std::vector<ledger::Submission> batch;
        for (auto& [command, author] : commands)
            batch.push_back(submission(std::move(command), author));
        const auto replies = writer->submit(std::move(batch));
        BOOST_REQUIRE(replies.ok());
        std::vector<std::string> refused;
        for (const auto& reply : replies.value())
            refused.push_back(reply.refusalCode);
        return refused;
    }

    Author signedByTwo() const {
        Author author = worker;
        author.second = colleague.lastingActor;
        return author;
    }

    std::vector<std::string> kindsOf(Subject subject, const std::string& code) {
        const Entity now = entity(subject, code);
        const auto connection = database.pool().take();
        std::vector<std::string> kinds;
        for (const auto& stored : db::readEvents(*connection, subject, now.id))
            kinds.push_back(stored.event.kind);
        return kinds;
    }

    std::string container() {
        const auto reply = send("open_container", "", Value::Object{{"container_kind", "cage"}});
        BOOST_REQUIRE_MESSAGE(reply.accepted, reply.refusalMessage);
        return reply.subject->code;
    }

    std::string request(int quantity) {
        const auto reply =
            send("submit", "",
                 Value::Object{
                     {"way", "demande"},
                     {"association", Uuid::v4().text()},
                     {"lines", Value::Array{Value::Object{{"product", "LAP-B"}, {"quantity", quantity}}}}},
                 office);
        BOOST_REQUIRE_MESSAGE(reply.accepted, reply.refusalMessage);
        BOOST_REQUIRE(send("validate", reply.subject->code, {}, office).accepted);
        return reply.subject->code;
    }

    void isWhole() {
        const auto report = ledger::verify(database.pool());
        for (const auto& fault : report.faults)
            BOOST_ERROR(fault);
    }
};

using Refused = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(group_test, Groups)

BOOST_AUTO_TEST_CASE(an_answer_and_its_undo_may_come_in_one_request) {
    const auto unit = receivedLaptop();
    const Entity before = entity(Subject::unit, unit);
    const auto refused = together({{command("clean", unit), worker}, {command("undo", unit), worker}});
    BOOST_TEST(refused == Refused(2), boost::test_tools::per_element());
    BOOST_TEST((entity(Subject::unit, unit).state == before.state));
    BOOST_TEST(entity(Subject::unit, unit).stage == "received");
    isWhole();
}

BOOST_AUTO_TEST_CASE(an_undo_takes_back_what_an_earlier_request_did) {
    const auto unit = receivedLaptop();
    BOOST_TEST(send("clean", unit).accepted);
    BOOST_TEST(send("undo", unit, {}, colleague).refusalCode == "nothing_to_undo");
    BOOST_TEST(send("undo", unit).accepted);
    BOOST_TEST(send("undo", unit).refusalCode == "nothing_to_undo");
    BOOST_TEST(entity(Subject::unit, unit).stage == "received");
    isWhole();
}

BOOST_AUTO_TEST_CASE(a_report_is_not_undone_by_halves_in_its_request_or_after) {
    const auto unit = receivedLaptop();
    const Value report = Value::Object{
        {"facts", Value::Array{Value::Object{{"kind", "clean"}}, Value::Object{{"kind", "clean"}}}}};
    const auto refused =
        together({{command("report", unit, report), worker}, {command("undo", unit), worker}});
    BOOST_TEST(refused.back() == "nothing_to_undo");
    BOOST_TEST(send("undo", unit).refusalCode == "nothing_to_undo");
}

BOOST_AUTO_TEST_CASE(a_report_counts_whole_or_not_at_all) {
    const auto unit = receivedLaptop(), drive = driveOf(unit);
    const Entity before = entity(Subject::unit, unit);
    const auto events = count("unit_event") + count("drive_event");
    const Value erasure =
        Value::Object{{"drive", drive}, {"outcome", "failed"}, {"method", "Fill With Zeros"}};
    const Value report = Value::Object{
        {"facts",
         Value::Array{Value::Object{{"kind", "record_erasure"}, {"data", erasure}},
                      Value::Object{{"kind", "attach_drive"}, {"data", Value::Object{{"serial", "NEW"}}}},
                      Value::Object{{"kind", "install"}, {"data", Value::Object{{"os", "windows"}}}}}}};
    BOOST_TEST(send("report", unit, report, signedByTwo()).refusalCode == "licence_needed");
    BOOST_TEST((entity(Subject::unit, unit).state == before.state));
    BOOST_TEST(count("unit_event") + count("drive_event") == events);
    Value licensed = report;
    licensed["facts"].array().back()["data"]["licence"] = "XXXXX-1";
    BOOST_TEST(send("report", unit, licensed, signedByTwo()).accepted);
    BOOST_TEST(entity(Subject::drive, drive).stage == "failed");
    BOOST_TEST(count("drive") == 2);
    isWhole();
}

BOOST_AUTO_TEST_CASE(an_inventory_in_a_report_finds_the_drives_it_names) {
    const auto from = receivedLaptop(), to = receivedLaptop(), drive = driveOf(from);
    const Value inventory = Value::Object{{"report", Uuid::v4().text()},
                                          {"hardware", Value::Object{{"maker", "Dell"}}},
                                          {"drives", Value::Array{Value::Object{{"drive", drive}}}}};
    const Value report = Value::Object{
        {"facts", Value::Array{Value::Object{{"kind", "record_inventory"}, {"data", inventory}}}}};
    BOOST_TEST(send("report", to, report).accepted);
    BOOST_TEST(entity(Subject::drive, drive).state["unit"].text() == to);
    isWhole();
}

BOOST_AUTO_TEST_CASE(a_unit_is_received_worked_on_and_controlled_in_one_request) {
    const std::string code = codes.lease(Subject::unit, 1).front();
    const auto received = [&] {
        return command("receive", code,
                       Value::Object{{"category", "screen"},
                                     {"owner", "ours"},
                                     {"basis", "gift"},
                                     {"legal_status", "product"},
                                     {"lot", "L1"}});
    };
    Value tests = Value::Object{};
    for (const auto* test : {"visual", "powers_on", "labels_removed", "accessories", "panel", "ports",
                             "menu_keys", "stand", "backlight"})
        tests[test] = "pass";
    const auto refused =
        together({{received(), worker},
                  {received(), worker},
                  {command("sort", code, Value::Object{{"category", "screen"}, {"verdict", "keep"}}), worker},
                  {command("control", code), colleague},
                  {command("record_test", code, Value::Object{{"tests", tests}}), worker},
                  {command("grade", code, Value::Object{{"cosmetic", "A"}}), worker},
                  {command("clean", code), worker},
                  {command("control", code), worker},
                  {command("control", code), colleague}});
    const Refused expected{"", "already_known", "", "fact_missing", "", "", "", "tester_controls", ""};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
    isWhole();
}

BOOST_AUTO_TEST_CASE(what_builds_on_a_command_of_the_same_request_waits_for_its_fate) {
    const auto unit = receivedLaptop();
    Command bad = command("stock", unit), good = command("clean", unit);
    Command onBad = command("clean", unit), onGood = command("clean", unit),
            onNothing = command("clean", unit);
    onBad.after = bad.id;
    onGood.after = good.id;
    onNothing.after = Uuid::v4();
    const auto refused =
        together({{bad, worker}, {good, worker}, {onBad, worker}, {onGood, worker}, {onNothing, worker}});
    const Refused expected{"wrong_stage", "", "depends_on", "", "depends_on"};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_command_twice_in_a_request_counts_once) {
    const auto unit = receivedLaptop();
    const auto version = entity(Subject::unit, unit).version;
    const Command clean = command("clean", unit);
    Command otherwise = clean;
    otherwise.data = Value::Object{{"x", 1}};
    const auto refused = together({{clean, worker}, {clean, worker}, {otherwise, worker}});
    const Refused expected{"", "", "id_reused"};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
    BOOST_TEST(entity(Subject::unit, unit).version == version + 1);
}

BOOST_AUTO_TEST_CASE(an_unreadable_stored_reply_is_its_own_commands_trouble_only) {
    const auto unit = receivedLaptop();
    const Command spoilt = command("clean", unit), other = command("clean", unit);
    BOOST_TEST(send(spoilt, worker).accepted);
    {
        const auto connection = database.pool().take();
        connection->prepare("UPDATE command SET reply = 'x' WHERE id = ?").bind(spoilt.id.raw()).execute();
    }
    const auto refused = together({{spoilt, worker}, {other, worker}});
    const Refused expected{"internal_fault", ""};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_remark_is_kept_only_if_it_is_accepted) {
    const auto unit = receivedLaptop();
    const auto noted = [&](const std::string& on) {
        const Command note = command("note", on, Value::Object{{"note", Uuid::v4().text()}});
        auto one = submission(note, worker);
        one.note = "Charnière à resserrer";
        return writer->submit({one})->front().refusalCode;
    };
    BOOST_TEST(noted(codes.lease(Subject::unit, 1).front()) == "unknown_code");
    BOOST_TEST(count("note") == 0);
    BOOST_TEST(noted(unit) == "");
    BOOST_TEST(count("note") == 1);
}

BOOST_AUTO_TEST_CASE(a_command_that_waited_for_a_lock_is_recorded_after_what_it_waited_for) {
    const auto unit = receivedLaptop();
    const Entity before = entity(Subject::unit, unit);
    std::atomic<Milliseconds> clock = 1'790'000'000'000;
    const ledger::Writer::Settings settings{.now = [&] { return clock.load(); }};
    ledger::Writer late(database.pool(), codes, settings);
    const auto connection = database.pool().take();
    std::thread waiting;
    {
        db::Transaction holder(*connection);
        (void)db::lockEntities(*connection, Subject::unit, {before.id});
        waiting = std::thread(
            [&] { BOOST_TEST(late.submit({submission(command("clean", unit), worker)})->front().accepted); });
        auto& waits = connection->prepare(
            "SELECT variable_value FROM information_schema.global_status WHERE variable_name = "
            "'Innodb_row_lock_current_waits'");
        for (std::string blocked = "0"; blocked == "0";) {
            auto rows = waits.query();
            rows.next();
            blocked = rows.text(1);
        }
        clock += 5000;
        holder.commit();
    }
    waiting.join();
    BOOST_TEST(db::readEvents(*connection, Subject::unit, before.id).back().event.recordedAt ==
               1'790'000'005'000);
}

// Containers

BOOST_AUTO_TEST_CASE(a_container_that_holds_a_unit_does_not_leave_without_it) {
    const auto cage = container(), tray = container(), unit = receivedLaptop();
    const Value inside = Value::Object{{"container", cage}}, away = Value::Object{{"site", "lyon"}};
    const auto refused = together(
        {{command("put_in", unit, inside), worker}, {command("transfer_container", cage, away), worker}});
    const Refused expected{"", "holds_units"};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
    BOOST_TEST(send("combine", cage, Value::Object{{"into", tray}}).refusalCode == "holds_units");
    const auto freed =
        together({{command("take_out", unit), worker}, {command("transfer_container", cage, away), worker}});
    BOOST_TEST(freed == Refused(2), boost::test_tools::per_element());
    isWhole();
}

BOOST_AUTO_TEST_CASE(what_is_poured_is_told_in_both_histories) {
    const auto cage = container(), tray = container();
    const auto phones = [](int count) {
        return Value::Array{Value::Object{{"category", "phone"}, {"count", count}, {"grams", count * 180}}};
    };
    BOOST_TEST(send("count", cage, Value::Object{{"lines", phones(200)}}).accepted);
    BOOST_TEST(send("split", cage, Value::Object{{"to", tray}, {"lines", phones(30)}}).accepted);
    BOOST_TEST(send("split", cage, Value::Object{{"to", tray}, {"lines", phones(171)}}).refusalCode ==
               "not_enough");
    BOOST_TEST(send("transfer_container", tray, Value::Object{{"site", "lyon"}}).accepted);
    BOOST_TEST(send("combine", cage, Value::Object{{"into", tray}}).refusalCode == "wrong_stage");
    BOOST_TEST(send("arrive_container", tray).refusalCode == "expected_elsewhere");
    Author thither = worker;
    thither.site = "lyon";
    BOOST_TEST(send("arrive_container", tray, {}, thither).accepted);
    BOOST_TEST(send("combine", cage, Value::Object{{"into", tray}}).accepted);
    BOOST_TEST(canonicalJson(entity(Subject::container, tray).state["lines"]) ==
               R"({"phone":{"count":200,"grams":36000}})");
    BOOST_TEST(entity(Subject::container, cage).stage == "emptied");
    const Refused poured{"open_container", "count", "split", "combine"};
    BOOST_TEST(kindsOf(Subject::container, cage) == poured, boost::test_tools::per_element());
    isWhole();
}

// Requests

BOOST_AUTO_TEST_CASE(a_request_and_its_units_go_together_to_the_association) {
    const auto one = laptopAt("in_stock"), two = laptopAt("in_stock");
    const auto number = request(2);
    BOOST_TEST(send("propose", number, Value::Object{{"units", Value::Array{one, two}}}, office).accepted);
    BOOST_TEST(entity(Subject::unit, two).stage == "reserved");
    BOOST_TEST(send("accept", number, {}, office).accepted);
    for (const auto& unit : {one, two}) {
        BOOST_TEST(send("pick", unit).accepted);
        BOOST_TEST(send("pack", unit, Value::Object{{"accessories", Value::Array{"charger"}}}).accepted);
        const auto shipped = send(
            "ship", unit, Value::Object{{"carrier", "gls"}, {"tracking", "GLS1234567" + unit.substr(0, 1)}});
        BOOST_TEST(shipped.accepted, shipped.refusalMessage);
        BOOST_TEST(entity(Subject::request, number).stage == (unit == one ? "partly_shipped" : "shipped"));
    }
    for (const auto& unit : {one, two})
        BOOST_TEST(send("deliver", unit, {}, leader).accepted);
    BOOST_TEST(entity(Subject::request, number).stage == "delivered");
    BOOST_TEST(send("close", number, {}, office).accepted);
    isWhole();
}

BOOST_AUTO_TEST_CASE(one_laptop_is_never_promised_twice) {
    const auto unit = laptopAt("in_stock");
    const auto first = request(1), second = request(1);
    const Value proposal = Value::Object{{"units", Value::Array{unit}}};
    const auto refused = together(
        {{command("propose", first, proposal), office}, {command("propose", second, proposal), office}});
    const Refused expected{"", "wrong_stage"};
    BOOST_TEST(refused == expected, boost::test_tools::per_element());
    BOOST_TEST(send("cancel", first, {}, office).accepted);
    BOOST_TEST(send("propose", second, proposal, office).accepted);
    BOOST_TEST(entity(Subject::unit, unit).state["request"].text() == second);
    isWhole();
}

// Records

BOOST_AUTO_TEST_CASE(a_merge_keeps_both_histories_and_hands_over_the_drives) {
    const auto twin = receivedLaptop(), unit = receivedLaptop(), drive = driveOf(twin);
    const auto before = kindsOf(Subject::unit, twin);
    Author withPin = leader;
    withPin.pinChecked = true;
    BOOST_TEST(send("merge", twin, Value::Object{{"into", unit}, {"reason", "twice"}}, withPin).accepted);
    const auto after = kindsOf(Subject::unit, twin);
    BOOST_REQUIRE(after.size() > before.size());
    BOOST_TEST(std::equal(before.begin(), before.end(), after.begin()));
    BOOST_TEST(after.back() == "merge");
    BOOST_TEST(kindsOf(Subject::unit, unit).back() == "absorb");
    BOOST_TEST(entity(Subject::drive, drive).state["unit"].text() == unit);
    BOOST_TEST(send("clean", twin).refusalCode == "merged");
    isWhole();
}

BOOST_AUTO_TEST_CASE(a_refusal_is_said_in_the_senders_language) {
    const auto unit = receivedLaptop();
    auto english = submission(command("stock", unit), worker);
    english.sender.language = Language::english;
    BOOST_TEST(writer->submit({english})->front().refusalMessage.find("“received”") != std::string::npos);
    BOOST_TEST(send("stock", unit).refusalMessage.find("«\u00a0reçu\u00a0»") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_of_every_script_comes_back_as_it_was) {
    const auto unit = receivedLaptop();
    const std::string text = "é中😀م\"'<b>\\\u2028";
    Author withPin = leader;
    withPin.pinChecked = true;
    const Value data = Value::Object{{"field", "model"}, {"value", text}, {"reason", "typo"}};
    BOOST_TEST(send("correct", unit, data, withPin).accepted);
    BOOST_TEST(entity(Subject::unit, unit).state["model"].text() == text);
    isWhole();
}

BOOST_AUTO_TEST_SUITE_END()
