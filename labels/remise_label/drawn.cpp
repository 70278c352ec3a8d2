#include "labels/remise_label/drawn.h"

#include <fstream>
#include <sstream>

#include "labels/label.h"
#include "server/wire/json.h"

namespace remise::labels::cli {
namespace {

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw UsageError("cannot read " + file);
    return bytes.str();
}

domain::Value dataOf(const Options& options) {
    const std::string data = required(options, "--data");
    return orUsage(wire::readJson(data.starts_with('@') ? contentOf(data.substr(1)) : data));
}

Paper paperOf(std::string_view kind, const Options& options) {
    const auto size = options.find("--size");
    if (size == options.end()) {
        const auto papers = papersOf(kind);
        return papers.empty() ? Paper{{1}, {1}} : papers.front();
    }
    const auto paper = paperNamed(size->second);
    if (!paper) throw UsageError("--size is width x height in millimetres, as 50x25");
    return *paper;
}

}  // namespace

Resolution resolutionOf(const Options& options) {
    const auto dpi = options.find("--dpi");
    if (dpi == options.end() || dpi->second == "203") return dpi203;
    if (dpi->second == "300") return dpi300;
    throw UsageError("--dpi is 203 or 300");
}

std::vector<Bitmap> drawnLabels(std::string_view kind, const Options& options, Resolution resolution) {
    const domain::Value data = dataOf(options);
    const Paper paper = paperOf(kind, options);
    std::vector<Bitmap> labels;
    for (const domain::Value& one : data.isArray() ? data.array() : domain::Value::Array{data})
        labels.push_back(orUsage(drawLabel(kind, one, paper, resolution)));
    return labels;
}

}  // namespace remise::labels::cli
