#include "server/admin/revoke.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::admin;

namespace {

struct Revoking : test::ProgramFixture {
    std::string greet(const std::string& badge) {
        return codeOf(post("/api/v1/badge", R"({"badge":")" + badge + R"("})"));
    }

    identity::CreatedWorker bird =
        identity::createWorker(database.pool(), secret, {domain::Role::worker, "nord", "fr", ""}, now());
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(revoke_test, Revoking)

BOOST_AUTO_TEST_CASE(a_revoked_terminal_may_not_come_any_more) {
    revokeTerminal(database.pool(), "nord", "banc");
    BOOST_TEST(codeOf(get("/api/v1/units")) == "token_unknown");
}

BOOST_AUTO_TEST_CASE(a_revoked_badge_does_not_work_any_more_and_no_other_is_touched) {
    BOOST_TEST(revokeBadgesOf(database.pool(), "nord", bird.name, now()) == 1u);
    BOOST_TEST(greet(bird.badge) == "badge_revoked");
    BOOST_TEST(greet(worker) == "200");
}

BOOST_AUTO_TEST_CASE(a_name_that_nobody_or_more_than_one_bears_revokes_nothing) {
    identity::createTerminal(database.pool(), "banc", {"nord", {}}, now());
    BOOST_CHECK_THROW(revokeTerminal(database.pool(), "nord", "banc"), std::runtime_error);
    BOOST_CHECK_THROW(revokeTerminal(database.pool(), "sud", "banc"), std::runtime_error);
    BOOST_CHECK_THROW(revokeBadgesOf(database.pool(), "nord", "dodo", now()), std::runtime_error);
    BOOST_TEST(codeOf(get("/api/v1/units")) == "200");
}

BOOST_AUTO_TEST_SUITE_END()
