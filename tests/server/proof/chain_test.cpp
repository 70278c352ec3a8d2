#include "server/proof/chain.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/canonical.h"

using namespace remise;
using namespace domain;
namespace data = boost::unit_test::data;

namespace {

Event anEvent() {
    Event event;
    event.seq = 3;
    event.command = *Uuid::parse("018f2c3d-4e5f-7abc-9def-0123456789ab");
    event.kind = "sort";
    event.at = 1790000000000;
    event.recordedAt = 1790000000123;
    event.station = "tri \"1\" é";
    event.actor = *Uuid::parse("11111111-2222-4333-8444-555555555555");
    event.stageAfter = "in_work";
    return event;
}

constexpr std::string_view itsData = R"({"category":"laptop","verdict":"keep"})";

std::string hashOf(const Event& event) {
    return proof::eventHash({}, "unit:BCDFGHJR", event, itsData).hex();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(chain_test)

BOOST_AUTO_TEST_CASE(the_hashed_bytes_are_those_that_an_auditor_writes_down) {
    BOOST_TEST(proof::hashedBytes({}, "unit:BCDFGHJR", anEvent(), itsData) ==
               "[1,\"0000000000000000000000000000000000000000000000000000000000000000\",\"unit:BCDFGHJR\",3,"
               "\"018f2c3d-4e5f-7abc-9def-0123456789ab\",\"sort\",1,1790000000000,1790000000123,"
               "\"tri \\\"1\\\" é\",\"11111111-2222-4333-8444-555555555555\",\"in_work\","
               "{\"category\":\"laptop\",\"verdict\":\"keep\"}]");
}

BOOST_AUTO_TEST_CASE(the_hash_of_those_bytes_never_changes) {
    // printf '%s' BYTES | sha256sum
    BOOST_TEST(hashOf(anEvent()) == "8843f12c161d13f90d6399c9fa32c0502faf1cf28d259aa94b5f08485fe2d88f");
}

BOOST_AUTO_TEST_CASE(the_hashed_bytes_are_canonical_json) {
    const std::string bytes = proof::hashedBytes({}, "unit:BCDFGHJR", anEvent(), itsData);
    BOOST_TEST(canonicalJson(readCanonical(bytes)) == bytes);
}

BOOST_AUTO_TEST_CASE(an_entity_is_named_by_what_it_is_and_its_code) {
    BOOST_TEST(proof::entityName(Subject::unit, "BCDFGHJR") == "unit:BCDFGHJR");
    BOOST_TEST(proof::entityName(Subject::request, "2026-00412") == "request:2026-00412");
}

using Change = void (*)(Event&);
const std::pair<const char*, Change> changes[] = {
    {"seq", [](Event& e) { ++e.seq; }},
    {"command", [](Event& e) { e.command.bytes[15] ^= 1; }},
    {"kind", [](Event& e) { e.kind = "sorT"; }},
    {"kind_version", [](Event& e) { ++e.kindVersion; }},
    {"at", [](Event& e) { ++e.at; }},
    {"recorded_at", [](Event& e) { ++e.recordedAt; }},
    {"station", [](Event& e) { e.station += " "; }},
    {"actor", [](Event& e) { e.actor.bytes[0] ^= 128; }},
    {"stage_after", [](Event& e) { e.stageAfter = "received"; }},
};

BOOST_AUTO_TEST_CASE(every_field_is_in_the_hash) {
    for (const auto& [field, change] : changes) {
        Event event = anEvent();
        change(event);
        BOOST_TEST(hashOf(event) != hashOf(anEvent()), field);
    }
    Digest previous;
    previous.bytes[31] = 1;
    BOOST_TEST(proof::eventHash(previous, "unit:BCDFGHJR", anEvent(), itsData).hex() != hashOf(anEvent()));
    BOOST_TEST(proof::eventHash({}, "unit:BCDFGHJX", anEvent(), itsData).hex() != hashOf(anEvent()));
    BOOST_TEST(proof::eventHash({}, "unit:BCDFGHJR", anEvent(), "{}").hex() != hashOf(anEvent()));
}

BOOST_AUTO_TEST_SUITE_END()
