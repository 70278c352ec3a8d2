#include "server/proof/scramble.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

using namespace remise::proof;
using remise::domain::CodeKind;
namespace data = boost::unit_test::data;

namespace {

const Scramble ours("the secret of this organisation.");

/// The kinds that have a ledger.
constexpr CodeKind scrambled[] = {CodeKind::unit, CodeKind::drive, CodeKind::container};

std::uint64_t rangeOf(CodeKind kind) {
    return kind == CodeKind::unit ? remise::domain::unitCodeCount : 18 * remise::domain::unitCodeCount;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scramble_test)

BOOST_AUTO_TEST_CASE(every_id_has_a_code_of_its_own_and_back) {
    for (const CodeKind kind : scrambled) {
        std::set<std::string> codes;
        for (std::uint64_t id = 0; id < 20000; ++id) {
            const std::string code = ours.code(kind, id);
            BOOST_REQUIRE((remise::domain::codeKind(code) == kind));
            BOOST_REQUIRE(codes.insert(code).second);
            BOOST_REQUIRE_EQUAL(ours.id(kind, code).value(), id);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_whole_range_is_scrambled_onto_itself) {
    std::mt19937_64 random(11);
    for (const CodeKind kind : scrambled) {
        std::set<std::string> codes;
        for (const std::uint64_t last : {rangeOf(kind) - 1, rangeOf(kind) / 2})
            BOOST_TEST(ours.id(kind, ours.code(kind, last)).value() == last);
        for (int i = 0; i < 3000; ++i) {
            const std::uint64_t id = random() % rangeOf(kind);
            BOOST_REQUIRE_EQUAL(ours.id(kind, ours.code(kind, id)).value(), id);
            // Any code with a right check letter is somebody's.
            const std::string code = remise::domain::encodeCode(remise::domain::codePrefix(kind), id,
                                                                remise::domain::codeLetters(kind));
            BOOST_REQUIRE_EQUAL(ours.code(kind, ours.id(kind, code).value()), code);
        }
    }
}

BOOST_AUTO_TEST_CASE(neighbours_in_order_are_strangers_in_code) {
    int equal = 0;
    for (std::uint64_t id = 0; id < 2000; ++id) {
        const std::string one = ours.code(CodeKind::unit, id), next = ours.code(CodeKind::unit, id + 1);
        for (std::size_t at = 0; at < 7; ++at)
            equal += one[at] == next[at];
    }
    // One letter in eighteen is equal by chance: 778 of 14,000.
    BOOST_TEST(equal > 600);
    BOOST_TEST(equal < 960);
}

BOOST_AUTO_TEST_CASE(a_number_that_no_code_can_stand_for_is_said_to_be_one) {
    BOOST_CHECK_NO_THROW((void)ours.code(CodeKind::unit, rangeOf(CodeKind::unit) - 1));
    for (const std::uint64_t id : {rangeOf(CodeKind::unit), std::uint64_t{1} << 60, ~std::uint64_t{0}})
        BOOST_CHECK_THROW((void)ours.code(CodeKind::unit, id), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(another_secret_gives_other_codes) {
    const Scramble theirs("the secret of this organisation!");
    int same = 0;
    for (std::uint64_t id = 0; id < 500; ++id)
        same += ours.code(CodeKind::unit, id) == theirs.code(CodeKind::unit, id);
    BOOST_TEST(same == 0);
}

BOOST_AUTO_TEST_CASE(the_same_secret_gives_the_same_codes_for_ever) {
    BOOST_TEST(ours.code(CodeKind::unit, 0) == "XXJSLLCV");
    BOOST_TEST(ours.code(CodeKind::drive, 123456789) == "DJTTUBNFLE");
}

BOOST_AUTO_TEST_CASE(kinds_are_scrambled_apart) {
    BOOST_TEST(ours.code(CodeKind::drive, 1).substr(1, 8) != ours.code(CodeKind::container, 1).substr(1, 8));
}

BOOST_DATA_TEST_CASE(what_is_no_code_of_the_kind_has_no_id,
                     data::make({"", "BCDFGHJX", "bcdfghjr", "D", "BCDFGHJ"}), text) {
    BOOST_TEST(!ours.id(CodeKind::unit, text));
    BOOST_TEST(!ours.id(CodeKind::drive, ours.code(CodeKind::unit, 5)));
}

BOOST_AUTO_TEST_SUITE_END()
