#include "drivers/printers/models.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace remise;
using drivers::DeviceId;
using drivers::modelOf;
using drivers::readDeviceId;

namespace {

std::string_view nameOf(const std::string& deviceId, std::uint16_t vendor = 0, std::uint16_t product = 0) {
    const auto model = modelOf(readDeviceId(deviceId), vendor, product);
    return model ? model->name : "nobody";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(models_test)

BOOST_AUTO_TEST_CASE(a_printer_is_known_by_the_name_in_its_device_id) {
    BOOST_TEST(nameOf("MFG:Brother;CMD:PT-CBP;MDL:QL-820NWB;CLS:PRINTER;") == "QL-820NWB");
    BOOST_TEST(nameOf("MANUFACTURER: EPSON ;MODEL: EPSON TM-T20II ;CMD:ESC/POS;") == "TM-T20II");
    BOOST_TEST(nameOf("MFG:Brother;MDL:QL-820NWB;", 0x04f9, 0x2042) == "QL-820NWB");
}

BOOST_AUTO_TEST_CASE(a_printer_without_a_device_id_is_known_by_its_numbers) {
    BOOST_TEST(nameOf("", 0x04f9, 0x2042) == "QL-700");
    BOOST_TEST(nameOf("", 0x6868, 0x0200) == "GP-58");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_tried_by_the_language_it_promises) {
    BOOST_TEST(nameOf("MFG:Zebra Technologies ;CMD:ZPL;MDL:ZTC ZD421-300dpi ZPL;", 0x0a5f, 0x0166) == "ZPL");
    BOOST_TEST(nameOf("MFG:Nobody;COMMAND SET:XPL,zpl;MODEL:Copy 1;") == "ZPL");
    BOOST_TEST(nameOf("MFG:Nobody;CMD:ESC/POS;MDL:P80;") == "ESC-POS");
    BOOST_TEST(nameOf("", 0x0a5f, 0x0166) == "ZPL");
}

BOOST_AUTO_TEST_CASE(a_printer_of_no_language_of_ours_is_nobody) {
    BOOST_TEST(nameOf("MFG:HP;CMD:PCL,PJL;MDL:LaserJet;", 0x03f0, 0x0001) == "nobody");
    BOOST_TEST(nameOf("MFG:Brother;CMD:PT-CBP;MDL:PT-P900W;", 0x04f9, 0x2085) == "nobody");
    BOOST_TEST(nameOf("", 0x6868, 0x0500) == "nobody");
}

BOOST_AUTO_TEST_CASE(names_and_numbers_are_given_once) {
    std::set<std::string_view> names;
    std::set<std::pair<int, int>> numbers;
    for (const auto& model : drivers::printerModels()) {
        BOOST_TEST(names.insert(model.name).second, model.name << " stands twice");
        BOOST_TEST((model.name.find('/') == std::string_view::npos), model.name << " is no part of an id");
        if (model.vendor != 0)
            BOOST_TEST((numbers.insert({model.vendor, model.product}).second),
                       model.name << "'s numbers stand twice");
    }
}

BOOST_AUTO_TEST_CASE(a_device_id_may_be_damaged_anywhere) {
    BOOST_TEST(readDeviceId(";;MFG;:x;mdl: Q ;SN:1").model == "Q");
    BOOST_TEST(readDeviceId(";;MFG;:x;mdl: Q ;SN:1").serial == "1");
    BOOST_TEST(readDeviceId(std::string("MDL:A\0\0", 7)).model == "A");
    BOOST_TEST(readDeviceId("").maker.empty());
}

BOOST_AUTO_TEST_SUITE_END()
