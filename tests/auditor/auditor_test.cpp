#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "tests/server/ledger/sealed_house.h"

using namespace remise;

namespace {

/// The house makes its proof with remise-admin; the auditor has that file, the public keys, and Node.
struct Audit : test::SealedHouse {
    const std::string proof = (folder.path() / "unit.json").string(),
                      keysFile = (folder.path() / "keys.pem").string();

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

    Audit() {
        BOOST_REQUIRE(admin("prove --unit " + unit + " -o " + proof) == 0);
        BOOST_REQUIRE(admin("keys > " + keysFile) == 0);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(auditor_test)

BOOST_FIXTURE_TEST_CASE(a_third_party_accepts_a_true_proof_with_the_public_keys_alone, Audit) {
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
}

BOOST_FIXTURE_TEST_CASE(every_manipulation_of_a_proof_is_refused, Audit) {
    BOOST_TEST(node("manipulations.mjs " + proof + " " + keysFile) == 0);
}

BOOST_FIXTURE_TEST_CASE(a_proof_made_before_the_key_was_changed_stays_good, Audit) {
    BOOST_REQUIRE(admin("new-seal-key > /dev/null") == 0);
    (void)send("unblock", unit);
    BOOST_REQUIRE(admin("seal > /dev/null 2>&1") == 0);
    BOOST_REQUIRE(admin("keys > " + keysFile) == 0);
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
    BOOST_REQUIRE(admin("prove --unit " + unit + " -o " + proof) == 0);
    BOOST_TEST(node("check.mjs " + proof + " " + keysFile) == 0);
    BOOST_TEST(admin("verify > /dev/null 2>&1") == 0);
}

BOOST_FIXTURE_TEST_CASE(what_no_seal_covers_yet_has_no_proof, Audit) {
    const std::string young = receivedLaptop();
    BOOST_TEST(admin("prove --unit " + young + " -o " + proof + " 2> /dev/null") == 1);
    BOOST_TEST(admin("prove --unit BCDFGHJJ -o " + proof + " 2> /dev/null") == 1);
}

BOOST_AUTO_TEST_CASE(the_example_of_the_page_is_a_good_proof_with_the_numbers_it_names) {
    BOOST_TEST(Audit::node("example.mjs " REMISE_SOURCE_DIR "/docs/proof.md") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
