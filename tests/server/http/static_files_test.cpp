#include "server/http/static_files.h"

#include <boost/test/unit_test.hpp>

#include "server/http/router.h"

using namespace remise;
using namespace remise::http;

namespace {

const embedded::Files files{{"base.css", "body{}"}, {"icons/box.svg", "<svg/>"}};

struct Site {
    Site() { addStaticRoutes(router, files); }
    Reply get(std::string path, Request request = {}) {
        request.method = "GET";
        request.path = std::move(path);
        return router.dispatch(request);
    }
    Router router{noGuards()};
};

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers)
        if (known == name) return value;
    return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(static_files_test)

BOOST_FIXTURE_TEST_CASE(files_come_with_their_type, Site) {
    BOOST_TEST(get("/static/base.css").body == "body{}");
    BOOST_TEST(get("/static/base.css").type == "text/css; charset=utf-8");
    BOOST_TEST(get("/static/icons/box.svg").type == "image/svg+xml");
}

BOOST_FIXTURE_TEST_CASE(only_what_was_built_in_is_served, Site) {
    for (const char* path :
         {"/static/../etc/passwd", "/static/%2e%2e%2fetc%2fpasswd", "/static//etc/passwd", "/static/x"})
        BOOST_TEST(get(path).status >= 400);
}

BOOST_FIXTURE_TEST_CASE(a_file_asked_by_its_version_is_kept, Site) {
    Request request;
    request.query["v"] = contentVersion(files);
    BOOST_TEST(header(get("/static/base.css", request), "Cache-Control") ==
               "public, max-age=31536000, immutable");
    request.query["v"] = "older";
    BOOST_TEST(header(get("/static/base.css", request), "Cache-Control") == "public, max-age=300");
}

BOOST_FIXTURE_TEST_CASE(a_file_that_did_not_change_is_not_sent_again, Site) {
    Request request;
    request.headers["if-none-match"] = header(get("/static/base.css"), "ETag");
    const Reply reply = get("/static/base.css", request);
    BOOST_TEST(reply.status == 304);
    BOOST_TEST(reply.body.empty());
}

BOOST_AUTO_TEST_CASE(the_version_changes_with_any_file) {
    BOOST_TEST(contentVersion(files) !=
               contentVersion({{"base.css", "body{ }"}, {"icons/box.svg", "<svg/>"}}));
    BOOST_TEST(contentVersion(files) == contentVersion(files));
}

BOOST_AUTO_TEST_SUITE_END()
