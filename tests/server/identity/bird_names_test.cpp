#include "server/identity/bird_names.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace remise::identity;

BOOST_AUTO_TEST_SUITE(bird_names_test)

BOOST_AUTO_TEST_CASE(no_bird_is_listed_twice) {
    BOOST_TEST(std::set(birdNames().begin(), birdNames().end()).size() == birdNames().size());
}

BOOST_AUTO_TEST_CASE(two_people_never_share_a_bird_even_when_all_birds_are_taken) {
    std::vector<std::string> taken;
    for (std::size_t i = 0; i < 2 * birdNames().size() + 1; ++i)
        taken.push_back(freeBirdName(taken));
    BOOST_TEST(std::set(taken.begin(), taken.end()).size() == taken.size());
    BOOST_TEST(taken.back().ends_with(" 3"));
}

BOOST_AUTO_TEST_SUITE_END()
