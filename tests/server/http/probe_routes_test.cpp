#include "server/http/probe_routes.h"

#include <boost/test/unit_test.hpp>

using namespace remise::http;

BOOST_AUTO_TEST_SUITE(probe_routes_test)

BOOST_AUTO_TEST_CASE(a_server_that_is_not_ready_says_so_in_a_line_to_whoever_asks) {
    Guards guards = noGuards();
    guards.refusalPage = [](const remise::domain::Refusal&, const Request&) {
        return Reply::html("a page", 503);
    };
    Router router(std::move(guards));
    addProbeRoutes(router, {[] { return false; }, [] { return std::map<std::string, Probes::Metric>{}; }});
    Request request;
    request.method = "GET";
    request.path = "/readyz";
    request.headers["accept"] = "*/*";
    const Reply reply = router.dispatch(request);
    BOOST_TEST(reply.status == 503);
    BOOST_TEST(reply.type == "application/problem+json");
}

BOOST_AUTO_TEST_SUITE_END()
