#include "server/identity/forget_daily.h"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

BOOST_FIXTURE_TEST_SUITE(forget_daily_test, test::House)

BOOST_AUTO_TEST_CASE(what_is_old_is_erased_as_soon_as_the_program_starts) {
    using namespace std::chrono;
    const auto today = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto old = openSession(pool, ada, today - 30 * 24 * anHour), live = openSession(pool, ada, today);
    { const ForgetDaily forgetting(pool); }
    const auto connection = pool.take();
    BOOST_TEST(!db::findSession(*connection, old.session.tokenHash, db::SessionPurpose::web));
    BOOST_TEST(db::findSession(*connection, live.session.tokenHash, db::SessionPurpose::web).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
