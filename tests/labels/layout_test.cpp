#include "labels/layout.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::labels;

namespace {

/// A kind with these elements on a label of 50 × 25 mm.
std::string kindWith(const std::string& elements) {
    return R"({"fields": {"code": {"is": "unit_code", "must": true}, "note": {"is": "text"}},
               "sample": {"code": "BCDFGHJR"},
               "papers": [{"size": "50x25", "elements": [)" +
           elements + "]}]}";
}

std::string faultOf(const std::string& json) {
    try {
        readLabelKind("trial", json);
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

struct Bad {
    std::string elements;
    std::string why;
};
std::ostream& operator<<(std::ostream& out, const Bad& bad) {
    return out << bad.why;
}
const Bad bad[] = {
    {R"({"text": "{code}", "at": [1, 1, 60, 5], "size": [4, 3]})", "sticks out of the paper"},
    {R"({"text": "{code}", "at": [0.5, 1, 20, 5], "size": [4, 3]})", "into its margin"},
    {R"({"text": "{code}", "at": [1, 1, 0, 5], "size": [4, 3]})", "has no room"},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [4, 1.5]})", "too small to read"},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [3, 4]})", "smaller at its largest"},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [4, 3], "lines": 0})", "no lines"},
    {R"({"text": "{cod}", "at": [1, 1, 20, 5], "size": [4, 3]})", "no field cod"},
    {R"({"text": "{#nonsense}", "at": [1, 1, 20, 5], "size": [4, 3]})", "lacks the word nonsense"},
    {R"({"text": "{code", "at": [1, 1, 20, 5], "size": [4, 3]})", "brace is not closed"},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [4, 3], "colour": "red"})",
     "\"colour\" is not known"},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [4, 3], "cut": "maybe"})", "cut cannot be \"maybe\""},
    {R"({"text": "{code}", "at": [1, 1, 20, 5], "size": [4, 3], "without": "nobody"})", "no field nobody"},
    {R"({"qr": "{code}", "at": [0, 0, 20, 20]}, {"text": "{note}", "at": [15, 2, 20, 5], "size": [4, 3]})",
     "\"{note}\""},
    {R"({"picture": "cat", "at": [0, 0, 20, 20]})", "an element draws"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(layout_test)

BOOST_DATA_TEST_CASE(a_layout_that_could_not_be_read_on_paper_says_so_when_it_is_made, bad, layout) {
    const std::string fault = faultOf(kindWith(layout.elements));
    BOOST_TEST(fault.find(layout.why) != std::string::npos, fault);
    BOOST_TEST(fault.starts_with("labels/layouts/trial.json: \"50x25\": "), fault);
}

BOOST_AUTO_TEST_CASE(what_is_never_drawn_together_may_share_a_place) {
    const std::string here = R"("at": [1, 1, 20, 5], "size": [4, 3])";
    const std::string with = R"({"text": "{code}", "with": "note", )" + here + "}";
    const std::string without = R"({"text": "{code}", "without": "note", )" + here + "}";
    BOOST_TEST(faultOf(kindWith(with + ", " + without)) == "");
    BOOST_TEST(faultOf(kindWith(with + ", " + with)).find("lies over") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_element_is_drawn_where_its_fields_and_its_condition_are_met) {
    const LabelKind kind =
        readLabelKind("trial", kindWith(R"({"text": "{note}", "at": [1, 1, 20, 5], "size": [4, 3]},
                             {"bar": "black", "at": [1, 8, 20, 1], "with": "note"},
                             {"bar": "black", "at": [1, 10, 20, 1], "without": "note"})"));
    const auto drawn = [&](const remise::domain::Value& data) {
        std::string which;
        for (const Element& element : kind.layouts[0].elements)
            which += element.isWanted(data) ? 'x' : '-';
        return which;
    };
    BOOST_TEST(drawn(remise::domain::Value::Object{{"code", "BCDFGHJR"}}) == "--x");
    BOOST_TEST(drawn(remise::domain::Value::Object{{"note", "fragile"}}) == "xx-");
}

BOOST_AUTO_TEST_CASE(a_code_too_fine_to_be_scanned_is_refused_with_its_field_and_paper) {
    remise::domain::Value parcel = sampleOf("parcel");
    parcel["code"] = "ab-cd-ef-gh-ij-k";
    BOOST_TEST(drawLabel("parcel", parcel).ok());
    remise::domain::Value unit = sampleOf("unit");
    unit["url"] = "https://" + std::string(92, 'a');
    const auto label = drawLabel("unit", unit, *paperNamed("50x25"));
    BOOST_TEST(label.ok());
    unit["url"] = "https://" + std::string(93, 'a');
    BOOST_TEST(drawLabel("unit", unit).refusal().code() == "label_field");
}

BOOST_AUTO_TEST_SUITE_END()
