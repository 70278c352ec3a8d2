#include "server/catalogue/catalogue_rules.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::catalogue;

namespace {

std::string codeOf(const domain::Verdict& verdict) {
    return verdict ? "" : std::string(verdict.refusal().code());
}

constexpr Evidence nothing{};
constexpr Evidence testedAndErased{true, true, false};
constexpr Evidence allFrench{true, true, true};

domain::Product laptop() {
    domain::Product product;
    product.sku = "LAP-B";
    product.nameFr = "Portable bureautique";
    product.nameEn = "Office laptop";
    product.goodForFr = "Pour écrire et compter.";
    product.goodForEn = "To write and count.";
    product.category = "laptop";
    product.performanceClass = 2;
    product.grade = "B";
    product.priceCents = 14900;
    product.referenceNewCents = 62000;
    product.drawing = "laptop";
    return product;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue_rules_test)

BOOST_DATA_TEST_CASE(a_text_never_says_that_a_second_hand_thing_is_new,
                     boost::unit_test::data::make({"neuf", "Portable NEUF", "état neuf", "comme neuf",
                                                   "remis à neuf", "quasi-neuf", "comme neuve", "des neufs",
                                                   "l'état\u00a0neuf", "n\u00adeuf", "ne\u200buf",
                                                   "brand new", "like-new", "as new", "Brand\u00a0New"}),
                     text) {
    BOOST_TEST(codeOf(checkWording(text, allFrench)) == "says_new");
}

BOOST_DATA_TEST_CASE(words_that_only_look_like_it_may_stand,
                     boost::unit_test::data::make({"Neufchâteau", "un écran de 19 pouces", "dix-neuvième",
                                                   "new battery", "Portable bureautique", ""}),
                     text) {
    BOOST_TEST(codeOf(checkWording(text, nothing)) == "");
}

BOOST_AUTO_TEST_CASE(reconditionne_needs_tests_and_erasure) {
    for (const std::string text : {"Portable reconditionné", "RECONDITIONNÉE", "refurbished laptop"}) {
        BOOST_TEST(codeOf(checkWording(text, nothing)) == "not_refurbished");
        BOOST_TEST(codeOf(checkWording(text, {true, false, false})) == "not_refurbished");
        BOOST_TEST(codeOf(checkWording(text, {false, true, false})) == "not_refurbished");
        BOOST_TEST(codeOf(checkWording(text, testedAndErased)) == "");
    }
}

BOOST_AUTO_TEST_CASE(reconditionne_en_france_needs_every_operation_to_be_french) {
    BOOST_TEST(codeOf(checkWording("reconditionné en France", testedAndErased)) == "not_all_in_france");
    BOOST_TEST(codeOf(checkWording("reconditionné en France", allFrench)) == "");
    BOOST_TEST(codeOf(checkWording("reconditionné, livré en France", testedAndErased)) == "");
}

BOOST_AUTO_TEST_CASE(a_product_is_held_to_the_law_in_all_its_texts) {
    BOOST_TEST(codeOf(checkProduct(laptop(), nothing)) == "");
    for (auto text : {&domain::Product::nameFr, &domain::Product::nameEn, &domain::Product::goodForFr,
                      &domain::Product::goodForEn}) {
        auto product = laptop();
        product.*text = "comme neuf";
        BOOST_TEST(codeOf(checkProduct(product, allFrench)) == "says_new");
    }
}

BOOST_AUTO_TEST_CASE(a_product_names_the_field_that_is_wrong) {
    const auto wrong = [](auto change) {
        auto product = laptop();
        change(product);
        const auto verdict = checkProduct(product, testedAndErased);
        return verdict ? std::string() : verdict.refusal().details().at("name");
    };
    BOOST_TEST(wrong([](auto& p) { p.sku = "a b"; }) == "sku");
    BOOST_TEST(wrong([](auto& p) { p.drawing = "../secret"; }) == "drawing");
    BOOST_TEST(wrong([](auto& p) { p.category = "car"; }) == "category");
    BOOST_TEST(wrong([](auto& p) { p.grade = "R"; }) == "grade");
    BOOST_TEST(wrong([](auto& p) { p.priceCents = -1; }) == "price_cents");
    BOOST_TEST(wrong([](auto& p) { p.performanceClass = 5; }) == "class");
    BOOST_TEST(wrong([](auto& p) { p.mostPerAssociation = 0; }) == "most_per_association");
    BOOST_TEST(wrong([](auto& p) { p.goodForFr.clear(); }) == "text");
}

BOOST_AUTO_TEST_CASE(only_grades_a_to_c_are_refurbished_and_r_is_never_sold) {
    BOOST_TEST((soldAs("A") == SoldAs::refurbished && soldAs("C") == SoldAs::refurbished));
    BOOST_TEST((soldAs("D") == SoldAs::secondHand));
    BOOST_TEST((soldAs("R") == SoldAs::notSold && soldAs("") == SoldAs::notSold));
}

BOOST_AUTO_TEST_SUITE_END()
