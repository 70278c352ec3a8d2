#include "server/documents/summary.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::documents;
using domain::Value;

namespace {

DriveFate drive(const std::string& code, const std::string& stage, const std::string& certificate = "",
                Value state = Value::Object{}) {
    domain::Entity entity;
    entity.subject = domain::Subject::drive;
    entity.code = code;
    entity.stage = stage;
    entity.state = std::move(state);
    return {entity, certificate};
}

Value laptop(std::vector<DriveFate> drives, Value state = Value::Object{{"category", "laptop"}}) {
    return summaryOf(Value::Object{{"unit", "U"}}, {{"U", std::move(state), std::move(drives)}}, 0);
}

std::string dataOf(const Value& summary) {
    return summary["machines"].array().at(0).textOr("data");
}

std::string statusOf(const Value& summary) {
    return summary["machines"].array().at(0)["drives"].array().at(0).textOr("status");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_test)

BOOST_AUTO_TEST_CASE(a_machine_is_done_once_each_drive_is_certified_or_destroyed) {
    BOOST_TEST(dataOf(laptop({drive("A", "certified", "f0"), drive("B", "destroyed")})) == "done");
    BOOST_TEST(dataOf(laptop({drive("A", "certified", "f0"), drive("B", "in_custody")})) == "open");
}

BOOST_AUTO_TEST_CASE(a_drive_that_is_only_vouched_for_is_never_called_certified) {
    const Value old = laptop({drive("A", "certified")});
    BOOST_TEST(statusOf(old) == "attested");
    BOOST_TEST(dataOf(old) == "attested");
    BOOST_TEST(old["counts"].integerOr("certified", -1) == 0);
    BOOST_TEST(old["counts"].integerOr("attested", -1) == 1);
    const Value approved = laptop({drive("A", "certified", "", Value::Object{{"released", "someone"}})});
    BOOST_TEST(statusOf(approved) == "released");
}

BOOST_AUTO_TEST_CASE(a_machine_without_drives_says_whether_anybody_has_looked) {
    BOOST_TEST(dataOf(laptop({})) == "unknown");
    BOOST_TEST(dataOf(laptop({}, Value::Object{{"category", "laptop"}, {"no_drive", true}})) == "no_drive");
    BOOST_TEST(dataOf(laptop({}, Value::Object{{"category", "screen"}})) == "no_data");
    const Value opened = Value::Object{{"category", "laptop"}, {"drives_unseen", true}};
    BOOST_TEST(dataOf(laptop({drive("A", "certified", "f0")}, opened)) == "unknown");
}

BOOST_AUTO_TEST_CASE(a_drive_that_moved_counts_once) {
    const MachineFate one{"U", Value::Object{}, {drive("A", "certified", "f0")}},
        other{"V", Value::Object{}, one.drives};
    const Value said = summaryOf(Value::Object{{"lot", "L1"}}, {one, other}, 0);
    BOOST_TEST(said["counts"].integerOr("drives", 0) == 1);
    BOOST_TEST(said["counts"].integerOr("machines", 0) == 2);
}

BOOST_AUTO_TEST_CASE(it_names_no_person_and_no_association) {
    const Value state =
        Value::Object{{"category", "laptop"}, {"request", "D-2026-1"}, {"testers", Value::Array{"p"}}};
    const Value said =
        laptop({drive("A", "certified", "f0", Value::Object{{"wiper", "p"}, {"verifier", "q"}})}, state);
    const Value& machine = said["machines"].array().at(0);
    for (const char* kept : {"request", "testers", "wiper", "verifier"}) {
        BOOST_TEST(!machine.has(kept));
        BOOST_TEST(!machine["drives"].array().at(0).has(kept));
    }
}

BOOST_AUTO_TEST_SUITE_END()
