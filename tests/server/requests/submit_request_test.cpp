#include "server/requests/submit_request.h"

#include <boost/test/unit_test.hpp>

#include "server/requests/request_api.h"
#include "server/wire/json.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Role;
using domain::Value;

namespace {

struct Asking : test::Shop {
    Asking() { requests::addRequestRoutes(router, pool, commands); }

    http::Reply submit(const domain::Uuid& id, int quantity = 2) {
        http::Request request;
        request.method = "POST";
        request.path = "/api/v1/requests";
        request.headers = {{"content-type", "application/json"}};
        request.body = canonicalJson(Value::Object{
            {"id", id.text()},
            {"way", "commande"},
            {"purpose", "office"},
            {"lines", Value::Array{Value::Object{{"product", "LAP-B"}, {"quantity", quantity}}}}});
        return ask(Role::association, std::move(request));
    }

    void set(const std::string& statement) {
        const auto connection = pool.take();
        connection->execute(statement);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(submit_request_test, Asking)

BOOST_AUTO_TEST_CASE(a_request_sent_again_is_the_same_one_though_its_price_has_changed) {
    const auto id = domain::Uuid::v4();
    const auto first = submit(id);
    BOOST_TEST(first.status == 201);
    set("UPDATE product SET price_cents = price_cents + 1000");
    const auto again = submit(id);
    BOOST_TEST(again.status == 201);
    BOOST_TEST(again.body == first.body);
    BOOST_TEST(count("request") == 1);
}

BOOST_AUTO_TEST_CASE(a_request_sent_again_is_answered_whatever_has_become_of_the_product) {
    const auto id = domain::Uuid::v4();
    const auto first = submit(id);
    set("UPDATE product SET published = 0");
    BOOST_TEST(submit(id).body == first.body);
    BOOST_TEST(submit(domain::Uuid::v4()).status == 404);
}

BOOST_AUTO_TEST_CASE(another_request_under_the_same_id_is_refused) {
    const auto id = domain::Uuid::v4();
    BOOST_TEST(submit(id).status == 201);
    const auto other = submit(id, 3);
    BOOST_TEST(other.status == 409);
    BOOST_TEST(holds(other, "id_reused"));
    BOOST_TEST(count("request") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
