#include "server/domain/machine_ids.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace remise::domain {
namespace {

constexpr std::size_t hexDigits = 32;

std::string hexOf(std::string_view text) {
    std::string hex;
    for (const unsigned char c : text) {
        if (c == '-' || c == '{' || c == '}' || c == ' ') continue;
        if (std::isxdigit(c) == 0) return {};
        hex += static_cast<char>(std::toupper(c));
    }
    return hex.size() == hexDigits ? hex : std::string();
}

/// The bytes of each of the first three numbers the other way round.
std::string swapped(const std::string& hex) {
    std::string other = hex;
    const auto turn = [&](std::size_t first, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i)
            other.replace(first + 2 * i, 2, hex, first + 2 * (bytes - 1 - i), 2);
    };
    turn(0, 4);
    turn(8, 2);
    turn(12, 2);
    return other;
}

bool hasKind(const MachineIds& ids, MachineIdKind kind) {
    return std::any_of(ids.begin(), ids.end(), [&](const MachineId& id) { return id.kind == kind; });
}

}  // namespace

std::string_view machineIdKindName(MachineIdKind kind) {
    switch (kind) {
        case MachineIdKind::serial:
            return "serial";
        case MachineIdKind::imei:
            return "imei";
        case MachineIdKind::uuid:
            return "uuid";
        case MachineIdKind::board:
            return "board";
        case MachineIdKind::mac:
            break;
    }
    return "mac";
}

std::string canonicalUuid(std::string_view text) {
    const std::string hex = hexOf(text);
    if (hex.empty()) return {};
    std::string uuid = std::min(hex, swapped(hex));
    for (const std::size_t hyphen : {20U, 16U, 12U, 8U})
        uuid.insert(hyphen, 1, '-');
    return uuid;
}

std::set<MachineIdKind> whySame(const MachineIds& one, const MachineIds& other) {
    MachineIds common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                          std::inserter(common, common.end()));
    std::set<MachineIdKind> kinds;
    for (const MachineId& id : common)
        kinds.insert(id.kind);
    if (kinds != std::set{MachineIdKind::mac}) return kinds;
    for (const auto kind : {MachineIdKind::serial, MachineIdKind::uuid, MachineIdKind::board})
        if (hasKind(one, kind) && hasKind(other, kind)) return {};
    return kinds;
}

}  // namespace remise::domain
