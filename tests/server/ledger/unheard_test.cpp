#include "server/ledger/unheard.h"

#include <boost/test/unit_test.hpp>

#include "db/counter_store.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using namespace remise::domain;

namespace {

struct Unheard : test::LedgerFixture {
    std::vector<db::Review> list() {
        return db::listReviews(*database.pool().take(), "bocage", db::ReviewState::open, 100);
    }

    /// A command that is refused: the laptop has not come so far.
    Command tooEarly(const std::string& unit) { return command("control", unit); }

    static Command late(Command command) {
        command.isLate = true;
        return command;
    }

    static Command onTopOf(Command command, const Command& before) {
        command.after = before.id;
        return command;
    }

    void execute(const std::string& sql) { database.pool().take()->prepare(sql).execute(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unheard_test, Unheard)

BOOST_AUTO_TEST_CASE(a_late_command_that_is_refused_is_in_the_list_with_what_was_said) {
    const auto unit = receivedLaptop();
    Command command = late(tooEarly(unit));
    command.expects = entity(Subject::unit, unit).version;
    const auto reply = send(command, colleague);
    BOOST_TEST(!reply.accepted);
    const auto lines = list();
    BOOST_REQUIRE(lines.size() == 1);
    BOOST_TEST(lines[0].command.text() == command.id.text());
    BOOST_TEST(lines[0].subject == unit);
    BOOST_TEST(lines[0].kind == "control");
    BOOST_TEST(lines[0].station == "test");
    BOOST_TEST(lines[0].expects.value() == command.expects.value());
    BOOST_TEST(lines[0].claimedAt == command.at);
    BOOST_TEST(lines[0].refusalCode == reply.refusalCode);
    BOOST_TEST(lines[0].refusalMessage == reply.refusalMessage);
}

BOOST_AUTO_TEST_CASE(a_refusal_that_a_person_heard_is_not_in_the_list_and_a_late_success_neither) {
    const auto unit = receivedLaptop();
    BOOST_TEST(!send(tooEarly(unit), colleague).accepted);
    BOOST_TEST(send(late(command("clean", unit)), worker).accepted);
    BOOST_TEST(list().empty());
}

BOOST_AUTO_TEST_CASE(what_was_made_on_top_of_a_refused_command_is_in_the_list_though_nobody_was_late) {
    const auto unit = receivedLaptop();
    const Command first = tooEarly(unit), second = onTopOf(command("clean", unit), first);
    BOOST_TEST(!send(first, colleague).accepted);
    BOOST_TEST(send(second, colleague).refusalCode == "depends_on");
    const auto lines = list();
    BOOST_REQUIRE(lines.size() == 1);
    BOOST_TEST(lines[0].command.text() == second.id.text());
    BOOST_TEST(lines[0].after.value().text() == first.id.text());
}

BOOST_AUTO_TEST_CASE(a_refusal_whose_answer_was_lost_comes_into_the_list_when_it_is_asked_for_late_and_once) {
    const auto unit = receivedLaptop();
    const Command command = tooEarly(unit);
    send(command, colleague);
    const auto stored = database.pool().take();
    auto rows = stored->prepare("SELECT MAX(recorded_at) FROM command").query();
    rows.next();
    for (int i = 0; i < 3; ++i)
        send(late(command), colleague);
    const auto lines = list();
    BOOST_REQUIRE(lines.size() == 1);
    BOOST_TEST(lines[0].recordedAt == rows.integer(1));
    BOOST_TEST(count("command") == 3);
}

BOOST_AUTO_TEST_CASE(the_same_id_with_other_content_is_in_the_list_when_it_comes_late) {
    const auto unit = receivedLaptop();
    Command command = this->command("clean", unit);
    BOOST_TEST(send(command, worker).accepted);
    command.kind = "block";
    BOOST_TEST(send(late(command), worker).refusalCode == "id_reused");
    BOOST_REQUIRE(list().size() == 1);
    BOOST_TEST(list()[0].kind == "block");
}

BOOST_AUTO_TEST_CASE(what_was_refused_before_the_ledger_is_in_the_list_too_without_badges_and_pins) {
    const Value second = Value::Object{{"badge", "BSECRET"}, {"pin", "1234"}};
    const Value fact = Value::Object{{"kind", "clean"}, {"pin", "1234"}};
    Command command = late(this->command(
        "report", "BCDFGHJR",
        Value::Object{{"facts", Value::Array{fact}}, {"pin", "1234"}, {"second", second}, {"note", "lid"}}));
    command.worker = "BSECRET";
    auto refused = submission(command, worker);
    refused.refusedBefore = Refusal(refusals::badgeUnknown);
    BOOST_REQUIRE(writer->submit({refused}).ok());
    BOOST_REQUIRE(list().size() == 1);
    BOOST_TEST(list()[0].data == R"({"facts":[{"kind":"clean"}],"note":"lid"})");
}

BOOST_AUTO_TEST_CASE(a_remark_that_comes_too_late_keeps_its_text) {
    auto remark =
        submission(late(command("note", "BCDFGHJR", Value::Object{{"note", Uuid::v4().text()}})), worker);
    remark.note = "A crack in the lid";
    BOOST_REQUIRE(writer->submit({remark}).ok());
    BOOST_REQUIRE(list().size() == 1);
    BOOST_TEST(readCanonical(list()[0].data).textOr("text") == "A crack in the lid");
}

BOOST_AUTO_TEST_CASE(lines_of_one_request_stay_in_the_order_of_the_request) {
    std::vector<ledger::Submission> batch;
    std::vector<std::string> sent, listed;
    for (int i = 0; i < 20; ++i) {
        Command command = late(this->command("clean", "BCDFGHJR"));
        command.id = Uuid::v4();
        sent.push_back(command.id.text());
        batch.push_back(submission(command, worker));
    }
    BOOST_REQUIRE(writer->submit(batch).ok());
    for (const auto& line : list())
        listed.push_back(line.command.text());
    BOOST_TEST(listed == sent, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_refusal_is_not_stored_when_its_line_cannot_be) {
    const auto unit = receivedLaptop();
    const auto before = count("command");
    const Command command = late(tooEarly(unit));
    execute("RENAME TABLE review TO away");
    BOOST_CHECK_THROW(send(command, colleague), db::Error);
    BOOST_TEST(count("command") == before);
    execute("RENAME TABLE away TO review");
    BOOST_TEST(!send(command, colleague).accepted);
    BOOST_TEST(list().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_line_that_is_settled_stays_so_when_its_command_comes_again) {
    const auto unit = receivedLaptop();
    const Command command = late(tooEarly(unit));
    send(command, colleague);
    const db::Settled settled{5, worker.actor, "seen"};
    {
        const auto connection = database.pool().take();
        BOOST_TEST(db::settleReview(*connection, command.id, settled));
        BOOST_TEST(!db::settleReview(*connection, command.id, settled));
    }
    send(command, colleague);
    BOOST_TEST(list().empty());
    BOOST_TEST(db::countOpenReviews(*database.pool().take(), "bocage") == 0);
}

BOOST_AUTO_TEST_CASE(the_highest_number_of_each_sender_is_raised_with_its_commands_and_never_lowered) {
    const auto unit = receivedLaptop();
    const auto numbered = [&](std::int64_t counter) {
        Command command = this->command("clean", unit);
        command.counter = counter;
        return command;
    };
    const auto highest = [&](const Author& author) {
        return db::highestCounter(*database.pool().take(), author.lastingActor);
    };
    BOOST_TEST(highest(worker) == 0);
    const auto replies = writer->submit({submission(numbered(7), worker), submission(numbered(8), worker),
                                         submission(numbered(3), colleague)});
    BOOST_REQUIRE(replies.ok());
    send(numbered(5), worker);
    BOOST_TEST(highest(worker) == 8);
    BOOST_TEST(highest(colleague) == 3);
}

BOOST_AUTO_TEST_SUITE_END()
