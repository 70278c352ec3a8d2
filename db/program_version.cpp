#include "db/program_version.h"

#include <array>
#include <charconv>
#include <stdexcept>

namespace remise::db {

std::string ProgramVersion::text() const {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

ProgramVersion ProgramVersion::parse(std::string_view text) {
    std::array<int, 3> parts{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (auto& part : parts) {
        if (&part != parts.data() && (at == end || *at++ != '.'))
            throw std::invalid_argument("'" + std::string(text) + "' is not a version");
        const auto [next, error] = std::from_chars(at, end, part);
        if (error != std::errc{} || part < 0)
            throw std::invalid_argument("'" + std::string(text) + "' is not a version");
        at = next;
    }
    if (at != end) throw std::invalid_argument("'" + std::string(text) + "' is not a version");
    return {parts[0], parts[1], parts[2]};
}

ProgramVersion ProgramVersion::current() {
    return parse(REMISE_VERSION);
}

}  // namespace remise::db
