#include "server/workshop/unit_api.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/server/program_fixture.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

/// A laptop that a request of an association holds, with everything in it that is nobody else's business.
struct Promised : Reports {
    const domain::Uuid theirs = domain::Uuid::v4();
    const std::string member = bearerOf(Role::association, theirs);
    std::string code = receivedLaptop();
    std::string actor;

    Promised() {
        BOOST_REQUIRE(inventory(code, glpiJson()).status == 200);
        const Value known = unit(code);
        actor = known["facts"]["received"].textOr("actor");
        Value state = Value::Object{{"request", "R-7"},
                                    {"maker", "LENOVO"},
                                    {"serial", "PF0ABC12"},
                                    {"lot", "SECRET-lot"},
                                    {"owner", "SECRET-owner"},
                                    {"basis", "SECRET-basis"},
                                    {"container", "SECRET-container"},
                                    {"location", "SECRET-location"},
                                    {"price_cents", 14900},
                                    {"tracking", "XY123"},
                                    {"secret", "SECRET-of-tomorrow"}};
        state["hardware"] = Value::Object{{"serial", "SECRET-hardware"}};
        state["facts"]["tested"] = Value::Object{{"at", 1}, {"actor", "SECRET-actor"}};
        state["drives"]["DBCDFGHJKL"] = Value::Object{{"serial", "SECRET-drive"},
                                                      {"status", "certified"},
                                                      {"method", "overwrite"},
                                                      {"second", "SECRET-second"},
                                                      {"report", "SECRET-report"}};
        const auto connection = database.pool().take();
        connection
            ->prepare(
                "UPDATE unit SET request = 'R-7', stage = 'shipped', location = 'SECRET-location', "
                "container = 'SECRET-container', state = ? WHERE code = ?")
            .bind(canonicalJson(state))
            .bind(code)
            .execute();
        connection
            ->prepare(
                "INSERT INTO request (id, code, stage, version, head, changed_at, submitted_at, "
                "association, state) VALUES (7, 'R-7', 'shipped', 1, ?, 1, 1, ?, '{}')")
            .bind(domain::Digest{}.raw())
            .bind(theirs.raw())
            .execute();
    }

    http::Reply asMember(const std::string& target, const std::string& bearer) {
        return ask({.target = target, .token = bearer});
    }
};

/// What an association is told of a unit beside its passport.
const std::set<std::string> beside{"stage",   "next",    "version",  "changed_at",      "request",
                                   "product", "carrier", "tracking", "warranty_months", "price_cents"};

std::string codesOf(const Value& page) {
    std::string codes;
    for (const Value& unit : page["units"].array())
        codes += (codes.empty() ? "" : " ") + unit.textOr("code");
    return codes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unit_api_test)

BOOST_AUTO_TEST_CASE(an_association_sees_of_its_units_what_the_passport_shows_and_where_they_are) {
    Promised site;
    const auto alone = site.asMember("/api/v1/units/" + site.code, site.member);
    const auto list = site.asMember("/api/v1/units", site.member);
    BOOST_REQUIRE(alone.status == 200);
    BOOST_REQUIRE(list.status == 200);
    for (const auto& body : {alone.body, list.body}) {
        BOOST_TEST(body.find("SECRET") == body.npos, body);
        BOOST_TEST(body.find("PF0ABC12") == body.npos, body);
    }
    const Value unit = site.json(alone);
    BOOST_TEST((site.json(list)["units"].array().at(0) == unit));
    const Value passport =
        site.json(site.ask({.target = "/u/" + site.code, .headers = {{"Accept", "application/json"}}}));
    for (const auto& [name, value] : unit.object())
        BOOST_TEST((beside.contains(name) || passport[name] == value), name);
    BOOST_TEST(unit.textOr("stage") == "shipped");
    BOOST_TEST(unit.textOr("request") == "R-7");
    BOOST_TEST(unit.textOr("tracking") == "XY123");
    BOOST_TEST(unit.integerOr("price_cents", 0) == 14900);
    BOOST_TEST(unit["erasure"]["drives"].array().at(0).textOr("status") == "certified");
}

BOOST_AUTO_TEST_CASE(another_associations_unit_is_unknown_and_in_no_list) {
    Promised site;
    const auto other = site.bearerOf(Role::association);
    BOOST_TEST(site.codeOf(site.asMember("/api/v1/units/" + site.code, other)) == "unknown_code");
    BOOST_TEST(site.asMember("/api/v1/units", other).body == R"({"next_page":null,"units":[]})");
    BOOST_TEST(site.asMember("/api/v1/units?serial=PF0ABC12", other).body ==
               R"({"next_page":null,"units":[]})");
}

BOOST_AUTO_TEST_CASE(the_house_sees_all_of_it) {
    Promised site;
    const Value unit = site.json(site.asMember("/api/v1/units/" + site.code, site.bearerOf(Role::team)));
    BOOST_TEST(unit.textOr("serial") == "PF0ABC12");
    BOOST_TEST(!unit["events"].array().empty());
}

BOOST_AUTO_TEST_CASE(without_its_events_a_unit_is_the_same) {
    Reports site;
    const auto code = site.receivedLaptop();
    Value whole = site.unit(code);
    whole.object().erase("events");
    BOOST_TEST((site.json(site.get("/api/v1/units/" + code + "?events=0")) == whole));
}

BOOST_AUTO_TEST_CASE(units_come_page_by_page_in_the_order_of_arrival) {
    Reports site;
    std::vector<std::string> codes;
    for (int i = 0; i < 5; ++i)
        codes.push_back(site.receivedLaptop());
    const Value first = site.json(site.get("/api/v1/units?limit=2"));
    BOOST_TEST(codesOf(first) == codes[0] + " " + codes[1]);
    BOOST_TEST(first.textOr("next_page") == codes[1]);
    const Value second = site.json(site.get("/api/v1/units?limit=2&after=" + codes[1]));
    BOOST_TEST(codesOf(second) == codes[2] + " " + codes[3]);
    const Value last = site.json(site.get("/api/v1/units?limit=2&after=" + codes[3]));
    BOOST_TEST(codesOf(last) == codes[4]);
    BOOST_TEST(last["next_page"].isNull());
}

BOOST_AUTO_TEST_CASE(each_filter_narrows_the_list_and_together_they_all_hold) {
    Reports site;
    const auto blocked = site.receivedLaptop(), known = site.receivedLaptop(), plain = site.receivedLaptop();
    BOOST_TEST(site.sendOne(site.command("block", blocked)) == "accepted");
    BOOST_TEST(site.inventory(known, glpiJson()).status == 200);
    const auto listed = [&](const std::string& query) {
        return codesOf(site.json(site.get("/api/v1/units?" + query)));
    };
    BOOST_TEST(listed("stage=blocked") == blocked);
    BOOST_TEST(listed("serial=PF0ABC12") == known);
    BOOST_TEST(listed("serial=PF0ABC12&stage=blocked") == "");
    BOOST_TEST(listed("product=LAP-B") == "");
    BOOST_TEST(listed("location=LBCDFGHJKL") == "");
    BOOST_TEST(listed("next=" + site.unit(plain).textOr("next")).find(plain) != std::string::npos);
    BOOST_TEST(listed("next=ship") == "");
}

BOOST_AUTO_TEST_CASE(a_stage_or_a_step_that_does_not_exist_is_refused_by_its_name) {
    Reports site;
    for (const std::string name : {"stage", "next"}) {
        const auto reply = site.get("/api/v1/units?" + name + "=nothing");
        BOOST_TEST(site.codeOf(reply) == "bad_parameter");
        BOOST_TEST(site.json(reply)["detail"].text().find(name) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_page_size_or_a_place_that_is_none_is_refused) {
    Reports site;
    for (const std::string query : {"limit=0", "limit=501", "limit=many", "after=nobody"})
        BOOST_TEST(site.codeOf(site.get("/api/v1/units?" + query)) == "bad_parameter", query);
}

BOOST_AUTO_TEST_SUITE_END()
