#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdlib>

#include "tests/server/ledger/sealed_house.h"

using namespace remise;

namespace {

using domain::Value;

/// The house makes its proofs with remise-admin; the auditor has these files, the public keys, and Node. The
/// unit was proven once before its drive was erased and another drive came and went.
struct Audit : test::SealedHouse {
    const std::string proof = file("unit.json"), earlier = file("earlier.json"), other = file("other.json"),
                      keysFile = file("keys.txt");

    [[nodiscard]] std::string file(const std::string& name) const { return (folder.path() / name).string(); }

    static int statusOf(const std::string& line) {
        const int status = std::system(line.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    int admin(const std::string& arguments) {
        const auto& settings = database.settings();
        return statusOf("REMISE_DATABASE='unix://" + settings.socket + "?user=" + settings.user +
                        "&password=" + settings.password + "&database=" + settings.database +
                        "' " REMISE_BINARY_DIR "/bin/remise-admin " + arguments + " --data " +
                        folder.path().string());
    }

    static int node(const std::string& arguments) {
        return statusOf("node " REMISE_SOURCE_DIR "/tests/auditor/" + arguments);
    }

    int prove(const std::string& code, const std::string& to, const std::string& more = "") {
        return admin("prove --unit " + code + " -o " + to + " " + more + " 2> /dev/null");
    }

    void must(std::string_view kind, Value data = Value::Object{}) {
        auto two = worker;
        two.second = colleague.lastingActor;
        BOOST_REQUIRE(send(kind, unit, std::move(data), two).accepted);
    }

    Audit() {
        BOOST_REQUIRE(prove(unit, earlier) == 0);
        must("unblock");
        BOOST_REQUIRE(certify(unit).accepted);
        const std::string erased = driveOf(unit);
        must("attach_drive", Value::Object{{"serial", "S-second"}});
        const Value drives = entity(domain::Subject::unit, unit).state["drives"];
        for (const auto& [drive, described] : drives.object())
            if (drive != erased) must("remove_drive", Value::Object{{"drive", drive}});
        const std::string neighbour = laptopAt("in_stock");
        seal(4);
        BOOST_REQUIRE(prove(unit, proof) == 0);
        BOOST_REQUIRE(prove(neighbour, other) == 0);
        BOOST_REQUIRE(admin("keys > " + keysFile) == 0);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(auditor_test)

BOOST_FIXTURE_TEST_CASE(a_third_party_accepts_a_true_proof_with_the_public_keys_alone, Audit) {
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
}

BOOST_FIXTURE_TEST_CASE(every_manipulation_of_a_proof_is_refused, Audit) {
    BOOST_TEST(node("manipulations.mjs " + proof + " " + keysFile + " " + earlier + " " + other + " " +
                    seals.string()) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_proof_stays_good_and_of_its_day_when_its_unit_goes_on, Audit) {
    must("block");
    seal(5);
    BOOST_REQUIRE(prove(unit, other) == 0);
    const auto isUnder = [](int seal, const std::string& file) {
        return ledger::readFile(file).find("\"number\":" + std::to_string(seal) + ",") != std::string::npos;
    };
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
    BOOST_TEST(node("check.mjs " + other + " " + keysFile) == 0);
    BOOST_TEST(isUnder(4, proof));
    BOOST_TEST(isUnder(5, other));
}

BOOST_FIXTURE_TEST_CASE(what_happened_since_the_newest_seal_is_proven_once_it_is_sealed, Audit) {
    must("block");
    BOOST_REQUIRE(prove(unit, other) == 0);
    BOOST_TEST(ledger::readFile(other) == ledger::readFile(proof));
    BOOST_REQUIRE(prove(unit, other, "--seal") == 0);
    BOOST_TEST(ledger::readFile(other).find("\"kind\":\"block\"", ledger::readFile(proof).size() / 4) !=
               std::string::npos);
    BOOST_TEST(node("check.mjs " + other + " " + keysFile) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_proof_made_before_the_key_was_changed_stays_good, Audit) {
    BOOST_REQUIRE(admin("new-seal-key > /dev/null") == 0);
    must("block");
    BOOST_REQUIRE(admin("seal > /dev/null 2>&1") == 0);
    BOOST_REQUIRE(admin("keys > " + keysFile) == 0);
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
    BOOST_REQUIRE(prove(unit, proof) == 0);
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
    BOOST_TEST(admin("verify > /dev/null 2>&1") == 0);
}

BOOST_FIXTURE_TEST_CASE(what_no_seal_covers_yet_has_no_proof, Audit) {
    const std::string young = receivedLaptop();
    BOOST_TEST(prove(young, proof) == 1);
    BOOST_TEST(prove("BCDFGHJJ", proof) == 1);
}

BOOST_AUTO_TEST_CASE(the_example_of_the_page_is_a_good_proof_with_the_numbers_it_names) {
    BOOST_TEST(Audit::node("example.mjs " REMISE_SOURCE_DIR "/docs/proof.md") == 0);
}

/// Not a test: writes a proof and its key for the page, when its example is to be made anew. Run it by name.
BOOST_FIXTURE_TEST_CASE(write_an_example_for_the_page, Audit, *boost::unit_test::disabled()) {
    auto two = worker;
    two.second = colleague.lastingActor;
    const auto now = [] {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    };
    const auto sendNow = [&](std::string_view kind, const std::string& subject, Value data) {
        auto sent = command(kind, subject, std::move(data));
        sent.id = domain::Uuid::v7(now());
        sent.at = now();
        sent.station = "poste-3";
        const auto reply = send(sent, two);
        BOOST_REQUIRE(reply.accepted);
        return reply.subject->code;
    };
    const std::string shown = sendNow("receive", "",
                                      Value::Object{{"category", "laptop"},
                                                    {"owner", "ours"},
                                                    {"basis", "gift"},
                                                    {"legal_status", "product"},
                                                    {"lot", "L1"},
                                                    {"maker", "Lenovo"},
                                                    {"model", "T480"}});
    sendNow("attach_drive", shown, Value::Object{{"serial", "WD-4711"}, {"medium", "ssd"}});
    BOOST_REQUIRE(certify(shown).accepted);
    change("DELETE FROM seal");
    for (int made = 0; made < 2; ++made)
        ledger::makeSeals(database.pool(), codes, *keys.signingKey(), now());
    BOOST_REQUIRE(prove(shown, "/tmp/example-proof.json") == 0);
    BOOST_REQUIRE(admin("keys > /tmp/example-keys.txt") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
