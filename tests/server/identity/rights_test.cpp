#include "server/identity/rights.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "server/domain/kinds.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;
using domain::Role;

namespace {

/// Everybody a request can come from: each role, and nobody in particular.
std::vector<std::optional<Role>> everyCaller() {
    std::vector<std::optional<Role>> callers(std::begin(domain::everyRole), std::end(domain::everyRole));
    callers.emplace_back();
    return callers;
}

std::string nameOf(std::optional<Role> role) {
    return role ? std::string(domain::roleName(*role)) : "nobody";
}

std::string answerTo(std::optional<Role> role, const RouteRight* right,
                     const std::string& remote = "192.0.2.7") {
    http::Request request;
    request.remote = remote;
    request.caller.role = role;
    return test::codeOf(mayUse(right, request));
}

std::string routeOf(const RouteRight& row) {
    return std::string(row.method) + " " + std::string(row.pattern);
}

/// Who may use a route, in words.
std::string audienceOf(const RouteRight& right) {
    std::string names;
    for (const auto role : everyCaller())
        if (answerTo(role, &right).empty()) names += (names.empty() ? "" : " ") + nameOf(role);
    return names;
}

const std::string all = "worker leader logistics team manager admin association terminal system nobody";
const std::string staff = "leader logistics team manager admin";
const std::string signedIn = staff + " association";

/// The contract, written a second time and in words, so that a slip in the table shows.
const std::map<std::string, std::string> contract{
    {"GET /", all},
    {"GET /produits/{sku}", all},
    {"GET /u/{code}", all},
    {"GET /inscription", all},
    {"POST /inscription", all},
    {"GET /connexion", all},
    {"POST /connexion", all},
    {"POST /deconnexion", signedIn},
    {"GET /langue/{tag}", all},
    {"GET /static/{path...}", all},
    {"GET /mes-demandes", "association"},
    {"GET /mes-demandes/{number}", "association"},
    {"POST /mes-demandes", "association"},
    {"POST /mes-demandes/{number}/accepter", "association"},
    {"POST /mes-demandes/{number}/refuser", "association"},
    {"POST /mes-demandes/{number}/annuler", "association"},
    {"POST /mes-demandes/{number}/completer", "association"},
    {"GET /mes-demandes/{number}/flux", "association"},
    {"GET /mes-demandes/{number}/bon", "association"},
    {"POST /logistique/{code}/{step}", "leader logistics admin"},
    {"GET /logistique/bons/{number}", "leader logistics admin"},
    {"GET /equipe/demandes/{number}", "team manager admin"},
    {"POST /equipe/demandes/{number}/{step}", "team admin"},
    {"GET /equipe/associations/{id}", "team manager admin"},
    {"POST /equipe/associations/{id}", "team admin"},
    {"GET /atelier", staff},
    {"GET /atelier/a-revoir", "leader manager admin"},
    {"POST /atelier/a-revoir", "leader manager admin"},
    {"GET /logistique", "leader logistics admin"},
    {"GET /equipe", "team manager admin"},
    {"GET /pilotage", "team manager admin"},
    {"GET /healthz", all},
    {"GET /readyz", all},
    {"GET /metrics", ""},
    {"GET /api/v1/openapi.json", all},
    {"GET /api/v1/catalogue", all},
    {"POST /api/v1/terminals", all},
    {"POST /api/v1/sessions", all},
    {"POST /api/v1/terminals/self", "terminal"},
    {"POST /api/v1/badge", "terminal"},
    {"POST /api/v1/codes/lease", "terminal"},
    {"GET /api/v1/procedures", "terminal"},
    {"GET /api/v1/pick-list", "leader logistics admin terminal"},
    {"POST /api/v1/commands", staff + " terminal"},
    {"GET /api/v1/reviews", "leader manager admin"},
    {"POST /api/v1/reviews/{command}/settle", "leader manager admin"},
    {"GET /api/v1/alerts", "manager admin"},
    {"GET /api/v1/units", signedIn + " terminal"},
    {"GET /api/v1/units/{code}/proof", staff},
    {"GET /api/v1/units/{code}", signedIn + " terminal"},
    {"GET /api/v1/feed", staff + " terminal"},
    {"GET /api/v1/feed/stream", staff + " terminal"},
    {"POST /api/v1/inventories", staff + " terminal nobody"},
    {"GET /api/v1/inventories", staff + " terminal"},
    {"POST /api/v1/erasures", staff + " terminal"},
    {"POST /api/v1/requests", "association"},
    {"GET /api/v1/requests/{number}", signedIn},
    {"PUT /api/v1/files/{sha256}", signedIn + " terminal"},
    {"GET /api/v1/files/{sha256}", signedIn + " terminal"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rights_test)

BOOST_AUTO_TEST_CASE(every_route_of_the_contract_is_for_exactly_those_it_names) {
    for (const auto& [route, audience] : contract) {
        const auto blank = route.find(' ');
        const auto* right = routeRight(route.substr(0, blank), route.substr(blank + 1));
        BOOST_TEST(right, route);
        if (right) BOOST_TEST(audienceOf(*right) == audience, route << ": " << audienceOf(*right));
    }
}

BOOST_AUTO_TEST_CASE(a_route_beyond_the_contract_is_never_open_to_the_public) {
    for (const auto& row : routeRights())
        if (!contract.contains(routeOf(row)))
            BOOST_TEST(!answerTo({}, &row).empty(), routeOf(row) << ": write into this test why it is open");
}

BOOST_AUTO_TEST_CASE(a_worker_without_a_terminal_may_only_what_everybody_may) {
    for (const auto& row : routeRights())
        for (const auto role : {Role::worker, Role::system})
            BOOST_TEST(answerTo(role, &row).empty() == row.audience.isEverybody(), routeOf(row));
}

BOOST_AUTO_TEST_CASE(an_association_never_comes_into_the_house_and_the_house_never_acts_for_one) {
    for (const auto& row : routeRights()) {
        for (const std::string_view board : {"/atelier", "/logistique", "/equipe", "/pilotage"})
            if (row.pattern.starts_with(board))
                BOOST_TEST(!answerTo(Role::association, &row).empty(), routeOf(row));
        if (row.pattern.starts_with("/mes-demandes"))
            BOOST_TEST(audienceOf(row) == "association", routeOf(row));
    }
}

BOOST_AUTO_TEST_CASE(no_route_has_two_rows) {
    std::set<std::string> seen;
    for (const auto& row : routeRights())
        BOOST_TEST(seen.insert(routeOf(row)).second, routeOf(row));
}

BOOST_AUTO_TEST_CASE(who_is_not_signed_in_is_told_to_and_who_may_not_is_told_so) {
    const auto* right = routeRight("GET", "/equipe");
    BOOST_TEST(answerTo({}, right) == "sign_in_needed");
    BOOST_TEST(answerTo(Role::association, right) == "not_allowed");
    BOOST_TEST(answerTo(Role::team, right).empty());
}

BOOST_AUTO_TEST_CASE(a_route_without_a_row_is_nobodys) {
    for (const auto role : everyCaller())
        BOOST_TEST(!answerTo(role, routeRight("GET", "/secret")).empty());
}

BOOST_AUTO_TEST_CASE(figures_are_for_programs_on_this_machine) {
    const auto* right = routeRight("GET", "/metrics");
    for (const std::string here : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
        BOOST_TEST(answerTo({}, right, here).empty(), here);
    for (const std::string there : {"192.0.2.7", "::ffff:192.0.2.7", "12.7.0.1", "fe80::1", ""})
        BOOST_TEST(!answerTo(Role::admin, right, there).empty(), there);
}

BOOST_AUTO_TEST_CASE(figures_are_not_for_those_a_proxy_on_this_machine_speaks_for) {
    const auto* right = routeRight("GET", "/metrics");
    for (const std::string header : {"x-forwarded-for", "forwarded"}) {
        http::Request request;
        request.remote = "127.0.0.1";
        request.headers[header] = "198.51.100.7";
        BOOST_TEST(test::codeOf(mayUse(right, request)) == "sign_in_needed", header);
    }
}

BOOST_AUTO_TEST_CASE(every_kind_of_command_may_be_sent_by_the_roles_of_its_row_and_no_other) {
    BOOST_TEST(!domain::kinds().empty());
    for (const auto& kind : domain::kinds())
        for (const Role role : domain::everyRole)
            BOOST_TEST(
                test::codeOf(maySend(role, kind.name)) == (kind.roles.contains(role) ? "" : "no_right"),
                kind.name << " by " << domain::roleName(role));
}

BOOST_AUTO_TEST_CASE(no_kind_of_command_is_a_terminals_own_without_a_badge) {
    for (const auto& kind : domain::kinds())
        BOOST_TEST(!maySend(Role::terminal, kind.name).ok(), kind.name);
}

BOOST_AUTO_TEST_CASE(an_unknown_kind_is_told_apart_from_a_forbidden_one) {
    BOOST_TEST(test::codeOf(maySend(Role::admin, "teleport")) == "unknown_kind");
    BOOST_TEST(test::codeOf(maySend(Role::association, "control")) == "no_right");
}

BOOST_AUTO_TEST_SUITE_END()
