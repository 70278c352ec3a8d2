#include "server/openapi.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "db/association_store.h"
#include "db/product_store.h"
#include "server/domain/kinds.h"
#include "server/domain/refusal_list.h"
#include "server/proof/sha256.h"
#include "tests/server/json_schema.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

std::string lowerCase(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// Every `$ref` in the document.
void collectReferences(const Value& value, std::set<std::string>& names) {
    if (value.isArray())
        for (const Value& item : value.array())
            collectReferences(item, names);
    if (!value.isObject()) return;
    for (const auto& [name, member] : value.object()) {
        if (name == "$ref") names.insert(member.text());
        collectReferences(member, names);
    }
}

struct Described : Reports {
    Value document = json(ask({.target = "/api/v1/openapi.json"}));

    /// Holds a reply to what the document says of this operation.
    void hold(const std::string& method, const std::string& path, const http::Reply& reply) {
        const Value& replies = document["paths"][path][method]["responses"];
        const std::string status = std::to_string(reply.status);
        BOOST_TEST_CONTEXT(method << " " << path << ": " << status << " " << reply.body.substr(0, 2000)) {
            const Value& described = replies.has(status) ? replies[status] : replies["default"];
            BOOST_TEST((replies.has(status) || reply.status >= 400));
            BOOST_REQUIRE(described["content"].has(reply.type));
            for (const auto& wrong :
                 JsonSchema(document).wrongs(json(reply), described["content"][reply.type]["schema"]))
                BOOST_ERROR(wrong);
        }
    }

    void hold(const std::string& path, const std::string& target = "") {
        hold("get", path, get(target.empty() ? path : target));
    }

    /// What an association can order, and its token.
    std::string shop() {
        domain::Product laptop;
        laptop.sku = "LAP-B";
        laptop.nameFr = laptop.nameEn = laptop.goodForFr = laptop.goodForEn = "Office laptop";
        laptop.category = laptop.drawing = "laptop";
        laptop.performanceClass = 2;
        laptop.grade = "B";
        laptop.priceCents = 14900;
        laptop.published = true;
        laptop.mostPerAssociation = 5;
        domain::Association association;
        association.id = domain::Uuid::v7(now());
        association.name = "Les Jardins";
        association.legalKind = "loi_1901";
        association.rna = "W751515517";
        association.state = domain::AssociationState::validated;
        const auto connection = database.pool().take();
        db::saveProduct(*connection, laptop);
        db::addAssociation(*connection, association);
        return bearerOf(Role::association, association.id);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(openapi_test)

BOOST_AUTO_TEST_CASE(every_route_of_the_api_is_described_and_nothing_else_is) {
    Described described;
    BOOST_TEST(described.document.textOr("openapi") == "3.1.0");
    std::set<std::string> routes, paths;
    for (const auto& route : described.program.router().routes())
        if (isDescribed(route.pattern)) routes.insert(lowerCase(route.method) + " " + route.pattern);
    for (const auto& [path, methods] : described.document["paths"].object())
        for (const auto& [method, operation] : methods.object())
            paths.insert(method + " " + path);
    BOOST_TEST(routes == paths, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_name_the_document_refers_to_is_there) {
    Described described;
    std::set<std::string> names;
    collectReferences(described.document, names);
    BOOST_TEST(!names.empty());
    for (const auto& name : names) {
        const auto last = name.substr(name.rfind('/') + 1);
        BOOST_TEST(name == "#/components/schemas/" + last);
        BOOST_TEST(described.document["components"]["schemas"].has(last), name);
    }
}

BOOST_AUTO_TEST_CASE(every_kind_of_command_has_the_schema_of_its_data) {
    Described described;
    const Value& all = described.document["components"]["schemas"];
    for (const auto& row : domain::kinds()) {
        const Value& data = all["data_" + std::string(row.name)];
        BOOST_REQUIRE_MESSAGE(data.isObject(), row.name);
        for (const auto& field : domain::fieldsOf(row))
            BOOST_TEST(data["properties"].has(field.name), row.name << "." << field.name);
    }
    BOOST_TEST(all["Command"]["oneOf"].array().size() == domain::kinds().size());
}

BOOST_AUTO_TEST_CASE(every_refusal_is_listed) {
    Described described;
    const Value& codes = described.document["components"]["schemas"]["Problem"]["properties"]["code"]["enum"];
    BOOST_TEST(codes.array().size() == domain::everyRefusal().size());
    BOOST_TEST(domain::everyRefusal().size() > 100);
    BOOST_TEST(domain::refusalNamed("id_reused")->status == 409);
    BOOST_TEST(domain::refusalNamed("no_such_code") == nullptr);
}

BOOST_AUTO_TEST_CASE(who_may_is_said_as_the_table_of_rights_has_it) {
    Described described;
    const Value& paths = described.document["paths"];
    BOOST_TEST(paths["/healthz"]["get"]["security"].array().empty());
    BOOST_TEST(!paths["/api/v1/commands"]["post"]["security"].array().empty());
    BOOST_TEST(canonicalJson(paths["/api/v1/files/{sha256}"]["delete"]["x-roles"]) ==
               R"(["leader","admin"])");
}

BOOST_AUTO_TEST_CASE(who_needs_no_token_is_said_and_who_may_not_come_at_all) {
    Described described;
    const Value& post = described.document["paths"]["/api/v1/inventories"]["post"];
    BOOST_TEST(canonicalJson(post["security"]) == R"([{},{"bearer":[]},{"session":[]}])");
    BOOST_TEST(canonicalJson(post["x-roles"]).find("association") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_stations_are_told_is_as_the_document_says) {
    Described site;
    const auto unit = site.receivedLaptop(), other = site.receivedLaptop();
    site.hold("post", "/api/v1/inventories", site.inventory(unit, glpiJson()));
    site.hold("post", "/api/v1/inventories",
              site.post("/api/v1/inventories", glpiJson({.serial = "PF0XYZ99"})));
    site.hold("post", "/api/v1/inventories", site.inventory(unit, "nonsense"));
    site.hold("/api/v1/inventories", "/api/v1/inventories?unassigned=1");
    site.hold("post", "/api/v1/erasures", site.erasure(unit, nwipeLog()));
    site.hold("post", "/api/v1/erasures", site.erasure(other, nwipeLog("UNKNOWN1")));
    site.hold("/api/v1/erasures", "/api/v1/erasures?unassigned=1");
    site.hold("post", "/api/v1/commands",
              site.post("/api/v1/commands", canonicalJson(Value::Array{site.command("block", other),
                                                                       site.command("teleport", other)})));
    site.hold("/api/v1/units");
    site.hold("/api/v1/units/{code}", "/api/v1/units/" + unit);
    site.hold("/api/v1/units/{code}", "/api/v1/units/" + unit + "?events=0");
    site.hold("/api/v1/units/{code}", "/api/v1/units/BCDFGHJJ");
    site.hold("/api/v1/feed");
    site.hold("post", "/api/v1/badge",
              site.post("/api/v1/badge", canonicalJson(Value::Object{{"badge", site.worker}})));
    site.hold("post", "/api/v1/codes/lease", site.post("/api/v1/codes/lease", R"({"count":2})"));
    site.hold("post", "/api/v1/terminals/self", site.post("/api/v1/terminals/self", R"({"counter":0})"));
    for (const char* path : {"/api/v1/procedures", "/api/v1/pick-list", "/api/v1/locations"})
        site.hold(path);
    const std::string document = "%PDF-1.7 a delivery note";
    site.hold("put", "/api/v1/files/{sha256}",
              site.ask({.method = "PUT",
                        .target = "/api/v1/files/" + proof::sha256(document).hex(),
                        .body = document,
                        .token = site.token}));
}

BOOST_AUTO_TEST_CASE(what_a_leader_has_to_review_is_as_the_document_says) {
    Described site;
    const auto leader = site.bearerOf(Role::leader);
    Value late = site.command("control", site.receivedLaptop());
    late["late"] = true;
    late["expects"] = 1;
    site.send({late});
    site.ask({.target = "/api/v1/units", .token = "forged"});
    site.hold("get", "/api/v1/alerts",
              site.ask({.target = "/api/v1/alerts", .token = site.bearerOf(Role::manager)}));
    const std::string settle = "/api/v1/reviews/" + late.textOr("id") + "/settle";
    for (const std::string body : {"{}", R"({"reason":"seen"})", R"({"reason":"seen"})"})
        site.hold("post", "/api/v1/reviews/{command}/settle",
                  site.ask({.method = "POST", .target = settle, .body = body, .token = leader}));
    for (const std::string query : {"?settled=1", "?settled=2"})
        site.hold("get", "/api/v1/reviews", site.ask({.target = "/api/v1/reviews" + query, .token = leader}));
}

BOOST_AUTO_TEST_CASE(what_associations_and_the_public_are_told_is_as_the_document_says) {
    Described site;
    const auto member = site.shop();
    const auto asMember = [&](Asked asked) {
        asked.token = member;
        return site.ask(asked);
    };
    const auto made = asMember({.method = "POST",
                                .target = "/api/v1/requests",
                                .body = R"({"way":"commande","lines":[{"product":"LAP-B","quantity":2}]})"});
    BOOST_REQUIRE_MESSAGE(made.status == 201, made.body);
    site.hold("post", "/api/v1/requests", made);
    site.hold("post", "/api/v1/requests",
              asMember({.method = "POST", .target = "/api/v1/requests", .body = "{}"}));
    site.hold("get", "/api/v1/requests/{number}",
              asMember({.target = "/api/v1/requests/" + site.json(made).textOr("number")}));
    site.hold("get", "/api/v1/units", asMember({.target = "/api/v1/units"}));
    site.hold("get", "/api/v1/feed", asMember({.target = "/api/v1/feed"}));
    const auto catalogue = site.ask({.target = "/api/v1/catalogue"});
    site.hold("get", "/api/v1/catalogue", catalogue);
    BOOST_TEST(site.json(catalogue)["products"].array().size() == 1);
    const auto others = site.ask({.target = "/api/v1/catalogue?category=screen"});
    BOOST_TEST(site.json(others)["products"].array().empty());
    const auto unit = site.receivedLaptop();
    site.hold("get", "/u/{code}",
              site.ask({.target = "/u/" + unit, .headers = {{"Accept", "application/json"}}}));
    site.hold("post", "/api/v1/sessions",
              site.ask({.method = "POST",
                        .target = "/api/v1/sessions",
                        .body = R"({"email":"nobody@example.org","password":"wrong horse"})"}));
}

BOOST_AUTO_TEST_CASE(a_request_that_the_ledger_refuses_is_told_with_the_refusals_own_status) {
    Described site;
    const auto member = site.shop();
    const std::string id = domain::Uuid::v4().text();
    const auto ask = [&](int quantity) {
        return site.ask({.method = "POST",
                         .target = "/api/v1/requests",
                         .body = R"({"id":")" + id +
                                 R"(","way":"commande","lines":[{"product":"LAP-B","quantity":)" +
                                 std::to_string(quantity) + "}]}",
                         .token = member});
    };
    BOOST_TEST(ask(1).status == 201);
    BOOST_TEST(site.codeOf(ask(2)) == "id_reused");
    site.hold("post", "/api/v1/requests", ask(2));
}

BOOST_AUTO_TEST_SUITE_END()
