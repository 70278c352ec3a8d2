#include "drivers/reports/machine_names.h"

#include <algorithm>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

bool namesInVersion(const std::string& maker) {
    const std::string lower = lowerCase(maker);
    return lower.starts_with("lenovo") || lower.starts_with("ibm");
}

/// "ThinkPad T495", not "1.0" nor "Rev A".
bool isName(const std::string& version) {
    const auto letters = std::count_if(version.begin(), version.end(), [](unsigned char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
    });
    const std::string lower = lowerCase(version);
    return letters >= 4 && !lower.starts_with("rev") && !lower.starts_with("version") && lower != "lenovo";
}

}  // namespace

MachineName machineNameOf(const SaidNames& said) {
    MachineName name;
    name.maker = !said.maker.empty() ? said.maker : said.boardMaker;
    if (namesInVersion(said.maker) && isName(said.version) && said.version != said.product) {
        name.model = said.version;
        name.product = said.product;
        return name;
    }
    name.model = !said.product.empty() ? said.product : said.boardProduct;
    return name;
}

}  // namespace remise::drivers::reports
