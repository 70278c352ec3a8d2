#include "terminal/cache.h"

#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"

using namespace remise::terminal;
using remise::domain::Value;
namespace fs = std::filesystem;

namespace {

struct Kept {
    remise::test::TemporaryFolder folder;

    [[nodiscard]] std::string bytes() const {
        std::ifstream file(folder.path() / "cache.sqlite", std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

Value person(const std::string& name) {
    return Value::Object{{"name", name}, {"role", "worker"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cache_test)

BOOST_FIXTURE_TEST_CASE(answers_units_and_people_are_there_after_a_restart, Kept) {
    const auto unit = foldedFrom(floor_of::receivedLaptop(floor_of::unit));
    BOOST_REQUIRE(unit.has_value());
    {
        Cache cache(folder.path());
        cache.keepAnswer("/api/v1/catalogue", Value::Object{{"products", Value::Array{}}});
        cache.keepUnit(*unit);
        cache.keepPerson(floor_of::badge, person("hirondelle"));
    }
    Cache cache(folder.path());
    BOOST_TEST(cache.answer("/api/v1/catalogue").has_value());
    BOOST_TEST((cache.unit(floor_of::unit)->now.state == unit->now.state));
    BOOST_TEST(cache.person(floor_of::badge)->textOr("name") == "hirondelle");
    BOOST_TEST(!cache.person(floor_of::otherBadge).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_badge_cannot_be_read_from_the_file, Kept) {
    Cache cache(folder.path());
    cache.keepPerson(floor_of::badge, person("hirondelle"));
    BOOST_TEST(bytes().find("hirondelle") != std::string::npos);
    BOOST_TEST(bytes().find(floor_of::badge) == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_badge_that_was_taken_back_is_forgotten, Kept) {
    Cache cache(folder.path());
    cache.keepPerson(floor_of::badge, person("hirondelle"));
    cache.forgetPerson(floor_of::badge);
    BOOST_TEST(!cache.person(floor_of::badge).has_value());
    BOOST_TEST(bytes().find("hirondelle") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_code_that_was_taken_is_never_taken_again, Kept) {
    {
        Cache cache(folder.path());
        cache.keepCode("one");
        cache.keepCode("two");
        BOOST_TEST(cache.takeCode().value() == "one");
    }
    Cache cache(folder.path());
    BOOST_TEST(cache.codesLeft() == 1);
    BOOST_TEST(cache.takeCode().value() == "two");
    BOOST_TEST(!cache.takeCode().has_value());
}

BOOST_FIXTURE_TEST_CASE(codes_that_were_dropped_are_gone_also_where_the_disk_does_not_forget_them, Kept) {
    Cache cache(folder.path());
    cache.keepCode("one");
    {
        // The table is locked away: no row of it can be deleted.
        const rlimit tight{0, RLIM_INFINITY}, wide{RLIM_INFINITY, RLIM_INFINITY};
        std::signal(SIGXFSZ, SIG_IGN);
        BOOST_REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
        cache.dropCodes();
        const auto taken = cache.takeCode();
        BOOST_REQUIRE(::setrlimit(RLIMIT_FSIZE, &wide) == 0);
        BOOST_TEST(!taken.has_value());
    }
    BOOST_TEST(!cache.takeCode().has_value());
    Cache later(folder.path());
    BOOST_TEST(later.codesLeft() == 0);
    later.keepCode("two");
    BOOST_TEST(later.takeCode().value() == "two");
}

BOOST_FIXTURE_TEST_CASE(a_damaged_file_is_begun_anew, Kept) {
    std::ofstream(folder.path() / "cache.sqlite")
        << "Bonjour, ceci n'est pas une base de données. " << std::string(4096, '!');
    Cache cache(folder.path());
    cache.keepCode("one");
    BOOST_TEST(cache.codesLeft() == 1);
}

BOOST_AUTO_TEST_CASE(without_a_disk_nothing_is_remembered_and_nothing_breaks) {
    Cache cache("/proc/not-there");
    cache.keepCode("one");
    BOOST_TEST(cache.codesLeft() == 0);
    BOOST_TEST(!cache.takeCode().has_value());
    cache.keepPerson(floor_of::badge, person("hirondelle"));
    BOOST_TEST(!cache.person(floor_of::badge).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
