#include "server/workshop/strip_metadata.h"

#include <boost/test/unit_test.hpp>

using namespace std::string_literals;
using remise::workshop::cleanFile;

namespace {

std::string bigEndian(std::uint32_t number) {
    return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
            static_cast<char>(number)};
}

std::string chunk(const std::string& type, const std::string& data) {
    return bigEndian(static_cast<std::uint32_t>(data.size())) + type + data + "CRC!";
}

std::string segment(unsigned char marker, const std::string& data) {
    const auto length = data.size() + 2;
    return "\xFF"s + static_cast<char>(marker) + static_cast<char>(length >> 8) + static_cast<char>(length) +
           data;
}

const std::string pngHead = "\x89PNG\r\n\x1a\n"s;
const std::string header = chunk("IHDR", "0123456789abc"), pixels = chunk("IDAT", "pixels"),
                  end = chunk("IEND", "");
const std::string jfif = segment(0xE0, "JFIF\0\x01\x02\0\0\x01\0\x01\0\0"s), tables = segment(0xDB, "tables"),
                  scan = segment(0xDA, "scan") + "pix\xFF\0els\xFF\xD0more"s;
const std::string jpegStart = "\xFF\xD8"s, jpegEnd = "\xFF\xD9"s;

std::string cleaned(const std::string& bytes) {
    const auto clean = cleanFile(bytes);
    return clean ? clean->bytes : "refused";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(strip_metadata_test)

BOOST_AUTO_TEST_CASE(a_png_keeps_its_picture_and_loses_what_tells_of_its_author) {
    const std::string sent = pngHead + header + chunk("gAMA", "1234") + chunk("tEXt", "Author\0Ada"s) +
                             chunk("eXIf", "GPS") + chunk("tIME", "2026") + pixels + chunk("zTXt", "x") + end;
    BOOST_TEST(cleaned(sent) == pngHead + header + chunk("gAMA", "1234") + pixels + end);
}

BOOST_AUTO_TEST_CASE(a_jpeg_keeps_its_picture_and_loses_where_it_was_taken) {
    const std::string sent = jpegStart + jfif + segment(0xE1, "Exif GPS") + segment(0xED, "IPTC") + tables +
                             segment(0xFE, "a remark") + scan + jpegEnd;
    BOOST_TEST(cleaned(sent) == jpegStart + jfif + tables + scan + jpegEnd);
}

BOOST_AUTO_TEST_CASE(a_jpegs_head_with_a_thumbnail_goes_since_it_may_show_what_was_cut_away) {
    const std::string thumbnail = segment(0xE0, "JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01rgb"s);
    BOOST_TEST(cleaned(jpegStart + thumbnail + scan + jpegEnd) == jpegStart + scan + jpegEnd);
    BOOST_TEST(cleaned(jpegStart + segment(0xE0, "JFXX\0..."s) + scan + jpegEnd) ==
               jpegStart + scan + jpegEnd);
}

BOOST_AUTO_TEST_CASE(a_progressive_jpeg_keeps_all_its_scans) {
    const std::string sent = jpegStart + jfif + scan + tables + scan + jpegEnd;
    BOOST_TEST(cleaned(sent) == sent);
}

BOOST_AUTO_TEST_CASE(what_follows_the_end_of_a_picture_goes) {
    BOOST_TEST(cleaned(pngHead + header + pixels + end + "<script>") == pngHead + header + pixels + end);
    BOOST_TEST(cleaned(jpegStart + scan + jpegEnd + "a film") == jpegStart + scan + jpegEnd);
}

BOOST_AUTO_TEST_CASE(a_pdf_stays_as_it_is) {
    const auto clean = cleanFile("%PDF-1.7 whatever");
    BOOST_REQUIRE(clean.has_value());
    BOOST_TEST(clean->type == "application/pdf");
    BOOST_TEST(clean->bytes == "%PDF-1.7 whatever");
}

BOOST_AUTO_TEST_CASE(a_picture_that_breaks_off_anywhere_is_refused) {
    const std::string png = pngHead + header + pixels + end,
                      jpeg = jpegStart + jfif + tables + scan + jpegEnd;
    for (const std::string& whole : {png, jpeg}) {
        BOOST_TEST(cleaned(whole) == whole);
        for (std::size_t length = 0; length < whole.size(); ++length)
            BOOST_TEST(cleaned(whole.substr(0, length)) == "refused", length);
    }
}

BOOST_AUTO_TEST_CASE(a_chunk_that_claims_more_than_there_is_is_refused) {
    BOOST_TEST(cleaned(pngHead + bigEndian(0xFFFFFFFF) + "IHDRxxxxxxxxxxxx") == "refused");
    BOOST_TEST(cleaned(jpegStart + "\xFF\xE1\xFF\xFFxx"s) == "refused");
    BOOST_TEST(cleaned(jpegStart + "\xFF\xE1\0\0xx"s) == "refused");
}

BOOST_AUTO_TEST_CASE(other_kinds_of_file_are_refused_whatever_they_are_called) {
    for (const std::string& bytes : {""s, "<html><script>"s, "<svg xmlns='http://www.w3.org/2000/svg'/>"s,
                                     "GIF89a"s, "PK\x03\x04"s, "MZ"s, " %PDF-1.7"s})
        BOOST_TEST(cleaned(bytes) == "refused", bytes);
}

BOOST_AUTO_TEST_SUITE_END()
