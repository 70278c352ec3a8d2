#include "server/domain/kinds.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"

using namespace remise::domain;
namespace data = boost::unit_test::data;

namespace {

std::string refused(const KindRow& row, const Value& value) {
    const auto verdict = checkData(row, value);
    return verdict ? "" : std::string(verdict.refusal().code());
}

/// A row with one field, to try its type.
std::string refusedAs(std::string_view type, const Value& value) {
    KindRow row = *kindNamed("clean");
    const std::string field = "x=" + std::string(type);
    row.fields = field;
    return refused(row, Value::Object{{"x", value}});
}

bool isServersOwn(const KindRow& row) {
    return std::none_of(std::begin(everyRole), std::end(everyRole),
                        [&](Role role) { return role != Role::system && row.roles.contains(role); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kinds_test)

BOOST_AUTO_TEST_CASE(every_kind_of_the_design_is_in_the_table_once) {
    static constexpr std::string_view designed =
        "receive sort clean grade install repair record_test record_erasure report control fail_control "
        "stock "
        "recheck reserve release pick unpick pack unpack ship hand_over deliver return restock readmit block "
        "unblock to_dismantle dismantle to_recycle recycle hand_back lose find move put_in take_out transfer "
        "arrive attach_drive remove_drive seal_drive destroy_drive unlock confirm_no_drive split combine "
        "count "
        "submit complete validate propose accept decline pay cancel close note undo merge correct relabel";
    forEachWord(designed, [](std::string_view name) { BOOST_TEST(kindNamed(name), name); });
    std::set<std::string_view> names;
    for (const KindRow& row : kinds())
        BOOST_TEST(names.insert(row.name).second, row.name);
}

BOOST_AUTO_TEST_CASE(what_people_wait_for_is_what_the_design_says) {
    static constexpr std::string_view waits =
        "reserve release ship hand_over recycle hand_back destroy_drive correct merge submit "
        "return_for_completion complete validate refuse propose accept decline pay cancel close";
    for (const KindRow& row : kinds())
        if (!isServersOwn(row))  // people neither send it nor wait for it
            BOOST_TEST((row.offline == Offline::waits) == containsWord(waits, row.name), row.name);
}

BOOST_AUTO_TEST_CASE(the_table_names_only_stages_that_exist) {
    for (const KindRow& row : kinds()) {
        forEachWord(row.from, [&](std::string_view stage) {
            BOOST_TEST((containsWord("- any on_site", stage) || findStage(row.subject, stage)),
                       row.name << " from " << stage);
        });
        BOOST_TEST((row.to == "=" || row.to == "?" || findStage(row.subject, row.to)), row.name);
    }
}

BOOST_AUTO_TEST_CASE(every_stage_of_a_unit_is_reached_and_only_the_ends_are_never_left) {
    for (const StageRow& stage : stages()) {
        bool left = false;
        for (const KindRow& row : kinds())
            if (row.subject == stage.subject && row.to != "=" && row.name != "note" &&
                row.name != "correct" && startsFrom(row, row.subject, stage.name))
                left = true;
        static constexpr std::string_view ends =
            "recycled handed_back merged destroyed emptied closed cancelled refused";
        BOOST_TEST(left != containsWord(ends, stage.name), stage.name);
    }
}

BOOST_AUTO_TEST_CASE(every_kind_says_what_it_is_for_and_who_may) {
    for (const KindRow& row : kinds()) {
        BOOST_TEST(!row.purpose.empty(), row.name);
        BOOST_TEST(!row.roles.empty(), row.name);
        BOOST_TEST(!row.roles.contains(Role::terminal), row.name);
    }
}

BOOST_AUTO_TEST_CASE(an_association_may_only_speak_of_requests) {
    for (const KindRow& row : kinds())
        if (row.roles.contains(Role::association)) BOOST_TEST((row.subject == Subject::request), row.name);
}

BOOST_AUTO_TEST_CASE(proof_carries_a_lasting_author) {
    static constexpr std::string_view proofs =
        "record_test record_erasure confirm_destruction release_drive certify_drive check_drive report "
        "control fail_control ship "
        "hand_over "
        "recycle "
        "hand_back confirm_no_drive seal_drive destroy_drive correct merge";
    for (const KindRow& row : kinds())
        BOOST_TEST((row.authorship == Authorship::lasting) == containsWord(proofs, row.name), row.name);
}

BOOST_AUTO_TEST_CASE(a_field_that_must_be_there_is_missed) {
    const KindRow& row = *kindNamed("move");
    BOOST_TEST(refused(row, {}) == "missing_data");
    BOOST_TEST(refused(row, Value::Object{{"location", nullptr}}) == "missing_data");
    BOOST_TEST(refused(row, Value::Object{{"location", encodeCode("L", 7, 8)}}) == "");
}

BOOST_AUTO_TEST_CASE(a_field_that_the_row_does_not_know_is_refused) {
    BOOST_TEST(refused(*kindNamed("clean"), Value::Object{{"colour", "red"}}) == "unknown_data");
}

BOOST_AUTO_TEST_CASE(data_that_is_no_object_is_refused) {
    BOOST_TEST(refused(*kindNamed("clean"), Value("text")) == "bad_data");
    BOOST_TEST(refused(*kindNamed("clean"), Value::Array{}) == "bad_data");
    BOOST_TEST(refused(*kindNamed("clean"), {}) == "");
}

struct Typed {
    std::string_view type;
    Value good, bad;
};
const Typed typed[] = {
    {"word", "BE-2026/01.a_b", "two words"},
    {"word", std::string(64, 'a'), std::string(65, 'a')},
    {"word", "a", ""},
    {"word", "a", 7},
    {"word", "a", "é"},
    {"text", "n’importe « quoi »", std::string("a\0b", 3)},
    {"text", std::string(255, 'x'), std::string(256, 'x')},
    {"text", "x", ""},
    {"bool", true, "true"},
    {"uuid", "018f0000-0000-7000-8000-000000000000", "018f0000"},
    {"object", Value::Object{}, Value::Array{}},
    {"list", Value::Array{}, Value::Object{}},
    {"0..100", 0, -1},
    {"0..100", 100, 101},
    {"0..100", 50, "50"},
    {"a|bc|d", "bc", "b"},
    {"a|bc|d", "d", "a|bc"},
    {"a|bc|d", "a", ""},
    {"unit", encodeCode("", 5, 7), encodeCode("D", 5, 8)},
    {"unit", "bcdfghjr", "BCDFGHJX"},
    {"drive", encodeCode("D", 5, 8), encodeCode("", 5, 7)},
    {"container", encodeCode("K", 5, 8), "K"},
    {"location", encodeCode("L", 5, 8), encodeCode("K", 5, 8)},
    {"request", "2026-00412", "2026 00412"},
};

std::ostream& operator<<(std::ostream& out, const Typed& row) {
    return out << row.type << " " << canonicalJson(row.good) << " / " << canonicalJson(row.bad).substr(0, 40);
}

BOOST_DATA_TEST_CASE(a_field_holds_only_its_type, data::make(typed), row) {
    BOOST_TEST(refusedAs(row.type, row.good) == "");
    BOOST_TEST(refusedAs(row.type, row.bad) == "bad_data");
}

BOOST_AUTO_TEST_CASE(a_code_is_taken_as_it_is_printed) {
    const KindRow& row = *kindNamed("put_in");
    const std::string code = encodeCode("K", 77, 8);
    std::string scanned = " " + code + "\n";
    for (char& c : scanned)
        c = static_cast<char>(std::tolower(c));
    BOOST_TEST(asPrinted(row, Value::Object{{"container", scanned}})["container"].text() == code);
    BOOST_TEST(asPrinted(row, {}).isNull());
    BOOST_TEST(asPrinted(row, Value::Object{{"container", nullptr}}).object().empty());
}

BOOST_AUTO_TEST_SUITE_END()
