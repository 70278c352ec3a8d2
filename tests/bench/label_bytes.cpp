#include <numeric>

#include "drivers/printers/zpl/zpl.h"
#include "labels/label.h"
#include "server/domain/codes.h"
#include "tests/bench/bench.h"

namespace remise::bench {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

template <typename Work>
double millisecondsOf(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - start).count();
}

void makeBytes(const std::string& code) {
    domain::Value data = labels::sampleOf("unit");
    data["code"] = code;
    const labels::Bitmap label = *labels::drawLabel("unit", data);
    if (drivers::zpl::encode(label).empty()) throw std::logic_error("a label without bytes");
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

}  // namespace

/// From what the label says to the bytes for the printer; the first label of a program also loads the fonts.
std::vector<Figure> measureLabelBytes() {
    const double first = millisecondsOf([] { makeBytes("BCDFGHJR"); });
    std::vector<double> later;
    for (std::size_t n = 0; n < 400; ++n) {
        const std::string code = domain::encodeCode("", n * 1'000'003, domain::unitLetters);
        later.push_back(millisecondsOf([&] { makeBytes(code); }));
    }
    const double all = std::accumulate(later.begin(), later.end(), 0.0);
    return {{"label_bytes", median(later), 5, "ms", "the most we want, 50 x 25 mm at 203 dpi"},
            {"label_rate", 1000 * static_cast<double>(later.size()) / all, 1000, "1/s",
             "the least we want, on one core"},
            {"label_first", first, 100, "ms", "what nobody notices, once a program"}};
}

}  // namespace remise::bench
