#include <charconv>

#include "server/domain/kinds.h"
#include "server/domain/refusal_list.h"
#include "server/openapi.h"

namespace remise {

using namespace domain;

namespace {

Value typed(std::string_view type) {
    return Value::Object{{"type", type}};
}

Value matching(std::string_view pattern) {
    return Value::Object{{"type", "string"}, {"pattern", pattern}};
}

std::int64_t numberIn(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Value oneOfWords(std::string_view words) {
    Value::Array list;
    while (!words.empty()) {
        const auto end = std::min(words.find('|'), words.size());
        list.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return Value::Object{{"enum", list}};
}

/// An object of which `required` (blank-separated `name=type`) is always there and `more` may be.
Value object(std::string_view required, std::string_view more = "") {
    Value value = Value::Object{{"type", "object"}};
    Value::Array names;
    for (const bool must : {true, false})
        for (const Field& field : fieldsOf(must ? required : more)) {
            value["properties"][field.name] = schemaOf(field.type);
            if (must) names.emplace_back(field.name);
        }
    if (!names.empty()) value["required"] = names;
    return value;
}

Value listOf(std::string_view name, Value items) {
    return Value::Object{
        {"type", "object"},
        {"properties",
         Value::Object{{name.data(), Value::Object{{"type", "array"}, {"items", std::move(items)}}}}},
        {"required", Value::Array{name}}};
}

/// What a sender puts into `data`: what the row says, with badges and PINs where the ledger has pseudonyms,
/// and a remark's text where it has the remark's id.
Value dataOf(const KindRow& row) {
    Value schema =
        Value::Object{{"type", "object"}, {"description", row.purpose}, {"additionalProperties", false}};
    Value::Array required;
    for (const Field& field : fieldsOf(row)) {
        schema["properties"][field.name] =
            field.name == "second" ? object("badge=text pin=text") : schemaOf(field.type);
        if (field.required && row.name != "note") required.emplace_back(field.name);
    }
    schema["properties"]["pin"] = typed("string");
    if (row.name == "note")
        schema["properties"]["text"] = Value::Object{{"type", "string"}, {"maxLength", 4000}};
    if (!required.empty()) schema["required"] = required;
    return schema;
}

Value commandSchema() {
    Value::Array names, variants;
    for (const KindRow& row : kinds()) {
        names.emplace_back(row.name);
        variants.push_back(Value::Object{
            {"properties", Value::Object{{"kind", Value::Object{{"const", row.name}}},
                                         {"data", reference("data_" + std::string(row.name))}}}});
    }
    Value command = object("id=uuid kind=text", "at=time worker=text station=text unit=text after=uuid");
    command["properties"]["kind"] = Value::Object{{"enum", names}};
    command["properties"]["expects"] = typed("integer");
    command["properties"]["data"] = typed("object");
    command["oneOf"] = variants;
    return command;
}

Value problemSchema() {
    Value::Array codes;
    for (const RefusalKind* kind : everyRefusal())
        codes.emplace_back(kind->code);
    Value problem = object("type=text title=text status=400..599 detail=text code=word");
    problem["properties"]["code"] = Value::Object{{"enum", codes}};
    return problem;
}

Value commandReply() {
    Value reply = object("id=uuid status=accepted|refused");
    reply["properties"]["refusal"] = object("code=word message=text");
    reply["properties"]["unit"] = reference("UnitView");
    return reply;
}

Value inventoryReply() {
    Value reply = object("report=uuid inventory=object", "state=unassigned|unread drives=list");
    reply["properties"]["unit"] = reference("UnitView");
    reply["properties"]["known_units"] = Value::Object{{"type", "array"}, {"items", schemaOf("unit")}};
    return reply;
}

Value erasedDrive() {
    Value drive =
        object("device=text method=text outcome=erased|failed|aborted|skipped certified=bool reason=text",
               "model=text message=text drive=drive");
    drive["properties"]["serial"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    drive["required"].array().emplace_back("serial");
    return drive;
}

Value erasureReply() {
    Value reply = listOf("drives", erasedDrive());
    reply["properties"]["report"] = schemaOf("uuid");
    return reply;
}

Value feed() {
    Value value = listOf("events", reference("Event"));
    value["properties"]["last"] = typed("integer");
    return value;
}

Value units() {
    Value value = listOf("units", object("code=unit stage=word next=text version=1..9007199254740991"));
    value["properties"]["next_page"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    return value;
}

Value unit() {
    Value value = object(
        "code=unit stage=word next=text version=1..9007199254740991 grade=text drives=list facts=object");
    value["properties"]["events"] = Value::Object{{"type", "array"}, {"items", reference("Event")}};
    return value;
}

}  // namespace

Value reference(std::string_view schema) {
    return Value::Object{{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Value schemaOf(std::string_view type) {
    if (type == "word" || type == "request") return matching("^[A-Za-z0-9_./-]{1,64}$");
    if (type == "text") return typed("string");
    if (type == "bool") return typed("boolean");
    if (type == "uuid") return Value::Object{{"type", "string"}, {"format", "uuid"}};
    if (type == "time") return Value::Object{{"type", "string"}, {"format", "date-time"}};
    if (type == "object") return typed("object");
    if (type == "list") return typed("array");
    if (type == "unit") return matching("^[BCDEFGHJKLNPRSTUVX]{8}$");
    if (type == "drive") return matching("^D[BCDEFGHJKLNPRSTUVX]{9}$");
    if (type == "container") return matching("^K[BCDEFGHJKLNPRSTUVX]{9}$");
    if (type == "location") return matching("^L[BCDEFGHJKLNPRSTUVX]{9}$");
    if (const auto dots = type.find(".."); dots != type.npos)
        return Value::Object{{"type", "integer"},
                             {"minimum", numberIn(type.substr(0, dots))},
                             {"maximum", numberIn(type.substr(dots + 2))}};
    return oneOfWords(type);
}

Value schemas() {
    Value all = Value::Object{
        {"Command", commandSchema()},
        {"CommandReply", commandReply()},
        {"Problem", problemSchema()},
        {"UnitView", object("code=text stage=word next=text version=0..9007199254740991")},
        {"Unit", unit()},
        {"Units", units()},
        {"Event",
         object("format=0..9007199254740991 entity=text seq=1..9007199254740991 command=uuid kind=word "
                "kind_version=1..1000 at=0..9007199254740991 recorded_at=0..9007199254740991 "
                "station=text actor=uuid stage_after=text data=object hash=text",
                "previous=text place=1..9007199254740991")},
        {"Feed", feed()},
        {"InventoryReply", inventoryReply()},
        {"Inventories",
         listOf(
             "inventories",
             object("id=uuid received_at=time state=unassigned|unread",
                    "maker=text model=text serial=text unit=unit refusal=word format=word drives=0..1000"))},
        {"ErasureReply", erasureReply()},
        {"Erasures", listOf("erasures", object("id=uuid unit=unit received_at=time state=unassigned|unread",
                                               "drives=list refusal=word"))},
        {"File", object("file=text type=text")},
        {"Enrolment", object("code=text name=text")},
        {"Terminal", object("terminal=uuid name=text token=text site=word", "station=text")},
        {"Badge", object("badge=text")},
        {"BadgeHolder", object("name=text role=word language=fr|en")},
        {"Lease", object("count=1..200", "for=unit|drive|container")},
        {"Codes", listOf("codes", typed("string"))},
        {"Procedures", listOf("procedures", typed("object"))},
        {"PickList",
         listOf("units", object("code=unit location=text",
                                "location_name=text maker=text model=text product=word request=word"))},
        {"Locations", listOf("locations", object("code=location name=text"))},
    };
    for (const KindRow& row : kinds())
        all["data_" + std::string(row.name)] = dataOf(row);
    return all;
}

}  // namespace remise
