#include "labels/badge_card.h"

#include <boost/test/unit_test.hpp>

#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "server/domain/codes.h"

using namespace remise;
using namespace remise::labels;

BOOST_AUTO_TEST_SUITE(badge_card_test)

BOOST_AUTO_TEST_CASE(a_badge_is_read_by_cameras_and_by_lasers) {
    const std::string code = domain::encodeCode("B", 123456789, domain::codeLetters(domain::CodeKind::badge));
    const Bitmap card = drawBadgeCard({code, "Aminata Diallo"});
    BOOST_TEST(card.width() == 685);
    BOOST_TEST(card.height() == 432);
    auto found = readBarcodes(toGrey(card));
    BOOST_TEST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0].text == code);
    BOOST_TEST(found[1].text == code);
    BOOST_TEST(found[0].kind != found[1].kind);
}

BOOST_AUTO_TEST_CASE(a_badge_shows_the_first_name_alone) {
    const std::string code = domain::encodeCode("B", 7, domain::codeLetters(domain::CodeKind::badge));
    BOOST_TEST((drawBadgeCard({code, "Aminata Diallo"}) == drawBadgeCard({code, "Aminata"})));
    BOOST_TEST((drawBadgeCard({code, "Aminata"}) != drawBadgeCard({code, "Moussa"})));
}

BOOST_AUTO_TEST_SUITE_END()
