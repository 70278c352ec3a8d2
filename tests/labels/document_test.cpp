// PDFs of labels, opened by poppler and read again by plain ZXing.
#include "labels/document.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

#include "labels/picture_file.h"
#include "server/domain/codes.h"
#include "tests/labels/plain_reader.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::labels;

namespace {

/// A PDF in a file, for programs that open one.
class Opened {
public:
    explicit Opened(const std::string& pdf) {
        std::ofstream(file(".pdf"), std::ios::binary) << pdf;
        run("pdfinfo -f 1 -l 99 " + file(".pdf") + " > " + file(".txt"));
    }

    /// Whether pdfinfo says so, whatever the blanks.
    [[nodiscard]] bool says(const std::string& words) const {
        std::ifstream in(file(".txt"));
        for (std::string line; std::getline(in, line);) {
            const auto twice = [](char a, char b) { return a == ' ' && b == ' '; };
            line.erase(std::unique(line.begin(), line.end(), twice), line.end());
            if (line.starts_with(words)) return true;
        }
        return false;
    }

    /// The page at eight pixels a millimetre.
    [[nodiscard]] GreyPicture page(int number) const {
        const std::string n = std::to_string(number);
        run("pdftoppm -gray -png -r 203.2 -singlefile -f " + n + " -l " + n + " " + file(".pdf") + " " +
            file(n));
        return readPicture(file(n + ".png"));
    }

private:
    static void run(const std::string& line) { BOOST_REQUIRE_MESSAGE(std::system(line.c_str()) == 0, line); }
    [[nodiscard]] std::string file(const std::string& end) const {
        return (m_folder.path() / ("labels" + end)).string();
    }

    test::TemporaryFolder m_folder;
};

std::string codeOf(int n) {
    return domain::encodeCode("", static_cast<std::uint64_t>(n) * 1'000'003, domain::unitLetters);
}

std::vector<Bitmap> unitLabels(int count) {
    std::vector<Bitmap> labels;
    for (int n = 0; n < count; ++n) {
        domain::Value data = sampleOf("unit");
        data["code"] = codeOf(n);
        labels.push_back(*drawLabel("unit", data));
    }
    return labels;
}

constexpr int pixelsPerMillimetre = 8;

/// The text of the bar code in a rectangle of the page, in millimetres.
std::string barCodeIn(const GreyPicture& page, double x, double y, double width, double height) {
    const int left = static_cast<int>(x * pixelsPerMillimetre),
              top = static_cast<int>(y * pixelsPerMillimetre);
    GreyPicture cell(static_cast<int>(width * pixelsPerMillimetre),
                     static_cast<int>(height * pixelsPerMillimetre));
    for (int row = 0; row < std::min(cell.height, page.height - top); ++row)
        for (int column = 0; column < std::min(cell.width, page.width - left); ++column)
            cell.at(column, row) = page.at(left + column, top + row);
    for (const auto& read : test::allPlainlyRead(cell))
        if (read.kind == "Code128") return read.text;
    return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_test)

BOOST_AUTO_TEST_CASE(a_page_is_as_large_as_its_label_and_has_the_same_dots) {
    const Bitmap label = *drawLabel("badge", sampleOf("badge"), *paperNamed("62x100"));
    const Opened pdf(toPdf(std::vector{label, label}, dpi203));
    BOOST_TEST(pdf.says("Pages: 2"));
    BOOST_TEST(pdf.says("Page 2 size: 175.748 x 283.465 pts"));
    const GreyPicture expected = toGrey(label);
    GreyPicture page = pdf.page(1);
    page.levels.resize(expected.levels.size());  // poppler rounds the page up by a row
    BOOST_TEST(page.width == expected.width);
    BOOST_TEST((page.levels == expected.levels));
}

BOOST_AUTO_TEST_CASE(an_a4_sheet_has_each_label_in_its_cell_and_begins_where_the_last_one_ended) {
    const Sheet sheet = *sheetNamed("70x37");
    BOOST_TEST(sheet.columns == 3);
    BOOST_TEST(sheet.rows == 8);
    constexpr int used = 22, count = 6;  // two on the begun sheet, four on the next
    const auto labels = unitLabels(count);
    const Opened pdf(*toSheets(labels, sheet, dpi203, used));
    BOOST_TEST(pdf.says("Pages: 2"));
    BOOST_TEST(pdf.says("Page 1 size: 595.276 x 841.89 pts (A4)"));
    const GreyPicture pages[] = {pdf.page(1), pdf.page(2)};
    for (int cell = 0; cell < 2 * sheet.cells(); ++cell) {
        const int at = cell % sheet.cells();
        const std::string expected = cell >= used && cell < used + count ? codeOf(cell - used) : "";
        BOOST_TEST(barCodeIn(pages[cell / sheet.cells()], at % 3 * 70, at / 3 * 37 + 0.5, 70, 37) ==
                   expected);
    }
}

BOOST_AUTO_TEST_CASE(a_full_sheet_is_not_followed_by_an_empty_one) {
    const Sheet sheet = *sheetNamed("99.1x38.1");
    BOOST_TEST(Opened(*toSheets(unitLabels(14), sheet, dpi203)).says("Pages: 1"));
    BOOST_TEST(Opened(*toSheets(unitLabels(15), sheet, dpi203)).says("Pages: 2"));
}

BOOST_AUTO_TEST_CASE(a_label_larger_than_the_cell_is_refused) {
    const Bitmap label = *drawLabel("badge", sampleOf("badge"));
    const auto sheets = toSheets(std::vector{label}, *sheetNamed("70x37"), dpi203);
    BOOST_TEST((!sheets.ok() && sheets.refusal().code() == "label_paper_unknown"));
    BOOST_TEST(!sheetNamed("300x37"));
    BOOST_TEST(!sheetNamed("wide"));
}

BOOST_AUTO_TEST_SUITE_END()
