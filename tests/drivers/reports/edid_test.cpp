#include "drivers/reports/edid.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "server/domain/serials.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;
using remise::domain::normaliseSerial;
using namespace std::string_literals;

namespace {

Screen read(std::string_view bytes) {
    const auto screen = readEdid(bytes);
    BOOST_REQUIRE(static_cast<bool>(screen));
    return *screen;
}

void closeSum(std::string& block) {
    block[127] = 0;
    int sum = 0;
    for (const char c : block)
        sum += static_cast<unsigned char>(c);
    block[127] = static_cast<char>(256 - sum % 256);
}

/// A Dell of 2020 with these 18 bytes as its descriptors.
std::string blockWith(const std::vector<std::string>& descriptors) {
    std::string block(128, '\0');
    block.replace(0, 8, "\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00"s);
    block.replace(8, 2, "\x10\xAC"s);
    block[17] = 30;
    block[21] = 53;
    block[22] = 30;
    for (std::size_t i = 0; i < descriptors.size(); ++i)
        block.replace(54 + 18 * i, 18, descriptors[i]);
    closeSum(block);
    return block;
}

std::string text(char kind, std::string words) {
    words += '\n';
    words.resize(13, ' ');
    return "\0\0\0"s + kind + '\0' + words;
}

std::string withNumber(std::string block, const std::string& fourBytes) {
    block.replace(12, 4, fourBytes);
    closeSum(block);
    return block;
}

/// Where a maker wrote the shape for the size, we say nothing.
const std::set<std::string> shapesOnly{"Digital_Sony_SNY9C01_8C039750953B.bin",
                                       "Digital_Sony_SNY1802_00C253064793.bin"};

/// What was expected reads one text, and that up to its first strange byte.
void checkBeginning(const std::string& model, const std::string& expected) {
    BOOST_TEST(model.starts_with(expected), model);
}

void checkAgainst(const json& expected, const Screen& screen, bool hasSize) {
    if (expected.contains("name")) checkBeginning(screen.model, expected["name"]);
    if (expected.contains("alphanumeric")) checkBeginning(screen.model, expected["alphanumeric"].back());
    BOOST_TEST(screen.year.value() == expected.at("year").get<int>());
    if (expected.contains("first_detailed_timing")) {
        BOOST_TEST(screen.widthPixels == expected["first_detailed_timing"][0].get<int>());
        BOOST_TEST(screen.heightPixels == expected["first_detailed_timing"][1].get<int>());
    }
    if (expected.contains("size_mm")) {
        BOOST_TEST(screen.widthMm == (hasSize ? expected["size_mm"][0].get<int>() : 0));
        BOOST_TEST(screen.heightMm == (hasSize ? expected["size_mm"][1].get<int>() : 0));
    }
    if (!expected.contains("serial_string") || screen.maker == "Acer") return;
    const std::string serial = expected["serial_string"];
    BOOST_TEST(normaliseSerial(screen.serial.value_or("")) ==
               (serial == "0000000000000" ? "" : normaliseSerial(serial)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(edid_test)

BOOST_AUTO_TEST_CASE(real_screens_are_read_as_they_are,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(remise::tests::readFieldFile("linuxhw-edid/expected.json"));
    int screens = 0;
    for (const json& file : expected.at("files")) {
        const std::string name = file.at("file");
        BOOST_TEST_CONTEXT(name) {
            const std::string bytes = remise::tests::readFieldFile("linuxhw-edid/" + name);
            const Screen screen = read(bytes);
            BOOST_TEST(screen.maker ==
                       screenMakerNamed(file.at("edid_decode").at("manufacturer").get<std::string>()));
            checkAgainst(file.at("edid_decode"), screen, !shapesOnly.contains(name));
            for (std::size_t length = 0; length < 128; ++length)
                BOOST_TEST(!readEdid(bytes.substr(0, length)));
            ++screens;
        }
    }
    BOOST_TEST(screens == 45);
}

BOOST_AUTO_TEST_CASE(a_real_acer_has_the_serial_that_its_label_shows,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(remise::tests::readFieldFile("glpi-agent/edid/expected.json"));
    int screens = 0;
    for (const auto& [name, fields] : expected.at("files").items()) {
        if (fields.at("MANUFACTURER") != "Acer Technologies") continue;
        BOOST_TEST(read(remise::tests::readFieldFile("glpi-agent/edid/" + name)).serial.value() ==
                       fields.at("SERIAL").get<std::string>(),
                   name);
        ++screens;
    }
    BOOST_TEST(screens == 11);
}

BOOST_AUTO_TEST_CASE(a_damaged_block_is_refused) {
    std::string block = blockWith({text('\xFC', "DELL P2421D")});
    BOOST_TEST(read(block).model == "DELL P2421D");
    block[60] ^= 1;
    BOOST_TEST(readEdid(block).refusal().code() == "report_field");
    BOOST_TEST(readEdid("").refusal().code() == "report_field");
    BOOST_TEST(readEdid(std::string(128, '\0')).refusal().code() == "report_field");
}

BOOST_AUTO_TEST_CASE(numbers_that_all_screens_share_are_no_serial) {
    const std::string block = blockWith({});
    BOOST_TEST(!read(block).serial.has_value());
    BOOST_TEST(!read(withNumber(block, "\x01\x01\x01\x01")).serial.has_value());
    BOOST_TEST(!read(withNumber(block, "\x01\0\0\0"s)).serial.has_value());
    BOOST_TEST(read(withNumber(block, "\x4C\x30\x32\x30")).serial.value() == "808595532");
    BOOST_TEST(
        read(withNumber(blockWith({text('\xFF', "4D8R9036022L")}), "\x4C\x30\x32\x30")).serial.value() ==
        "4D8R9036022L");
}

BOOST_AUTO_TEST_CASE(a_size_in_centimetres_counts_where_no_timing_has_one) {
    BOOST_TEST(read(blockWith({})).widthMm == 530);
    BOOST_TEST(read(blockWith({})).heightMm == 300);
    BOOST_TEST(read(blockWith({})).widthPixels == 0);
}

BOOST_AUTO_TEST_CASE(a_panel_without_a_name_is_told_by_its_type) {
    BOOST_TEST(read(blockWith({text('\xFE', "LG Display"), text('\xFE', "LP156WH4-TLB1")})).model ==
               "LP156WH4-TLB1");
    BOOST_TEST(read(blockWith({text('\xFE', "any"), text('\xFC', "DELL P2421D")})).model == "DELL P2421D");
    BOOST_TEST(read(blockWith({text('\xFC', "Apple Cinema"), text('\xFC', "Display")})).model ==
               "Apple Cinema Display");
    BOOST_TEST(read(blockWith({text('\xFE', "7PHPT\x80LQ156D1")})).model == "7PHPT LQ156D1");
}

BOOST_AUTO_TEST_CASE(a_maker_that_nobody_knows_keeps_its_letters) {
    BOOST_TEST(screenMakerNamed("DEL") == "Dell");
    BOOST_TEST(screenMakerNamed("XXE") == "XXE");
    BOOST_TEST(screenMakerNamed("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
