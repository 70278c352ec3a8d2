#include "tests/drivers/disks/pretended_nvme.h"

#include <algorithm>

namespace remise::test {
namespace {

constexpr int success = 0, invalidField = 2;

void put(std::span<std::uint8_t> bytes, std::size_t at, std::uint64_t value, int length) {
    for (int n = 0; n < length; ++n)
        bytes[at + static_cast<std::size_t>(n)] = static_cast<std::uint8_t>(value >> (8 * n));
}

}  // namespace

void PretendedNvme::identify(std::uint32_t what, std::span<std::uint8_t> page) const {
    if (what == 0) {
        page[26] = flbas;
        page[29] = dps;
    }
    if (what == 2 || what == 0x10)
        for (int n = 0; n < (what == 2 ? nameSpaces : allNameSpaces); ++n)
            put(page, static_cast<std::size_t>(4 * n), static_cast<std::uint64_t>(n) + 1, 4);
    if (what != 1) return;
    constexpr std::string_view serial = "PRETENDED-NVME      ";
    std::ranges::copy(serial, page.begin() + 4);
    put(page, 256, (canFormat ? 2u : 0u) | (managesNameSpaces ? 8u : 0u), 2);
    put(page, 280, bytes, 8);
    put(page, 296, unallocated, 8);
    put(page, 328, (canSanitizeCrypto ? 1u : 0u) | (canSanitizeBlock ? 2u : 0u), 4);
}

std::optional<int> PretendedNvme::send(const drivers::disks::nvme::Command& command,
                                       std::span<std::uint8_t> answer, std::chrono::milliseconds) {
    switch (command.opcode) {
        case 0x06:
            if (command.dword10 == 0x10 && allNameSpaces == 0) return invalidField;
            identify(command.dword10, answer);
            return success;
        case 0x02:
            if (m_status == 2 && ++m_looks >= looksUntilDone) {
                m_status = failsToSanitize ? 3 : 1;
                if (!failsToSanitize) erase();
            }
            put(answer, 0,
                m_status == 2 ? static_cast<std::uint64_t>(0x10000 * m_looks / looksUntilDone) : 0xffff, 2);
            put(answer, 2, m_status, 2);
            return success;
        case 0x84: {
            if (command.dword10 == 1) m_status = 0;
            const bool can =
                (command.dword10 == 2 && canSanitizeBlock) || (command.dword10 == 4 && canSanitizeCrypto);
            if (!can || refuses) return command.dword10 == 1 ? success : invalidField;
            m_status = 2;
            m_looks = 0;
            return success;
        }
        case 0x80:
            lastFormat = command.dword10;
            if (!canFormat || refuses) return invalidField;
            erase();
            return success;
        default:
            return invalidField;
    }
}

}  // namespace remise::test
