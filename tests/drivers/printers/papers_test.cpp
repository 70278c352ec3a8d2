#include "drivers/printers/papers.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers;

namespace {

Fit fit(const char* language, const char* model, double width, double height) {
    return fitOf({.id = {}, .maker = {}, .model = model, .serial = {}, .language = language}, {width},
                 {height});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(papers_test)

BOOST_AUTO_TEST_CASE(a_brother_takes_what_its_rolls_are_and_mostly_62_millimetres) {
    BOOST_TEST((fit("brother_ql", "QL-820NWB", 62, 29) == Fit::usual));
    BOOST_TEST((fit("brother_ql", "QL-820NWB", 62, 100) == Fit::usual));
    BOOST_TEST((fit("brother_ql", "QL-820NWB", 50, 25) == Fit::possible));
    BOOST_TEST((fit("brother_ql", "QL-820NWB", 85.6, 54) == Fit::possible), "turned, on a roll of 54 mm");
    BOOST_TEST((fit("brother_ql", "QL-820NWB", 100, 150) == Fit::never));
    BOOST_TEST((fit("brother_ql", "QL-1110NWB", 100, 150) == Fit::possible));
}

BOOST_AUTO_TEST_CASE(others_take_what_is_no_wider_than_their_head) {
    BOOST_TEST((fit("zpl", "ZTC ZD421-203dpi ZPL", 100, 150) == Fit::usual));
    BOOST_TEST((fit("zpl", "ZTC ZD421-203dpi ZPL", 110, 50) == Fit::never));
    BOOST_TEST((fit("escpos", "TM-T20II", 62, 29) == Fit::usual));
    BOOST_TEST((fit("escpos", "TM-T20II", 85.6, 54) == Fit::never));
    BOOST_TEST((fit("escpos", "POS58", 62, 29) == Fit::never));
    BOOST_TEST((fit("virtual", "Virtual", 100, 150) == Fit::usual));
    BOOST_TEST((fit("", "LaserJet", 50, 25) == Fit::never));
}

BOOST_AUTO_TEST_SUITE_END()
