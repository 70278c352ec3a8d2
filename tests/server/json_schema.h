#pragma once

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "server/domain/ids.h"
#include "server/domain/value.h"

namespace remise::test {

/// Holds values to schemas of an OpenAPI document: as much of JSON Schema as the document uses for replies.
class JsonSchema {
public:
    explicit JsonSchema(const domain::Value& document) : m_document(document) {}

    /// What is wrong with the value, each with its place; nothing when it is as the schema says.
    [[nodiscard]] std::vector<std::string> wrongs(const domain::Value& value, const domain::Value& schema,
                                                  const std::string& place = "$") const {
        if (schema.has("$ref")) return wrongs(value, named(schema.textOr("$ref")), place);
        std::vector<std::string> found;
        const auto hold = [&](bool isRight, const std::string& what) {
            if (!isRight) found.push_back(place + ": " + what);
        };
        if (schema.has("type")) hold(hasType(value, schema["type"]), "type");
        if (schema.has("enum")) hold(contains(schema["enum"], value), "enum");
        if (schema.has("anyOf"))
            hold(std::ranges::any_of(schema["anyOf"].array(),
                                     [&](const auto& one) { return wrongs(value, one).empty(); }),
                 "anyOf");
        if (value.isText()) hold(isRightText(value.text(), schema), "\"" + value.text() + "\"");
        if (value.isInteger())
            hold(value.integer() >= schema.integerOr("minimum", INT64_MIN) &&
                     value.integer() <= schema.integerOr("maximum", INT64_MAX),
                 std::to_string(value.integer()));
        if (value.isObject() && schema.has("required"))
            for (const auto& name : schema["required"].array())
                hold(value.object().contains(name.text()), name.text() + " is missing");
        if (value.isObject() && schema.has("properties"))
            for (const auto& [name, member] : value.object())
                if (schema["properties"].has(name))
                    append(found, wrongs(member, schema["properties"][name], place + "." + name));
        if (value.isArray() && schema.has("items"))
            for (const auto& item : value.array())
                append(found, wrongs(item, schema["items"], place + "[]"));
        return found;
    }

private:
    [[nodiscard]] const domain::Value& named(const std::string& reference) const {
        return m_document["components"]["schemas"][reference.substr(reference.rfind('/') + 1)];
    }

    static bool contains(const domain::Value& list, const domain::Value& value) {
        return std::ranges::find(list.array(), value) != list.array().end();
    }

    static bool hasType(const domain::Value& value, const domain::Value& type) {
        if (type.isArray())
            return std::ranges::any_of(type.array(), [&](const auto& one) { return hasType(value, one); });
        const std::string name = type.text();
        return name == "object"    ? value.isObject()
               : name == "array"   ? value.isArray()
               : name == "string"  ? value.isText()
               : name == "integer" ? value.isInteger()
               : name == "boolean" ? value.isBool()
                                   : value.isNull();
    }

    static bool isRightText(const std::string& text, const domain::Value& schema) {
        const std::string format = schema.textOr("format");
        if (format == "uuid") return domain::Uuid::parse(text).has_value();
        if (format == "date-time") return domain::parseTime(text).has_value();
        return !schema.has("pattern") || std::regex_search(text, std::regex(schema.textOr("pattern")));
    }

    static void append(std::vector<std::string>& to, std::vector<std::string> more) {
        to.insert(to.end(), more.begin(), more.end());
    }

    const domain::Value& m_document;
};

}  // namespace remise::test
