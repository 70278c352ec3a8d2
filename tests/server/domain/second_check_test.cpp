#include <boost/test/unit_test.hpp>

#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;

namespace {

/// A drive that was drawn, and somebody else's word for the server.
struct Drawn : MemoryWorld {
    Drawn() {
        Value data = certifying(drive);
        data["second_check"] = true;
        must("certify_drive", unit, data, itself);
        another.lastingActor = colleague.lastingActor;
    }
    std::string check(std::string_view outcome, const Author& by) {
        return send("check_drive", unit,
                    Value::Object{{"drive", drive}, {"outcome", outcome}, {"report", Uuid::v4().text()}}, by);
    }
    const std::string unit = laptop(), drive = putDrive(unit);
    Author another = itself;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(second_check_test, Drawn)

BOOST_AUTO_TEST_CASE(a_drive_that_was_drawn_is_certified_once_another_person_has_checked_it) {
    BOOST_TEST(MemoryWorld::drive(drive).stage == "to_check");
    BOOST_TEST(!MemoryWorld::unit(unit).state["facts"].has("erased"));
    must("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    must("record_test", unit, allTestsPass());
    BOOST_TEST(next(unit) == "check");
    BOOST_TEST(send("to_recycle", unit) == "second_check_open");
    BOOST_TEST(check("verified", itself) == "other_person_checks");
    BOOST_TEST(check("verified", worker) == "no_right");
    BOOST_TEST(check("verified", another) == "");
    BOOST_TEST(MemoryWorld::drive(drive).stage == "certified");
    BOOST_TEST(MemoryWorld::drive(drive).state["verifier"].text() == colleague.lastingActor.text());
    BOOST_TEST(MemoryWorld::unit(unit).state["facts"].has("erased"));
    BOOST_TEST(check("verified", another) == "drive_done");
}

BOOST_AUTO_TEST_CASE(a_check_that_finds_something_takes_the_proof_away) {
    BOOST_TEST(check("failed", another) == "");
    BOOST_TEST(MemoryWorld::drive(drive).stage == "failed");
    BOOST_TEST(!MemoryWorld::drive(drive).state.has("proven"));
    Value again = certifying(drive);
    again["second_check"] = true;
    must("certify_drive", unit, again, itself);
    BOOST_TEST(check("failed", another) == "");
    BOOST_TEST(MemoryWorld::drive(drive).stage == "to_destroy");
}

BOOST_AUTO_TEST_SUITE_END()
