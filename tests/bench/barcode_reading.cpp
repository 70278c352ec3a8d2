#include <ctime>

#include "labels/barcode.h"
#include "tests/bench/bench.h"
#include "tests/labels/degraded_pictures.h"
#include "tests/labels/plain_reader.h"

namespace remise::bench {
namespace {

using test::CameraSize;

/// Whole rounds of the recipe: at least 600 pictures of each size.
constexpr int rounds = 12;
constexpr std::uint32_t seed = 1;

/// Of the processor, so that whatever else the machine is doing is not measured: reading is one thread's
/// work.
template <typename Work>
double millisecondsOf(Work work) {
    const std::clock_t start = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Times {
    std::vector<double> ours;
    std::vector<double> plain;
    // of the picture that was measured last

    std::string plainly{};
    std::vector<labels::Barcode> found{};

    void measure(const labels::GreyPicture& picture) {
        plain.push_back(millisecondsOf([&] { plainly = test::plainlyRead(picture); }));
        ours.push_back(millisecondsOf([&] { found = labels::readBarcodes(picture); }));
    }

    [[nodiscard]] Figure figure(const std::string& name) const {
        return {name, median(ours), median(plain), "ms",
                "ZXing as it comes, median processor time of the same pictures"};
    }
};

std::vector<Figure> measureSize(CameraSize size, const std::string& name) {
    std::vector<Figure> figures;
    const test::Recipe recipe{size, seed, rounds};
    test::Score score;
    Times times;
    for (int n = 0; n < rounds * test::picturesARound; ++n) {
        const test::DegradedPicture made = test::degradedPicture(recipe, n);
        times.measure(made.picture);
        score.count(made.text, times.found, times.plainly);
    }
    const auto of = [&](int count) { return 100.0 * count / score.pictures; };
    figures.push_back({name + "_read", of(score.ours), of(score.plain), "%",
                       "ZXing as it comes, of " + std::to_string(score.pictures) + " degraded pictures"});
    figures.push_back(
        {name + "_wrong", static_cast<double>(score.wrong.size()), 1, "texts", "one is too many"});
    figures.push_back(times.figure(name + "_time"));
    Times empty;
    for (int n = 0; n < 50; ++n)
        empty.measure(test::emptyPicture(recipe, n));
    figures.push_back(empty.figure(name + "_empty"));
    return figures;
}

}  // namespace

/// Pictures that the recipe of tests/labels/degraded_pictures.cpp makes, and pictures without any code.
std::vector<Figure> measureBarcodesInHd() {
    return measureSize(CameraSize::fullHd, "barcode_hd");
}

std::vector<Figure> measureBarcodesInVga() {
    return measureSize(CameraSize::vga, "barcode_vga");
}

}  // namespace remise::bench
