#include "tests/drivers/disks/pretended_ata.h"

#include <algorithm>
#include <utility>

namespace remise::test {
namespace {

using namespace drivers::disks::ata;

Reply good() {
    return {0x50, 0, 0, 0};
}

Reply aborted() {
    return {0x51, 0x04, 0, 0};
}

Reply at(std::uint64_t lba) {
    Reply reply = good();
    reply.lba = lba;
    return reply;
}

void put(std::span<std::uint8_t> bytes, std::size_t word, std::uint64_t value, int words) {
    for (int n = 0; n < words * 2; ++n)
        bytes[2 * word + static_cast<std::size_t>(n)] = static_cast<std::uint8_t>(value >> (8 * n));
}

void putText(std::span<std::uint8_t> bytes, std::size_t word, std::size_t words, std::string text) {
    text.resize(words * 2, ' ');
    for (std::size_t n = 0; n < text.size(); ++n)
        bytes[2 * word + (n ^ 1)] = static_cast<std::uint8_t>(text[n]);
}

}  // namespace

void PretendedAta::describe(std::span<std::uint8_t> bytes) const {
    const auto bit = [](bool is, int number) { return std::uint64_t{is} << number; };
    putText(bytes, 10, 10, serial);
    putText(bytes, 23, 4, "1.0");
    putText(bytes, 27, 20, "PRETENDED DRIVE");
    put(bytes, 59,
        bit(canOverwrite || canBlockErase || canCryptoScramble, 12) | bit(canCryptoScramble, 13) |
            bit(canOverwrite, 14) | bit(canBlockErase, 15),
        1);
    put(bytes, 60, std::min<std::uint64_t>(sectors, 0x0fffffff), 2);
    put(bytes, 82, bit(hasSecurity, 1) | bit(hasProtectedArea, 10), 1);
    put(bytes, 83, 0x4000 | bit(true, 10) | bit(hasOverlay, 11), 1);
    put(bytes, 89, 1, 1);
    put(bytes, 100, sectors, 4);
    put(bytes, 119, 0x4000 | bit(hasAccessibleMaximum, 8), 1);
    put(bytes, 128, bit(hasSecurity, 0) | bit(isSecured, 1) | bit(isLocked, 2) | bit(isFrozen, 3), 1);
    put(bytes, 217, isSolidState ? 1 : 7200, 1);
}

std::optional<Reply> PretendedAta::send(const Command& command, std::span<std::uint8_t> data,
                                        std::chrono::seconds) {
    ++commands;
    if (isSilent) return {};
    switch (command.command) {
        case 0xec:
            describe(data);
            return good();
        case 0xb4:
            return sanitize(command);
        case 0xf1:
        case 0xf3:
        case 0xf4:
        case 0xf6:
            return security(command);
        default:
            return hidden(command, data);
    }
}

Reply PretendedAta::sanitize(const Command& command) {
    if (command.features == 0) {
        if (m_sanitizing == Sanitizing::going && !neverEnds && ++m_looks >= looksUntilDone) {
            m_sanitizing = failsToSanitize ? Sanitizing::failed : Sanitizing::completed;
            if (!failsToSanitize) erase();
        }
        Reply reply = m_sanitizing == Sanitizing::failed ? aborted() : good();
        if (m_sanitizing == Sanitizing::completed) reply.count = 0x8000;
        if (m_sanitizing == Sanitizing::going) {
            reply.count = 0x4000;
            reply.lba = static_cast<std::uint64_t>(0x10000 * m_looks / std::max(looksUntilDone, m_looks + 1));
        }
        return reply;
    }
    const bool isMeant = (command.features == 0x11 && canCryptoScramble && command.lba == 0x43727970) ||
                         (command.features == 0x12 && canBlockErase && command.lba == 0x426b4572) ||
                         (command.features == 0x14 && canOverwrite && command.lba >> 32 == 0x4f57 &&
                          (command.count & 0x0f) == 1);
    if (!isMeant || refusesToSanitize) return aborted();
    m_sanitizing = Sanitizing::going;
    m_looks = 0;
    return good();
}

Reply PretendedAta::security(const Command& command) {
    const bool wasPrepared = std::exchange(m_isPrepared, command.command == 0xf3);
    if (isFrozen || !hasSecurity) return aborted();
    if (command.command == 0xf1) isSecured = true;
    if (command.command == 0xf6) isSecured = false;
    if (command.command != 0xf4) return good();
    if (refusesToErase || !wasPrepared || !isSecured) return answersWellWhatItRefuses ? good() : aborted();
    if (!forgetsWithoutErasing) erase();
    isSecured = false;
    return good();
}

Reply PretendedAta::hidden(const Command& command, std::span<std::uint8_t> data) {
    if (command.command == 0x27 && hasProtectedArea) return at(nativeSectors - 1);
    if (command.command == 0x78 && hasAccessibleMaximum && command.features == 0)
        return at(nativeSectors - 1);
    if ((command.command == 0x37 && hasProtectedArea) || (command.command == 0x78 && hasAccessibleMaximum)) {
        if (!keepsHidden) sectors = command.lba + 1;
        return keepsHidden ? aborted() : good();
    }
    if (command.command == 0xb1 && hasOverlay && command.features == 0xc2) {
        put(data, 3, factorySectors - 1, 4);
        return good();
    }
    if (command.command == 0xb1 && hasOverlay && command.features == 0xc0 && !keepsHidden) {
        nativeSectors = factorySectors;
        sectors = factorySectors;
        return good();
    }
    return aborted();
}

}  // namespace remise::test
