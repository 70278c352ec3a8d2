#include <boost/test/unit_test.hpp>

#include "tests/together/desk.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

/// Two terminals have seen a machine. The network goes; at one its battery is found to be swollen, at the
/// other it is sorted, taken back, and sorted again. Then everybody has left.
struct OneMachineAtTwo : House {
    std::string laptop = receivedLaptop();
    TemporaryFolder disk, otherDisk;
    Desk one{*this, newTerminal(), disk.path()}, other{*this, newTerminal(), otherDisk.path()};

    OneMachineAtTwo() {
        for (Desk* desk : {&one, &other}) {
            desk->signIn(newWorker(), "sorting");
            desk->scan(laptop);
            desk->leave();
            desk->signIn(newWorker(), "sorting");
            desk->cutOff();
        }
        one.scan(laptop);
        one.answer({1});
        other.sort(laptop);
        other.undo();
        other.sort(laptop);
        BOOST_TEST(one.sign() == "info", "it is kept, and has not arrived");
        BOOST_TEST(one.outbox().waiting() == 1);
        BOOST_TEST(other.outbox().waiting() == 3);
        one.leave();
        other.leave();
        BOOST_TEST(kindsOf(laptop) == "receive");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(two_terminals_test, OneMachineAtTwo)

BOOST_AUTO_TEST_CASE(what_cannot_be_true_any_more_goes_to_the_leader_with_all_that_was_built_on_it) {
    one.comeBack();
    other.comeBack();
    BOOST_TEST(kindsOf(laptop) == "receive block", "one history");
    const Value unit = this->unit(laptop);
    BOOST_TEST(unit.textOr("stage") == "blocked");
    BOOST_TEST(unit["events"].array().back().textOr("command") == one.kept()[0].id.text());

    const Value list = read(Role::leader, "/api/v1/reviews");
    const auto& lines = list["reviews"].array();
    BOOST_REQUIRE(lines.size() == 3);
    BOOST_TEST(lines[0]["refusal"].textOr("code") == "wrong_stage");
    BOOST_TEST(lines[1]["refusal"].textOr("code") == "depends_on");
    BOOST_TEST(lines[2]["refusal"].textOr("code") == "depends_on");
    for (std::size_t i = 0; i < 3; ++i) {
        BOOST_TEST(lines[i].textOr("command") == other.kept()[i].id.text());
        BOOST_TEST(lines[i].textOr("kind") == other.kept()[i].kind);
        BOOST_TEST(lines[i].textOr("unit") == laptop);
        BOOST_TEST(lines[i].textOr("station") == "sorting");
        if (i > 0) BOOST_TEST(lines[i].textOr("after") == lines[i - 1].textOr("command"));
    }
    BOOST_TEST(lines[0]["data"].textOr("verdict") == "keep", "what the other terminal says");
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(what_can_still_be_true_is_added_in_the_order_of_coming_back) {
    other.comeBack();
    one.comeBack();
    BOOST_TEST(kindsOf(laptop) == "receive sort undo sort block");
    BOOST_TEST(read(Role::leader, "/api/v1/reviews")["reviews"].array().empty());
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_SUITE_END()
