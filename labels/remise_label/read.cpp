#include <iostream>

#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "labels/remise_label/words.h"

namespace remise::labels::cli {

int read(Words words) {
    if (words.size() != 1) throw UsageError("read wants one PNG file");
    const auto barcodes = readBarcodes(readPicture(words[0]));
    for (const Barcode& barcode : barcodes)
        std::cout << barcode.text << '\n';
    if (barcodes.empty()) std::cerr << "remise-label: no barcode in " << words[0] << '\n';
    return barcodes.empty() ? 1 : 0;
}

}  // namespace remise::labels::cli
