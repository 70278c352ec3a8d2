// Pages of text, opened by poppler.
#include "labels/page.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <regex>

#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::labels;

namespace {

struct Folder {
    test::TemporaryFolder folder;

    /// What a program says of the PDF; its options may follow it.
    std::string said(const std::string& program, const std::vector<Page>& pages,
                     const std::string& more = "") {
        const std::string pdf = (folder.path() / "page.pdf").string();
        std::ofstream(pdf, std::ios::binary) << toPdf(pages, "Certificat");
        const std::string out = (folder.path() / "said").string();
        BOOST_REQUIRE(std::system((program + " " + pdf + " " + more + " > " + out).c_str()) == 0);
        std::ifstream in(out);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Where words end at the lowest, in points of a page that is 842 high.
    double lowest(const std::vector<Page>& pages) {
        const std::string boxes = said("pdftotext -bbox", pages, "-");
        static const std::regex end("yMax=\"([0-9.]+)\"");
        double found = 0;
        for (std::sregex_iterator at(boxes.begin(), boxes.end(), end), none; at != none; ++at)
            found = std::max(found, std::stod((*at)[1]));
        return found;
    }
};

Page pageWith(std::size_t rows, const std::string& value) {
    Page page;
    page.title = "Certificat d'effacement";
    page.lead = "Ce disque ne contient plus de données.";
    page.sections.push_back({"Le disque", std::vector<PageRow>(rows, {"Numéro de série", value})});
    page.notes = {"Signé par le serveur."};
    return page;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page_test, Folder)

BOOST_AUTO_TEST_CASE(what_fits_stands_on_one_page) {
    BOOST_TEST(said("pdfinfo", {pageWith(20, "S29NNXAH146409")}).find("Pages:           1") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(absurd_lengths_go_on_to_more_pages_and_stay_on_the_paper) {
    const std::string absurd(5000, 'W');
    Page page = pageWith(40, absurd);
    page.title = page.lead = page.sections.at(0).heading = absurd;
    page.notes = std::vector<std::string>(60, absurd);
    page.qr = "https://remise.example/u/AAAAAAAA";
    page.qrWords = absurd;
    BOOST_TEST(lowest({page}) > 700);
    BOOST_TEST(lowest({page}) < 842 - 20);
}

BOOST_AUTO_TEST_CASE(a_screen_reader_learns_title_language_and_structure) {
    Page page = pageWith(2, "S29NNXAH146409");
    page.language = domain::Language::english;
    page.qr = "https://remise.example/u/AAAAAAAA";
    page.qrWords = "The machine's passport";
    const std::string info = said("pdfinfo", {page}), structure = said("pdfinfo -struct-text", {page});
    BOOST_TEST(std::regex_search(info, std::regex("Title: +Certificat\n")));
    BOOST_TEST(std::regex_search(info, std::regex("Tagged: +yes\n")));
    BOOST_TEST(structure.starts_with("Document\n"), structure);
    BOOST_TEST(std::regex_search(structure, std::regex("H1[^\n]*\n +\"Certificat d'effacement")), structure);
    BOOST_TEST(std::regex_search(structure, std::regex("H2[^\n]*\n +\"Le disque")), structure);
    const std::string objects = said("qpdf --json --json-key=qpdf", {page});
    BOOST_TEST(objects.find("\"/Lang\": \"u:en\"") != objects.npos);
    BOOST_TEST(objects.find("\"/Alt\": \"u:The machine's passport https://") != objects.npos);
}

BOOST_AUTO_TEST_CASE(every_page_of_several_says_which_it_is) {
    const std::string words = said("pdftotext -layout", {pageWith(120, "S29NNXAH146409")}, "-");
    for (const char* number : {"1 / 3", "2 / 3", "3 / 3"})
        BOOST_TEST(words.find(number) != words.npos, number << " in " << words);
}

BOOST_AUTO_TEST_SUITE_END()
