#include "server/domain/policy.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/domain/memory_world.h"

using namespace remise::domain;
using remise::test::MemoryWorld;

BOOST_FIXTURE_TEST_SUITE(policy_test, MemoryWorld)

BOOST_AUTO_TEST_CASE(the_next_step_of_a_laptop_is_the_first_fact_missing_in_the_usual_order) {
    const std::string unit = laptop(), drive = putDrive(unit);
    const auto after = [&](std::string_view kind, Value data = {}) {
        must(kind, unit, std::move(data), kind == "control" ? colleague : worker);
        return next(unit);
    };
    BOOST_TEST(next(unit) == "sort");
    BOOST_TEST(after("sort", Value::Object{{"category", "laptop"}, {"verdict", "keep"}, {"locked", true}}) ==
               "unlock");
    BOOST_TEST(after("unlock") == "test");
    BOOST_TEST(after("record_test", allTestsPass()) == "erase");
    erase(unit, drive);
    BOOST_TEST(next(unit) == "grade");
    BOOST_TEST(after("grade", Value::Object{{"cosmetic", "A"}}) == "install");
    BOOST_TEST(after("install", Value::Object{{"os", "linux"}}) == "clean");
    BOOST_TEST(after("clean") == "control");
    BOOST_TEST(after("control") == "stock");
    BOOST_TEST(after("stock", stocking(shelf)) == "");
}

BOOST_AUTO_TEST_CASE(work_has_no_single_order) {
    const std::string unit = laptop(), drive = putDrive(unit);
    must("clean", unit);
    must("install", unit, Value::Object{{"os", "linux"}});
    must("grade", unit, Value::Object{{"cosmetic", "A"}});
    erase(unit, drive);
    must("record_test", unit, allTestsPass());
    BOOST_TEST(next(unit) == "sort");
    must("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    BOOST_TEST(next(unit) == "control");
}

BOOST_AUTO_TEST_CASE(what_is_not_worth_work_is_erased_and_goes) {
    const std::string scrap = laptop(), parts = laptop(), drive = putDrive(scrap);
    must("sort", scrap, Value::Object{{"category", "laptop"}, {"verdict", "recycle"}});
    BOOST_TEST(next(scrap) == "erase");
    erase(scrap, drive);
    BOOST_TEST(next(scrap) == "recycle");
    must("confirm_no_drive", parts, {}, signedByTwo());
    must("sort", parts, Value::Object{{"category", "laptop"}, {"verdict", "dismantle"}});
    BOOST_TEST(next(parts) == "dismantle");
}

BOOST_AUTO_TEST_CASE(a_unit_under_way_waits_for_its_next_hands) {
    const std::pair<std::string_view, std::string_view> waits[] = {{"controlled", "stock"},
                                                                   {"in_stock", ""},
                                                                   {"reserved", "pick"},
                                                                   {"picked", "pack"},
                                                                   {"packed", "ship"},
                                                                   {"shipped", ""},
                                                                   {"delivered", ""},
                                                                   {"returned", "readmit"},
                                                                   {"blocked", "unblock"},
                                                                   {"to_dismantle", "dismantle"},
                                                                   {"dismantled", "recycle"},
                                                                   {"to_recycle", "recycle"},
                                                                   {"lost", ""},
                                                                   {"merged", ""}};
    for (const auto& [stage, step] : waits)
        BOOST_TEST(next(laptopAt(stage)) == step, stage);
}

BOOST_AUTO_TEST_CASE(a_word_is_found_whole_or_not_at_all) {
    BOOST_TEST(containsWord("in_work received", "received"));
    BOOST_TEST(containsWord("in_work received", "in_work"));
    BOOST_TEST(!containsWord("in_work received", "work"));
    BOOST_TEST(!containsWord("in_work received", "in_work received"));
    BOOST_TEST(!containsWord("in_work", ""));
    BOOST_TEST(!containsWord("", "a"));
    BOOST_TEST(containsWord("aa a", "a"));
}

BOOST_AUTO_TEST_CASE(every_category_has_words_tests_and_facts) {
    for (const CategoryPolicy& policy : policies()) {
        BOOST_TEST(!policy.fr.empty());
        BOOST_TEST(containsWord(policy.facts, "tested"));
        BOOST_TEST(containsWord(policy.facts, "graded"));
        BOOST_TEST(containsWord(policy.tests, "visual"));
        forEachWord(policy.facts, [](std::string_view fact) { BOOST_TEST(stepOf(fact) != fact, fact); });
        BOOST_TEST(isCounted(policy.category));
    }
    BOOST_TEST(goodsWords("charger").fr == "chargeur");
    BOOST_TEST(goodsWords("laptop").fr == "portable");
    BOOST_TEST(goodsWords("unheard_of").en == "unheard_of");
}

BOOST_AUTO_TEST_SUITE_END()
