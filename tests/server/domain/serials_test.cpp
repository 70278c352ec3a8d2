#include "server/domain/serials.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/field_files.h"

using namespace remise::domain;
using nlohmann::json;
namespace data = boost::unit_test::data;

namespace {

const char* const whatMakersLeave[] = {
    "",
    " ",
    "0",
    "00000000",
    "0000-0000-0000",
    "0x00000000",
    "00000001",
    "To be filled by O.E.M.",
    "To Be Filled By O.E.M.",
    "\"To Be Filled By O.E.M.\"",
    "ToBeFilledByOEM",
    "TBD by ODM",
    "TBD By OEM",
    "To be filled on plant",
    "Default string",
    "DEFAULT_STRING",
    "None",
    "NONE",
    "n/a",
    "N/A",
    "NA",
    "Not Specified",
    "Not Available",
    "Not Applicable",
    "Not Supported by CPU",
    "Unknown",
    "INVALID",
    "<BAD INDEX>",
    "System Serial Number",
    "SystemSerialNumb",
    "Chassis Serial Number",
    "Base Board Serial Number",
    "Type2 - Board Serial Number",
    "Asset-1234567890",
    "MB-1234567890",
    "AssetTagNum1",
    "SerNum01",
    "OEM Define 3",
    "Battery 0",
    "[Empty]",
    "CENSORED",
    "REDACTED",
    "EeePC-0123456789",
    "SN 123456789ABC",
    "0123456789",
    "123456789",
    "1234567890",
    "9876543210",
    "123456789ABCDEF",
    "012345678912345678912345678",
    "xxxxxxx",
    "XXXXXXXXXXXXXXX",
    "S5XXXXXXXXX",
    "--",
    "..............",
    "*",
    "ffffffff",
    "4242",
    "1.0",
    "00h",
    "\xC3\xBF\xC3\xBF\xC3\xBF\xC3\xBF",
    "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
    "00000000-0000-0000-0000-000000000000",
    "03000200-0400-0500-0006-000700080009",
    "SERIAL",
    "Sans num\xC3\xA9ro",
};

const char* const realSerials[] = {
    "640HP72",
    "/640HP72/CE129536461378/",
    "S29NNXAH146409",
    "34605",
    "CZC901381R",
    "WD-WCC2ETY84203",
    "6RX7AWEZ",
    "af8d8fcfa6fa4794",
    "PHCVN191TG",
    "PF0ABCDE",
    "C02433601ECG3MK13",
    "VB3bc9d3db-8afe8222",
    "490154203237518",
    "4c4c4544-0034-3010-8048-b6c04f503732",
    "00001639",
    "0xD5289015",
    "Z1Z5DWJK0000",
    "9516777584",
    "PHYF001300HB480BGN",
    "8F17943",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(serials_test)

BOOST_DATA_TEST_CASE(what_makers_leave_is_no_identity, data::make(whatMakersLeave), text) {
    BOOST_TEST(!isIdentity(text));
}

BOOST_DATA_TEST_CASE(a_real_serial_is_an_identity, data::make(realSerials), serial) {
    BOOST_TEST(isIdentity(serial));
}

BOOST_AUTO_TEST_CASE(a_text_of_absurd_length_is_no_identity) {
    BOOST_TEST(!isIdentity(std::string(100'000, 'A')));
    std::string noise;
    for (int i = 0; i < 5000; ++i)
        noise += static_cast<char>('A' + i * 7 % 26);
    BOOST_TEST(!isIdentity(noise));
}

BOOST_AUTO_TEST_CASE(names_of_makers_and_models_are_kept_even_with_a_number) {
    for (const char* name : {"System76", "HP", "Notebook", "Dell Inc.", "XPS 13 9350", "1234",
                             "\xD0\x90\xD0\xBA\xD0\xB2\xD0\xB0"})
        BOOST_TEST(!isPlaceholder(name), name);
    for (const char* name : {"System manufacturer", "System Product Name", "To Be Filled By O.E.M.", "",
                             "...", "All Series", "INVALID", "0"})
        BOOST_TEST(isPlaceholder(name), name);
}

BOOST_AUTO_TEST_CASE(serials_are_compared_without_case_and_blanks) {
    BOOST_TEST(normaliseSerial("     WD-WMARW0629615 ") == "WD-WMARW0629615");
    BOOST_TEST(normaliseSerial("fG424F9E\r\n") == "FG424F9E");
    BOOST_TEST(normaliseSerial(std::string_view("a\0b", 3)) == "AB");
}

BOOST_AUTO_TEST_CASE(no_machine_of_the_field_lends_its_placeholder_as_identity,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json listed = json::parse(remise::tests::readFieldFile("linuxhw-dmi/expected.json"));
    int judged = 0;
    for (const json& file : listed.at("files"))
        for (const std::string path : file.at("truth").value("placeholder_fields", json::array())) {
            const json& value = file.at("truth").at(json::json_pointer(
                "/" + path.substr(0, path.find('.')) + "/" + path.substr(path.find('.') + 1)));
            if (!value.is_string() || path.ends_with("version")) continue;
            const std::string text = value.get<std::string>();
            const bool isName = path.ends_with("manufacturer") || path.ends_with("product");
            BOOST_TEST(!(isName ? !isPlaceholder(text) : isIdentity(text)), path << ": " << text);
            ++judged;
        }
    BOOST_TEST(judged > 300);
}

BOOST_AUTO_TEST_SUITE_END()
