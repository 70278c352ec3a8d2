#include "drivers/reports/power_supply.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/field_files.h"

using namespace remise::drivers::reports;

namespace {

const std::string twoOfThinkPad = R"(POWER_SUPPLY_NAME=AC
POWER_SUPPLY_TYPE=Mains
POWER_SUPPLY_ONLINE=1

DEVTYPE=power_supply
POWER_SUPPLY_NAME=BAT0
POWER_SUPPLY_TYPE=Battery
POWER_SUPPLY_PRESENT=1
POWER_SUPPLY_TECHNOLOGY=Li-poly
POWER_SUPPLY_VOLTAGE_MIN_DESIGN=11400000
POWER_SUPPLY_ENERGY_FULL_DESIGN=23480000
POWER_SUPPLY_ENERGY_FULL=19950000
POWER_SUPPLY_MODEL_NAME=01AV421
POWER_SUPPLY_MANUFACTURER=LGC
POWER_SUPPLY_SERIAL_NUMBER= 4711

POWER_SUPPLY_NAME=BAT1
POWER_SUPPLY_TYPE=Battery
POWER_SUPPLY_PRESENT=1
POWER_SUPPLY_TECHNOLOGY=Li-ion
POWER_SUPPLY_ENERGY_FULL_DESIGN=26330000
POWER_SUPPLY_ENERGY_FULL=4100000
)";

std::size_t countWith(const std::string& lines) {
    return readPowerSupplies("POWER_SUPPLY_NAME=BAT0\n" + lines).size();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(power_supply_test)

BOOST_AUTO_TEST_CASE(each_battery_is_told_and_mains_are_none) {
    const auto batteries = readPowerSupplies(twoOfThinkPad);
    BOOST_REQUIRE(batteries.size() == 2U);
    BOOST_TEST(batteries[0].name == "01AV421");
    BOOST_TEST(batteries[0].maker == "LGC");
    BOOST_TEST(batteries[0].chemistry == "Li-poly");
    BOOST_TEST(batteries[0].serial.value() == "4711");
    BOOST_TEST(batteries[0].designMwh.value() == 23480);
    BOOST_TEST(batteries[0].healthPercent().value() == 84);
    BOOST_TEST(batteries[1].name == "BAT1");
    BOOST_TEST(batteries[1].healthPercent().value() == 15);
}

BOOST_AUTO_TEST_CASE(a_real_battery_that_counts_charge_is_told_in_energy,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const auto batteries =
        readPowerSupplies(remise::tests::readFieldFile("ereuse-workbench/1001pxd.battery.ini"));
    BOOST_REQUIRE(batteries.size() == 1U);
    BOOST_TEST(batteries[0].name == "1001PXD");
    BOOST_TEST(batteries[0].maker == "ASUS");
    BOOST_TEST(!batteries[0].serial.has_value());
    BOOST_TEST(batteries[0].designMwh.value() == 47520);  // 4400 mAh at 10.8 V
    BOOST_TEST(batteries[0].fullMwh.value() == 41050);
    BOOST_TEST(batteries[0].healthPercent().value() == 86);
}

BOOST_AUTO_TEST_CASE(an_empty_answer_is_no_battery,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    BOOST_TEST(readPowerSupplies(remise::tests::readFieldFile("ereuse-workbench/battery-empty.battery.ini"))
                   .empty());
}

BOOST_AUTO_TEST_CASE(empty_bays_and_batteries_of_mice_are_none) {
    BOOST_TEST(countWith("POWER_SUPPLY_TYPE=Battery\n") == 1U);
    BOOST_TEST(countWith("POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_PRESENT=0\n") == 0U);
    BOOST_TEST(countWith("POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_SCOPE=Device\n") == 0U);
    BOOST_TEST(countWith("POWER_SUPPLY_TYPE=USB\n") == 0U);
    BOOST_TEST(readPowerSupplies("").empty());
}

BOOST_AUTO_TEST_CASE(absurd_counts_are_not_believed) {
    const auto batteries = readPowerSupplies(
        "POWER_SUPPLY_NAME=BAT0\nPOWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_ENERGY_FULL_DESIGN=0\n"
        "POWER_SUPPLY_ENERGY_FULL=655350000000\n");
    BOOST_TEST(!batteries[0].designMwh.has_value());
    BOOST_TEST(!batteries[0].fullMwh.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
