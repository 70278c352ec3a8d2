#include "server/http/navigation.h"

namespace remise::http {
namespace {

using domain::Role;
using domain::Roles;

struct Place {
    std::string_view address;
    std::string_view label;  ///< key of its name
    Roles roles;             ///< who goes there; empty: everybody
};

const Place places[] = {
    {"/", "layout.catalogue", {}},
    {"/mes-demandes", "layout.my_requests", Role::association},
    {"/atelier", "layout.workshop",
     Role::leader | Role::manager | Role::team | Role::logistics | Role::admin},
    {"/logistique", "layout.logistics", Role::logistics | Role::leader | Role::admin},
    {"/equipe", "layout.team", Role::team | Role::admin},
    {"/pilotage", "layout.management", Role::manager | Role::team | Role::admin},
};

bool isAt(std::string_view path, std::string_view place) {
    return path == place || (place != "/" && path.starts_with(std::string(place) + '/'));
}

}  // namespace

domain::Value navigation(const Request& request, const Strings& strings) {
    domain::Value::Array list;
    for (const Place& place : places) {
        const bool isTheirs =
            place.roles.empty() || (request.caller.role && place.roles.contains(*request.caller.role));
        if (isTheirs)
            list.emplace_back(domain::Value::Object{{"place_url", place.address},
                                                    {"label", strings.text(place.label, request.language)},
                                                    {"is_current", isAt(request.path, place.address)}});
    }
    return list;
}

}  // namespace remise::http
