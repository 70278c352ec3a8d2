#pragma once

#include <span>
#include <string_view>

#include "server/domain/outcome.h"
#include "server/domain/roles.h"
#include "server/http/router.h"

namespace remise::identity {

/// Whom a route is for: everybody, programs on this machine, certain roles, or these and who is not signed
/// in.
class Audience {
public:
    enum Special { everybody, thisMachine };

    constexpr Audience(Special special)
        : m_kind(special == everybody ? Kind::everybody : Kind::thisMachine) {}
    constexpr Audience(domain::Roles roles) : m_roles(roles) {}
    constexpr Audience(domain::Role role) : m_roles(role) {}

    /// The roles, and programs that nobody knows: agents, which have no token.
    static constexpr Audience publicOr(domain::Roles roles) {
        Audience audience(roles);
        audience.m_kind = Kind::publicOrRoles;
        return audience;
    }

    [[nodiscard]] constexpr bool isEverybody() const { return m_kind == Kind::everybody; }
    [[nodiscard]] constexpr bool isThisMachine() const { return m_kind == Kind::thisMachine; }
    [[nodiscard]] constexpr bool admitsPublic() const {
        return isEverybody() || m_kind == Kind::publicOrRoles;
    }
    [[nodiscard]] constexpr domain::Roles roles() const { return m_roles; }

private:
    enum class Kind { roles, everybody, thisMachine, publicOrRoles };
    Kind m_kind = Kind::roles;
    domain::Roles m_roles;
};

struct RouteRight {
    std::string_view method;
    std::string_view pattern;
    Audience audience;
};

/// THE table of rights: one row for every route, no route without a row.
std::span<const RouteRight> routeRights();
const RouteRight* routeRight(std::string_view method, std::string_view pattern);

/// 127.0.0.0/8 and ::1, also written as IPv6.
bool isThisMachine(std::string_view address);
/// Asked by a program on this machine, for itself: a proxy on this machine speaks for others.
bool comesFromThisMachine(const http::Request&);

/// Whether this caller may use this route. Who is not signed in is told to sign in (sign_in_needed), who is
/// not allowed is told so (not_allowed); a route without a row is nobody's.
domain::Verdict mayUse(const RouteRight*, const http::Request&);
/// The same, as the router asks it.
domain::Verdict authorise(const http::Request&, const http::Route&);

/// Whether this role may send commands of this kind (unknown_kind, no_right): the roles of THE table of
/// kinds.
domain::Verdict maySend(domain::Role, std::string_view kind);

}  // namespace remise::identity
