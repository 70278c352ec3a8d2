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

/// Members (blank-separated `name=type`) that are always there.
void require(Value& object, std::string_view members) {
    for (const Field& field : fieldsOf(members)) {
        object["properties"][field.name] = schemaOf(field.type);
        if (!object.has("required")) object["required"] = Value::Array{};
        object["required"].array().emplace_back(field.name);
    }
}

/// An object of which `required` is always there and `more` may be.
Value object(std::string_view required, std::string_view more = "") {
    Value value = Value::Object{{"type", "object"}};
    require(value, required);
    for (const Field& field : fieldsOf(more))
        value["properties"][field.name] = schemaOf(field.type);
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
    command["properties"]["counter"] = schemaOf("1..9007199254740991");
    command["properties"]["late"] = typed("boolean");
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

Value review() {
    Value value = object(
        "command=uuid kind=text unit=text at=time corrected_at=time recorded_at=time "
        "station=text data=object settled=bool",
        "after=uuid expects=0..9007199254740991 reason=text settled_at=time");
    require(value, "refusal=object");
    value["properties"]["refusal"] = object("code=word message=text");
    return value;
}

/// The units under which a machine is known: codes, and the same with their histories.
void addKnown(Value& reply) {
    reply["properties"]["known_units"] = Value::Object{{"type", "array"}, {"items", schemaOf("unit")}};
    reply["properties"]["known_machines"] = Value::Object{
        {"type", "array"},
        {"items", object("unit=unit stage=word next=text maker=text model=text why=list history=list")}};
}

Value inventoryReply() {
    Value reply = object("report=uuid inventory=object",
                         "state=unassigned|unread drives=list moved_drives=list unseen_drives=list "
                         "tests=object");
    reply["properties"]["unit"] = reference("UnitView");
    addKnown(reply);
    return reply;
}

constexpr std::string_view ofAnInventory =
    "maker=text model=text serial=text unit=unit refusal=word format=word drives=0..1000 inventory=object";

Value knownInventory() {
    Value value = object("id=uuid received_at=time state=applied|unassigned|unread", ofAnInventory);
    addKnown(value);
    return value;
}

Value erasedDrive() {
    Value drive =
        object("device=text method=text outcome=erased|failed|aborted|skipped certified=bool reason=text",
               "model=text message=text drive=drive");
    drive["properties"]["serial"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    drive["required"].array().emplace_back("serial");
    return drive;
}

Value job() {
    return object(
        "format=word id=uuid report=uuid unit=unit made_at=time expires_at=time erase=none|clear|purge|check "
        "verification=full_read|sampled drives=list tests=list key=word signature=text");
}

Value benchOrders() {
    Value value = Value::Object{{"type", "object"}, {"properties", Value::Object{}}};
    value["properties"]["unit"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    value["properties"]["job"] = Value::Object{{"type", Value::Array{"object", "null"}}};
    return value;
}

Value erasureReply() {
    Value reply = listOf("drives", erasedDrive());
    reply["properties"]["report"] = schemaOf("uuid");
    return reply;
}

Value unitProof() {
    Value history = listOf("events", reference("Event"));
    require(history, "path=list");
    Value proof = listOf("histories", std::move(history));
    require(proof, "format=1..1 unit=unit seal=object");
    return proof;
}

Value feed() {
    Value value = listOf("events", reference("Event"));
    value["properties"]["last"] = typed("integer");
    return value;
}

constexpr std::string_view unitHead =
    "code=unit stage=word next=text version=1..9007199254740991 changed_at=time";

Value anyOf(std::initializer_list<std::string_view> names) {
    Value::Array variants;
    for (const auto name : names)
        variants.push_back(reference(name));
    return Value::Object{{"anyOf", variants}};
}

Value units() {
    Value value = listOf("units", anyOf({"UnitSummary", "UnitOfAssociation"}));
    value["properties"]["next_page"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    return value;
}

Value reviews() {
    Value value = listOf("reviews", reference("Review"));
    value["properties"]["next_page"] = Value::Object{{"type", Value::Array{"string", "null"}}};
    return value;
}

Value unit() {
    Value value = object(unitHead);
    require(value, "grade=text drives=list facts=object");
    value["properties"]["events"] = Value::Object{{"type", "array"}, {"items", reference("Event")}};
    return value;
}

Value product() {
    return object(
        "sku=word name=text good_for=text category=word class=0..100 grade=text "
        "price_cents=0..100000000 reference_new_cents=0..100000000 warranty_months=0..1200 "
        "most_per_association=0..100000 in_stock=0..100000000");
}

/// `public_url` is there when the server was told it: what stands before /u/ on a label.
Value codes() {
    Value value = listOf("codes", typed("string"));
    value["properties"]["public_url"] = typed("string");
    return value;
}

Value newRequest() {
    Value request = object("way=commande|demande lines=list", "id=uuid purpose=text");
    request["properties"]["lines"]["items"] = object("product=word quantity=1..100000");
    return request;
}

/// What anybody may know, and what an association sees beside it of the units of its requests.
Value passport(std::string_view beside) {
    Value value = object("code=unit category=word grade=text tested=bool controlled=bool erasure=object",
                         "maker=text model=text tests=object defects=object os=text battery_health=0..100 "
                         "request=request product=word price_cents=0..100000000 warranty_months=0..1200 "
                         "carrier=text tracking=text steps=list");
    require(value, beside);
    value["properties"]["erasure"] = object("needed=bool done=bool no_drive=bool drives=list");
    value["properties"]["impact"] = Value::Object{{"type", Value::Array{"object", "null"}}};
    value["required"].array().emplace_back("impact");
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
        {"UnitReply", anyOf({"Unit", "UnitOfAssociation"})},
        {"Units", units()},
        {"UnitSummary", object(unitHead,
                               "category=word maker=text model=text product=word grade=text "
                               "location=text container=text request=request state=object")},
        {"UnitOfAssociation", passport("stage=word next=text version=1..9007199254740991 changed_at=time")},
        {"Passport", passport("")},
        {"Catalogue", listOf("products", product())},
        {"NewRequest", newRequest()},
        {"RequestMade", object("number=request stage=word")},
        {"Request", object("number=request stage=word version=1..9007199254740991 submitted_at=time "
                           "changed_at=time way=commande|demande association=uuid lines=list units=object",
                           "purpose=text")},
        {"Event",
         object("format=0..9007199254740991 entity=text seq=1..9007199254740991 command=uuid kind=word "
                "kind_version=1..1000 at=0..9007199254740991 recorded_at=0..9007199254740991 "
                "station=text actor=uuid stage_after=text data=object hash=text",
                "previous=text place=1..9007199254740991")},
        {"Proof", unitProof()},
        {"Feed", feed()},
        {"Review", review()},
        {"Reviews", reviews()},
        {"Alerts", listOf("alerts", object("kind=word about=text count=1..9007199254740991 first_at=time "
                                           "last_at=time details=object"))},
        {"Settling", object("reason=text")},
        {"InventoryReply", inventoryReply()},
        {"KnownInventory", knownInventory()},
        {"Inventories",
         listOf("inventories", object("id=uuid received_at=time state=unassigned|unread", ofAnInventory))},
        {"BenchState", object("phase=word", "needs=word message=text machine=object drives=list tests=list")},
        {"BenchTests", object("id=uuid job=uuid tests=object", "defects=object tool=text")},
        {"Certificate",
         object("format=word issued_at=time certified_at=time drive=object machine=object erasure=object "
                "verification=object wiper=object evidence=object passport=text key=word signature=text",
                "verifier=object replaces=word")},
        {"Summary", object("format=word made_at=time of=object counts=object machines=list key=word "
                           "signature=text")},
        {"BenchOrders", benchOrders()},
        {"Benches",
         listOf("benches", object("report=uuid came_at=time seen_at=time silent=bool state=object"))},
        {"NewJob",
         object("id=uuid report=uuid unit=unit erase=none|clear|purge",
                "worker=text verification=full_read|sampled tests=list beside=list serial_differs=bool")},
        {"Job", job()},
        {"ErasureReply", erasureReply()},
        {"Erasures", listOf("erasures", object("id=uuid unit=unit received_at=time state=unassigned|unread",
                                               "drives=list refusal=word"))},
        {"DestructionList",
         object("id=uuid bins=text received_at=time present=list missing=list unexpected=list "
                "twice=list unsure=list",
                "confirmed_at=time")},
        {"DestructionLists",
         listOf("lists", object("id=uuid bins=text received_at=time present=list missing=list "
                                "unexpected=list twice=list unsure=list",
                                "confirmed_at=time"))},
        {"Slip", object("slip=text")},
        {"Release", object("id=uuid checked=bool")},
        {"ErasurePolicy", object("id=uuid accepts_clear=list reason=text checks_percent=20..100 "
                                 "phone_tools=list person=uuid made_at=time")},
        {"ErasurePolicies",
         listOf("policies", object("id=uuid accepts_clear=list reason=text checks_percent=20..100 "
                                   "phone_tools=list person=uuid made_at=time"))},
        {"NewErasurePolicy",
         object("id=uuid accepts_clear=list reason=text", "checks_percent=20..100 phone_tools=list")},
        {"File", object("file=text type=text")},
        {"Account", object("email=text password=text")},
        {"Session", object("token=text role=word expires_at=time")},
        {"Enrolment", object("code=text name=text")},
        {"Terminal", object("terminal=uuid name=text token=text site=word", "station=text")},
        {"OwnCounter", object("counter=0..9007199254740991")},
        {"TerminalSelf",
         object("name=text site=word counter=0..9007199254740991 restored=bool now=time", "station=text")},
        {"Badge", object("badge=text")},
        {"BadgeHolder", object("name=text role=word language=fr|en")},
        {"Lease", object("count=1..200", "for=unit|drive|container")},
        {"Codes", codes()},
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
