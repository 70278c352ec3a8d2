#include "server/ledger/committer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"
#include "tests/server/ledger/lossy_line.h"

using namespace remise;
using namespace remise::domain;
using test::LedgerFixture;

namespace {

/// A command that the database has no room for (nothing from outside comes this far: wire/ refuses it).
ledger::Submission unstorable(const std::string& unit, const Author& author) {
    Command command = LedgerFixture::command("clean", unit);
    command.station = std::string(300, 'x');
    return LedgerFixture::submission(std::move(command), author);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(committer_test, LedgerFixture)

BOOST_AUTO_TEST_CASE(what_cannot_be_stored_harms_no_other_command_of_its_request) {
    const auto unit = receivedLaptop();
    std::vector<ledger::Submission> batch;
    for (int i = 0; i < 5; ++i)
        batch.push_back(i == 2 ? unstorable(unit, worker) : submission(command("clean", unit), worker));
    const auto replies = writer->submit(std::move(batch));
    BOOST_REQUIRE(replies.ok());
    for (std::size_t i = 0; i < 5; ++i)
        BOOST_TEST(replies.value()[i].refusalCode == (i == 2 ? "internal_fault" : ""));
    BOOST_TEST(entity(Subject::unit, unit).version == 6);
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_stored_harms_nobody_elses_commands) {
    const auto unit = receivedLaptop(), other = receivedLaptop();
    std::vector<std::string> refused(12);
    std::vector<std::thread> people;
    for (std::size_t p = 0; p < refused.size(); ++p)
        people.emplace_back([&, p] {
            std::vector<ledger::Submission> one;
            one.push_back(p % 3 == 0 ? unstorable(unit, worker)
                                     : submission(command("clean", other), worker));
            const auto replies = writer->submit(std::move(one));
            refused[p] = replies ? replies->front().refusalCode : "unavailable";
        });
    for (auto& one : people)
        one.join();
    for (std::size_t p = 0; p < refused.size(); ++p)
        BOOST_TEST(refused[p] == (p % 3 == 0 ? "internal_fault" : ""));
}

BOOST_AUTO_TEST_CASE(a_resend_of_what_could_not_be_stored_hears_the_same) {
    const auto unit = receivedLaptop();
    const auto bad = unstorable(unit, worker);
    for (int i = 0; i < 2; ++i) {
        const auto replies = writer->submit({bad});
        BOOST_REQUIRE(replies.ok());
        BOOST_TEST(replies->front().refusalCode == "internal_fault");
    }
    BOOST_TEST(count("command") == 3);
}

BOOST_AUTO_TEST_CASE(what_the_database_cannot_do_now_is_no_refusal_and_goes_later) {
    const auto unit = receivedLaptop();
    std::vector<ledger::Submission> batch;
    for (int i = 0; i < 7; ++i)
        batch.push_back(submission(command("clean", unit), worker));
    const auto before = count("command");
    database.pool().take()->execute("SET GLOBAL max_prepared_stmt_count = 0");
    BOOST_CHECK_THROW(writer->submit(batch), db::Error);
    database.pool().take()->execute("SET GLOBAL max_prepared_stmt_count = 100000");
    BOOST_TEST(count("command") == before);
    const auto replies = writer->submit(batch);
    BOOST_REQUIRE(replies.ok());
    BOOST_TEST(replies->back().accepted);
}

BOOST_AUTO_TEST_CASE(a_key_that_something_else_has_taken_is_a_fault_at_once) {
    const auto unit = receivedLaptop();
    database.pool().take()->execute(
        "INSERT INTO unit_event SELECT unit, seq + 1, command, kind, kind_version, at, recorded_at, station, "
        "actor,"
        " stage_after, data, hash FROM unit_event ORDER BY seq DESC LIMIT 1");
    ledger::Writer patient(database.pool(), codes, {.patience = std::chrono::hours(1), .now = {}});
    const auto replies = patient.submit({submission(command("clean", unit), worker)});
    BOOST_REQUIRE(replies.ok());
    BOOST_TEST(replies->front().refusalCode == "internal_fault");
}

BOOST_AUTO_TEST_CASE(a_command_whose_connection_is_lost_at_its_commit_counts_once_and_is_answered) {
    for (const auto loss : {test::LossyLine::Loss::commitLost, test::LossyLine::Loss::answerLost}) {
        const auto unit = receivedLaptop();
        const auto before = entity(Subject::unit, unit).version;
        test::LossyLine line(database.settings().socket);
        db::Settings through = database.settings();
        through.socket = line.path();
        db::Pool pool(through, 3);
        ledger::Writer there(pool, codes);
        const auto clean = submission(command("clean", unit), worker);
        line.loseNextCommit(loss);
        const auto first = there.submit({clean});
        BOOST_REQUIRE(first.ok());
        BOOST_TEST(line.lost() == 1);
        BOOST_TEST(first->front().accepted);
        BOOST_TEST(entity(Subject::unit, unit).version == before + 1);
        const auto again = there.submit({clean});
        BOOST_TEST(canonicalJson(toValue(again->front())) == canonicalJson(toValue(first->front())));
    }
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(a_request_larger_than_a_group_keeps_its_order) {
    const auto unit = laptopAt("in_stock");
    std::vector<ledger::Submission> batch;
    for (int i = 0; i < 200; ++i)
        batch.push_back(submission(command(i % 2 ? "unblock" : "block", unit), worker));
    const auto replies = writer->submit(std::move(batch));
    BOOST_REQUIRE(replies.ok());
    BOOST_REQUIRE_EQUAL(replies->size(), 200u);
    for (std::size_t i = 1; i < 200; ++i)
        BOOST_REQUIRE_EQUAL(replies.value()[i].subject->version, replies.value()[i - 1].subject->version + 1);
}

BOOST_AUTO_TEST_SUITE_END()
