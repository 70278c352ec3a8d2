#include "server/workshop/maker_name.h"

#include <boost/test/unit_test.hpp>

using remise::workshop::makerName;

BOOST_AUTO_TEST_SUITE(maker_name_test)

BOOST_AUTO_TEST_CASE(a_maker_is_named_as_people_write_it) {
    BOOST_TEST(makerName("LENOVO") == "Lenovo");
    BOOST_TEST(makerName("Dell Inc.") == "Dell");
    BOOST_TEST(makerName("Hewlett-Packard") == "HP");
    BOOST_TEST(makerName("HP") == "HP");
    BOOST_TEST(makerName("ASUSTeK COMPUTER INC.") == "ASUS");
    BOOST_TEST(makerName("Micro-Star International Co., Ltd.") == "MSI");
}

BOOST_AUTO_TEST_CASE(a_maker_we_do_not_know_keeps_its_name) {
    BOOST_TEST(makerName("HPower") == "HPower");
    BOOST_TEST(makerName("Tuxedo") == "Tuxedo");
    BOOST_TEST(makerName("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
