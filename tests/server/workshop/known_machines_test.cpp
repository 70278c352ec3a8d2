#include "server/workshop/known_machines.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/server/workshop/reports.h"
#include "tests/support/field_files.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

/// Real machines that were reported several times.
struct Field : Reports {
    /// A bundle as a workbench sends it.
    std::string bundleOf(const std::string& lshw) {
        return canonicalJson(Value::Object{{"format", "remise-inventory-1"},
                                           {"report", newId()},
                                           {"made_at", "2026-11-23T10:00:00.000Z"},
                                           {"files", Value::Object{{"lshw.json", lshw}}}});
    }
    static std::string lshwOf(const std::string& name) {
        return remise::tests::readFieldFile("ereuse-workbench/" + name + ".lshw.json");
    }
    Value take(const std::string& unit, const std::string& body) {
        const auto reply = inventory(unit, body);
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        return json(reply);
    }
    /// What a machine that came without a code is known as.
    Value::Array knownAs(const std::string& body) {
        const auto reply = post("/api/v1/inventories", body);
        BOOST_REQUIRE_MESSAGE(reply.status == 202, reply.body);
        return json(reply)["known_machines"].array();
    }
    /// The drives of a unit, by their serial numbers.
    std::set<std::string> drivesOf(const std::string& unit) {
        std::set<std::string> serials;
        const Value now = this->unit(unit);
        for (const Value& drive : now["drives"].array())
            serials.insert(drive.textOr("serial"));
        return serials;
    }
    /// The last event of a kind in a unit's history that names this drive; null when there is none.
    Value lastOf(const std::string& unit, std::string_view kind, const std::string& drive) {
        Value last;
        const Value now = this->unit(unit);
        for (const Value& event : now["events"].array())
            if (event.textOr("kind") == kind && event["data"].textOr("drive") == drive) last = event["data"];
        return last;
    }
};

constexpr auto given = remise::tests::fieldFilesGiven;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(known_machines_test, Field)

BOOST_AUTO_TEST_CASE(a_machine_that_two_reports_tell_of_is_one_unit, *boost::unit_test::precondition(given)) {
    const auto unit = receivedLaptop();
    take(unit, bundleOf(lshwOf("7900")));
    BOOST_TEST(this->unit(unit).textOr("serial") == "CZC901381R");
    const auto known = knownAs(bundleOf(lshwOf("erased-i5")));
    BOOST_REQUIRE(known.size() == 1);
    BOOST_TEST(known[0].textOr("unit") == unit);
}

BOOST_AUTO_TEST_CASE(a_disk_that_moved_between_real_machines_says_so_in_both_histories,
                     *boost::unit_test::precondition(given)) {
    const std::string disk = "WD-WCC2ETY84203";
    const auto from = receivedLaptop(), to = receivedLaptop();
    take(from, bundleOf(lshwOf("7900")));
    BOOST_TEST(drivesOf(from).contains(disk));
    BOOST_TEST(knownAs(bundleOf(lshwOf("ecs-computers"))).empty());  // a disk makes no two machines one
    const Value said = take(to, bundleOf(lshwOf("ecs-computers")));
    BOOST_REQUIRE(said["moved_drives"].array().size() == 1);
    const std::string drive = said["moved_drives"].array()[0].textOr("drive");
    BOOST_TEST(said["moved_drives"].array()[0].textOr("from") == from);
    BOOST_TEST(!drivesOf(from).contains(disk));
    BOOST_TEST(drivesOf(to).contains(disk));
    BOOST_TEST(lastOf(from, "remove_drive", drive).textOr("to") == to);
    BOOST_TEST(lastOf(to, "attach_drive", drive).textOr("from") == from);
    BOOST_TEST(!this->unit(to).has("serial"));  // "System Serial Number"
}

BOOST_AUTO_TEST_CASE(boot_sticks_are_no_drives_of_a_unit, *boost::unit_test::precondition(given)) {
    const auto unit = receivedLaptop();
    take(unit, bundleOf(lshwOf("7900")));
    const Value now = this->unit(unit);
    for (const Value& drive : now["drives"].array()) {
        BOOST_TEST(drive.textOr("model") != "Flash Disk");
        BOOST_TEST(drive.textOr("model") != "DT 101 G2");
    }
    BOOST_TEST(now["hardware"].integerOr("memory_mb", 0) == 2048);
    BOOST_TEST(now["hardware"].integerOr("memory_modules", 0) == 1);
}

BOOST_AUTO_TEST_CASE(one_virtual_machine_that_two_agents_report_is_known,
                     *boost::unit_test::precondition(given)) {
    const auto xml = [](const char* name) {
        return remise::tests::readFieldFile(std::string("fusioninventory-xml/") + name);
    };
    const auto unit = receivedLaptop();
    take(unit, xml("2.1.6__win2k-2010-10-06-10-07-25.xml"));
    const auto known = knownAs(xml("2.1.7__windows2000sp4.xml"));
    BOOST_REQUIRE(known.size() == 1);
    BOOST_TEST(known[0].textOr("unit") == unit);
    BOOST_TEST(known[0]["why"].array().front().text() == "uuid");
    BOOST_TEST(take(unit, xml("2.1.7__windows2000sp4.xml"))["drives"].array().size() == 1);
    BOOST_TEST(count("drive") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
