#include "server/associations/registration_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::associations;

namespace {

Typed complete() {
    return {{"name", "Les Jardins de Pantin"},
            {"legal_kind", "loi_1901"},
            {"rna", "W751515517"},
            {"siren", ""},
            {"court_entry", ""},
            {"street", "12 rue du Chemin-Vert"},
            {"postcode", "93500"},
            {"city", "Pantin"},
            {"activity", "environment"},
            {"budget", "up_to_50k"},
            {"employees", "none"}};
}

std::map<std::string, std::string> wrongsOf(const Typed& typed) {
    Wrongs wrongs;
    (void)readAssociation(typed, wrongs);
    std::map<std::string, std::string> codes;
    for (const auto& [field, refusal] : wrongs)
        codes.emplace(field, refusal.code());
    return codes;
}

using Codes = std::map<std::string, std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(registration_rules_test)

BOOST_AUTO_TEST_CASE(a_complete_form_makes_an_association) {
    Wrongs wrongs;
    const auto association = readAssociation(complete(), wrongs);
    BOOST_TEST(wrongs.empty());
    BOOST_TEST(association.name == "Les Jardins de Pantin");
    BOOST_TEST(association.rna == "W751515517");
}

BOOST_AUTO_TEST_CASE(everything_that_is_wrong_is_told_at_once) {
    const auto wrongs = wrongsOf({});
    for (const std::string field :
         {"name", "legal_kind", "rna", "street", "postcode", "city", "activity", "budget", "employees"})
        BOOST_TEST(wrongs.contains(field), field);
}

BOOST_AUTO_TEST_CASE(identifiers_are_read_as_people_type_them) {
    auto typed = complete();
    typed["rna"] = " w751 515 517 ";
    typed["siren"] = "732 829 320";
    Wrongs wrongs;
    const auto association = readAssociation(typed, wrongs);
    BOOST_TEST(wrongs.empty());
    BOOST_TEST(association.rna == "W751515517");
    BOOST_TEST(association.siren == "732829320");
}

BOOST_AUTO_TEST_CASE(a_wrong_digit_is_seen) {
    auto typed = complete();
    typed["rna"] = "165789325";
    typed["siren"] = "732829321";
    BOOST_TEST((wrongsOf(typed) == Codes{{"rna", "bad_rna"}, {"siren", "bad_siren"}}));
}

BOOST_AUTO_TEST_CASE(one_identifier_is_enough_but_one_is_needed) {
    auto typed = complete();
    typed["rna"] = "";
    BOOST_TEST((wrongsOf(typed) == Codes{{"rna", "identifier_needed"}}));
    typed["siren"] = "732829320";
    BOOST_TEST(wrongsOf(typed).empty());
}

BOOST_AUTO_TEST_CASE(in_alsace_moselle_the_courts_entry_takes_the_place_of_the_rna) {
    auto typed = complete();
    typed["legal_kind"] = "local_law";
    typed["rna"] = "";
    BOOST_TEST((wrongsOf(typed) == Codes{{"court_entry", "court_entry_needed"}}));
    typed["court_entry"] = "Strasbourg, volume 90, folio 12";
    BOOST_TEST(wrongsOf(typed).empty());
}

BOOST_AUTO_TEST_CASE(a_list_takes_only_its_own_answers) {
    auto typed = complete();
    typed["legal_kind"] = "company";
    typed["postcode"] = "9350";
    BOOST_TEST((wrongsOf(typed) == Codes{{"legal_kind", "field_choice"}, {"postcode", "bad_postcode"}}));
}

BOOST_AUTO_TEST_SUITE_END()
