#include "server/ledger/writer.h"

#include <barrier>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using namespace remise::domain;
using test::LedgerFixture;

BOOST_FIXTURE_TEST_SUITE(writer_test, LedgerFixture)

BOOST_AUTO_TEST_CASE(a_laptop_goes_from_the_dock_to_stock_and_the_ledger_is_whole) {
    const auto unit = laptopAt("in_stock");
    const Entity stored = entity(Subject::unit, unit);
    BOOST_TEST(stored.stage == "in_stock");
    BOOST_TEST(stored.state["grade"].text() == "B");
    BOOST_TEST(stored.state["drives"].object().begin()->second["status"].text() == "certified");
    const auto report = ledger::verify(database.pool());
    BOOST_TEST(report.content());
    for (const auto& fault : report.faults)
        BOOST_TEST_MESSAGE(fault);
    BOOST_TEST(report.entities == 2u);
    BOOST_TEST(report.events == 12u);
}

BOOST_AUTO_TEST_CASE(the_same_command_from_twenty_connections_counts_once_and_all_get_the_same_answer) {
    const auto unit = laptopAt("in_stock");
    const auto before = count("unit_event");
    const Command command = LedgerFixture::command("recheck", unit);
    std::vector<CommandReply> replies(20);
    std::vector<std::thread> senders;
    for (auto& reply : replies)
        senders.emplace_back([&] { reply = send(command, worker); });
    for (auto& sender : senders)
        sender.join();
    BOOST_TEST(count("unit_event") == before + 1);
    for (const auto& reply : replies) {
        BOOST_TEST(reply.accepted);
        BOOST_TEST(reply.subject->version == replies.front().subject->version);
    }
}

BOOST_AUTO_TEST_CASE(a_command_that_two_servers_hear_at_once_counts_once_and_both_answer_the_same) {
    ledger::Codes codesThere(database.pool());
    ledger::Writer there(database.pool(), codesThere);
    const auto unit = receivedLaptop();
    const auto before = entity(Subject::unit, unit).version;
    constexpr int rounds = 40;
    std::vector<ledger::Submission> same;
    for (int i = 0; i < rounds; ++i)  // every second one makes its subject: no lock is met before the key
        same.push_back(
            submission(i % 2 ? command("open_container", "", Value::Object{{"container_kind", "box"}})
                             : command("clean", unit),
                       worker));
    std::barrier together(2);
    const auto sendAll = [&](ledger::Writer& to, std::vector<std::string>& said) {
        for (const auto& one : same) {
            together.arrive_and_wait();
            const auto replies = to.submit({one});
            said.push_back(replies ? canonicalJson(toValue(replies->front())) : "unavailable");
        }
    };
    std::vector<std::string> here, elsewhere;
    std::thread other([&] { sendAll(there, elsewhere); });
    sendAll(*writer, here);
    other.join();
    BOOST_TEST(here == elsewhere, boost::test_tools::per_element());
    BOOST_TEST(entity(Subject::unit, unit).version == before + rounds / 2);
    BOOST_TEST(count("container") == rounds / 2);
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(a_resend_gets_the_answer_it_had_even_when_the_unit_has_moved_on) {
    const auto unit = laptopAt("in_stock");
    const Command recheck = command("recheck", unit);
    const auto first = send(recheck, worker);
    BOOST_TEST(send("block", unit).accepted);
    const auto again = send(recheck, worker);
    BOOST_TEST(again.accepted);
    BOOST_TEST(again.subject->stage == "in_work");
    BOOST_TEST(again.subject->version == first.subject->version);
}

BOOST_AUTO_TEST_CASE(one_id_with_two_contents_is_refused_and_changes_nothing) {
    const auto unit = laptopAt("in_stock");
    Command command = LedgerFixture::command("recheck", unit);
    BOOST_TEST(send(command, worker).accepted);
    const auto events = count("unit_event");
    command.kind = "block";
    const auto reply = send(command, worker);
    BOOST_TEST(!reply.accepted);
    BOOST_TEST(reply.refusalCode == "id_reused");
    BOOST_TEST(count("unit_event") == events);
}

BOOST_AUTO_TEST_CASE(a_refusal_is_stored_and_answered_again) {
    const auto unit = receivedLaptop();
    const Command command = LedgerFixture::command("recheck", unit);
    BOOST_TEST(send(command, worker).refusalCode == "wrong_stage");
    BOOST_TEST(send(command, worker).refusalCode == "wrong_stage");
    BOOST_TEST(count("command") == 3);
}

BOOST_AUTO_TEST_CASE(what_builds_on_a_refused_command_is_refused_with_it) {
    const auto unit = receivedLaptop();
    const Command refused = command("recheck", unit);
    BOOST_TEST(!send(refused, worker).accepted);
    Command sort = command("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    sort.after = refused.id;
    BOOST_TEST(send(sort, worker).refusalCode == "depends_on");
}

BOOST_AUTO_TEST_CASE(two_people_on_the_same_unit_at_once_end_in_one_history) {
    const auto unit = laptopAt("in_stock");
    std::vector<CommandReply> replies(16);
    std::vector<std::thread> people;
    for (auto& reply : replies)
        people.emplace_back([&] { reply = send("recheck", unit); });
    for (auto& one : people)
        one.join();
    BOOST_TEST(std::count_if(replies.begin(), replies.end(), [](const auto& r) { return r.accepted; }) == 1);
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(a_stale_version_is_refused) {
    const auto unit = laptopAt("in_stock");
    Command command = LedgerFixture::command("recheck", unit);
    command.expects = 1;
    BOOST_TEST(send(command, worker).refusalCode == "stale");
}

BOOST_AUTO_TEST_CASE(commands_of_one_batch_keep_their_order) {
    const auto unit = laptopAt("in_stock");
    std::vector<ledger::Submission> batch;
    for (int i = 0; i < 100; ++i)
        batch.push_back(submission(command(i % 2 ? "unblock" : "block", unit), worker));
    const auto replies = writer->submit(std::move(batch));
    BOOST_REQUIRE(replies.ok());
    for (const auto& reply : replies.value())
        BOOST_TEST(reply.accepted);
}

BOOST_AUTO_TEST_CASE(many_units_from_many_threads_all_verify) {
    std::vector<std::string> units;
    for (int i = 0; i < 8; ++i)
        units.push_back(laptopAt("in_stock"));
    std::vector<std::thread> people;
    for (int p = 0; p < 16; ++p)
        people.emplace_back([&, p] {
            for (int i = 0; i < 20; ++i) {
                const auto reply =
                    send(i % 2 ? "unblock" : "block", units[static_cast<std::size_t>(p + i) % units.size()]);
                (void)reply;
            }
        });
    for (auto& one : people)
        one.join();
    const auto report = ledger::verify(database.pool());
    BOOST_TEST(report.content());
}

BOOST_AUTO_TEST_CASE(
    who_waits_for_a_database_that_stands_still_is_told_and_a_resend_hears_what_became_of_it) {
    const auto unit = receivedLaptop();
    const auto clean = submission(command("clean", unit), worker);
    ledger::Writer there(database.pool(), codes, {.longestWait = std::chrono::milliseconds(50), .now = {}});
    db::Connection holder(database.settings());
    holder.execute("LOCK TABLES command WRITE");
    const auto unanswered = there.submit({clean});
    BOOST_REQUIRE(!unanswered.ok());
    BOOST_TEST(unanswered.refusal().code() == "unavailable");
    holder.execute("UNLOCK TABLES");
    const auto again = writer->submit({clean});
    BOOST_REQUIRE(again.ok());
    BOOST_TEST(again->front().accepted);
    BOOST_TEST(entity(Subject::unit, unit).version == again->front().subject->version);
}

BOOST_AUTO_TEST_CASE(what_nobody_had_begun_when_its_sender_was_told_to_come_again_is_left_to_the_resend) {
    const auto begun = receivedLaptop(), waiting = receivedLaptop();
    const auto before = entity(Subject::unit, waiting).version;
    auto there = std::make_unique<ledger::Writer>(
        database.pool(), codes,
        ledger::Writer::Settings{.committers = 1, .longestWait = std::chrono::milliseconds(300), .now = {}});
    db::Connection holder(database.settings());
    holder.execute("LOCK TABLES command WRITE");
    for (const auto& unit : {begun, waiting})
        BOOST_REQUIRE(!there->submit({submission(command("clean", unit), worker)}).ok());
    holder.execute("UNLOCK TABLES");
    there.reset();
    BOOST_TEST(entity(Subject::unit, waiting).version == before);
}

BOOST_AUTO_TEST_SUITE_END()
