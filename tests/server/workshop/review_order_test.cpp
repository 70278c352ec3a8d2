#include "server/workshop/review_order.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::workshop;
using domain::Uuid;

namespace {

Uuid id(std::uint8_t number) {
    Uuid made;
    made.bytes[15] = number;
    return made;
}

db::Review line(std::uint8_t number, const std::string& unit, std::uint8_t sender, std::uint8_t after = 0) {
    db::Review review;
    review.command = id(number);
    review.subject = unit;
    review.sender = id(sender);
    if (after) review.after = id(after);
    return review;
}

/// "A: 1 >2 | B: 3": `>` stands before what was done in the wake of another.
std::string written(const std::vector<ReviewGroup>& groups) {
    std::string text;
    for (const auto& group : groups) {
        text += (text.empty() ? "" : " | ") + group.subject + ":";
        for (const auto& [review, isInWake] : group.lines)
            text += (isInWake ? " >" : " ") + std::to_string(review->command.bytes[15]);
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(review_order_test)

BOOST_AUTO_TEST_CASE(what_is_about_one_unit_stands_together_in_the_order_in_which_it_came) {
    const std::vector<db::Review> lines{line(1, "A", 9), line(2, "B", 9), line(3, "A", 9)};
    BOOST_TEST(written(groupReviews(lines)) == "A: 1 3 | B: 2");
}

BOOST_AUTO_TEST_CASE(two_senders_are_not_mixed) {
    const std::vector<db::Review> lines{line(1, "A", 8), line(2, "A", 9), line(3, "A", 8), line(4, "A", 9)};
    BOOST_TEST(written(groupReviews(lines)) == "A: 1 3 2 4");
}

BOOST_AUTO_TEST_CASE(what_was_made_on_top_of_a_command_stands_under_it) {
    const std::vector<db::Review> lines{line(1, "A", 9), line(2, "A", 9), line(3, "A", 9, 1),
                                        line(4, "A", 9, 3)};
    BOOST_TEST(written(groupReviews(lines)) == "A: 1 >3 >4 2");
}

BOOST_AUTO_TEST_CASE(a_command_on_top_of_one_that_is_not_in_the_list_stands_by_itself) {
    const std::vector<db::Review> lines{line(2, "A", 9, 1)};
    BOOST_TEST(written(groupReviews(lines)) == "A: 2");
}

BOOST_AUTO_TEST_CASE(commands_that_name_each_other_are_shown_all_the_same_and_once) {
    const std::vector<db::Review> lines{line(1, "A", 9, 2), line(2, "A", 9, 1), line(3, "A", 9, 3)};
    BOOST_TEST(written(groupReviews(lines)) == "A: 1 >2 3");
}

BOOST_AUTO_TEST_SUITE_END()
