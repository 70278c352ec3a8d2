#include "server/workshop/proof_api.h"

#include <boost/test/unit_test.hpp>

#include "server/ledger/make_seal.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Role;

namespace {

struct Sealed : ProgramFixture {
    std::string unit = receivedLaptop();

    http::Reply proofFor(Role role) {
        return ask({.target = "/api/v1/units/" + unit + "/proof", .token = bearerOf(role)});
    }
    void seal() {
        const ledger::Codes codes(database.pool());
        ledger::makeSeals(database.pool(), codes, proof::SigningKey::make(), now());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(proof_api_test, Sealed)

BOOST_AUTO_TEST_CASE(staff_fetch_the_proof_of_a_unit_once_it_is_sealed) {
    BOOST_TEST(codeOf(proofFor(Role::leader)) == "not_found");
    seal();
    const auto reply = proofFor(Role::leader);
    BOOST_TEST(reply.status == 200);
    const auto proof = json(reply);
    BOOST_TEST(proof.textOr("unit") == unit);
    BOOST_TEST(proof["seal"].integerOr("number", 0) == 1);
    BOOST_TEST(proof["histories"].array().front()["events"].array().size() > 0u);
}

BOOST_AUTO_TEST_CASE(nobody_else_gets_it_since_events_may_name_serials) {
    seal();
    BOOST_TEST(codeOf(proofFor(Role::association)) == "not_allowed");
    BOOST_TEST(codeOf(get("/api/v1/units/" + unit + "/proof")) == "not_allowed");
    BOOST_TEST(codeOf(ask({.target = "/api/v1/units/" + unit + "/proof"})) == "sign_in_needed");
}

BOOST_AUTO_TEST_CASE(a_code_that_is_none_is_said_to_be_damaged) {
    unit = "NOTACODE";
    BOOST_TEST(codeOf(proofFor(Role::manager)) == "damaged_code");
}

BOOST_AUTO_TEST_SUITE_END()
