#include "server/domain/ids.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

using namespace remise::domain;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(ids_test)

// UUIDs

BOOST_AUTO_TEST_CASE(a_uuid_is_read_in_either_case_and_written_in_lower) {
    const auto uuid = Uuid::parse("018F2C3D-4E5F-7ABC-9DEF-0123456789AB");
    BOOST_REQUIRE(uuid);
    BOOST_TEST(uuid->text() == "018f2c3d-4e5f-7abc-9def-0123456789ab");
    BOOST_TEST((Uuid::fromRaw(uuid->raw()) == *uuid));
}

const char* const noUuids[] = {"",
                               "018f2c3d4e5f7abc9def0123456789ab",
                               "018f2c3d-4e5f-7abc-9def-0123456789a",
                               "018f2c3d-4e5f-7abc-9def-0123456789abc",
                               "018f2c3d-4e5f-7abc-9def-0123456789ag",
                               "018f2c3d-4e5f-7abc-9def_0123456789ab",
                               "{18f2c3d-4e5f-7abc-9def-0123456789a}",
                               "018f2c3-d4e5f-7abc-9def-0123456789ab",
                               "-18f2c3d-4e5f-7abc-9def-0123456789ab"};

BOOST_DATA_TEST_CASE(nothing_else_is_a_uuid, data::make(noUuids), text) {
    BOOST_TEST(!Uuid::parse(text));
}

BOOST_AUTO_TEST_CASE(ids_of_version_7_begin_with_their_time_and_never_repeat) {
    constexpr Milliseconds now = 0x018F2C3D4E5F;
    std::set<Uuid> made;
    for (int i = 0; i < 10000; ++i) {
        const Uuid id = Uuid::v7(now);
        BOOST_REQUIRE_EQUAL(id.text().substr(0, 15), "018f2c3d-4e5f-7");
        BOOST_REQUIRE_EQUAL(id.bytes[8] & 0xC0, 0x80);
        BOOST_REQUIRE(made.insert(id).second);
    }
    BOOST_TEST((Uuid::v7(now) < Uuid::v7(now + 1)));
}

BOOST_AUTO_TEST_CASE(ids_of_version_4_tell_nothing) {
    const Uuid one = Uuid::v4(), two = Uuid::v4();
    BOOST_TEST(one.text()[14] == '4');
    BOOST_TEST((one != two));
    BOOST_TEST(!one.isNil());
    BOOST_TEST(Uuid().isNil());
}

BOOST_AUTO_TEST_CASE(a_digest_is_64_hex_digits) {
    const std::string hex(64, 'a');
    BOOST_REQUIRE(Digest::parse(hex));
    BOOST_TEST(Digest::parse(hex)->hex() == hex);
    BOOST_TEST((Digest::fromRaw(Digest::parse(hex)->raw()) == *Digest::parse(hex)));
    BOOST_TEST(!Digest::parse(hex.substr(1)));
    BOOST_TEST(!Digest::parse(std::string(64, 'g')));
}

// Times

struct Moment {
    const char* text;
    Milliseconds time;
};
constexpr Moment moments[] = {
    {"1970-01-01T00:00:00Z", 0},
    {"2026-11-22T06:54:03.120Z", 1795330443120},
    {"2026-11-22t06:54:03.12z", 1795330443120},
    {"2026-11-22 06:54:03.120999999Z", 1795330443120},
    {"2026-11-22T07:54:03.120+01:00", 1795330443120},
    {"2026-11-22T01:24:03.120-05:30", 1795330443120},
    {"2024-02-29T00:00:00Z", 1709164800000},
    {"2026-12-31T23:59:60Z", 1798761600000},
    {"9999-12-31T23:59:59.999Z", 253402300799999},
};
std::ostream& operator<<(std::ostream& out, const Moment& moment) {
    return out << moment.text;
}

BOOST_DATA_TEST_CASE(a_time_is_read_with_any_offset_and_precision, data::make(moments), moment) {
    BOOST_REQUIRE(parseTime(moment.text));
    BOOST_TEST(*parseTime(moment.text) == moment.time);
    BOOST_TEST(*parseTime(formatTime(moment.time)) == moment.time);
}

const char* const noTimes[] = {
    "",
    "2026-11-22",
    "2026-11-22T06:54",
    "2026-11-22T06:54:03",
    "2026-11-22T06:54:03.Z",
    "2026-11-22T06:54:03.1234567890Z",
    "2026-02-30T06:54:03Z",
    "2025-02-29T06:54:03Z",
    "2026-13-01T06:54:03Z",
    "2026-00-01T06:54:03Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T06:60:03Z",
    "2026-11-22T06:54:61Z",
    "2026-11-22T06:54:03+24:00",
    "2026-11-22T06:54:03+01",
    "2026-11-22T06:54:03+0100",
    "2026-11-22T06:54:03Z ",
    " 2026-11-22T06:54:03Z",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "10000-01-01T00:00:00Z",
    "-026-11-22T06:54:03Z",
    "1790000000000",
};

BOOST_DATA_TEST_CASE(nothing_else_is_a_time, data::make(noTimes), text) {
    BOOST_TEST(!parseTime(text));
}

BOOST_AUTO_TEST_CASE(a_time_is_written_in_utc_with_milliseconds) {
    BOOST_TEST(formatTime(1795330443120) == "2026-11-22T06:54:03.120Z");
    BOOST_TEST(formatTime(0) == "1970-01-01T00:00:00.000Z");
    BOOST_TEST(formatTime(1709251199999) == "2024-02-29T23:59:59.999Z");
}

BOOST_AUTO_TEST_SUITE_END()
