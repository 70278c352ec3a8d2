// Every kind of label on every paper, at both resolutions, in both languages and in every script, drawn and
// read by plain ZXing. All of them are in build/contact_sheets afterwards, for somebody to look at.
#include "tests/labels/every_label.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>

#include "labels/grey_picture.h"
#include "server/domain/gs1.h"
#include "server/domain/scan.h"
#include "tests/labels/contact_sheet.h"
#include "tests/labels/plain_reader.h"

using namespace remise;
using namespace remise::labels;

namespace {

const std::filesystem::path sheets = std::filesystem::path(REMISE_BINARY_DIR) / "contact_sheets";

struct Drawing {
    const LabelKind* kind;
    const Layout* layout;
    Resolution resolution;
    std::string dpi;
};
std::ostream& operator<<(std::ostream& out, const Drawing& drawing) {
    return out << drawing.kind->name << "-" << nameOf(drawing.layout->paper) << "-" << drawing.dpi;
}

std::vector<Drawing> everyDrawing() {
    std::vector<Drawing> all;
    for (const LabelKind& kind : everyLabelKind())
        for (const Layout& layout : kind.layouts)
            for (const auto& [resolution, dpi] : {std::pair{dpi203, "203"}, {dpi300, "300"}})
                all.push_back({&kind, &layout, resolution, dpi});
    return all;
}

bool isAmong(const test::Expected& barcode, const std::vector<test::PlainlyRead>& all) {
    return std::any_of(all.begin(), all.end(), [&](const test::PlainlyRead& read) {
        return read.kind == barcode.kind && read.text == barcode.text &&
               (barcode.symbology.empty() || read.symbology == barcode.symbology);
    });
}

/// Those that plain ZXing does not find, in the label or in half of its dots: a scanner at a hand's breadth
/// sees no more of them.
std::vector<std::string> unread(std::vector<test::Expected> barcodes, const GreyPicture& label) {
    const auto strike = [&](const std::vector<test::PlainlyRead>& read) {
        std::erase_if(barcodes, [&](const test::Expected& barcode) { return isAmong(barcode, read); });
    };
    strike(test::allPlainlyRead(label));
    if (!barcodes.empty()) strike(test::allPlainlyRead(halved(label)));
    std::vector<std::string> names;
    for (const test::Expected& barcode : barcodes)
        names.push_back(barcode.kind + " " + barcode.text);
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(every_label_test)

BOOST_DATA_TEST_CASE(every_code_on_it_is_read_by_plain_zxing_and_margins_stay_free, everyDrawing(), drawing) {
    test::ContactSheet sheet;
    for (const auto& [wording, data] : test::wordingsFor(*drawing.kind))
        BOOST_TEST_CONTEXT(wording) {
            const auto label = drawLabel(drawing.kind->name, data, drawing.layout->paper, drawing.resolution);
            BOOST_REQUIRE_MESSAGE(label.ok(),
                                  (label.ok() ? "" : label.refusal().text(domain::Language::english)));
            sheet.add(wording, *label);
            BOOST_TEST(test::keepsMargins(*label, *drawing.layout, drawing.resolution));
            BOOST_TEST(unread(test::barcodesOn(*drawing.kind, *drawing.layout, data), toGrey(*label)) ==
                           std::vector<std::string>(),
                       boost::test_tools::per_element());
        }
    std::ostringstream name;
    name << drawing << ".png";
    sheet.save(sheets / name.str());
}

BOOST_AUTO_TEST_CASE(a_shipping_code_is_a_gs1_128_and_understood_as_one) {
    domain::Value data = sampleOf("parcel");
    data["sscc"] = "376012345678901237";
    const auto read = test::allPlainlyRead(toGrey(*drawLabel("parcel", data)));
    const auto gs1 =
        std::find_if(read.begin(), read.end(), [](const auto& code) { return code.symbology == "]C1"; });
    BOOST_REQUIRE((gs1 != read.end()));
    BOOST_TEST(
        (domain::gs1Elements(gs1->text) == std::vector<domain::Gs1Element>{{"00", "376012345678901237"}}));
    const auto readings = domain::readingsOf({gs1->text, gs1->kind, domain::ScanSource::camera});
    BOOST_TEST((readings.front() == domain::Reading{domain::Meaning::sscc, "376012345678901237"}));
}

BOOST_AUTO_TEST_CASE(a_parcel_without_a_shipping_code_has_no_gs1_128) {
    for (const auto& code : test::allPlainlyRead(toGrey(*drawLabel("parcel", sampleOf("parcel")))))
        BOOST_TEST(code.symbology != "]C1");
}

BOOST_AUTO_TEST_SUITE_END()
