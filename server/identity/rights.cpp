#include "server/identity/rights.h"

#include <algorithm>

#include "server/domain/kinds.h"
#include "server/domain/refusals.h"

namespace remise::identity {
namespace {

using domain::Role;
using domain::Roles;
using enum Audience::Special;

constexpr auto leader = Role::leader, logistics = Role::logistics, team = Role::team, manager = Role::manager,
               admin = Role::admin, association = Role::association, terminal = Role::terminal;
constexpr Roles staff = leader | logistics | team | manager | admin;
constexpr Roles signedIn = staff | association;
constexpr Roles floorBoard = leader | manager | team | logistics | admin;
constexpr Roles goods = logistics | leader | admin;
constexpr Roles reviewers = leader | manager | admin;
constexpr Roles office = team | manager | admin;

// clang-format off
constexpr RouteRight table[] = {
// Pages for everybody
{"GET",  "/",                                  everybody},
{"GET",  "/produits/{sku}",                    everybody},
{"GET",  "/u/{code}",                          everybody},
{"GET",  "/inscription",                       everybody},
{"POST", "/inscription",                       everybody},
{"GET",  "/connexion",                         everybody},
{"POST", "/connexion",                         everybody},
{"POST", "/deconnexion",                       signedIn},
{"GET",  "/langue/{tag}",                      everybody},
{"GET",  "/static/{path...}",                  everybody},
// Associations
{"GET",  "/mes-demandes",                      association},
{"GET",  "/mes-demandes/{number}",             association},
{"POST", "/mes-demandes",                      association},
{"POST", "/mes-demandes/{number}/accepter",    association},
{"POST", "/mes-demandes/{number}/refuser",     association},
{"POST", "/mes-demandes/{number}/annuler",     association},
{"POST", "/mes-demandes/{number}/completer",   association},
{"GET",  "/mes-demandes/{number}/flux",        association},
{"GET",  "/mes-demandes/{number}/bon",         association},
// Boards of the house
{"GET",  "/atelier",                           floorBoard},
{"GET",  "/atelier/bancs",                     floorBoard},
{"GET",  "/atelier/bancs/flux",                floorBoard},
{"GET",  "/b/{report}",                        floorBoard},
{"GET",  "/atelier/a-revoir",                  reviewers},
{"POST", "/atelier/a-revoir",                  reviewers},
{"GET",  "/atelier/inventaires",               leader | admin},
{"POST", "/atelier/inventaires",               leader | admin},
{"GET",  "/atelier/destruction",               leader | manager | admin},
{"POST", "/atelier/destruction",               leader | admin},
{"POST", "/atelier/destruction/{id}/confirmer", leader | manager | admin},
{"GET",  "/atelier/telephones",                leader | admin},
{"POST", "/atelier/telephones",                leader | admin},
{"GET",  "/logistique",                        goods},
{"POST", "/logistique/{code}/{step}",          goods},
{"GET",  "/logistique/bons/{number}",          goods},
{"GET",  "/equipe",                            office},
{"GET",  "/equipe/demandes/{number}",          office},
{"POST", "/equipe/demandes/{number}/{step}",   team | admin},
{"GET",  "/equipe/associations/{id}",          office},
{"POST", "/equipe/associations/{id}",          team | admin},
{"GET",  "/pilotage",                          office},
{"GET",  "/pilotage/effacement",               office},
{"POST", "/pilotage/effacement",               manager | admin},
{"GET",  "/etiquettes",                        floorBoard},
{"GET",  "/etiquettes/{file}",                 floorBoard},
// Probes
{"GET",  "/healthz",                           everybody},
{"GET",  "/readyz",                            everybody},
{"GET",  "/metrics",                           thisMachine},
// API
{"GET",  "/api/v1/openapi.json",               everybody},
{"GET",  "/api/v1/catalogue",                  everybody},
{"POST", "/api/v1/terminals",                  everybody},
{"POST", "/api/v1/sessions",                   everybody},
{"POST", "/api/v1/terminals/self",             terminal},
{"POST", "/api/v1/badge",                      terminal},
{"POST", "/api/v1/codes/lease",                terminal},
{"GET",  "/api/v1/procedures",                 terminal},
{"GET",  "/api/v1/pick-list",                  goods | terminal},
{"GET",  "/api/v1/locations",                  goods | terminal},
{"GET",  "/api/v1/labels/{file}",              floorBoard},
{"POST", "/api/v1/commands",                   staff | terminal},
{"GET",  "/api/v1/reviews",                    reviewers},
{"POST", "/api/v1/reviews/{command}/settle",   reviewers},
{"GET",  "/api/v1/alerts",                     manager | admin},
{"GET",  "/api/v1/units",                      signedIn | terminal},
{"GET",  "/api/v1/units/{code}",               signedIn | terminal},
{"GET",  "/api/v1/units/{code}/proof",         staff},
{"POST", "/api/v1/units/{code}/release",       leader | admin},
{"GET",  "/api/v1/feed",                       staff | terminal},
{"GET",  "/api/v1/feed/stream",                staff | terminal},
{"POST", "/api/v1/inventories",                Audience::publicOr(staff | terminal)},
{"GET",  "/api/v1/inventories",                staff | terminal},
{"GET",  "/api/v1/inventories/{id}",           staff | terminal},
{"POST", "/api/v1/inventories/{id}/tie",       staff | terminal},
{"POST", "/api/v1/diagnostics",                staff | terminal},
{"POST", "/api/v1/erasures",                   staff | terminal},
{"GET",  "/api/v1/erasures",                   staff | terminal},
{"GET",  "/api/v1/destruction-lists",          leader | manager | admin},
{"POST", "/api/v1/destruction-lists",          leader | admin},
{"POST", "/api/v1/destruction-lists/{id}/confirm", leader | manager | admin},
{"GET",  "/api/v1/erasure-policy",             staff},
{"POST", "/api/v1/erasure-policy",             manager | admin},
{"POST", "/api/v1/benches/{report}",           terminal},
{"POST", "/api/v1/benches/{report}/tests",     terminal},
{"GET",  "/api/v1/benches",                    floorBoard | terminal},
{"GET",  "/api/v1/benches/stream",             floorBoard | terminal},
{"GET",  "/api/v1/drives/{code}/certificate",  staff},
{"GET",  "/api/v1/drives/{code}/certificate.pdf", staff},
{"GET",  "/api/v1/units/{code}/certificate",  staff},
{"GET",  "/api/v1/units/{code}/certificate.pdf",  staff},
{"GET",  "/api/v1/lots/{lot}/certificate",  staff},
{"GET",  "/api/v1/lots/{lot}/certificate.pdf",  staff},
{"GET",  "/api/v1/donors/{id}/certificate",  staff},
{"GET",  "/api/v1/donors/{id}/certificate.pdf",  staff},
{"POST", "/api/v1/jobs",                       leader | admin | terminal},
{"POST", "/api/v1/requests",                   association},
{"GET",  "/api/v1/requests/{number}",          signedIn},
{"PUT",  "/api/v1/files/{sha256}",             signedIn | terminal},
{"GET",  "/api/v1/files/{sha256}",             signedIn | terminal},
{"DELETE", "/api/v1/files/{sha256}",           leader | admin},
};
// clang-format on

}  // namespace

bool isThisMachine(std::string_view address) {
    if (address.starts_with("::ffff:")) address.remove_prefix(7);
    return address == "::1" || address.starts_with("127.");
}

bool comesFromThisMachine(const http::Request& request) {
    return isThisMachine(request.remote) && request.header("x-forwarded-for").empty() &&
           request.header("forwarded").empty();
}

std::span<const RouteRight> routeRights() {
    return table;
}

const RouteRight* routeRight(std::string_view method, std::string_view pattern) {
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const RouteRight& row) {
        return row.method == method && row.pattern == pattern;
    });
    return found == std::end(table) ? nullptr : found;
}

domain::Verdict mayUse(const RouteRight* right, const http::Request& request) {
    const auto role = request.caller.role;
    if (right && right->audience.isEverybody()) return {};
    if (right && !role && right->audience.admitsPublic()) return {};
    if (right && right->audience.isThisMachine() && comesFromThisMachine(request)) return {};
    if (right && role && right->audience.roles().contains(*role)) return {};
    return domain::Refusal(role ? domain::refusals::notAllowed : domain::refusals::signInNeeded);
}

domain::Verdict authorise(const http::Request& request, const http::Route& route) {
    return mayUse(routeRight(route.method, route.pattern), request);
}

domain::Verdict maySend(domain::Role role, std::string_view kind) {
    const auto* row = domain::kindNamed(kind);
    const domain::Refusal::Details which{{"kind", std::string(kind)}};
    if (!row) return domain::Refusal(domain::refusals::unknownKind, which);
    if (!row->roles.contains(role)) return domain::Refusal(domain::refusals::noRight, which);
    return {};
}

}  // namespace remise::identity
