#include <charconv>
#include <functional>

#include "drivers/printers/zpl/zpl.h"
#include "labels/document.h"
#include "labels/remise_label/drawn.h"
#include "labels/remise_label/streams.h"

namespace remise::labels::cli {
namespace {

using Labels = std::vector<Bitmap>;

/// For the writers that take one picture.
template <typename Write>
std::string each(const Labels& labels, Write write) {
    std::string bytes;
    for (const Bitmap& label : labels)
        bytes += write(label);
    return bytes;
}

int used(const Options& options, const Sheet& sheet) {
    const auto given = options.find("--used");
    if (given == options.end()) return 0;
    int count = -1;
    std::from_chars(given->second.data(), given->second.data() + given->second.size(), count);
    if (count < 0 || count >= sheet.cells())
        throw UsageError("--used is how many labels the first sheet lacks, 0 to " +
                         std::to_string(sheet.cells() - 1));
    return count;
}

std::string pdf(const Labels& labels, const Options& options, Resolution resolution) {
    const auto cell = options.find("--sheet");
    if (cell == options.end()) return toPdf(labels, resolution);
    const auto sheet = sheetNamed(cell->second);
    if (!sheet) throw UsageError("--sheet is the size of one label on the A4 sheet in millimetres, as 70x37");
    return orUsage(toSheets(labels, *sheet, resolution, used(options, *sheet)));
}

std::string png(const Labels& labels, const Options&, Resolution) {
    if (labels.size() != 1) throw UsageError("a PNG holds one label: give one, or -o FILE.pdf");
    return toPng(labels.front());
}

std::string zpl(const Labels& labels, const Options&, Resolution) {
    return each(labels, drivers::zpl::encode);
}

std::string ql(const Labels& labels, const Options& options, Resolution) {
    return qlStream(labels, options);
}

std::string escpos(const Labels& labels, const Options& options, Resolution) {
    return escposStream(labels, options);
}

/// What a file is, by the end of its name, and how fine its labels are when nobody says.
struct Writer {
    std::function<std::string(const Labels&, const Options&, Resolution)> write;
    std::function<Resolution(const Options&)> usualResolution;
};
Resolution ordinary(const Options&) {
    return dpi203;
}
const std::map<std::string_view, Writer> writers{{".png", {png, ordinary}},
                                                 {".pdf", {pdf, ordinary}},
                                                 {".zpl", {zpl, ordinary}},
                                                 {".ql", {ql, resolutionForQl}},
                                                 {".escpos", {escpos, resolutionForEscpos}}};

}  // namespace

int draw(Words words) {
    if (words.empty()) throw UsageError("draw what? remise-label draw unit --data '{…}' -o unit.png");
    const Options options =
        optionsOf(words.subspan(1), {"--data", "--size", "--dpi", "--sheet", "--used", "--model", "-o"});
    const std::string file = required(options, "-o");
    const auto writer = writers.find(std::string_view(file).substr(std::min(file.rfind('.'), file.size())));
    if (writer == writers.end())
        throw UsageError("-o wants a file that ends in .png, .pdf, .zpl, .ql or .escpos");
    if (options.contains("--sheet") && writer->first != ".pdf")
        throw UsageError("a sheet is a PDF: -o FILE.pdf");
    const Resolution resolution =
        options.contains("--dpi") ? resolutionOf(options) : writer->second.usualResolution(options);
    save(file, writer->second.write(drawnLabels(words[0], options, resolution), options, resolution));
    return 0;
}

}  // namespace remise::labels::cli
