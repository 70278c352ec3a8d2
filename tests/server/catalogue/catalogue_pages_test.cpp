#include "server/catalogue/catalogue_pages.h"

#include <boost/test/unit_test.hpp>

#include "server/catalogue/catalogue_api.h"
#include "server/wire/json.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Role;

namespace {

struct Site : test::Shop {
    Site() {
        catalogue::addCataloguePages(router, pool, pages);
        catalogue::addCatalogueRoutes(router, pool);
    }

    http::Reply read(const std::string& path, const std::string& category = "") {
        http::Request request;
        request.method = "GET";
        request.path = path;
        request.headers = {{"accept", "text/html"}};
        if (!category.empty()) request.query["categorie"] = category;
        request.receivedAt = noon;
        return router.dispatch(request);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue_pages_test, Site)

BOOST_AUTO_TEST_CASE(the_shelf_counts_what_is_in_stock_now) {
    BOOST_TEST(holds(read("/"), "Épuisé"));
    laptopAt("in_stock");
    laptopAt("controlled");
    BOOST_TEST(holds(read("/"), "1 en stock"));
    const auto products = (*wire::readJson(read("/api/v1/catalogue").body))["products"];
    BOOST_REQUIRE(products.array().size() == 1);
    BOOST_TEST(products.array().front().integerOr("in_stock", -1) == 1);
    BOOST_TEST(products.array().front().textOr("sku") == "LAP-B");
}

BOOST_AUTO_TEST_CASE(kinds_are_plain_links) {
    BOOST_TEST(holds(read("/"), "href=\"/?categorie=laptop\""));
    BOOST_TEST(holds(read("/", "laptop"), "/produits/LAP-B"));
    BOOST_TEST(!holds(read("/", "screen"), "/produits/LAP-B"));
    BOOST_TEST(read("/", "car").status == 404);
}

BOOST_AUTO_TEST_CASE(what_is_not_published_is_nowhere) {
    {
        const auto connection = pool.take();
        auto product = *db::findProduct(*connection, "LAP-B");
        product.published = false;
        db::saveProduct(*connection, product);
    }
    BOOST_TEST(!holds(read("/"), "LAP-B"));
    BOOST_TEST(!holds(read("/api/v1/catalogue"), "LAP-B"));
    BOOST_TEST(read("/produits/LAP-B").status == 404);
}

BOOST_AUTO_TEST_CASE(only_a_member_of_an_association_sees_the_order_form) {
    BOOST_TEST(!holds(read("/produits/LAP-B"), "action=\"/mes-demandes\""));
    BOOST_TEST(holds(read("/produits/LAP-B"), "/connexion?retour=/produits/LAP-B"));
    BOOST_TEST(holds(ask(Role::association, "GET", "/produits/LAP-B"), "action=\"/mes-demandes\""));
    BOOST_TEST(!holds(ask(Role::team, "GET", "/produits/LAP-B"), "/connexion?"));
}

BOOST_AUTO_TEST_SUITE_END()
