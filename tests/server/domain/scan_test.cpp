#include "server/domain/scan.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::domain;

namespace {

struct Row {
    std::string text;
    std::string means;  ///< "serial PF0ABCDE, mac 00:11:…", the surest first
    std::string symbology{};
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    return out << row.text << ' ' << row.symbology;
}

std::string_view word(Meaning meaning) {
    switch (meaning) {
        case Meaning::ourCode:
            return "ours";
        case Meaning::serial:
            return "serial";
        case Meaning::partNumber:
            return "part";
        case Meaning::imei:
            return "imei";
        case Meaning::mac:
            return "mac";
        case Meaning::gtin:
            return "gtin";
        case Meaning::sscc:
            return "sscc";
        case Meaning::batch:
            return "batch";
        case Meaning::text:
            return "text";
    }
    return "?";
}

std::string meaningsOf(const Row& row) {
    std::string all;
    for (const Reading& reading : readingsOf({.text = row.text, .symbology = row.symbology}))
        all += (all.empty() ? "" : ", ") + std::string(word(reading.meaning)) + " " + reading.value;
    return all;
}

const std::vector<Row> ours{
    {"https://remise.example/u/BCDFGHJR", "ours BCDFGHJR"},
    {"BCDFGHJR", "ours BCDFGHJR"},
    {"bcdfghjr", "ours BCDFGHJR"},
    {"HTTPS://REMISE.EXAMPLE/U/bcdfghjr", "ours BCDFGHJR"},
    {"]C0BCDFGHJR\r\n", "ours BCDFGHJR"},
    {"]Q1https://remise.example/u/BCDFGHJR", "ours BCDFGHJR"},
    {"\x02"
     "BCDFGHJR\x03",
     "ours BCDFGHJR"},
    {"httpsM!!remise:exqmple!u!BCDFGHJR", "ours BCDFGHJR"},  // an American scanner on a French computer
    {"httpsÖ--remise.example-u-BCDFGHJR", "ours BCDFGHJR"},  // on a German one
    {"HTTPSm!!REMISE:EXQMPLE!U!bcdfghjr", "ours BCDFGHJR"},  // with Caps Lock
    {"httpsÑ&&remise.example&u&BCDFGHJR", "ours BCDFGHJR"},
    {"$C&BCDFGHJR", "ours BCDFGHJR"},
    {"+C1bcdfghjr", "ours BCDFGHJR"},
};

const std::vector<Row> otherKeyboards{
    {"PF&éQBC", "serial PF12ABC, text PF&éQBC"},
    {"pfçèàqbc&é", "serial PF970ABC12, text pfçèàqbc&é"},
    {"5CGß1234YZX", "serial 5CG-1234ZYX, text 5CGß1234YZX"},
    {"Numéro", "text Numéro"},
};

const std::vector<Row> gs1{
    {"]C10103761234500007211A2B3C4D", "gtin 03761234500007, serial 1A2B3C4D"},
    {"0103761234500007211A2B3C4D\x1d"
     "10LOT7",
     "gtin 03761234500007, serial 1A2B3C4D, batch LOT7"},
    {"\x1d"
     "0103761234500007\x1d"
     "10LOT7",
     "gtin 03761234500007, batch LOT7"},
    {"(01)03761234500007(21)1A2B3C4D(10)LOT7", "gtin 03761234500007, serial 1A2B3C4D, batch LOT7"},
    {"(01) 03761234500007 is no value", "text (01) 03761234500007 is no value"},
    {"00376123450000000016", "sscc 376123450000000016"},
    {"(00)376123450000000016", "sscc 376123450000000016"},
    {"]d28004ASSET-77A1", "serial ASSET-77A1"},
    {"]C124020L5CTO1WW\x1d"
     "21PF0ABCDE",
     "part 20L5CTO1WW, serial PF0ABCDE"},
    {"(01)03761234500007(17)261131", "gtin 03761234500007"},
    {"(01)03761234500008", "text (01)03761234500008"},
    {"(01)03761234500007(17)261331", "text (01)03761234500007(17)261331"},
    {"(21)To be filled by O.E.M.", "text (21)To be filled by O.E.M."},
    {"21PF0ABCDE", "serial 21PF0ABCDE"},
};

const std::vector<Row> makers{
    {"S/N: PF0ABCDE", "serial PF0ABCDE"},
    {"S/N PF0ABCDE", "serial PF0ABCDE"},
    {"SN:5cg1234xyz", "serial 5CG1234XYZ"},
    {"Service Tag: 7XK2M13", "serial 7XK2M13"},
    {"7XK2M13", "serial 7XK2M13"},
    {"SN:5CG1234XYZ;PN:2X7K5EA#ABF", "serial 5CG1234XYZ, part 2X7K5EA#ABF"},
    {"P/N: 20L5CTO1WW\nS/N: PF0ABCDE\nMAC: 54-EE-75-12-34-56",
     "part 20L5CTO1WW, serial PF0ABCDE, mac 54:EE:75:12:34:56"},
    {"S/N: To be filled by O.E.M.", "text S/N: To be filled by O.E.M."},
    {"SN: 00000000", "text SN: 00000000"},
    {"1S20L5CTO1WWPF0ABCDE", "serial PF0ABCDE, part 20L5CTO1WW"},
    {"SC02XK0AAJG5H", "serial C02XK0AAJG5H, serial SC02XK0AAJG5H"},
    {"1PMC960LL", "part MC960LL, serial 1PMC960LL"},
    {"[)>\x1e"
     "06\x1dSPF0ABCDE\x1d"
     "1P20L5CTO1WW\x1d"
     "4LCN\x1d"
     "Q1\x1e\x04",
     "serial PF0ABCDE, part 20L5CTO1WW"},
};

const std::vector<Row> numbers{
    {"490154203237518", "imei 490154203237518, serial 490154203237518"},
    {"IMEI: 49 015420 323751 8", "imei 490154203237518"},
    {"IMEI1:490154203237518;IMEI2:490154203237518", "imei 490154203237518"},
    {"490154203237519", "serial 490154203237519"},
    {"IMEI: 490154203237519", "text IMEI: 490154203237519"},
    {"4901542032375101", "serial 4901542032375101"},  // IMEISV: no check digit, a version instead
    {"A10000009296F2", "serial A10000009296F2"},      // MEID
    {"3761234500007", "gtin 3761234500007, serial 3761234500007"},
    {"3761234500007", "gtin 3761234500007", "EAN-13"},
    {"54EE75123456", "mac 54:EE:75:12:34:56, serial 54EE75123456"},
    {"54:ee:75:12:34:56", "mac 54:EE:75:12:34:56"},
    {"54ee.7512.3456", "mac 54:EE:75:12:34:56, serial 54EE.7512.3456"},
    {"036000291452", "gtin 036000291452, serial 036000291452"},  // odd second digit: of a group, no card's
    {"006000291459", "mac 00:60:00:29:14:59, serial 006000291459"},
    {"006000291455", "gtin 006000291455, mac 00:60:00:29:14:55, serial 006000291455"},
    {"01:00:5e:00:00:01", "text 01:00:5e:00:00:01"},
    {"00:00:00:00:00:00", "text 00:00:00:00:00:00"},
};

const std::vector<Row> texts{
    {"hello", "text hello"},
    {"", "text "},
    {"]C1", "text ]C1"},
    {"Default string", "text Default string"},
    {"https://www.example.com/support?id=7", "text https://www.example.com/support?id=7"},
    {"123456789", "text 123456789"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(scan_test)

BOOST_DATA_TEST_CASE(our_code_is_found_however_a_scanner_sends_it, ours, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_DATA_TEST_CASE(the_elements_of_gs1_are_taken_apart_and_checked, gs1, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_DATA_TEST_CASE(a_makers_label_says_which_is_the_serial, makers, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_DATA_TEST_CASE(a_bare_number_is_offered_as_all_that_it_can_be, numbers, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_DATA_TEST_CASE(what_a_scanner_typed_in_another_layout_is_offered_beside_what_it_looks_like,
                     otherKeyboards, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_DATA_TEST_CASE(what_nothing_is_known_of_is_a_text, texts, row) {
    BOOST_TEST(meaningsOf(row) == row.means);
}

BOOST_AUTO_TEST_SUITE_END()
