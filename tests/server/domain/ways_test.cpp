#include "server/domain/ways.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/policy.h"
#include "server/domain/stages.h"

using namespace remise::domain;

BOOST_AUTO_TEST_SUITE(ways_test)

BOOST_AUTO_TEST_CASE(the_ways_name_only_stages_and_kinds_that_exist) {
    for (const Way& way : otherWays()) {
        for (const auto words : {way.from, way.to})
            forEachWord(words, [&](std::string_view stage) {
                BOOST_TEST((containsWord("- = any on_site", stage) || findStage(way.subject, stage)),
                           way.kind << ": " << stage);
            });
        if (way.because != "what happens to its units")
            forEachWord(way.because, [](std::string_view kind) { BOOST_TEST(kindNamed(kind), kind); });
    }
}

BOOST_AUTO_TEST_CASE(every_row_whose_guard_chooses_has_its_ways) {
    for (const KindRow& row : kinds())
        if (row.to == "?")
            for (const std::string& from : stagesOf(row.subject, row.from)) {
                bool leads = false;
                for (const StageRow& to : stages())
                    leads =
                        leads || (to.subject == row.subject && isWay(row.subject, row.name, from, to.name));
                BOOST_TEST(leads, row.name << " from " << from);
            }
}

BOOST_AUTO_TEST_CASE(an_event_leads_only_where_the_table_says) {
    BOOST_TEST(isWay(Subject::unit, "receive", "", "received"));
    BOOST_TEST(isWay(Subject::unit, "move", "in_stock", "in_stock"));
    BOOST_TEST(isWay(Subject::unit, "find", "lost", "shipped"));
    BOOST_TEST(isWay(Subject::drive, "attach_drive", "", "detected"));
    BOOST_TEST(!isWay(Subject::unit, "receive", "received", "received"));
    BOOST_TEST(!isWay(Subject::unit, "move", "in_stock", "in_work"));
    BOOST_TEST(!isWay(Subject::unit, "ship", "packed", "delivered"));
    BOOST_TEST(!isWay(Subject::drive, "reopen", "detected", "certified"));
    BOOST_TEST(!isWay(Subject::request, "ship", "packed", "shipped"));
    BOOST_TEST(!isWay(Subject::unit, "teleport", "lost", "in_stock"));
}

BOOST_AUTO_TEST_SUITE_END()
