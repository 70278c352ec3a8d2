#include "server/logistics/parcel_weight.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::logistics;
namespace data = boost::unit_test::data;

namespace {

std::int64_t gramsOf(const char* typed) {
    const auto weight = parcelWeight(typed);
    return weight ? *weight : -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parcel_weight_test)

BOOST_AUTO_TEST_CASE(kilos_are_read_as_people_type_them) {
    BOOST_TEST(gramsOf("2,2") == 2200);
    BOOST_TEST(gramsOf("2.2") == 2200);
    BOOST_TEST(gramsOf("12") == 12000);
    BOOST_TEST(gramsOf("0,25") == 250);
    BOOST_TEST(gramsOf(",5") == 500);
    BOOST_TEST(gramsOf("3,") == 3000);
    BOOST_TEST(gramsOf("0.01") == 10);
    BOOST_TEST(gramsOf("100") == 100'000);
}

BOOST_DATA_TEST_CASE(no_parcel_weighs_that,
                     data::make({"", ",", "0", "0,009", "100,01", "1000", "2,2,2", "-2", "deux", "2 kg",
                                 "1e2", "0,2222", "99999999999999999999"}),
                     typed) {
    BOOST_TEST(gramsOf(typed) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
