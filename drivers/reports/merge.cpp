#include "drivers/reports/merge.h"

#include <algorithm>

#include "drivers/reports/merge_drives.h"
#include "server/domain/machine_ids.h"
#include "server/domain/serials.h"

namespace remise::drivers::reports {

namespace {

void fill(std::string& known, std::string& said) {
    if (known.empty()) known = std::move(said);
}

template <typename Value>
void fill(std::optional<Value>& known, std::optional<Value>& said) {
    if (!known) known = std::move(said);
}

template <typename Value>
void fill(std::vector<Value>& known, std::vector<Value>& said) {
    if (known.empty()) known = std::move(said);
}

/// A name and its number come from one tool.
void fillNames(Inventory& machine, Inventory& more) {
    if (!machine.model.empty()) return fill(machine.maker, more.maker);
    machine.model = std::move(more.model);
    machine.product = std::move(more.product);
    if (!more.maker.empty()) machine.maker = std::move(more.maker);
}

/// Where both tell of the same number of processors, one completes the other.
void fillProcessors(std::vector<Processor>& known, std::vector<Processor>& said) {
    if (known.size() != said.size()) return fill(known, said);
    for (std::size_t i = 0; i < known.size(); ++i) {
        fill(known[i].name, said[i].name);
        fill(known[i].maker, said[i].maker);
        fill(known[i].cores, said[i].cores);
        fill(known[i].threads, said[i].threads);
        fill(known[i].megahertz, said[i].megahertz);
    }
}

template <typename Value>
void join(std::vector<Value>& known, const std::vector<Value>& said) {
    known.insert(known.end(), said.begin(), said.end());
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
}

void joinMedia(std::vector<Medium>& known, std::vector<Medium>& said) {
    for (Medium& medium : said)
        if (std::none_of(known.begin(), known.end(), [&](const Medium& other) {
                return !medium.device.empty() && other.device == medium.device;
            }))
            known.push_back(std::move(medium));
}

/// Two of one model without a number are two.
bool isSame(const Screen& one, const Screen& other) {
    return one.serial && one.serial == other.serial && one.maker == other.maker;
}

/// Each screen has a file of its own.
void joinScreens(std::vector<Screen>& known, std::vector<Screen>& said) {
    const std::size_t before = known.size();
    for (Screen& screen : said)
        if (std::none_of(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(before),
                         [&](const Screen& other) { return isSame(screen, other); }))
            known.push_back(std::move(screen));
}

}  // namespace

void addMissing(Inventory& machine, Inventory more) {
    fillNames(machine, more);
    for (const auto text :
         {&Inventory::deviceId, &Inventory::itemType, &Inventory::category, &Inventory::chassis,
          &Inventory::name, &Inventory::system, &Inventory::firmware, &Inventory::tpm})
        fill(machine.*text, more.*text);
    for (const auto identity :
         {&Inventory::serial, &Inventory::boardSerial, &Inventory::uuid, &Inventory::assetTag})
        fill(machine.*identity, more.*identity);
    fill(machine.uefi, more.uefi);
    fill(machine.memoryBytes, more.memoryBytes);
    fill(machine.modules, more.modules);
    machine.memorySlots = std::max(machine.memorySlots, more.memorySlots);
    fillProcessors(machine.processors, more.processors);
    fill(machine.graphics, more.graphics);
    joinScreens(machine.screens, more.screens);
    fill(machine.batteries, more.batteries);
    for (Drive& drive : more.drives)
        addDrive(machine.drives, std::move(drive));
    joinMedia(machine.media, more.media);
    join(machine.locks, more.locks);
    join(machine.macs, more.macs);
    join(machine.imeis, more.imeis);
    machine.simCards = std::max(machine.simCards, more.simCards);
    machine.notes.insert(machine.notes.end(), more.notes.begin(), more.notes.end());
}

bool canBeOneMachine(const Inventory& one, const Inventory& other) {
    const bool bothSerials = one.serial && other.serial;
    const bool bothUuids = one.uuid && other.uuid && !domain::canonicalUuid(*one.uuid).empty() &&
                           !domain::canonicalUuid(*other.uuid).empty();
    if (!bothSerials && !bothUuids) return true;
    return (bothSerials && domain::normaliseSerial(*one.serial) == domain::normaliseSerial(*other.serial)) ||
           (bothUuids && domain::canonicalUuid(*one.uuid) == domain::canonicalUuid(*other.uuid));
}

}  // namespace remise::drivers::reports
