#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/decode.h"
#include "drivers/printers/models.h"
#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "labels/label.h"

using namespace remise;
namespace ql = drivers::brother_ql;

namespace {

struct OnARoll {
    std::string kind;
    labels::Paper paper;
    ql::Medium roll;
};
std::ostream& operator<<(std::ostream& out, const OnARoll& label) {
    return out << label.kind << " of " << labels::nameOf(label.paper) << " on " << label.roll.name;
}

/// Every label that has a roll of cut labels of its size, and all that are no wider than the widest endless.
std::vector<OnARoll> labelsOnRolls() {
    std::vector<OnARoll> all;
    for (const std::string& kind : labels::labelKinds())
        for (const labels::Paper& paper : labels::papersOf(kind)) {
            if (const auto roll = ql::mediumNamed(labels::nameOf(paper))) all.push_back({kind, paper, *roll});
            const char* endless = paper.width.value <= 62 ? "62" : "102";
            if (paper.width.value <= 102) all.push_back({kind, paper, ql::mediumNamed(endless).value()});
        }
    return all;
}

std::vector<std::string> textsIn(const labels::Bitmap& picture) {
    std::vector<std::string> texts;
    for (const labels::Barcode& barcode : labels::readBarcodes(toGrey(picture)))
        texts.push_back(barcode.text);
    std::ranges::sort(texts);
    return texts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(labels_on_rolls_test)

BOOST_DATA_TEST_CASE(a_label_fits_its_roll_and_is_read_from_the_printers_bytes, labelsOnRolls(), label) {
    const labels::Bitmap drawn =
        labels::drawLabel(label.kind, labels::sampleOf(label.kind), label.paper, labels::dpi300).value();
    const auto model = std::get<ql::Model>(drivers::modelNamed("QL-1100")->language);
    const auto printable = ql::fitted(drawn, label.roll);
    BOOST_TEST_REQUIRE(printable.has_value());
    const auto back =
        drivers::decode(ql::beginning(model) + ql::encode(*printable, label.roll, model).whole());
    BOOST_TEST_REQUIRE(back.size() == 1U);
    BOOST_TEST(!textsIn(drawn).empty());
    BOOST_TEST(textsIn(back[0]) == textsIn(drawn), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_label_that_a_receipt_printer_takes_is_read_from_its_bytes) {
    constexpr labels::Dots head = 576;
    int tried = 0;
    for (const std::string& kind : labels::labelKinds())
        for (const labels::Paper& paper : labels::papersOf(kind)) {
            const labels::Bitmap drawn = labels::drawLabel(kind, labels::sampleOf(kind), paper).value();
            if (drawn.width() > head) continue;
            const auto back =
                drivers::decode(drivers::escpos::encode(drawn, head, drivers::escpos::Cutter::cuts));
            BOOST_TEST_REQUIRE(back.size() == 1U);
            BOOST_TEST(textsIn(back[0]) == textsIn(drawn), boost::test_tools::per_element());
            ++tried;
        }
    BOOST_TEST(tried >= 10);
}

BOOST_AUTO_TEST_SUITE_END()
