#include "drivers/disks/ata/hidden_area.h"

#include "drivers/disks/ata/identify.h"

namespace remise::drivers::disks::ata {
namespace {

constexpr std::uint8_t readNativeMax = 0x27, setMax = 0x37;  // HPA, ATA8-ACS 7.33 and 7.51
constexpr std::uint8_t configuration = 0xb1;                 // DCO, ATA8-ACS 7.10
constexpr std::uint16_t restoreIt = 0xc0, identifyIt = 0xc2;
constexpr std::uint8_t accessibleMaximum = 0x78;  // ACS-3, 7.2
constexpr std::uint16_t getNative = 0x00, setAccessible = 0x01;

Command wide(std::uint8_t code, std::uint16_t features = 0, std::uint64_t lba = 0, std::uint16_t count = 0) {
    Command command;
    command.command = code;
    command.width = Command::Width::bits48;
    command.features = features;
    command.lba = lba;
    command.count = count;
    return command;
}

/// How many sectors there are below what hides some of them; nothing when it does not say.
std::optional<std::uint64_t> nativeSectors(Line& line, const Identify& identify) {
    const auto reply = identify.hasAccessibleMaximum ? line.send(wide(accessibleMaximum, getNative))
                       : identify.hasProtectedArea   ? line.send(wide(readNativeMax))
                                                     : std::nullopt;
    if (!reply || !reply->isOk()) return {};
    return reply->lba + 1;
}

bool giveBack(Line& line, const Identify& identify, std::uint64_t native) {
    if (identify.hasAccessibleMaximum) {
        const auto reply = line.send(wide(accessibleMaximum, setAccessible, native - 1));
        return reply && reply->isOk();
    }
    constexpr std::uint16_t forGood = 1;
    if (!line.send(wide(readNativeMax))) return false;  // has to come right before
    const auto reply = line.send(wide(setMax, 0, native - 1, forGood));
    return reply && reply->isOk();
}

/// The overlay's own list of what the drive could do: its words 3 to 6 are the highest address.
std::optional<std::uint64_t> sectorsUnderOverlay(Line& line) {
    std::array<std::uint8_t, 512> bytes{};
    Command command;
    command.command = configuration;
    command.features = identifyIt;
    command.data = Command::Data::in;
    command.count = 1;
    const auto reply = line.send(command, bytes, std::chrono::seconds(15));
    if (!reply || !reply->isOk()) return {};
    std::uint64_t highest = 0;
    for (std::size_t n = 0; n < 8; ++n)
        highest |= std::uint64_t{bytes[6 + n]} << (8 * n);
    return highest + 1;
}

bool restoreConfiguration(Line& line) {
    Command command;
    command.command = configuration;
    command.features = restoreIt;
    const auto reply = line.send(command);
    return reply && reply->isOk();
}

}  // namespace

HiddenArea openHiddenArea(Line& line) {
    using State = HiddenArea::State;
    auto known = identify(line);
    if (!known) return {State::unknown, 0};
    const std::uint64_t before = known->sectors;
    std::uint64_t most = before;
    bool isSure = true;
    // The protected area goes first: a drive that has one refuses to restore its configuration.
    if (known->hasProtectedArea || known->hasAccessibleMaximum) {
        const auto native = nativeSectors(line, *known);
        isSure = native.has_value();
        most = std::max(most, native.value_or(0));
        if (native && *native > known->sectors) giveBack(line, *known, *native);
    }
    if (known->hasOverlay) {
        const auto all = sectorsUnderOverlay(line);
        isSure = isSure && all.has_value();
        if (all && *all > most && restoreConfiguration(line)) {
            if (const auto restored = identify(line))
                if (const auto native = nativeSectors(line, *restored); native && *native > restored->sectors)
                    giveBack(line, *restored, *native);
        }
        most = std::max(most, all.value_or(0));
    }
    known = identify(line);
    if (!known || known->sectors < most) return {State::left, most - before};
    if (most > before) return {State::removed, most - before};
    return {isSure ? State::none : State::unknown, 0};
}

}  // namespace remise::drivers::disks::ata
