#include "drivers/reports/read_inventory.h"

#include <boost/test/unit_test.hpp>

#include "drivers/reports/compressed.h"

using namespace remise::drivers::reports;

namespace {

std::string verdictOn(std::string_view bytes) {
    const auto inventory = readInventory(bytes);
    return inventory ? inventory->deviceId : std::string(inventory.refusal().code());
}

const std::string xml = "<REQUEST><CONTENT/><DEVICEID>poste-13</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>";

}  // namespace

BOOST_AUTO_TEST_SUITE(read_inventory_test)

BOOST_AUTO_TEST_CASE(each_format_goes_to_its_parser) {
    BOOST_TEST(verdictOn(R"({"deviceid": "poste-12", "content": {}})") == "poste-12");
    BOOST_TEST(verdictOn(xml) == "poste-13");
}

BOOST_AUTO_TEST_CASE(another_tools_report_describes_its_device) {
    const auto phone = readInventory(R"({"IMEI": "490154203237518", "Working": "Yes", "Make": "Apple",
        "Model": "iPhone 11", "Serial": "F2LZK1ABJC67", "Erased": "Yes"})");
    BOOST_TEST(phone->imeis.at(0) == "490154203237518");
    BOOST_TEST(phone->category == "phone");
    BOOST_TEST(phone->serial.value() == "F2LZK1ABJC67");
    BOOST_REQUIRE(phone->drives.size() == 1U);  // its memory, by the phone's own number
    BOOST_TEST(phone->drives.front().serial.value_or("") == phone->imeis.front());
    const auto laptop = readInventory(
        "<report><blancco_data><blancco_erasure_report><entries name=\"erasures\"><entries name=\"erasure\">"
        "<entry name=\"state\">Successful</entry><entries name=\"target\"><entry name=\"serial\">"
        "WD-WCC6Y5KLEK9D</entry></entries></entries></entries></blancco_erasure_report></blancco_data></"
        "report>");
    BOOST_REQUIRE(laptop->drives.size() == 1U);
    BOOST_TEST(laptop->drives[0].serial.value() == "WD-WCC6Y5KLEK9D");
}

BOOST_AUTO_TEST_CASE(several_devices_in_one_report_would_become_one_and_are_refused) {
    const std::string phone = R"({"IMEI": "490154203237518", "Working": "Yes"})";
    BOOST_TEST(verdictOn("[" + phone + "]").empty());
    BOOST_TEST(verdictOn("[" + phone + ", " + phone + "]") == "report_field");
}

BOOST_AUTO_TEST_CASE(what_is_packed_is_read_as_what_it_is) {
    BOOST_TEST(verdictOn(packZlib(xml)) == "poste-13");
    BOOST_TEST(verdictOn(packZlib(R"({"deviceid": "poste-12", "content": {}})")) == "poste-12");
    BOOST_TEST(verdictOn(packZlib(packZlib(xml))) == "report_unknown");
    BOOST_TEST(verdictOn(packZlib(xml).substr(0, 40)) == "report_field");
}

BOOST_AUTO_TEST_CASE(a_format_that_is_not_read_is_refused_as_such) {
    BOOST_TEST(verdictOn("[2026/11/22 05:04:02]  notice: Found /dev/sda, ATA, X, 1 GB, S/N=") ==
               "report_unknown");
}

BOOST_AUTO_TEST_CASE(damaged_json_is_refused_with_where_it_breaks) {
    BOOST_TEST(verdictOn(R"({"deviceid": "x", "content": )") == "not_json");
    BOOST_TEST(verdictOn(R"({"deviceid": "x"})") == "report_lacks");
    BOOST_TEST(verdictOn("hello") == "not_json");
}

BOOST_AUTO_TEST_SUITE_END()
