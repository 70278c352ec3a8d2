#include <QFile>
#include <QRegularExpression>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "terminal/icons.h"
#include "terminal/procedure_json.h"
#include "terminal/procedure_player.h"
#include "tests/terminal/floor.h"

using namespace remise::terminal;
using remise::domain::Value;

namespace {

/// The categories that a station takes; a laptop where it takes all.
std::vector<std::string> categoriesOf(const Procedure& procedure) {
    std::vector<std::string> categories;
    for (const Condition& condition : procedure.takes) {
        if (condition.path != "unit.category") continue;
        for (const Value& category : condition.anyOf)
            categories.push_back(category.text());
    }
    return categories.empty() ? std::vector<std::string>{"laptop"} : categories;
}

/// Answers the card in one of the ways it offers; `which` counts them.
void answer(ProcedurePlayer& player, std::size_t which, const std::string& category = "laptop") {
    const Card& card = *player.card();
    Value thing;
    if (which < card.choices.size() && card.ask == Ask::scan) return player.choose(which);
    switch (card.ask) {
        case Ask::choice:
            return player.choose(which);
        case Ask::several:
            player.toggle(which);
            return player.confirm();
        case Ask::confirm:
            return player.confirm();
        case Ask::number:
            BOOST_REQUIRE(player.enter(card.number.most).ok());
            return;
        case Ask::pin:
            return player.enterPin("4821");
        case Ask::print:
        case Ask::reprint:
            return player.printed(floor_of::unit);
        case Ask::bench:
            return player.skip();
        case Ask::drive:
            return player.take(player.offers().at(0));
        case Ask::product:
            thing["sku"] = "LAP-8";
            return player.take(thing);
        case Ask::pick:
            thing["code"] = floor_of::unit;
            thing["location"] = floor_of::shelf;
            return player.take(thing);
        case Ask::scan:
            break;
    }
    const std::string& next = player.procedure().serves.empty() ? "" : player.procedure().serves.front();
    Value unit = floor_of::laptop(next);
    unit["category"] = category;
    switch (card.expect) {
        case Expect::unit:
            BOOST_REQUIRE(player.scan(floor_of::unit).ok());
            BOOST_REQUIRE(player.takeUnit(unit).ok());
            return;
        case Expect::printed:
            BOOST_REQUIRE(player.scan(floor_of::unit).ok());
            return;
        case Expect::drive:
            BOOST_REQUIRE(player.scan(floor_of::drive).ok());
            return;
        case Expect::location:
            BOOST_REQUIRE(player.scan(floor_of::shelf).ok());
            return;
        case Expect::container:
            BOOST_REQUIRE(player.scan(floor_of::cage).ok());
            return;
        case Expect::badge:
            BOOST_REQUIRE(player.scan(floor_of::otherBadge).ok());
            return;
        case Expect::serial:
            BOOST_REQUIRE(player.scan("S/N: PF0ABCDE").ok());
            return;
        case Expect::text:
            BOOST_REQUIRE(player.scan("8N00000000012").ok());
            return;
    }
}

/// Plays every way through what is left; calls `atEnd` at the end of each.
void playAllWays(ProcedurePlayer& player, const std::string& category,
                 const std::function<void(const ProcedurePlayer&)>& atEnd) {
    if (player.finished()) return atEnd(player);
    const std::size_t scans = player.card()->ask == Ask::scan ? 1 : 0;
    const std::size_t ways = std::max<std::size_t>(1, player.card()->choices.size() + scans);
    for (std::size_t way = 0; way < ways; ++way) {
        const bool prints = remise::terminal::prints(player.card()->ask);
        answer(player, way, category);
        playAllWays(player, category, atEnd);
        if (!prints) player.stepBack();  // a printed label stays printed
    }
}

/// What is held against THE table; the second person's badge and PIN become an id on the server.
std::string faultOf(const Draft& draft) {
    const auto* row = remise::domain::kindNamed(draft.kind);
    if (!row) return "there is no kind " + draft.kind;
    Value data = draft.data;
    if (data.has("second")) data["second"] = "01931b2e-7f00-7000-8000-000000000001";
    const auto verdict = remise::domain::checkData(*row, data);
    return verdict ? "" : std::string(verdict.refusal().code()) + " " + remise::domain::canonicalJson(data);
}

/// What the server would not accept, or would still wait for.
std::string faultOfTests(const Value& tests, const remise::domain::CategoryPolicy& policy) {
    for (const auto& [test, result] : tests.object()) {
        if (!remise::domain::containsWord(policy.tests, test)) return test + " is no test of it";
    }
    const auto wanted = static_cast<std::size_t>(std::ranges::count(policy.tests, ' ') + 1);
    return tests.object().size() == wanted ? "" : remise::domain::canonicalJson(tests) + " is not all";
}

std::string refusalOf(const std::string& json) {
    const auto read = readProcedure(floor_of::readJson(json));
    return read ? "" : read.refusal().details().at("why");
}

std::string procedureWith(const std::string& cards, const std::string& send = R"({"kind":"clean"})") {
    return R"({"station":"here","title":{"fr":"Ici","en":"Here"},"icon":"box","cards":[)" + cards +
           R"(],"send":[)" + send + "]}";
}

const std::string scanUnit =
    R"({"id":"unit","ask":"scan","expect":"unit","into":"code","picture":"box","say":{"fr":"Scanne.","en":"Scan."}})";

}  // namespace

BOOST_AUTO_TEST_SUITE(procedures_test)

BOOST_DATA_TEST_CASE(every_way_through_a_station_gives_commands_that_the_table_takes,
                     boost::unit_test::data::make(floor_of::stations()), station) {
    const auto procedure = floor_of::procedure(station);
    std::size_t ways = 0;
    std::set<std::string> faults;
    for (const std::string& category : categoriesOf(*procedure)) {
        ProcedurePlayer player(procedure);
        playAllWays(player, category, [&](const ProcedurePlayer& played) {
            ++ways;
            if (played.drafts().empty()) faults.insert("nothing is sent");
            for (const Draft& draft : played.drafts()) {
                if (std::string fault = faultOf(draft); !fault.empty()) faults.insert(std::move(fault));
            }
        });
    }
    BOOST_TEST(ways > 0);
    for (const std::string& fault : faults)
        BOOST_ERROR(fault);
}

BOOST_DATA_TEST_CASE(every_picture_of_a_station_exists, boost::unit_test::data::make(floor_of::stations()),
                     station) {
    const auto procedure = floor_of::procedure(station);
    std::set<std::string> names{procedure->icon};
    for (const Card& card : procedure->cards) {
        names.insert(card.picture);
        for (const Point& point : card.points)
            names.insert(point.icon);
        for (const Choice& choice : card.choices)
            names.insert(choice.icon);
    }
    names.erase("");
    for (const std::string& name : names)
        BOOST_TEST(Icons::has(QString::fromStdString(name)), name);
}

BOOST_DATA_TEST_CASE(the_test_station_asks_for_every_mandatory_test,
                     boost::unit_test::data::make({std::string("laptop"), std::string("desktop")}),
                     category) {
    ProcedurePlayer player(floor_of::procedure("test"));
    std::set<std::string> faults;
    playAllWays(player, category, [&](const ProcedurePlayer& played) {
        const Value tests = played.drafts().at(0).data["tests"];
        faults.insert(faultOfTests(tests, *remise::domain::findPolicy(category)));
    });
    faults.erase("");
    for (const std::string& fault : faults)
        BOOST_ERROR(fault);
}

BOOST_AUTO_TEST_CASE(what_is_received_here_can_be_tested_here) {
    const auto tested = categoriesOf(*floor_of::procedure("test"));
    const auto reception = floor_of::procedure("reception");
    const auto card = std::ranges::find(reception->cards, "category", &Card::id);
    for (const Choice& choice : card->choices)
        BOOST_TEST((std::ranges::find(tested, choice.set.at(0).second.text()) != tested.end()));
}

BOOST_AUTO_TEST_CASE(a_machine_put_aside_or_locked_has_a_station) {
    std::set<std::string> served;
    for (const std::string& station : floor_of::stations()) {
        const auto procedure = floor_of::procedure(station);
        served.insert(procedure->serves.begin(), procedure->serves.end());
    }
    BOOST_TEST(served.contains("unlock"));
    BOOST_TEST(served.contains("unblock"));
}

/// As French is set in print: no line of a card begins with a mark.
BOOST_DATA_TEST_CASE(no_french_mark_stands_alone, boost::unit_test::data::make(floor_of::stations()),
                     station) {
    const QRegularExpression alone(R"([^\x{202f}][;!?]|[^\x{a0}]:|«[^\x{a0}]|[^\x{a0}]»)",
                                   QRegularExpression::UseUnicodePropertiesOption);
    std::vector<const Words*> words;
    const auto procedure = floor_of::procedure(station);
    for (const Card& card : procedure->cards) {
        words.insert(words.end(), {&card.say, &card.help, &card.skip});
        for (const Point& point : card.points)
            words.push_back(&point.label);
        for (const Choice& choice : card.choices)
            words.push_back(&choice.label);
    }
    for (const Words* one : words)
        BOOST_TEST(!QString::fromStdString(one->fr).contains(alone), one->fr);
}

BOOST_AUTO_TEST_CASE(no_two_stations_share_a_mode_card) {
    std::set<std::string> cards;
    for (const std::string& station : floor_of::stations()) {
        const auto procedure = floor_of::procedure(station);
        BOOST_TEST(!procedure->modeCard.empty(), station);
        BOOST_TEST(cards.insert(procedure->modeCard).second, station);
    }
}

BOOST_AUTO_TEST_CASE(a_sound_small_procedure_is_taken) {
    BOOST_TEST(refusalOf(procedureWith(scanUnit)) == "");
}

BOOST_AUTO_TEST_CASE(a_procedure_that_could_not_be_played_is_named_and_refused) {
    BOOST_TEST(refusalOf(procedureWith("")) == "there are no cards");
    BOOST_TEST(refusalOf(procedureWith(scanUnit + "," + scanUnit)) ==
               "card unit: the id is missing or used twice");
    BOOST_TEST(refusalOf(procedureWith(scanUnit, R"({"kind":"stock","data":{"product":"$product.sku"}})")) ==
               "send stock: product.sku is never asked");
    BOOST_TEST(refusalOf(procedureWith(scanUnit, R"({"kind":"clean","when":{"done":true}})")) ==
               "send clean: when uses done before it is known");
    BOOST_TEST(refusalOf(procedureWith(R"({"id":"a","ask":"dance"})")) == "card a: ask does not know dance");
    BOOST_TEST(refusalOf(procedureWith(R"({"id":"a","ask":"scan","colour":"red"})")) ==
               "card a: unknown member colour");
    BOOST_TEST(refusalOf(procedureWith(scanUnit + R"(,{"id":"c","ask":"choice","picture":"box",)" +
                                       R"("say":{"fr":"Quoi ?","en":"What?"},"choices":[]})")) ==
               "card c: two to 4 choices are expected");
    BOOST_TEST(
        refusalOf(procedureWith(scanUnit + R"(,{"id":"p","ask":"print","into":"label","picture":"box",)" +
                                R"("say":{"fr":"Ça sort.","en":"Printing."}})")) ==
        "card p: a printed label must be scanned back by the next card");
    BOOST_TEST(refusalOf(procedureWith(R"({"id":"p","ask":"reprint","into":"label","picture":"box",)"
                                       R"("say":{"fr":"Ça sort.","en":"Printing."}})")) ==
               "card p: the label of a scanned unit, or of its chosen drive, is printed again");
    BOOST_TEST(
        refusalOf(procedureWith(R"({"id":"n","ask":"scan","expect":"text","into":"lot","picture":"box",)"
                                R"("by_hand":true,"say":{"fr":"Scanne.","en":"Scan."}})")) ==
        "card n: by_hand is for a unit's code");
    BOOST_TEST(refusalOf(R"({"station":"here","title":{"fr":"Ici"},"icon":"box"})") ==
               "the title is missing in a language");
}

BOOST_AUTO_TEST_SUITE_END()
