#include "server/identity/alerts.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "server/domain/refusals.h"
#include "server/identity/notice.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;
using domain::Value;

namespace {

struct Told : test::House {
    std::vector<db::Alert> written() {
        alerts.write();
        return db::listAlerts(*pool.take(), 0, 1000);
    }

    void forged(const std::string& from) {
        alerts.raise(AlertKind::tokenRefused, from, Value::Object{}, now);
    }

    /// A request whose clock is off by so much.
    http::Request skewed(domain::Milliseconds skew) {
        auto asked = request();
        asked.caller.role = domain::Role::terminal;
        asked.caller.id = domain::Uuid::v4();
        asked.headers["remise-clock"] = domain::formatTime(now + skew);
        return asked;
    }
};

constexpr domain::Milliseconds minute = 60'000, day = 24 * 60 * minute;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(alerts_test, Told)

BOOST_AUTO_TEST_CASE(a_flood_is_one_line_that_says_how_often) {
    for (int i = 0; i < 10'000; ++i)
        forged("192.0.2.7");
    now += minute;
    forged("192.0.2.7");
    const auto lines = written();
    BOOST_REQUIRE(lines.size() == 1);
    BOOST_TEST(lines[0].times == 10'001);
    BOOST_TEST(lines[0].firstAt == noon);
    BOOST_TEST(lines[0].lastAt == noon + minute);
    BOOST_TEST(alerts.raised(AlertKind::tokenRefused) == 10'001);
    forged("192.0.2.7");
    BOOST_TEST(written()[0].times == 10'002);
}

BOOST_AUTO_TEST_CASE(a_flood_from_everywhere_fills_no_more_than_the_days_lines) {
    for (std::size_t i = 0; i < 3 * Alerts::mostLines; ++i) {
        forged("2001:db8::" + std::to_string(i));
        if (i % 100 == 0) alerts.write();
    }
    const auto lines = written();
    BOOST_TEST(lines.size() == Alerts::mostLines + 1);
    std::int64_t all = 0;
    for (const auto& line : lines)
        all += line.times;
    BOOST_TEST(all == static_cast<std::int64_t>(3 * Alerts::mostLines));
}

BOOST_AUTO_TEST_CASE(a_flood_of_one_kind_hides_no_other) {
    for (std::size_t i = 0; i < 2 * Alerts::mostLines; ++i)
        forged("2001:db8::" + std::to_string(i));
    alerts.raise(AlertKind::terminalRestored, "poste-3", Value::Object{}, now - minute);
    const auto holds = [](const std::vector<db::Alert>& lines) {
        return std::any_of(lines.begin(), lines.end(),
                           [](const db::Alert& line) { return line.about == "poste-3"; });
    };
    BOOST_TEST(holds(written()));
    const auto few = db::listAlerts(*pool.take(), 0, 10);
    BOOST_TEST(holds(few));
    BOOST_TEST(few.size() == 11u);
}

BOOST_AUTO_TEST_CASE(every_day_has_a_line_of_its_own) {
    forged("192.0.2.7");
    now += day;
    forged("192.0.2.7");
    const auto lines = written();
    BOOST_REQUIRE(lines.size() == 2);
    BOOST_TEST(lines[0].times == 1);
    BOOST_TEST(lines[1].times == 1);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_written_is_written_later) {
    forged("192.0.2.7");
    pool.take()->prepare("RENAME TABLE alert TO away").execute();
    BOOST_CHECK_THROW(alerts.write(), db::Error);
    pool.take()->prepare("RENAME TABLE away TO alert").execute();
    forged("192.0.2.7");
    BOOST_REQUIRE(written().size() == 1);
    BOOST_TEST(written()[0].times == 2);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_days_off_is_told_with_how_far_and_a_small_difference_is_not) {
    noticeClock(alerts, skewed(minute));
    noticeClock(alerts, request());
    BOOST_TEST(written().empty());
    for (const auto skew : {-3 * day, 3 * day}) {
        noticeClock(alerts, skewed(skew));
        const auto line = written().front();
        BOOST_TEST(line.kind == "clock_skew");
        BOOST_TEST(line.details.find("\"skew_ms\":" + std::to_string(skew)) != std::string::npos,
                   line.details);
        now += minute;
    }
}

BOOST_AUTO_TEST_CASE(a_forged_token_is_told_by_its_address_and_a_withdrawn_one_by_its_terminal) {
    Authenticator authenticator(pool, cookie, alerts);
    auto forgery = bearing("not-a-token");
    BOOST_TEST(test::codeOf(authenticator.authenticate(forgery)) == "token_unknown");
    const auto gone = terminal();
    db::retireTerminal(*pool.take(), gone.id);
    auto late = bearing(gone.token);
    BOOST_TEST(test::codeOf(authenticator.authenticate(late)) == "token_unknown");
    auto good = bearing(terminal().token);
    BOOST_TEST(authenticator.authenticate(good).ok());
    std::set<std::string> about;
    for (const auto& line : written())
        about.insert(line.kind + " " + line.about);
    BOOST_TEST(about == (std::set<std::string>{"token_refused 192.0.2.7", "token_refused " + gone.id.text()}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_withdrawn_badge_is_told_and_a_wrong_scan_is_not) {
    using namespace domain::refusals;
    noticeBadge(alerts, skewed(0), domain::Refusal(badgeUnknown));
    noticeBadge(alerts, skewed(0), domain::Refusal(notABadge));
    BOOST_TEST(written().empty());
    noticeBadge(alerts, skewed(0), domain::Refusal(badgeRevoked));
    BOOST_REQUIRE(written().size() == 1);
    BOOST_TEST(written()[0].kind == "badge_refused");
}

BOOST_AUTO_TEST_SUITE_END()
