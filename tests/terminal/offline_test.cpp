#include <boost/test/unit_test.hpp>

#include "terminal/knowledge.h"
#include "tests/terminal/workbench.h"

using remise::domain::Value;

namespace {

/// A floor whose network goes once somebody has signed in and a few things were looked up.
struct CutOff : Workbench {
    CutOff() {
        histories[floor_of::unit] = floor_of::receivedLaptop(floor_of::unit);
        scan(floor_of::badge);
        waitUntil([&] { return shell.screen() == "stations"; });
        shell.openStation("sorting");
        scan(floor_of::unit);
        waitForLayout("choice");
        shell.openStation("sorting");
    }
    void cut() {
        isAway = true;
        client.get("/healthz", [](const auto&) {});
        waitUntil([&] { return client.isAway(); });
    }
    void mend() {
        isAway = false;
        waitUntil([&] { return shell.waiting() == 0; });
    }
    [[nodiscard]] std::string result(const char* name) {
        return shell.work()->result()[name].toString().toStdString();
    }
    [[nodiscard]] std::string complaint() const { return shell.refusal()["code"].toString().toStdString(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(offline_test)

BOOST_FIXTURE_TEST_CASE(a_unit_is_sorted_without_the_server_and_the_screen_tells_when_it_has_arrived,
                        CutOff) {
    cut();
    BOOST_TEST(shell.isAway());
    sortUnit();
    waitForLayout("result");
    BOOST_TEST(result("sign") == "info");
    BOOST_TEST(result("where") == "Gardé ici. Continue.");
    BOOST_TEST(result("code") != "");
    BOOST_TEST(shell.waiting() == 1);
    BOOST_TEST(sent.empty());
    mend();
    BOOST_TEST(result("sign") == "go");
    BOOST_TEST(result("where") == "Arrivé au serveur");
    BOOST_REQUIRE(sent.size() == 1);
    BOOST_TEST(sent[0].kind == "sort");
    BOOST_TEST(!shell.isAway());
}

BOOST_FIXTURE_TEST_CASE(a_unit_that_was_sorted_without_the_server_waits_for_its_next_station, CutOff) {
    cut();
    sortUnit();
    waitForLayout("result");
    scan(floor_of::unit);
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_elsewhere");
    const auto moved = cache.unit(floor_of::unit);
    BOOST_REQUIRE(moved.has_value());
    BOOST_TEST(moved->now.version == 2);
    BOOST_TEST(moved->now.stage == "in_work");
}

BOOST_FIXTURE_TEST_CASE(an_answer_is_taken_back_without_the_server, CutOff) {
    cut();
    sortUnit();
    waitForLayout("result");
    shell.undo();
    waitForLayout("result");
    BOOST_TEST(shell.waiting() == 2);
    BOOST_TEST(cache.unit(floor_of::unit)->now.stage == "received");
    mend();
    BOOST_REQUIRE(sent.size() == 2);
    BOOST_TEST(sent[1].kind == "undo");
    BOOST_TEST((sent[1].after == sent[0].id));
}

BOOST_FIXTURE_TEST_CASE(a_badge_that_was_used_here_signs_in_without_the_server, CutOff) {
    cut();
    shell.change();
    shell.change();
    BOOST_TEST(shell.screen().toStdString() == "signIn");
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    BOOST_TEST(shell.worker().toStdString() == "hirondelle");
}

BOOST_FIXTURE_TEST_CASE(a_badge_that_was_never_used_here_does_not, CutOff) {
    cut();
    scan(floor_of::otherBadge);
    waitUntil([&] { return !complaint().empty(); });
    BOOST_TEST(complaint() == "badge_not_known_here");
    BOOST_TEST(shell.refusal()["sign"].toString().toStdString() == "wait");
    BOOST_TEST(shell.screen().toStdString() == "signIn");
}

BOOST_FIXTURE_TEST_CASE(a_unit_that_was_never_seen_here_is_put_aside, CutOff) {
    cut();
    scan(floor_of::otherUnit);
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "not_known_here");
}

BOOST_FIXTURE_TEST_CASE(what_the_server_must_agree_to_is_kept_in_its_place_and_not_called_done, CutOff) {
    remise::terminal::KnownUnit packed;
    packed.now.code = floor_of::unit;
    packed.now.stage = "packed";
    packed.now.version = 9;
    packed.now.state = remise::domain::Value::Object{{"category", "laptop"}};
    cache.keepUnit(packed);
    cut();
    shell.openStation("shipping");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    scan("8N00000000012");
    waitForLayout("refusal");
    BOOST_TEST(refusal() == "waits_for_server");
    BOOST_TEST(shell.work()->refusal()["sign"].toString().toStdString() == "wait");
    BOOST_TEST(shell.waiting() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_terminal_starts_and_works_with_the_server_away, CutOff) {
    const auto procedures = server.asked.size();
    shell.begin();
    waitUntil(
        [&] { return cache.answer("/api/v1/procedures").has_value() || server.asked.size() > procedures; });
    cache.keepAnswer("/api/v1/procedures", remise::domain::Value::Array{floor_of::procedureJson("sorting")});
    cut();
    remise::terminal::Shell later(client, outbox, cache, printing);
    later.begin();
    waitUntil([&] { return later.isReady(); });
    later.scan(QString::fromStdString(floor_of::badge));
    waitUntil([&] { return later.screen() == "stations"; });
    BOOST_TEST(later.stations().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_machine_is_received_and_sorted_without_the_server) {
    Workbench floor;
    floor.receiveUntilLabel();
    floor.isAway = true;
    floor.client.get("/healthz", [](const auto&) {});
    waitUntil([&] { return floor.client.isAway(); });
    floor.scan(floor_of::otherUnit);
    floor.waitForLayout("result");
    BOOST_TEST(floor.shell.work()->result()["sign"].toString().toStdString() == "info");
    floor.shell.openStation("sorting");
    floor.sortUnit(floor_of::otherUnit);
    floor.waitForLayout("result");
    BOOST_TEST(floor.shell.waiting() == 2);
    floor.isAway = false;
    waitUntil([&] { return floor.shell.waiting() == 0; });
    BOOST_REQUIRE(floor.sent.size() == 2);
    BOOST_TEST(floor.sent[0].kind == "receive");
    BOOST_TEST(floor.sent[1].kind == "sort");
    BOOST_TEST((floor.sent[1].after == floor.sent[0].id));
}

BOOST_FIXTURE_TEST_CASE(a_server_that_comes_and_goes_is_asked_for_its_lists_once_a_minute, CutOff) {
    const auto lists = [this] {
        return std::ranges::count(server.asked, "/api/v1/procedures", &SmallServer::Asked::path);
    };
    for (int times = 0; times < 5; ++times) {
        cut();
        isAway = false;
        waitUntil([&] { return !client.isAway(); });
        waitUntil([&] { return lists() == 1; });
    }
    bool isRead = false;
    client.get("/healthz", [&](const auto&) { isRead = true; });
    waitUntil([&] { return isRead; });
    BOOST_TEST(lists() == 1);
}

BOOST_FIXTURE_TEST_CASE(units_of_the_floor_and_of_open_cages_are_known_without_the_server, CutOff) {
    server.answer = [this, before = server.answer](const SmallServer::Asked& asked) {
        const bool isAsked = asked.path.find("stage=to_recycle") != std::string::npos;
        if (asked.path.starts_with("/api/v1/units?") && !isAway) {
            Value unit = Value::Object{{"code", floor_of::otherUnit},
                                       {"stage", "to_recycle"},
                                       {"version", 4},
                                       {"state", Value::Object{{"container", floor_of::cage}}}};
            Value page = Value::Object{{"units", Value::Array{}}, {"next_page", Value()}};
            if (isAsked) page["units"] = Value::Array{unit};
            return SmallServer::Said{200, canonicalJson(page)};
        }
        if (asked.path == "/api/v1/procedures")
            return SmallServer::Said{200, canonicalJson(Value::Array{floor_of::procedureJson("sorting")})};
        return before(asked);
    };
    shell.begin();
    waitUntil([&] { return cache.unit(floor_of::otherUnit).has_value(); });
    BOOST_TEST(cache.unit(floor_of::otherUnit)->now.state.textOr("container") == floor_of::cage);
}

BOOST_FIXTURE_TEST_CASE(an_answer_that_is_overtaken_does_not_take_a_unit_back, CutOff) {
    remise::terminal::Knowledge knowledge(client, outbox, cache);
    server.holdsBack = questionsTo("/api/v1/units/");
    bool isAnswered = false;
    knowledge.lookUp(floor_of::unit, [&](const auto&) { isAnswered = true; });
    waitUntil([&] { return server.held() == 1; });
    remise::terminal::KnownUnit later = cache.unit(floor_of::unit).value();
    later.now.version = 2;
    knowledge.moveOn({{}, {later}, {}});
    server.release();
    waitUntil([&] { return isAnswered; });
    BOOST_TEST(cache.unit(floor_of::unit).value().now.version == 2);
}

BOOST_FIXTURE_TEST_CASE(a_restored_terminal_uses_no_code_of_its_old_lease, Workbench) {
    cache.keepCode("old");
    server.answer = [before = server.answer](const SmallServer::Asked& asked) {
        if (asked.path == "/api/v1/terminals/self")
            return SmallServer::Said{200, R"({"counter":40,"restored":true})"};
        return before(asked);
    };
    bool isFound = false;
    QObject::connect(&outbox, &remise::terminal::Outbox::foundRestored, &shell, [&] { isFound = true; });
    outbox.begin();
    waitUntil([&] { return isFound && cache.codesLeft() == 1; });
    BOOST_TEST(cache.takeCode().value() == floor_of::otherUnit);
}

BOOST_FIXTURE_TEST_CASE(what_is_refused_after_the_unit_has_left_goes_to_the_leader, CutOff) {
    refusals[floor_of::unit] = "wrong_stage";
    cut();
    sortUnit();
    waitForLayout("result");
    shell.work()->next();
    mend();
    waitForLayout("refusal");
    BOOST_TEST(shell.work()->refusal()["expectedText"].toString().toStdString() ==
               "L'encadrant va regarder.");
    BOOST_REQUIRE(!sent.empty());
    BOOST_TEST(sent.back().isLate);
    BOOST_TEST(!cache.unit(floor_of::unit).has_value(), "what was thought here is forgotten");
}

BOOST_AUTO_TEST_SUITE_END()
