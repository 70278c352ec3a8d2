#include "server/domain/value.h"

#include <boost/test/unit_test.hpp>

using namespace remise::domain;

BOOST_AUTO_TEST_SUITE(value_test)

BOOST_AUTO_TEST_CASE(a_value_knows_what_it_is) {
    BOOST_TEST(Value().isNull());
    BOOST_TEST(Value(nullptr).isNull());
    BOOST_TEST(Value(true).isBool());
    BOOST_TEST(Value(1).isInteger());
    BOOST_TEST(Value("a").isText());
    BOOST_TEST(Value(Value::Array{}).isArray());
    BOOST_TEST(Value(Value::Object{}).isObject());
}

BOOST_AUTO_TEST_CASE(a_member_that_is_not_there_reads_as_null_and_is_not_made) {
    const Value value = Value::Object{{"a", 1}};
    BOOST_TEST(value["b"].isNull());
    BOOST_TEST(value["b"]["c"].isNull());
    const Value number = 7;
    BOOST_TEST(number["b"].isNull());
    BOOST_TEST(!value.has("b"));
    BOOST_TEST(value.object().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_null_member_counts_as_absent) {
    BOOST_TEST(!Value(Value::Object{{"a", nullptr}}).has("a"));
}

BOOST_AUTO_TEST_CASE(writing_a_member_makes_it_and_the_object_around_it) {
    Value value;
    value["a"]["b"] = 1;
    BOOST_TEST(canonicalJson(value) == R"({"a":{"b":1}})");
}

BOOST_AUTO_TEST_CASE(members_stand_in_canonical_order_however_they_came) {
    Value value;
    for (const char* name : {"weight", "code", "\xEF\xBF\xBD", "\xF0\x9F\x96\xA5", "", "stage"})
        value[name] = 1;
    std::string names;
    for (const auto& [name, one] : value.object())
        names += name + "|";
    BOOST_TEST(names == "|code|stage|weight|\xF0\x9F\x96\xA5|\xEF\xBF\xBD|");
    BOOST_TEST(canonicalJson(value).find("\"stage\":1,\"weight\":1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_two_members_of_one_name_the_first_counts) {
    Value::Object members{{"code", "A"}, {"code", "B"}};
    BOOST_TEST(members.size() == 1u);
    BOOST_TEST(!members.emplace("code", "C"));
    BOOST_TEST(members.find("code")->second.text() == "A");
    members.erase("code");
    members.erase("code");
    BOOST_TEST(members.empty());
}

BOOST_AUTO_TEST_CASE(lenient_readers_fall_back_where_the_type_is_another) {
    const Value value = Value::Object{{"text", "x"}, {"number", 7}, {"yes", true}};
    BOOST_TEST(value.textOr("text") == "x");
    BOOST_TEST(value.textOr("number", "none") == "none");
    BOOST_TEST(value.integerOr("number", 0) == 7);
    BOOST_TEST(value.integerOr("text", -1) == -1);
    BOOST_TEST(value.boolOr("yes", false));
    BOOST_TEST(!value.boolOr("number", false));
    BOOST_TEST(Value("no object").textOr("text", "none") == "none");
}

BOOST_AUTO_TEST_CASE(the_content_of_another_type_is_a_bug_not_a_guess) {
    BOOST_CHECK_THROW((void)Value("7").integer(), std::bad_variant_access);
    BOOST_CHECK_THROW((void)Value(7).text(), std::bad_variant_access);
}

BOOST_AUTO_TEST_SUITE_END()
