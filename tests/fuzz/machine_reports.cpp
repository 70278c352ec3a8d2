// Any bytes at all as what the tools of a machine say, one by one and as a bundle: read or refused, and what
// was read can be judged and written down.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "drivers/reports/bundle.h"
#include "drivers/reports/dmidecode.h"
#include "drivers/reports/fitness.h"
#include "drivers/reports/inventory_json.h"
#include "drivers/reports/lscpu.h"
#include "drivers/reports/lshw.h"
#include "drivers/reports/lspci.h"
#include "drivers/reports/machine.h"
#include "server/domain/serials.h"

using namespace remise::drivers::reports;

namespace {

void check(bool holds) {
    if (!holds) std::abort();
}

void checkMachine(const Inventory& machine) {
    for (const auto& serial : {machine.serial, machine.uuid, machine.boardSerial, machine.assetTag})
        check(!serial || remise::domain::isIdentity(*serial));
    for (const MemoryModule& module : machine.modules)
        check(module.bytes > 0);
    check(machine.installedBytes().value_or(0) >= 0);
    const int performance = performanceClass(machine).value_or(1);
    check(performance >= 1 && performance <= 4);
    check(!inventoryJson(machine).dump().empty());  // throws on what is no UTF-8
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto machine = readDmidecode(text)) checkMachine(*machine);
    if (const auto machine = readLshw(text)) checkMachine(*machine);
    if (const auto processors = readLscpu(text))
        check(!processors->empty() && !processors->front().name.empty());
    for (const Graphics& card : readLspci(text))
        check(!card.model.empty());
    checkMachine(readMachine(unpackBundles({{"sda.json", text}, {"again.txt", text}})));
    return 0;
}
