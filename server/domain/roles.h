#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace remise::domain {

/// Who somebody is in the house. A set of roles is a bit mask, so that a row of THE table or of the routes
/// can name several.
enum class Role : std::uint16_t {
    worker = 1,  ///< insertion worker, by badge
    leader = 2,  ///< encadrant technique, by badge and on the web
    logistics = 4,
    team = 8,  ///< Solidatech's team
    manager = 16,
    admin = 32,
    association = 64,  ///< member of an association
    terminal = 128,    ///< an enrolled terminal without a person
    system = 256,      ///< the server itself (jobs, demo data)
};

class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(Role role) : m_mask(static_cast<std::uint16_t>(role)) {}
    constexpr Roles operator|(Roles other) const {
        return Roles(static_cast<std::uint16_t>(m_mask | other.m_mask));
    }
    [[nodiscard]] constexpr bool contains(Role role) const {
        return (m_mask & static_cast<std::uint16_t>(role)) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return m_mask == 0; }

private:
    constexpr explicit Roles(std::uint16_t mask) : m_mask(mask) {}
    std::uint16_t m_mask = 0;
};

constexpr Roles operator|(Role a, Role b) {
    return Roles(a) | Roles(b);
}

inline constexpr Role everyRole[] = {Role::worker,      Role::leader,   Role::logistics,
                                     Role::team,        Role::manager,  Role::admin,
                                     Role::association, Role::terminal, Role::system};

std::string_view roleName(Role);
std::optional<Role> roleNamed(std::string_view);

}  // namespace remise::domain
