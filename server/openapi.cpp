#include "server/openapi.h"

#include <algorithm>

#include "server/domain/kinds.h"
#include "server/identity/rights.h"

namespace remise {

using namespace domain;

namespace {

const Operation* operationOf(const http::Route& route) {
    const auto all = operations();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Operation& operation) {
        return operation.method == route.method && operation.path == route.pattern;
    });
    return found == all.end() ? nullptr : &*found;
}

std::string lowerCase(std::string text) {
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// Names in the path's braces.
Value::Array pathParameters(std::string_view path) {
    Value::Array parameters;
    for (auto open = path.find('{'); open != path.npos; open = path.find('{', open + 1))
        parameters.push_back(Value::Object{{"name", path.substr(open + 1, path.find('}', open) - open - 1)},
                                           {"in", "path"},
                                           {"required", true},
                                           {"schema", schemaOf("text")}});
    return parameters;
}

Value::Array parametersOf(const Operation& operation) {
    Value::Array parameters = pathParameters(operation.path);
    for (const Field& field : fieldsOf(operation.query))
        parameters.push_back(Value::Object{{"name", field.name},
                                           {"in", "query"},
                                           {"required", field.required},
                                           {"schema", schemaOf(field.type)}});
    return parameters;
}

/// "application/json Command[]": a media type and, where it is JSON, the name of a schema.
Value contentOf(std::string_view text) {
    const auto blank = std::min(text.find(' '), text.size());
    const std::string media(text.substr(0, blank));
    if (blank == text.size()) return Value::Object{{media, Value::Object{}}};
    std::string_view name = text.substr(blank + 1);
    const bool isList = name.ends_with("[]");
    if (isList) name.remove_suffix(2);
    Value schema = name == "object" ? schemaOf("object") : reference(name);
    if (isList) schema = Value::Object{{"type", "array"}, {"items", schema}};
    return Value::Object{{media, Value::Object{{"schema", schema}}}};
}

Value repliesOf(const Operation& operation) {
    Value done = Value::Object{{"description", "Done"}};
    if (!operation.reply.empty()) done["content"] = contentOf(operation.reply);
    const Value no =
        Value::Object{{"description", "Refused"}, {"content", contentOf("application/problem+json Problem")}};
    Value replies = Value::Object{{std::to_string(operation.status), done}};
    if (operation.otherStatus != 0) {
        done["description"] = "Kept, nothing more has been done with it";
        replies[std::to_string(operation.otherStatus)] = done;
    }
    replies["default"] = no;
    return replies;
}

/// Who may, from the table of rights: the document can't say otherwise than the server does.
void describeRight(Value& described, const http::Route& route) {
    const auto* right = identity::routeRight(route.method, route.pattern);
    const bool isOpen = route.access == http::Access::open ||
                        (right && (right->audience.isEverybody() || right->audience.isThisMachine()));
    if (isOpen) {
        described["security"] = Value::Array{};
        return;
    }
    Value::Array ways;
    if (right && right->audience.admitsPublic()) ways.push_back(Value::Object{});
    for (const char* way : {"bearer", "session"})
        ways.push_back(Value::Object{{way, Value::Array{}}});
    described["security"] = ways;
    Value::Array roles;
    for (const Role role : everyRole)
        if (right && right->audience.roles().contains(role)) roles.emplace_back(roleName(role));
    described["x-roles"] = roles;
}

Value describe(const Operation& operation, const http::Route& route) {
    Value described = Value::Object{{"summary", operation.summary}, {"responses", repliesOf(operation)}};
    if (auto parameters = parametersOf(operation); !parameters.empty())
        described["parameters"] = std::move(parameters);
    if (!operation.body.empty())
        described["requestBody"] = Value::Object{{"required", true}, {"content", contentOf(operation.body)}};
    describeRight(described, route);
    return described;
}

}  // namespace

Value describeApi(const std::vector<http::Route>& routes) {
    Value paths = Value::Object{};
    for (const http::Route& route : routes)
        if (const Operation* operation = isDescribed(route.pattern) ? operationOf(route) : nullptr)
            paths[route.pattern][lowerCase(route.method)] = describe(*operation, route);
    const Value bearer = Value::Object{{"type", "http"},
                                       {"scheme", "bearer"},
                                       {"description",
                                        "A terminal's token (POST /api/v1/terminals) or a person's (POST "
                                        "/api/v1/sessions)"}};
    const Value session = Value::Object{
        {"type", "apiKey"},
        {"in", "cookie"},
        {"name", "remise_session"},
        {"description",
         "A browser's session, from the page /connexion. Where browsers come by TLS the cookie is "
         "__Host-remise_session. Whatever may change something also needs the session's form "
         "token, in the header X-CSRF-Token or a form's field csrf."}};
    return Value::Object{
        {"openapi", "3.1.0"},
        {"info", Value::Object{{"title", "Remise"}, {"version", "1"}}},
        {"paths", paths},
        {"components",
         Value::Object{{"schemas", schemas()},
                       {"securitySchemes", Value::Object{{"bearer", bearer}, {"session", session}}}}}};
}

}  // namespace remise
