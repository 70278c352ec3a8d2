#include "drivers/disks/ata/identify.h"

#include <string_view>

#include "drivers/disks/identity.h"

namespace remise::drivers::disks::ata {
namespace {

constexpr std::uint8_t identifyDevice = 0xec;

class Words {
public:
    explicit Words(std::span<const std::uint8_t, 512> bytes) : m_bytes(bytes) {}
    [[nodiscard]] std::uint16_t operator[](std::size_t n) const {
        return static_cast<std::uint16_t>(m_bytes[2 * n] | m_bytes[2 * n + 1] << 8);
    }
    [[nodiscard]] bool has(std::size_t word, int bit) const { return (*this)[word] >> bit & 1; }
    [[nodiscard]] std::uint64_t number(std::size_t first, int words) const {
        std::uint64_t number = 0;
        for (int n = 0; n < words; ++n)
            number |= std::uint64_t{(*this)[first + static_cast<std::size_t>(n)]} << (16 * n);
        return number;
    }

private:
    std::span<const std::uint8_t, 512> m_bytes;
};

/// Words 83 and 119 count only when bits 15 and 14 say that they were filled in.
bool isFilledIn(std::uint16_t word) {
    return (word & 0xc000) == 0x4000;
}

/// In units of two minutes; 255 and 32,767 mean more than that.
std::chrono::minutes timeIn(std::uint16_t word) {
    return std::chrono::minutes(2 * (word & (word & 0x8000 ? 0x7fff : 0x00ff)));
}

}  // namespace

Identify Identify::read(std::span<const std::uint8_t, 512> bytes) {
    const Words words(bytes);
    Identify read;
    read.identity = identityOfAta({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    const bool has48Bits = isFilledIn(words[83]) && words.has(83, 10);
    read.sectors = has48Bits ? words.number(100, 4) : words.number(60, 2);
    read.isSolidState = words[217] == 1;
    read.hasSanitize = words.has(59, 12);
    read.canCryptoScramble = read.hasSanitize && words.has(59, 13);
    read.canOverwrite = read.hasSanitize && words.has(59, 14);
    read.canBlockErase = read.hasSanitize && words.has(59, 15);
    read.hasSecurity = words.has(82, 1) && words.has(128, 0);
    read.isSecured = words.has(128, 1);
    read.isLocked = words.has(128, 2);
    read.isFrozen = words.has(128, 3);
    read.hasEnhancedErase = words.has(128, 5);
    read.eraseTime = timeIn(words[89]);
    read.enhancedEraseTime = timeIn(words[90]);
    read.hasProtectedArea = words.has(82, 10) && has48Bits;
    read.hasOverlay = isFilledIn(words[83]) && words.has(83, 11);
    read.hasAccessibleMaximum = isFilledIn(words[119]) && words.has(119, 8);
    return read;
}

std::optional<Identify> identify(Line& line) {
    std::array<std::uint8_t, 512> bytes{};
    Command command;
    command.command = identifyDevice;
    command.data = Command::Data::in;
    command.count = 1;
    const auto reply = line.send(command, bytes, std::chrono::seconds(15));
    if (!reply || !reply->isOk()) return {};
    const Identify read = Identify::read(bytes);
    if (read.identity.serial.empty() || read.sectors == 0) return {};
    return read;
}

}  // namespace remise::drivers::disks::ata
