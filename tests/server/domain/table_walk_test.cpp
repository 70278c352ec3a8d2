#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;
namespace data = boost::unit_test::data;

namespace {

/// What may happen to a unit, written down a second time, from what the field told us: each kind, the stages
/// that it starts from, and where it leads (`=` stays).
struct Way {
    std::string_view kind, from, to;
};
constexpr std::string_view onSite =
    "received in_work controlled in_stock reserved picked packed returned blocked to_dismantle dismantled "
    "to_recycle";
constexpr std::string_view hereUnblocked =
    "received in_work controlled in_stock reserved picked packed returned to_dismantle dismantled to_recycle";
constexpr std::string_view everywhere =
    "received in_work controlled in_stock reserved picked packed shipped handed_over delivered returned "
    "blocked "
    "to_dismantle dismantled to_recycle recycled handed_back lost";
constexpr std::string_view working = "received in_work";
const Way ways[] = {
    {"receive", "", "received"},
    {"sort", working, "in_work"},
    {"clean", working, "in_work"},
    {"grade", working, "in_work"},
    {"install", working, "in_work"},
    {"repair", working, "in_work"},
    {"unlock", working, "in_work"},
    {"record_test", working, "in_work"},
    {"record_erasure", working, "in_work"},
    {"certify_drive", working, "in_work"},
    {"check_drive", working, "in_work"},
    {"release_drive", working, "in_work"},
    {"confirm_no_drive", working, "in_work"},
    {"report", working, "in_work"},
    {"control", "in_work", "controlled"},
    {"fail_control", "controlled", "in_work"},
    {"stock", "controlled", "in_stock"},
    {"recheck", "in_stock", "in_work"},
    {"reserve", "in_stock", "reserved"},
    {"release", "reserved", "in_stock"},
    {"pick", "reserved", "picked"},
    {"unpick", "picked", "in_stock"},
    {"pack", "picked", "packed"},
    {"unpack", "packed", "picked"},
    {"ship", "packed", "shipped"},
    {"hand_over", "packed", "handed_over"},
    {"deliver", "shipped", "delivered"},
    {"return", "shipped handed_over delivered", "returned"},
    {"restock", "returned", "in_stock"},
    {"readmit", "returned", "in_work"},
    {"block", hereUnblocked, "blocked"},
    {"unblock", "blocked", "in_work"},  // its drive is in custody: something has been established
    {"to_dismantle", "received in_work in_stock returned to_recycle", "to_dismantle"},
    {"dismantle", "to_dismantle", "dismantled"},
    {"to_recycle", "received in_work in_stock returned blocked to_dismantle dismantled", "to_recycle"},
    {"recycle", "to_recycle", "recycled"},
    {"hand_back", "received in_work blocked", "handed_back"},
    {"lose",
     "received in_work controlled in_stock reserved picked packed shipped returned blocked to_dismantle "
     "dismantled to_recycle",
     "lost"},
    {"find", "lost", "received"},
    {"move", onSite, "="},
    {"put_in", onSite, "="},
    {"take_out", onSite, "="},
    {"transfer", onSite, "="},
    {"arrive", onSite, "="},
    {"attach_drive", onSite, "="},
    {"remove_drive", onSite, "="},
    {"record_inventory", onSite, "="},
    {"undo", onSite, "="},
    {"relabel", onSite, "="},
    {"note", everywhere, "="},
    {"correct", everywhere, "="},
    {"merge", onSite, "merged"},
};

std::ostream& operator<<(std::ostream& out, const Way& way) {
    return out << way.kind;
}

/// Brings what a kind needs besides the unit's stage; what cannot be brought at this stage stays away.
Value prepare(MemoryWorld& world, std::string_view kind, const std::string& unit) {
    const std::string drive =
        world.unit(unit).state["drives"].isObject() && !world.unit(unit).state["drives"].object().empty()
            ? world.unit(unit).state["drives"].object().begin()->first
            : world.newCode(Subject::drive);
    if (kind == "receive") return MemoryWorld::receiving();
    if (kind == "sort") return Value::Object{{"category", "laptop"}, {"verdict", "keep"}};
    if (kind == "record_test") return MemoryWorld::allTestsPass();
    if (kind == "grade") return Value::Object{{"cosmetic", "A"}};
    if (kind == "install") return Value::Object{{"os", "linux"}};
    if (kind == "repair")
        return Value::Object{{"part", "ram"}, {"origin", "new"}, {"tests", Value::Array{"ram"}}};
    if (kind == "record_erasure") {
        const std::string fresh = world.newCode(Subject::drive);
        (void)world.send("attach_drive", unit, Value::Object{{"drive", fresh}});
        return Value::Object{{"drive", fresh}, {"outcome", "failed"}, {"method", "overwrite_zero"}};
    }
    if (kind == "certify_drive") {
        const std::string fresh = world.newCode(Subject::drive);
        (void)world.send("attach_drive", unit, Value::Object{{"drive", fresh}});
        return MemoryWorld::certifying(fresh);
    }
    if (kind == "release_drive") {
        const std::string fresh = world.newCode(Subject::drive);
        (void)world.send("attach_drive", unit, Value::Object{{"drive", fresh}});
        return Value::Object{{"drive", fresh},
                             {"tool", "Blancco"},
                             {"report", Uuid::v4().text()},
                             {"policy", Uuid::v4().text()}};
    }
    if (kind == "check_drive") {
        const std::string fresh = world.newCode(Subject::drive);
        (void)world.send("attach_drive", unit, Value::Object{{"drive", fresh}});
        Value drawn = MemoryWorld::certifying(fresh);
        drawn["second_check"] = true;
        (void)world.send("certify_drive", unit, drawn, world.itself);
        return Value::Object{{"drive", fresh}, {"outcome", "verified"}, {"report", Uuid::v4().text()}};
    }
    if (kind == "report") return Value::Object{{"facts", Value::Array{Value::Object{{"kind", "clean"}}}}};
    if (kind == "fail_control") return Value::Object{{"void", Value::Array{"tested"}}};
    if (kind == "stock") return MemoryWorld::stocking(world.shelf);
    if (kind == "reserve") return Value::Object{{"request", world.requestAt("queued")}};
    if (kind == "pack") return Value::Object{{"accessories", Value::Array{"charger"}}};
    if (kind == "ship") return Value::Object{{"carrier", "gls"}, {"tracking", "GLS12345678"}};
    if (kind == "hand_over") return Value::Object{{"collection_code", "4711"}};
    if (kind == "return") return Value::Object{{"reason", "broken"}};
    if (kind == "recycle") return Value::Object{{"slip", "BE-1"}, {"weight_g", 2200}};
    if (kind == "hand_back") {
        (void)world.send("correct", unit,
                         Value::Object{{"field", "owner"}, {"value", "client"}, {"reason", "typo"}},
                         world.leaderWithPin());
        return Value::Object{{"signature", Uuid::v4().text()}};
    }
    if (kind == "restock" || kind == "move" || kind == "unpick" || kind == "take_out")
        return Value::Object{{"location", world.shelf}};
    if (kind == "put_in") return Value::Object{{"container", world.box()}};
    if (kind == "transfer") return Value::Object{{"site", "lyon"}};
    if (kind == "arrive") (void)world.send("transfer", unit, Value::Object{{"site", "lyon"}});
    if (kind == "undo") (void)world.send("move", unit, Value::Object{{"location", world.shelf}});
    if (kind == "attach_drive") return Value::Object{{"serial", "S1"}};
    if (kind == "remove_drive") return Value::Object{{"drive", drive}};
    if (kind == "record_inventory")
        return Value::Object{{"report", Uuid::v4().text()}, {"hardware", Value::Object{}}};
    if (kind == "relabel") return Value::Object{{"reason", "damaged"}, {"old", "destroyed"}};
    if (kind == "note") return Value::Object{{"note", Uuid::v4().text()}};
    if (kind == "correct") return Value::Object{{"field", "model"}, {"value", "T490"}, {"reason", "typo"}};
    if (kind == "merge") return Value::Object{{"into", world.laptop()}, {"reason", "twice"}};
    return {};
}

Author authorOf(const MemoryWorld& world, std::string_view kind) {
    if (kind == "confirm_no_drive") return world.signedByTwo();
    if (kind == "certify_drive" || kind == "release_drive") return world.itself;
    if (kind == "check_drive") {
        Author another = world.itself;
        another.lastingActor = world.colleague.lastingActor;
        return another;
    }
    if (kind == "correct" || kind == "merge") return world.leaderWithPin();
    if (kind == "control") return world.colleague;
    if (kind == "arrive") return MemoryWorld::at(world.worker, "lyon");
    if (containsWord("reserve release", kind)) return world.team;
    if (containsWord("recycle hand_back deliver", kind)) return world.logistics;
    return world.worker;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_walk_test)

BOOST_AUTO_TEST_CASE(the_walk_knows_every_kind_of_a_unit) {
    for (const KindRow& row : kinds())
        if (row.subject == Subject::unit)
            BOOST_TEST(std::count_if(std::begin(ways), std::end(ways),
                                     [&](const Way& way) { return way.kind == row.name; }) == 1,
                       row.name);
}

BOOST_DATA_TEST_CASE(a_unit_goes_from_each_stage_only_where_the_table_says, data::make(ways), way) {
    for (const StageRow& stage : stages()) {
        if (stage.subject != Subject::unit) continue;
        MemoryWorld world;
        const std::string unit = world.laptopAt(stage.name);
        BOOST_REQUIRE_EQUAL(world.unit(unit).stage, stage.name);
        const Value data = prepare(world, way.kind, unit);
        const std::string refused = world.send(way.kind, unit, data, authorOf(world, way.kind));
        BOOST_TEST_CONTEXT(way.kind << " from " << stage.name) {
            if (containsWord(way.from, stage.name)) {
                BOOST_TEST(refused == "");
                BOOST_TEST(world.unit(unit).stage == (way.to == "=" ? stage.name : way.to));
            } else {
                BOOST_TEST(refused == (way.kind == "receive"    ? "already_known"
                                       : stage.name == "merged" ? "merged"
                                                                : "wrong_stage"));
                BOOST_TEST(world.unit(unit).stage == stage.name);
            }
        }
    }
}

BOOST_DATA_TEST_CASE(who_has_no_right_is_told_so_and_nothing_happens, data::make(ways), way) {
    MemoryWorld world;
    const std::string unit = world.laptopAt("received");
    const auto version = world.unit(unit).version;
    for (const Role role : everyRole)
        if (!kindNamed(way.kind)->roles.contains(role))
            BOOST_TEST(world.send(way.kind, unit, {}, MemoryWorld::person(role)) == "no_right");
    BOOST_TEST(world.unit(unit).version == version);
}

BOOST_AUTO_TEST_SUITE_END()
