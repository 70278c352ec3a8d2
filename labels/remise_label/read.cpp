#include <iostream>
#include <nlohmann/json.hpp>

#include "labels/barcode.h"
#include "labels/picture_file.h"
#include "labels/remise_label/words.h"

namespace remise::labels::cli {
namespace {

using nlohmann::json;

json asJson(const Barcode& barcode) {
    json position = json::array();
    for (const Point& corner : barcode.position)
        position.push_back({corner.x, corner.y});
    return {{"text", barcode.text}, {"format", barcode.kind}, {"position", position}};
}

}  // namespace

/// Exit 0: every picture has a barcode; 1: one has none. A picture that cannot be read ends it.
int read(Words words) {
    std::vector<std::string_view> pictures(words.begin(), words.end());
    const bool wantsJson = std::erase(pictures, "--json") > 0;
    if (pictures.empty()) throw UsageError("read [--json] which picture?");
    for (const std::string_view picture : pictures)
        if (picture.starts_with("--")) throw UsageError("unknown option " + std::string(picture));
    bool hasEachOne = true;
    json all = json::array();
    for (const std::string_view picture : pictures) {
        const auto barcodes = readBarcodes(readPicture(picture), Effort::thorough);
        for (const Barcode& barcode : barcodes) {
            if (wantsJson)
                all.push_back(asJson(barcode));
            else
                std::cout << barcode.text << '\n';
        }
        if (barcodes.empty()) std::cerr << "remise-label: no barcode in " << picture << '\n';
        hasEachOne = hasEachOne && !barcodes.empty();
    }
    if (wantsJson) std::cout << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
    return hasEachOne ? 0 : 1;
}

}  // namespace remise::labels::cli
