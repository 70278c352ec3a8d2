#include "terminal/procedure_json.h"

#include <algorithm>
#include <initializer_list>

#include "server/domain/refusals.h"
#include "terminal/procedure_check.h"

namespace remise::terminal {

using domain::Value;

namespace {

template <typename E>
struct Named {
    std::string_view name;
    E value;
};

constexpr Named<Ask> asks[] = {
    {"scan", Ask::scan}, {"choice", Ask::choice},   {"several", Ask::several}, {"number", Ask::number},
    {"pin", Ask::pin},   {"confirm", Ask::confirm}, {"product", Ask::product}, {"drive", Ask::drive},
    {"pick", Ask::pick}, {"print", Ask::print},     {"reprint", Ask::reprint}, {"bench", Ask::bench}};
constexpr Named<Expect> expects[] = {{"unit", Expect::unit},           {"drive", Expect::drive},
                                     {"printed", Expect::printed},     {"location", Expect::location},
                                     {"container", Expect::container}, {"badge", Expect::badge},
                                     {"serial", Expect::serial},       {"text", Expect::text}};
constexpr Named<Sign> signs[] = {
    {"none", Sign::none}, {"go", Sign::go}, {"wait", Sign::wait}, {"stop", Sign::stop}, {"info", Sign::info}};

/// Reads members of one procedure and keeps the first thing that is wrong, with where it was found.
class Reader {
public:
    [[nodiscard]] const std::string& fault() const { return m_fault; }
    void blame(const std::string& what) {
        if (m_fault.empty()) m_fault = m_where + what;
    }
    void enter(const std::string& where) { m_where = where + ": "; }

    void onlyMembers(const Value& object, std::initializer_list<std::string_view> known) {
        if (!object.isObject()) return blame("an object is expected");
        for (const auto& [name, value] : object.object()) {
            if (std::ranges::find(known, name) == known.end()) blame("unknown member " + name);
        }
    }

    std::string text(const Value& object, std::string_view name) {
        if (!object[name].isNull() && !object[name].isText()) blame(std::string(name) + " must be a text");
        return object.textOr(name);
    }

    Words words(const Value& object, std::string_view name) {
        const Value& both = object[name];
        if (both.isNull()) return {};
        onlyMembers(both, {"fr", "en"});
        return {text(both, "fr"), text(both, "en")};
    }

    template <typename E, std::size_t N>
    E named(const Value& object, std::string_view name, const Named<E> (&table)[N], E fallback) {
        const std::string word = text(object, name);
        if (word.empty()) return fallback;
        const auto* row = std::ranges::find(table, word, &Named<E>::name);
        if (row == std::end(table)) blame(std::string(name) + " does not know " + word);
        return row == std::end(table) ? fallback : row->value;
    }

    const Value::Array& list(const Value& object, std::string_view name) {
        static const Value::Array none;
        if (object[name].isNull()) return none;
        if (!object[name].isArray()) blame(std::string(name) + " must be a list");
        return object[name].isArray() ? object[name].array() : none;
    }

    Assignments assignments(const Value& object, std::string_view name) {
        if (object[name].isNull()) return {};
        if (!object[name].isObject()) blame(std::string(name) + " must be an object");
        if (!object[name].isObject()) return {};
        return {object[name].object().begin(), object[name].object().end()};
    }

    Conditions conditions(const Value& object, std::string_view name) {
        Conditions conditions;
        for (const auto& [path, value] : assignments(object, name)) {
            conditions.push_back({path, value.isArray() ? value.array() : Value::Array{value}});
        }
        return conditions;
    }

private:
    std::string m_where;
    std::string m_fault;
};

NumberRange readNumber(const Value& json, Reader& reader) {
    if (json.isNull()) return {};
    reader.onlyMembers(json, {"least", "most", "decimals", "unit"});
    return {json.integerOr("least", 0), json.integerOr("most", 0),
            static_cast<int>(json.integerOr("decimals", 0)), reader.text(json, "unit")};
}

BenchJob readJob(const Value& json, Reader& reader) {
    BenchJob job;
    if (json.isNull()) return job;
    reader.onlyMembers(json, {"erase", "verification", "tests"});
    job.erase = reader.text(json, "erase");
    if (json.has("verification")) job.verification = reader.text(json, "verification");
    for (const Value& test : reader.list(json, "tests")) {
        if (!test.isText()) reader.blame("tests are words");
        job.tests.push_back(test.isText() ? test.text() : "");
    }
    return job;
}

Choice readChoice(const Value& json, Reader& reader) {
    reader.onlyMembers(json, {"label", "state", "icon", "set"});
    return {reader.words(json, "label"), reader.named(json, "state", signs, Sign::none),
            reader.text(json, "icon"), reader.assignments(json, "set")};
}

Card readCard(const Value& json, Reader& reader) {
    reader.enter("card " + json.textOr("id", "without id"));
    reader.onlyMembers(
        json, {"id", "say", "help", "picture", "ask", "expect", "into", "equals", "points", "choices",
               "number", "skip", "set", "when", "once", "by_hand", "erased_too", "of", "job"});
    if (!json["ask"].isText()) reader.blame("ask is missing");
    Card card;
    card.id = reader.text(json, "id");
    card.say = reader.words(json, "say");
    card.help = reader.words(json, "help");
    card.picture = reader.text(json, "picture");
    card.ask = reader.named(json, "ask", asks, Ask::confirm);
    card.expect = reader.named(json, "expect", expects, Expect::text);
    card.into = reader.text(json, "into");
    card.equals = reader.text(json, "equals");
    for (const Value& point : reader.list(json, "points")) {
        card.points.push_back({reader.words(point, "label"), reader.text(point, "icon")});
    }
    for (const Value& choice : reader.list(json, "choices"))
        card.choices.push_back(readChoice(choice, reader));
    card.number = readNumber(json["number"], reader);
    card.skip = reader.words(json, "skip");
    card.set = reader.assignments(json, "set");
    card.when = reader.conditions(json, "when");
    card.once = json.boolOr("once", false);
    card.byHand = json.boolOr("by_hand", false);
    card.erasedToo = json.boolOr("erased_too", false);
    if (json.has("of")) card.of = reader.text(json, "of");
    card.job = readJob(json["job"], reader);
    return card;
}

Send readSend(const Value& json, Reader& reader) {
    reader.enter("send " + json.textOr("kind"));
    reader.onlyMembers(json, {"kind", "subject", "data", "when"});
    Send send;
    send.kind = reader.text(json, "kind");
    if (json.has("subject")) send.subject = reader.text(json, "subject");
    send.data = json.has("data") ? json["data"] : Value(Value::Object{});
    send.when = reader.conditions(json, "when");
    return send;
}

}  // namespace

domain::Outcome<Procedure> readProcedure(const Value& json) {
    Reader reader;
    reader.onlyMembers(json, {"station", "title", "icon", "mode_card", "serves", "takes", "cards", "send"});
    Procedure procedure;
    procedure.station = reader.text(json, "station");
    procedure.title = reader.words(json, "title");
    procedure.icon = reader.text(json, "icon");
    procedure.modeCard = reader.text(json, "mode_card");
    for (const Value& step : reader.list(json, "serves")) {
        if (!step.isText()) reader.blame("serves names steps");
        procedure.serves.push_back(step.isText() ? step.text() : "");
    }
    procedure.takes = reader.conditions(json, "takes");
    for (const Value& card : reader.list(json, "cards"))
        procedure.cards.push_back(readCard(card, reader));
    for (const Value& send : reader.list(json, "send"))
        procedure.send.push_back(readSend(send, reader));

    const std::string fault = reader.fault().empty() ? faultOf(procedure) : reader.fault();
    if (fault.empty()) return procedure;
    return domain::Refusal(domain::refusals::badProcedure,
                           {{"name", procedure.station.empty() ? "?" : procedure.station}, {"why", fault}});
}

}  // namespace remise::terminal
