#include "server/labelling/label_pages.h"

#include <boost/test/unit_test.hpp>

#include "labels/label.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Role;

namespace {

struct Desk : ProgramFixture {
    std::string cookie = cookieOf(Role::logistics);

    http::Reply page(const std::string& target, const std::string& accept = "text/html") {
        return ask({.target = target, .headers = {{"cookie", cookie}, {"accept", accept}}});
    }
};

const std::string missing = "Il manque «\u00a0Nom\u00a0» pour cette étiquette.";

bool says(const http::Reply& reply, const std::string& text) {
    return reply.body.find(text) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(label_pages_test)

BOOST_AUTO_TEST_CASE(every_kind_of_label_has_its_page_with_all_its_papers) {
    Desk desk;
    const auto all = desk.page("/etiquettes");
    BOOST_TEST(all.status == 200);
    for (const std::string& kind : labels::labelKinds()) {
        BOOST_TEST(says(all, "href=\"/etiquettes/" + kind + "\""));
        const auto one = desk.page("/etiquettes/" + kind);
        BOOST_TEST(one.status == 200, kind);
        for (const auto& paper : labels::papersOf(kind))
            BOOST_TEST(says(one, "<option value=\"" + nameOf(paper) + "\""));
    }
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_what_the_picture_shows) {
    Desk desk;
    const std::string query = "?size=100x50&title=Portable&price=149,50&grade=B&warranty=6&code=";
    BOOST_TEST(says(desk.page("/etiquettes/price" + query), "value=\"149,50\""));
    const domain::Value data =
        domain::Value::Object{{"title", "Portable"}, {"price", 14950}, {"grade", "B"}, {"warranty", 6}};
    const auto expected = labels::drawLabel("price", data, *labels::paperNamed("100x50"));
    BOOST_TEST((desk.page("/etiquettes/price.png" + query).body == toPng(*expected)));
}

BOOST_AUTO_TEST_CASE(an_address_is_typed_line_by_line) {
    Desk desk;
    const std::string query =
        "?size=100x150&to.1=Les+Jardins&to.2=&to.3=93200+Saint-Denis&order=S-1&parcel=1&of=1&code=S-1-1";
    const domain::Value data =
        domain::Value::Object{{"to", domain::Value::Array{"Les Jardins", "93200 Saint-Denis"}},
                              {"order", "S-1"},
                              {"parcel", 1},
                              {"of", 1},
                              {"code", "S-1-1"}};
    BOOST_TEST(
        (desk.page("/etiquettes/parcel.png" + query).body == toPng(*labels::drawLabel("parcel", data))));
}

BOOST_AUTO_TEST_CASE(a_label_that_cannot_be_drawn_says_why_on_the_page_and_to_its_script) {
    Desk desk;
    const std::string query = "?size=85.6x54&code=BCDFGHJKLNPRSTVXBCDFGD&name=";
    BOOST_TEST(says(desk.page("/etiquettes/badge" + query), missing));
    const auto reply = desk.page("/etiquettes/badge.png" + query, "application/json");
    BOOST_TEST(reply.status == 422);
    BOOST_TEST(says(reply, missing));
}

BOOST_AUTO_TEST_CASE(nobody_gets_a_second_label_of_a_machine_here) {
    Desk desk;
    const std::string query = "?size=50x25&code=CBDFGHJZ&url=https://remise.example&model=T14";
    BOOST_TEST(says(desk.page("/etiquettes/unit" + query), "value=\"BCDFGHJR\""));
    domain::Value sample =
        domain::Value::Object{{"code", "BCDFGHJR"}, {"url", "https://remise.example"}, {"model", "T14"}};
    BOOST_TEST((desk.page("/etiquettes/unit.png" + query).body == toPng(*labels::drawLabel("unit", sample))));
}

BOOST_AUTO_TEST_CASE(a_price_tag_from_here_points_to_no_machine) {
    Desk desk;
    const domain::Value tag = domain::Value::Object{{"title", "T480"}, {"price", 14950}};
    const auto made = desk.page("/etiquettes/price.png?size=62x29&title=T480&price=149,5&code=BCDFGHJR");
    BOOST_TEST(
        (made.body == toPng(*labels::drawLabel("price", tag, *labels::paperNamed("62x29"), labels::dpi203))));
}

BOOST_AUTO_TEST_CASE(a_price_that_was_not_typed_is_missing_and_not_nothing) {
    Desk desk;
    for (const std::string price : {"", ","})
        BOOST_TEST(desk.page("/etiquettes/price.png?size=62x29&title=T480&price=" + price).status == 422,
                   price);
}

BOOST_AUTO_TEST_CASE(a_paper_that_the_label_does_not_have_is_refused_on_its_page_too) {
    Desk desk;
    for (const std::string size : {"300x400", "1x300"})
        BOOST_TEST(desk.page("/etiquettes/unit?size=" + size).status == 422, size);
}

BOOST_AUTO_TEST_CASE(an_a4_sheet_is_filled) {
    const auto reply = Desk().page("/etiquettes/mode.pdf?sheet=105x57");
    BOOST_TEST(reply.type == "application/pdf");
    BOOST_TEST(reply.body.size() > 10'000U);
}

BOOST_AUTO_TEST_CASE(associations_have_no_labels_to_print) {
    ProgramFixture fixture;
    const auto reply =
        fixture.ask({.target = "/api/v1/labels/badge.png", .token = fixture.bearerOf(Role::association)});
    BOOST_TEST(fixture.codeOf(reply) == "not_allowed");
}

BOOST_AUTO_TEST_SUITE_END()
