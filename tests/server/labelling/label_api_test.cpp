#include "server/labelling/label_api.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "labels/grey_picture.h"
#include "labels/label.h"
#include "labels/picture_file.h"
#include "server/domain/codes.h"
#include "server/http/escapes.h"
#include "server/labelling/label_order.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
namespace data = boost::unit_test::data;

namespace {

const std::string badge = R"({"code":"BCDFGHJKLNPRSTVXBCDFGD","name":"Zoé"})";

struct Labels {
    http::Router router{http::noGuards()};
    Labels() { labelling::addLabelRoute(router); }

    http::Reply get(const std::string& file, std::map<std::string, std::string> query = {}) {
        http::Request request;
        request.method = "GET";
        request.path = "/api/v1/labels/" + file;
        request.query = std::move(query);
        return router.dispatch(request);
    }
};

std::string drawnByTheProgram(const std::string& arguments) {
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "label.png").string();
    const std::string line = REMISE_BINARY_DIR "/bin/remise-label draw " + arguments + " -o " + file;
    BOOST_REQUIRE(std::system(line.c_str()) == 0);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string codeOf(const http::Reply& reply) {
    return reply.refusal ? std::string(reply.refusal->code()) : std::to_string(reply.status);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(label_api_test)

BOOST_AUTO_TEST_CASE(a_picture_has_the_same_bytes_as_that_of_remise_label) {
    const auto reply = Labels().get("badge.png", {{"data", badge}, {"size", "62x100"}, {"dpi", "300"}});
    BOOST_TEST(reply.type == "image/png");
    BOOST_TEST((reply.body == drawnByTheProgram("badge --size 62x100 --dpi 300 --data '" + badge + "'")));
}

BOOST_AUTO_TEST_CASE(without_data_a_sample_is_drawn_on_the_usual_paper) {
    Labels labels;
    for (const std::string& kind : labels::labelKinds())
        BOOST_TEST(
            (labels.get(kind + ".png").body == toPng(*labels::drawLabel(kind, labels::sampleOf(kind)))));
}

BOOST_AUTO_TEST_CASE(a_pdf_is_given_to_be_kept) {
    const auto reply =
        Labels().get("badge.pdf", {{"data", "[" + badge + "," + badge + "]"}, {"sheet", "105x57"}});
    BOOST_TEST(reply.type == "application/pdf");
    BOOST_TEST(reply.body.starts_with("%PDF-"));
    BOOST_TEST(
        (std::find(reply.headers.begin(), reply.headers.end(),
                   std::pair<std::string, std::string>(
                       "Content-Disposition", "attachment; filename=\"badge.pdf\"")) != reply.headers.end()));
}

BOOST_AUTO_TEST_CASE(no_label_of_any_kind_carries_the_code_of_one_machine_or_drive_but_the_sample_s) {
    const std::string unit = domain::encodeCode("", 7, domain::unitLetters);
    const std::string drive = domain::encodeCode("D", 7, 8);
    const std::pair<const char*, std::string> all[] = {
        {"unit.png", R"({"url":"https://remise.example","code":")" + unit},
        {"unit.png", R"({"url":"https://remise.example","code":"bcdf ghjr)"},
        {"drive.pdf", R"({"code":")" + drive},
        {"price.pdf", R"({"title":"T480","price":100,"code":")" + unit},
        {"warranty.pdf", R"({"until":"2027-11-20","code":"BCDFGHJR","url":"https://x.example/u/)" + unit},
        {"test.pdf", R"({"printer":"x","code":")" + unit},
        {"test.pdf", R"({"printer":"x","code":")" + drive},
        {"parcel.pdf", R"({"to":["A"],"order":"1","parcel":1,"of":1,"code":")" + unit},
    };
    for (const auto& [file, data] : all)
        BOOST_TEST(codeOf(Labels().get(file, {{"data", data + "\"}"}})) == "bad_parameter", file << data);
    const std::string sample = R"({"code":"BCDFGHJR","url":"https://remise.example","model":"T14"})";
    BOOST_TEST(codeOf(Labels().get("unit.png", {{"data", sample}})) == "200");
    BOOST_TEST(codeOf(Labels().get("price.png", {{"data", R"({"title":"T480","price":100})"}})) == "200");
}

struct Wrong {
    std::string file;
    std::map<std::string, std::string> query;
    std::string refusal;
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
    return out << wrong.file << " " << wrong.refusal;
}
const Wrong wrongs[] = {
    {"unicorn.png", {}, "not_found"},
    {"badge", {}, "not_found"},
    {"badge.gif", {}, "not_found"},
    {"badge.png", {{"size", "large"}}, "bad_parameter"},
    {"badge.png", {{"size", "10x10"}}, "label_paper_unknown"},
    {"badge.png", {{"size", "300x400"}}, "label_paper_unknown"},
    {"badge.png", {{"dpi", "600"}}, "bad_parameter"},
    {"badge.png", {{"data", "{"}}, "not_json"},
    {"badge.png", {{"data", "[]"}}, "bad_parameter"},
    {"badge.png", {{"data", "[" + badge + "," + badge + "]"}}, "bad_parameter"},
    {"badge.png", {{"data", R"({"name":"Zoé"})"}}, "label_lacks"},
    {"badge.pdf", {{"sheet", "huge"}}, "bad_parameter"},
    {"badge.pdf", {{"sheet", "1e-300x1e-300"}}, "bad_parameter"},
    {"badge.pdf", {{"sheet", "0.001x0.001"}}, "bad_parameter"},
    {"badge.pdf", {{"sheet", "70x37"}}, "label_paper_unknown"},
    {"badge.pdf", {{"sheet", "105x57"}, {"used", "10"}}, "bad_parameter"},
    {"badge.pdf", {{"copies", "101"}}, "bad_parameter"},
    {"badge.pdf", {{"copies", "60"}, {"data", "[" + badge + "," + badge + "]"}}, "bad_parameter"},
};

BOOST_DATA_TEST_CASE(what_cannot_be_made_is_refused_in_words, data::make(wrongs), wrong) {
    BOOST_TEST(codeOf(Labels().get(wrong.file, wrong.query)) == wrong.refusal);
}

BOOST_AUTO_TEST_SUITE_END()
