#include "server/domain/codes.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

using namespace remise::domain;
namespace data = boost::unit_test::data;

namespace {

constexpr CodeKind everyKind[] = {CodeKind::unit,     CodeKind::drive, CodeKind::container,
                                  CodeKind::location, CodeKind::badge, CodeKind::modeCard};

std::string randomCode(std::mt19937_64& random, CodeKind kind) {
    const int letters = std::min(codeLetters(kind), 14);
    std::uint64_t range = 1;
    for (int i = 0; i < letters; ++i)
        range *= codeAlphabet.size();
    return encodeCode(codePrefix(kind), random() % range, codeLetters(kind));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codes_test)

BOOST_DATA_TEST_CASE(the_published_codes_are_valid, data::make({"BCDFGHJR", "XXXXXXXH", "RSTUVXBS"}), code) {
    BOOST_TEST(hasValidCheckLetter(code));
    BOOST_TEST((codeKind(code) == CodeKind::unit));
    const auto number = decodeCode("", code, unitLetters);
    BOOST_REQUIRE(number);
    BOOST_TEST(encodeCode("", *number, unitLetters) == code);
}

BOOST_AUTO_TEST_CASE(the_alphabet_has_eighteen_letters_that_no_keyboard_layout_moves) {
    BOOST_TEST(codeAlphabet.size() == 18u);
    for (const char moved : std::string_view("AQWZMYIO0123456789"))
        BOOST_TEST(codeAlphabet.find(moved) == std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(every_single_wrong_letter_is_caught) {
    std::mt19937_64 random(7);
    for (int i = 0; i < 500; ++i)
        for (const CodeKind kind : everyKind) {
            const std::string code = randomCode(random, kind);
            BOOST_REQUIRE(hasValidCheckLetter(code));
            for (std::size_t at = 0; at < code.size(); ++at)
                for (const char letter : codeAlphabet) {
                    std::string wrong = code;
                    wrong[at] = letter;
                    BOOST_REQUIRE_EQUAL(hasValidCheckLetter(wrong), wrong == code);
                }
        }
}

BOOST_AUTO_TEST_CASE(two_neighbours_swapped_are_nearly_always_caught) {
    std::mt19937_64 random(8);
    int swaps = 0, missed = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::string code = randomCode(random, CodeKind::unit);
        for (std::size_t at = 0; at + 1 < code.size(); ++at) {
            if (code[at] == code[at + 1]) continue;
            std::string swapped = code;
            std::swap(swapped[at], swapped[at + 1]);
            ++swaps;
            missed += hasValidCheckLetter(swapped);
        }
    }
    BOOST_TEST(missed * 50 < swaps);
}

BOOST_AUTO_TEST_CASE(a_number_and_its_code_are_one) {
    BOOST_TEST(encodeCode("", 0, unitLetters).substr(0, 7) == "BBBBBBB");
    BOOST_TEST(encodeCode("", unitCodeCount - 1, unitLetters).substr(0, 7) == "XXXXXXX");
    std::mt19937_64 random(9);
    for (int i = 0; i < 5000; ++i) {
        const std::uint64_t number = random() % unitCodeCount;
        BOOST_REQUIRE_EQUAL(decodeCode("", encodeCode("", number, unitLetters), unitLetters).value(), number);
    }
}

BOOST_AUTO_TEST_CASE(a_damaged_code_has_no_number) {
    BOOST_TEST(!decodeCode("", "BCDFGHJX", unitLetters));
    BOOST_TEST(!decodeCode("", "BCDFGHR", unitLetters));
    BOOST_TEST(!decodeCode("D", "BCDFGHJR", unitLetters));
    BOOST_TEST(!decodeCode("", "bcdfghjr", unitLetters));
    BOOST_TEST(!decodeCode("", "", unitLetters));
}

BOOST_AUTO_TEST_CASE(each_kind_of_code_is_told_from_the_others) {
    std::mt19937_64 random(10);
    std::set<std::pair<std::size_t, std::string_view>> forms;
    for (const CodeKind kind : everyKind) {
        const std::string code = randomCode(random, kind);
        BOOST_TEST(forms.emplace(code.size(), codePrefix(kind)).second);
        for (int i = 0; i < 300; ++i)
            BOOST_REQUIRE((codeKind(randomCode(random, kind)) == kind));
    }
}

struct Scan {
    std::string scanned, code;
};
const Scan scans[] = {
    {"BCDFGHJR", "BCDFGHJR"},
    {" bcdfghjr\r\n", "BCDFGHJR"},
    {"BCDF GHJR", "BCDFGHJR"},
    {"\tBcDfGhJr ", "BCDFGHJR"},
    {"https://remise.example/u/BCDFGHJR", "BCDFGHJR"},
    {"HTTPS://REMISE.EXAMPLE/U/BCDFGHJR", "BCDFGHJR"},
    {"http://127.0.0.1:8080/remise/u/bcdfghjr\n", "BCDFGHJR"},
    {"https://remise.example/u/12345", "https://remise.example/u/12345"},
    {" 3700123456789 ", "3700123456789"},
    {"Léa", "Léa"},
    {"2026-00412", "2026-00412"},
    {"", ""},
    {"   ", ""},
    {"https://remise.example/u/", "https://remise.example/u/"},
};
std::ostream& operator<<(std::ostream& out, const Scan& scan) {
    return out << scan.scanned;
}

BOOST_DATA_TEST_CASE(a_scan_is_taken_as_scanners_and_people_produce_it, data::make(scans), scan) {
    BOOST_TEST(normaliseScan(scan.scanned) == scan.code);
}

BOOST_DATA_TEST_CASE(what_is_no_code_of_ours_has_no_kind,
                     data::make({"", "B", "BCDFGHJX", "3700123456789", "BCDFGHJRR", "LÉA", "2026-00412"}),
                     text) {
    BOOST_TEST(!codeKind(text));
}

BOOST_AUTO_TEST_SUITE_END()
