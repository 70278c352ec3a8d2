#include "labels/label.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <thread>

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

bool holds(const std::vector<Barcode>& found, const std::string& text) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Barcode& code) { return code.text.ends_with(text); });
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
    BOOST_TEST(holds(readBarcodes(toGrey(*label)), "https://remise.example/u/BCDFGHJR"));
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
    data["modle"] = "T480";
    BOOST_TEST(refusalOf(drawLabel("unit", data)) == "label_no_field");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_field_is_told_with_what_would_do) {
    const auto told = [](std::string_view kind, std::string_view field, const domain::Value& value) {
        domain::Value data = sampleOf(kind);
        data[std::string(field)] = value;
        return drawLabel(kind, data).refusal().text(domain::Language::english);
    };
    BOOST_TEST(told("warranty", "until", "2027-02-30").find("until (ex. 2027-11-20)") != std::string::npos);
    BOOST_TEST(told("location", "name", std::string(16, 'A')).find("name (≤ 12)") != std::string::npos);
    BOOST_TEST(told("price", "price", "12").find("price (ex. 14900)") != std::string::npos);
    BOOST_TEST(told("badge", "name", "  ").find("name (ex. ") != std::string::npos);
    BOOST_TEST(told("unit", "lang", "de").find("lang (fr, en)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_letter_that_would_be_an_empty_box_is_refused) {
    auto data = laptop;
    data["model"] = "ThinkPad \U000F0000";
    const auto drawn = drawLabel("unit", data);
    BOOST_TEST(refusalOf(drawn) == "label_field");
    BOOST_TEST(drawn.refusal().text(domain::Language::english).find("model (\U000F0000)") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_serial_is_never_cut_and_a_name_ends_in_an_ellipsis) {
    domain::Value drive = sampleOf("drive");
    drive["serial"] = std::string(20, 'W');
    drive["model"] = std::string(80, 'W');
    BOOST_TEST(drawLabel("drive", drive).ok());
    drive["serial"] = std::string(21, 'W');
    BOOST_TEST(refusalOf(drawLabel("drive", drive)) == "label_field");
}

BOOST_AUTO_TEST_CASE(labels_drawn_by_several_threads_at_once_are_the_same) {
    const Bitmap expected = *drawLabel("unit", laptop);
    std::vector<Bitmap> drawn(8, Bitmap(0, 0));
    {
        std::vector<std::jthread> threads;
        for (Bitmap& picture : drawn)
            threads.emplace_back([&picture] { picture = *drawLabel("unit", laptop); });
    }
    for (const Bitmap& picture : drawn)
        BOOST_TEST((picture == expected));
}

BOOST_AUTO_TEST_CASE(a_badge_shows_the_first_name_alone) {
    domain::Value badge = sampleOf("badge");
    const Bitmap aminata = *drawLabel("badge", badge);
    badge["name"] = "Aminata Diallo";
    BOOST_TEST((*drawLabel("badge", badge) == aminata));
    badge["name"] = "Moussa";
    BOOST_TEST((*drawLabel("badge", badge) != aminata));
}

BOOST_AUTO_TEST_SUITE_END()
