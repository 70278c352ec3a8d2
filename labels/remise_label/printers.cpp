#include <iostream>

#include "labels/remise_label/words.h"

namespace remise::labels::cli {

int printers(Words) {
    std::cout << "virtual   no paper: leaves each label as a PNG and a ZPL file in a folder\n";
    return 0;
}

}  // namespace remise::labels::cli
