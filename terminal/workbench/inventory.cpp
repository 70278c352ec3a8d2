#include <iostream>
#include <nlohmann/json.hpp>

#include "drivers/reports/bundle.h"
#include "drivers/reports/inventory_json.h"
#include "drivers/reports/machine.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/raw_folder.h"

namespace remise::workbench {

using namespace domain::cli;
using namespace drivers::reports;

int inventory(Words words) {
    const Options options = optionsOf(words, {"--from"});
    const std::string folder = required(options, "--from");
    std::cout << inventoryJson(readMachine(unpackBundles(readRawFolder(folder)))).dump(2) << '\n';
    return 0;
}

}  // namespace remise::workbench
