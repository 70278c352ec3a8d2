#include "server/program.h"

#include <boost/test/unit_test.hpp>
#include <future>
#include <set>

#include "db/migrate.h"
#include "server/http/server.h"
#include "server/identity/create_person.h"
#include "server/identity/rights.h"
#include "tests/server/program_fixture.h"
#include "tests/support/http_client.h"

using namespace remise;
using namespace remise::test;
using domain::Role;

namespace {

/// A path that the pattern matches.
std::string pathOf(std::string pattern) {
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{'))
        pattern.replace(open, pattern.find('}') - open + 1, "BCDFGHJR");
    return pattern;
}

using Headers = std::map<std::string, std::string>;

/// The refusal of somebody who may not, or "".
std::string barOf(const HttpAnswer& answer) {
    if (answer.header("content-type") != "application/problem+json") return "";
    for (const std::string code : {"sign_in_needed", "not_allowed"})
        if (answer.body.find("\"" + code + "\"") != answer.body.npos) return code;
    return "";
}

struct Walk : ProgramFixture {
    http::Server server{{.port = 0}, program.router(), program.streams()};

    /// What stands in the way of a caller with these headers. A stream is asked for its head only: it never
    /// ends.
    std::string ask(const http::Route& route, Headers headers) {
        headers["Accept"] = "application/json";
        const bool streams = route.pattern.ends_with("/stream");
        HttpClient client(server.port());
        const auto answer = client.ask(streams ? "HEAD" : route.method, pathOf(route.pattern), headers);
        if (!streams) return barOf(answer);
        return answer.status == 401 ? "sign_in_needed" : answer.status == 403 ? "not_allowed" : "";
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(program_test)

BOOST_AUTO_TEST_CASE(every_route_has_a_row_in_the_table_of_rights) {
    ProgramFixture fixture;
    for (const auto& route : fixture.program.router().routes())
        BOOST_TEST((route.access == http::Access::open || identity::routeRight(route.method, route.pattern)),
                   route.method << " " << route.pattern);
}

BOOST_AUTO_TEST_CASE(a_program_on_an_empty_database_says_what_to_run) {
    TestDatabase empty(Tables::none);
    TemporaryFolder folder;
    Options options;
    options.data = folder.path();
    BOOST_CHECK_EXCEPTION(Program(empty.settings(), options), db::SchemaUnfit, [](const auto& unfit) {
        return std::string(unfit.what()).find("run remise-admin migrate") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(every_row_in_the_table_of_rights_has_a_route) {
    ProgramFixture fixture;
    std::set<std::string> routes;
    for (const auto& route : fixture.program.router().routes())
        routes.insert(route.method + " " + route.pattern);
    for (const auto& row : identity::routeRights()) {
        const std::string name = std::string(row.method) + " " + std::string(row.pattern);
        BOOST_TEST(routes.contains(name), name);
    }
}

BOOST_AUTO_TEST_CASE(over_http_each_route_lets_in_the_roles_of_its_row_and_nobody_else) {
    Walk walk;
    std::vector<std::pair<std::optional<Role>, Headers>> callers{
        {std::nullopt, {}}, {Role::terminal, {{"Authorization", "Bearer " + walk.token}}}};
    for (const Role role :
         {Role::leader, Role::logistics, Role::team, Role::manager, Role::admin, Role::association})
        callers.push_back({role, {{"Cookie", walk.cookieOf(role)}}});
    for (const auto& route : walk.program.router().routes()) {
        if (route.access == http::Access::open) continue;
        const auto* right = identity::routeRight(route.method, route.pattern);
        for (const auto& [role, headers] : callers) {
            http::Request asked;
            asked.remote = "127.0.0.1";
            asked.caller.role = role;
            const auto verdict = identity::mayUse(right, asked);
            const std::string expected = verdict ? "" : std::string(verdict.refusal().code());
            // An inventory without a token is let in, and then asked who it is unless it is an agent's XML.
            if (!role && route.method == "POST" && route.pattern == "/api/v1/inventories") continue;
            BOOST_TEST(walk.ask(route, headers) == expected,
                       route.method << " " << route.pattern << " by "
                                    << (role ? domain::roleName(*role) : "nobody"));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_token_that_is_none_is_told_so) {
    Walk walk;
    HttpClient client(walk.server.port());
    BOOST_TEST(client.ask("GET", "/api/v1/units", {{"Authorization", "Bearer x"}}).status == 401);
}

BOOST_AUTO_TEST_CASE(the_program_is_ready_as_soon_as_its_database_answers) {
    ProgramFixture fixture;
    BOOST_TEST(fixture.ask({.target = "/readyz"}).status == 200);
}

BOOST_AUTO_TEST_CASE(lists_that_take_all_their_connections_keep_no_scan_waiting) {
    ProgramFixture fixture;
    const auto unit = fixture.receivedLaptop();
    const auto manager = fixture.bearerOf(Role::manager);
    db::Connection holder(fixture.database.settings());
    holder.execute("LOCK TABLES product WRITE");
    std::vector<std::future<int>> lists;
    for (int i = 0; i < 12; ++i)
        lists.push_back(std::async(std::launch::async, [&] {
            return fixture.ask({.target = "/api/v1/catalogue", .token = manager}).status;
        }));
    while (fixture.count("information_schema.processlist",
                         "db = DATABASE() AND state LIKE 'Waiting for table%'") < 12)
        std::this_thread::yield();
    BOOST_TEST(fixture.sendOne(fixture.command("clean", unit)) == "accepted");
    holder.execute("UNLOCK TABLES");
    for (auto& list : lists)
        BOOST_TEST(list.get() == 200);
}

BOOST_AUTO_TEST_CASE(where_a_proxy_ends_tls_the_session_is_for_tls_only) {
    ProgramFixture fixture;
    Options options = fixture.options;
    options.publicUrl = "https://remise.example.org";
    Program program(fixture.database.settings(), options);
    BOOST_REQUIRE(identity::createStaff(fixture.database.pool(),
                                        {"ada@example.org", "correct horse", "Ada", "fr"}, Role::team, "nord",
                                        fixture.now())
                      .ok());
    http::Request request;
    request.method = "POST";
    request.path = "/connexion";
    request.body = "email=ada%40example.org&password=correct+horse";
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    request.receivedAt = fixture.now();
    const auto reply = program.router().dispatch(request);
    std::map<std::string, std::string> headers(reply.headers.begin(), reply.headers.end());
    BOOST_TEST(headers["Set-Cookie"].starts_with("__Host-remise_session="));
    BOOST_TEST(headers["Set-Cookie"].find("; Secure") != std::string::npos);
    BOOST_TEST(headers["Strict-Transport-Security"] == "max-age=31536000");
}

BOOST_AUTO_TEST_SUITE_END()
