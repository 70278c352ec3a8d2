#include "server/domain/roles.h"

namespace remise::domain {

std::string_view roleName(Role role) {
    switch (role) {
        case Role::worker:
            return "worker";
        case Role::leader:
            return "leader";
        case Role::logistics:
            return "logistics";
        case Role::team:
            return "team";
        case Role::manager:
            return "manager";
        case Role::admin:
            return "admin";
        case Role::association:
            return "association";
        case Role::terminal:
            return "terminal";
        case Role::system:
            return "system";
    }
    return "";
}

std::optional<Role> roleNamed(std::string_view name) {
    for (const Role role : everyRole)
        if (roleName(role) == name) return role;
    return {};
}

}  // namespace remise::domain
