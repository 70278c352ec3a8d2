#include "server/identity/forget_old.h"

#include <boost/test/unit_test.hpp>

#include "server/identity/tries.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

BOOST_FIXTURE_TEST_SUITE(forget_old_test, test::House)

BOOST_AUTO_TEST_CASE(what_is_over_is_erased_and_what_counts_is_kept) {
    const auto ada = staff(domain::Role::team, "ada@example.org");
    const auto early = actorsFor(pool, ada, now);
    openSession(pool, ada, now);
    db::addAlert(*pool.take(), {"token_refused", "192.0.2.7", 1, now - alertsKept, now - alertsKept, "{}"});
    db::addAlert(*pool.take(), {"token_refused", "192.0.2.7", 1, now, now, "{}"});
    BOOST_TEST(Try::begin(pool, secret, {{accountTries, "ada"}}, now).ok());
    now += (daysOfActors + 1) * 24 * anHour;
    const auto late = actorsFor(pool, ada, now);
    const auto live = openSession(pool, ada, now);
    BOOST_TEST(Try::begin(pool, secret, {{accountTries, "ada"}}, now).ok());

    const auto gone = forgetOld(pool, now);
    BOOST_TEST(gone.sessions == 1u);
    BOOST_TEST(gone.tries == 1u);
    BOOST_TEST(gone.actors == 1u);
    BOOST_TEST(gone.alerts == 1u);
    BOOST_TEST(db::listAlerts(*pool.take(), 0, 10).size() == 1u);
    BOOST_TEST(!db::findPersonOfActor(*pool.take(), early.ofTheDay));
    BOOST_TEST(db::findPersonOfActor(*pool.take(), early.lasting).has_value());
    BOOST_TEST(db::findPersonOfActor(*pool.take(), late.ofTheDay).has_value());
    BOOST_TEST(db::findSession(*pool.take(), live.session.tokenHash, db::SessionPurpose::web).has_value());
    const auto again = forgetOld(pool, now);
    BOOST_TEST((again.sessions == 0 && again.tries == 0 && again.actors == 0));
}

BOOST_AUTO_TEST_SUITE_END()
