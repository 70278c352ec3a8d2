#include "server/openapi.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "server/domain/kinds.h"
#include "server/domain/refusal_list.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
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

struct Described : ProgramFixture {
    Value document = json(ask({.target = "/api/v1/openapi.json"}));
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

BOOST_AUTO_TEST_SUITE_END()
