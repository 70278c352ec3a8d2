#include "drivers/disks/nvme/identify.h"

#include <array>

#include "drivers/disks/kernel_files.h"

namespace remise::drivers::disks::nvme {
namespace {

constexpr std::uint8_t identifyIt = 0x06;
constexpr std::uint32_t ofNameSpace = 0, ofController = 1, activeNameSpaces = 2, allNameSpaces = 0x10;

using Page = std::array<std::uint8_t, 4096>;

std::optional<Page> page(Line& line, std::uint32_t what, std::uint32_t nameSpace) {
    Page bytes{};
    if (line.send({identifyIt, nameSpace, what, 0}, bytes, std::chrono::seconds(15)) != 0) return {};
    return bytes;
}

std::uint64_t number(const Page& page, std::size_t at, int bytes) {
    std::uint64_t value = 0;
    for (int n = 0; n < bytes; ++n)
        value |= std::uint64_t{page[at + static_cast<std::size_t>(n)]} << (8 * n);
    return value;
}

std::string text(const Page& page, std::size_t at, std::size_t length) {
    return trimmed({reinterpret_cast<const char*>(page.data()) + at, length});
}

/// Of a list of their numbers, in order, then zeros: none, one or several.
int countOf(const Page& list) {
    return number(list, 0, 4) == 0 ? 0 : number(list, 4, 4) == 0 ? 1 : 2;
}

}  // namespace

std::optional<Controller> identify(Line& line) {
    const auto bytes = page(line, ofController, 0);
    if (!bytes) return {};
    Controller controller;
    controller.identity = {text(*bytes, 4, 20), text(*bytes, 24, 40), text(*bytes, 64, 8)};
    controller.canFormat = number(*bytes, 256, 2) & 0x2;  // OACS
    controller.managesNameSpaces = number(*bytes, 256, 2) & 0x8;
    controller.bytes = number(*bytes, 280, 8);        // TNVMCAP; its upper half is for later centuries
    controller.unallocated = number(*bytes, 296, 8);  // UNVMCAP
    const auto sanitize = number(*bytes, 328, 4);     // SANICAP
    controller.canSanitizeCrypto = sanitize & 0x1;
    controller.canSanitizeBlock = sanitize & 0x2;
    const auto active = page(line, activeNameSpaces, 0);
    controller.hasOneNameSpace = active && countOf(*active) == 1;
    if (const auto all = controller.managesNameSpaces ? page(line, allNameSpaces, 0) : std::nullopt)
        controller.nameSpaces = countOf(*all);
    return controller;
}

std::optional<std::uint32_t> currentFormat(Line& line, std::uint32_t nameSpace) {
    const auto bytes = page(line, ofNameSpace, nameSpace);
    if (!bytes) return {};
    const std::uint32_t size = (*bytes)[26], protection = (*bytes)[29];  // FLBAS, DPS
    const std::uint32_t lower = size & 0x0f, metadataAtEnd = size >> 4 & 1, upper = size >> 5 & 3;
    const std::uint32_t kind = protection & 7, isFirst = protection >> 3 & 1;
    return lower | metadataAtEnd << 4 | kind << 5 | isFirst << 8 | upper << 12;
}

}  // namespace remise::drivers::disks::nvme
