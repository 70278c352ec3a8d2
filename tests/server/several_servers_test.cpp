#include <boost/test/unit_test.hpp>
#include <chrono>

#include "db/migrate.h"
#include "db/private_mariadb.h"
#include "server/domain/canonical.h"
#include "server/identity/create_person.h"
#include "server/ledger/verify.h"
#include "server/proof/sha256.h"
#include "server/wire/json.h"
#include "tests/server/working_floor.h"
#include "tests/support/http_client.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;
using domain::Value;
using test::HttpClient;
using test::ServerProcess;
namespace fs = std::filesystem;

namespace {

/// Two servers of one organisation on one outside database.
struct Organisation {
    test::TemporaryFolder folder;
    db::PrivateMariadb database{folder.path() / "db", test::quickOptions()};
    db::Settings settings = database.settings();
    std::string address = "unix://" + settings.socket + "?user=" + settings.user + "&database=remise";
    std::unique_ptr<ServerProcess> one, other;
    std::unique_ptr<test::WorkingFloor> floor;

    Organisation() {
        db::migrate(settings);
        one = std::make_unique<ServerProcess>(folder.path() / "one", address);
        one->awaitReady();
        fs::create_directory(folder.path() / "other");
        fs::copy_file(folder.path() / "one" / "secret", folder.path() / "other" / "secret");
        other = std::make_unique<ServerProcess>(folder.path() / "other", address);
        other->awaitReady();
        floor = std::make_unique<test::WorkingFloor>(
            settings, identity::readOrMakeSecret(folder.path() / "one" / "secret"));
    }
    [[nodiscard]] bool isWhole() const {
        db::Pool pool(settings, 4);
        return ledger::verify(pool).content();
    }
    HttpClient::Headers terminal() const { return {{"Authorization", "Bearer " + floor->token()}}; }
};

/// Waits until the stream has told of the command.
void awaitInStream(HttpClient& stream, const Value& command) {
    (void)stream.receiveUntil(command.textOr("id"));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(several_servers_test, Organisation)

BOOST_AUTO_TEST_CASE(one_command_sent_to_both_at_once_counts_once_and_gets_one_answer) {
    const auto unit = floor->receivedLaptop(one->port());
    for (int i = 0; i < 30; ++i) {
        const auto command = floor->command(i % 2 ? "unblock" : "block", unit);
        Value here, there;
        std::thread sender([&] { there = floor->sendTo(other->port(), command); });
        here = floor->sendTo(one->port(), command);
        sender.join();
        BOOST_TEST(here.textOr("status") == "accepted");
        BOOST_TEST(canonicalJson(here) == canonicalJson(there));
        BOOST_TEST(here["unit"].integerOr("version", 0) == i + 2);
    }
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(followers_of_either_hear_of_what_is_sent_to_the_other) {
    const auto unit = floor->receivedLaptop(one->port());
    HttpClient stream(other->port());
    stream.send("GET /api/v1/feed/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + floor->token() +
                "\r\n\r\n");
    (void)stream.receiveUntil("\r\n\r\n");
    const auto block = floor->command("block", unit);
    BOOST_TEST(floor->sendTo(one->port(), block).textOr("status") == "accepted");
    awaitInStream(stream, block);
}

BOOST_AUTO_TEST_CASE(when_one_dies_the_other_answers_at_once_and_takes_the_feed_over) {
    test::Load person(*floor, [this] { return one->process() ? one->port() : other->port(); });
    person.awaitMore(20);
    const auto killed = std::chrono::steady_clock::now();
    one->die();
    person.awaitMore(2);
    const auto milliseconds = [&] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                     killed)
            .count();
    };
    BOOST_TEST_MESSAGE("accepted by the other " << milliseconds() << " ms after the death of the first");
    person.stop();
    HttpClient stream(other->port());
    stream.send("GET /api/v1/feed/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + floor->token() +
                "\r\n\r\n");
    (void)stream.receiveUntil("\r\n\r\n");
    const auto block = floor->command("block", floor->receivedLaptop(other->port()));
    BOOST_TEST(floor->sendTo(other->port(), block).textOr("status") == "accepted");
    awaitInStream(stream, block);
    BOOST_TEST_MESSAGE("in the feed of the other " << milliseconds() << " ms after the death of the first");
    BOOST_TEST(test::missingIn(settings, person).empty());
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(what_was_deposited_at_one_is_handed_out_by_the_other) {
    const std::string document = "%PDF-1.7 a delivery note";
    const std::string place = "/api/v1/files/" + proof::sha256(document).hex();
    BOOST_TEST(HttpClient(one->port()).ask("PUT", place, terminal(), document).status == 201);
    BOOST_TEST(HttpClient(other->port()).ask("GET", place, terminal()).body == document);
}

BOOST_AUTO_TEST_CASE(who_signed_in_at_one_is_known_to_the_other) {
    db::Pool pool(settings, 1);
    BOOST_REQUIRE(identity::createStaff(pool, {"ada@example.org", "correct horse", "Ada", "fr"},
                                        domain::Role::team, "nord", 1'790'000'000'000)
                      .ok());
    const auto signedIn = HttpClient(one->port())
                              .ask("POST", "/api/v1/sessions", {{"Content-Type", "application/json"}},
                                   R"({"email":"ada@example.org","password":"correct horse"})");
    const auto token = wire::readJson(signedIn.body).value()["token"].text();
    const auto asked =
        HttpClient(other->port()).ask("GET", "/api/v1/units", {{"Authorization", "Bearer " + token}});
    BOOST_TEST(asked.status == 200);
}

BOOST_AUTO_TEST_CASE(a_server_with_another_secret_does_not_start_on_the_database) {
    ServerProcess stranger(folder.path() / "stranger", address);
    BOOST_TEST(stranger.awaitEnd() == 1);
    BOOST_TEST(stranger.log().find("Copy the file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(
    tables_that_grow_under_load_stop_nobody_and_rule_old_programs_out_only_when_they_shrink) {
    test::Load person(*floor, [this] { return one->port(); });
    person.awaitMore(5);
    db::Connection newer(settings);
    for (const char* table : {"unit", "unit_event", "command", "inbox"})
        newer.execute(std::string("ALTER TABLE ") + table + " ADD COLUMN later VARCHAR(20) NULL");
    newer.execute("UPDATE schema_program SET newest = '99.0.0'");
    newer.execute("INSERT INTO schema_migration (name, checksum) VALUES ('9999_later.sql', '')");
    person.awaitMore(10);
    other->die();
    other = std::make_unique<ServerProcess>(folder.path() / "other", address);
    other->awaitReady();
    newer.execute("UPDATE schema_program SET oldest = '99.0.0'");
    other->die();
    ServerProcess old(folder.path() / "other", address);
    BOOST_TEST(old.awaitEnd() == 1);
    BOOST_TEST(old.log().find("needs program 99.0.0") != std::string::npos);
    person.stop();
    BOOST_TEST(test::missingIn(settings, person).empty());
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_SUITE_END()
