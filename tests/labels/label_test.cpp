#include "labels/label.h"

#include <boost/test/unit_test.hpp>

#include "labels/barcode.h"
#include "labels/grey_picture.h"

using namespace remise;
using namespace remise::labels;

namespace {

const domain::Value laptop{domain::Value::Object{
    {"code", "BCDFGHJR"}, {"url", "https://remise.example"}, {"model", "Lenovo ThinkPad T480"}}};

std::string refusalOf(const domain::Outcome<Bitmap>& outcome) {
    return outcome.ok() ? "" : std::string(outcome.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(label_test)

BOOST_AUTO_TEST_CASE(papers_have_the_names_they_are_sold_under) {
    for (const char* name : {"50x25", "62x29", "85.6x54", "100x150"})
        BOOST_TEST(nameOf(*paperNamed(name)) == name);
    for (const char* name : {"", "x", "50", "50x", "50x-25", "0x25", "50x25mm", "nanx25", "infx25", "1e9x25"})
        BOOST_TEST(!paperNamed(name));
}

BOOST_AUTO_TEST_CASE(a_unit_label_leads_to_its_passport) {
    const auto label = drawLabel("unit", laptop);
    BOOST_REQUIRE(label.ok());
    BOOST_TEST(readBarcodes(toGrey(*label)).at(0).text == "https://remise.example/u/BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_label_is_said_by_name) {
    BOOST_TEST(refusalOf(drawLabel("unicorn", laptop)) == "label_kind_unknown");
    BOOST_TEST(refusalOf(drawLabel("unit", laptop, *paperNamed("10x10"))) == "label_paper_unknown");
    auto data = laptop;
    data["code"] = "BCDFGHJB";
    BOOST_TEST(refusalOf(drawLabel("unit", data)) == "label_field");
    data["code"] = "";
    BOOST_TEST(refusalOf(drawLabel("unit", data)) == "label_lacks");
    data = laptop;
    data["url"] = "https://" + std::string(900, 'a');
    BOOST_TEST(refusalOf(drawLabel("unit", data)) == "label_too_small");
}

BOOST_AUTO_TEST_SUITE_END()
