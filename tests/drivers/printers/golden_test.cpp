#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/escpos/escpos.h"
#include "drivers/printers/models.h"
#include "drivers/printers/zpl/zpl.h"
#include "tests/drivers/printers/explained_stream.h"

using namespace remise;
namespace fs = std::filesystem;
using drivers::PrinterModel;
using labels::Bitmap;

namespace {

/// A frame with a wedge in it: its left differs from its right, its top from its bottom.
Bitmap wedge(labels::Dots width, labels::Dots height) {
    Bitmap picture(width, height);
    picture.blacken({0, 0, width, 8});
    picture.blacken({0, 8, 8, height - 16});
    picture.blacken({width - 16, 8, 16, height - 16});
    picture.blacken({8, 16, 100, 24});
    picture.blacken({0, height - 8, width, 8});
    return picture;
}

struct Stream {
    const PrinterModel& model;

    std::string operator()(const drivers::zpl::Model&) const { return drivers::zpl::encode(wedge(400, 80)); }
    std::string operator()(const drivers::brother_ql::Model& ql) const {
        const auto medium =
            drivers::brother_ql::mediumOf(drivers::brother_ql::MediaType::endless, 62, 0).value();
        return test::explainedBrotherQl(drivers::brother_ql::beginning(ql) +
                                        drivers::brother_ql::encode(wedge(696, 80), medium, ql).whole());
    }
    std::string operator()(const drivers::escpos::Model& escpos) const {
        return test::explainedEscpos(
            drivers::escpos::encode(wedge(376, 80), escpos.headWidth, escpos.cutter));
    }
};

std::string fileNameOf(const PrinterModel& model) {
    return std::string(model.name) + ".txt";
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const fs::path goldenFolder = REMISE_SOURCE_DIR "/tests/drivers/printers/golden";
const fs::path newFolder = REMISE_BINARY_DIR "/golden";

std::vector<std::string> modelNames() {
    std::vector<std::string> names;
    for (const PrinterModel& model : drivers::printerModels())
        names.emplace_back(model.name);
    return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden_test)

BOOST_DATA_TEST_CASE(each_model_gets_exactly_the_bytes_of_its_golden_stream, modelNames(), name) {
    const PrinterModel model = drivers::modelNamed(name).value();
    const std::string stream = std::visit(Stream{model}, model.language);
    const fs::path golden = goldenFolder / fileNameOf(model);
    if (contentOf(golden) == stream) return;
    fs::create_directories(newFolder);
    std::ofstream(newFolder / fileNameOf(model), std::ios::binary) << stream;
    BOOST_ERROR(golden.string() + " differs from what is sent now; compare it with " +
                (newFolder / fileNameOf(model)).string() + ", and copy that one when it is right");
}

BOOST_AUTO_TEST_CASE(there_is_no_golden_stream_without_a_model) {
    std::size_t files = 0;
    for (const auto& file : fs::directory_iterator(goldenFolder))
        files += file.path().extension() == ".txt" ? 1 : 0;
    BOOST_TEST(files == drivers::printerModels().size());
}

BOOST_AUTO_TEST_SUITE_END()
