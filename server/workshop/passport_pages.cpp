#include "server/workshop/passport_pages.h"

#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"
#include "server/workshop/passport.h"
#include "server/workshop/unit_view.h"

namespace remise::workshop {

using namespace domain;

namespace {

/// Tests by result, in words, each list in the order of their names.
Value testsView(const db::UnitRow& unit, const http::Strings& strings, Language language) {
    Value::Array passed, failed, notApplicable;
    if (unit.state["tests"].isObject())
        for (const auto& [test, result] : unit.state["tests"].object()) {
            const std::string key = "test." + test;
            const std::string word =
                strings.table(language).contains(key) ? strings.text(key, language) : test;
            if (result == Value("pass")) passed.emplace_back(word);
            if (result == Value("fail")) failed.emplace_back(word);
            if (result == Value("na")) notApplicable.emplace_back(word);
        }
    const bool isNone = passed.empty() && failed.empty() && notApplicable.empty();
    return Value::Object{{"is_none", isNone},
                         {"passed_count", static_cast<std::int64_t>(passed.size())},
                         {"has_failed", !failed.empty()},
                         {"has_not_applicable", !notApplicable.empty()},
                         {"passed", passed},
                         {"failed", failed},
                         {"not_applicable", notApplicable}};
}

/// What a person did in words; what a tool did, by the tool's own name for it.
std::string methodInWords(const std::string& method, const http::Strings& strings, Language language) {
    const std::string key = "passport.method." + method;
    return strings.table(language).contains(key) ? strings.text(key, language) : method;
}

/// "Disque effacé (un passage de zéros, relu par sondage). Effacement attesté par deux personnes, le …": of
/// method, reading and date, what is known.
std::string attestation(const Value& drive, const http::Strings& strings, Language language) {
    const auto say = [&](const std::string& key, const http::Strings::Details& details = {}) {
        return strings.text("passport." + key, language, details);
    };
    const std::string method = methodInWords(drive.textOr("method"), strings, language);
    const std::string verification = "passport.verified." + drive.textOr("verification");
    std::string how = method;
    if (strings.table(language).contains(verification))
        how += (how.empty() ? "" : ", ") + strings.text(verification, language);
    const std::int64_t at = drive.integerOr("erased_at", 0);
    const std::string known = drive.textOr("proof"), proof = known == "verified" ? "verified_here" : known;
    http::Strings::Details details{{"tool", drive.textOr("released")}};
    if (at > 0) details["date"] = dateInWords(at, language);
    return (how.empty() ? say("drive.erased") : say("drive.erased_how", {{"how", how}})) + " " +
           say(at > 0 ? proof + "_on" : proof, details);
}

/// One sentence for each drive: the word of the ledger, never more than it proves.
Value erasureView(const Value& erasure, const http::Strings& strings, Language language) {
    const auto say = [&](const std::string& key, const http::Strings::Details& details = {}) {
        return strings.text("passport." + key, language, details);
    };
    Value::Array lines;
    for (const Value& drive : erasure["drives"].array()) {
        const std::string status = drive.textOr("status");
        if (status == "certified")
            lines.push_back(Value::Object{{"text", attestation(drive, strings, language)}});
        else if (status == "destroyed" || status == "in_custody")
            lines.push_back(Value::Object{{"text", say("drive." + status)}});
        else
            lines.push_back(Value::Object{{"text", say("drive.not_yet")}});
    }
    const bool isNeeded = erasure.boolOr("needed", false), isDone = erasure.boolOr("done", false);
    const std::string sentence = !isNeeded                           ? say("erasure.not_needed")
                                 : erasure.boolOr("no_drive", false) ? say("erasure.no_drive")
                                 : isDone                            ? say("erasure.done")
                                                                     : say("erasure.not_yet");
    return Value::Object{
        {"sentence", sentence}, {"tone", isDone || !isNeeded ? "go" : "wait"}, {"drives", lines}};
}

/// "trié, le 3 mars 2026", oldest first.
Value stepsView(const Value& steps, const http::Strings& strings, Language language) {
    Value::Array list;
    for (const Value& step : steps.array())
        list.push_back(
            Value::Object{{"when", dateInWords(step.integerOr("at", 0), language)},
                          {"what", strings.text("passport.fact." + step.textOr("fact"), language)}});
    return list;
}

/// What it is, as far as it is known: type, memory, drive, system, battery.
Value factsView(const db::UnitRow& unit, const Value& view, const http::Strings& strings, Language language) {
    Value::Array list;
    const auto add = [&](const std::string& key, const std::string& text) {
        if (!text.empty())
            list.push_back(
                Value::Object{{"label", strings.text("passport." + key, language)}, {"text", text}});
    };
    if (const CategoryPolicy* policy = findPolicy(unit.category))
        add("kind", std::string(language == Language::english ? policy->en : policy->fr));
    const bool hasBattery = containsWord("laptop phone tablet", unit.category);
    const std::int64_t battery = hasBattery ? unit.state.integerOr("battery_health", 0) : 0;
    const std::string system = "passport.os." + unit.state.textOr("os");
    add("processor", unit.state["hardware"].textOr("cpu"));
    add("memory", view.textOr("memory_size"));
    add("storage", view.textOr("storage_size"));
    add("system", strings.table(language).contains(system) ? strings.text(system, language) : "");
    add("battery", battery > 0 ? strings.text("passport.battery_health", language,
                                              {{"percent", std::to_string(battery)}})
                               : "");
    return list;
}

Value impactView(const Value& impact, const http::Strings& strings, Language language) {
    if (impact.isNull()) return nullptr;
    const std::int64_t perYear = impact.integerOr("co2_grams_per_year", 0);
    const std::int64_t years = impact.integerOr("second_life_years", 0);
    return Value::Object{
        {"co2", weightInWords(perYear, language)},
        {"material", weightInWords(impact.integerOr("raw_material_grams_per_year", 0), language)},
        {"second_life", strings.text("passport.second_life", language,
                                     {{"years", std::to_string(years)},
                                      {"total", weightInWords(perYear * years, language)}})}};
}

/// Papers that the house hands out; nothing for the public.
Value papersView(const db::UnitRow& unit, const http::Request& request, const http::Strings& strings) {
    constexpr auto staff = Role::leader | Role::logistics | Role::team | Role::manager | Role::admin;
    Value::Array papers;
    if (!request.caller.role || !staff.contains(*request.caller.role)) return papers;
    const auto add = [&](const std::string& what, std::string name) {
        for (std::size_t at = 0; (at = name.find('/', at)) != name.npos;)
            name.replace(at, 1, "%2F");
        if (!name.empty())
            papers.push_back(
                Value::Object{{"paper_url", "/api/v1/" + what + "/" + name + "/certificate.pdf"},
                              {"text", strings.text("passport.papers." + what, request.language)}});
    };
    add("units", unit.code);
    add("lots", unit.state.textOr("lot"));
    add("donors", unit.state.textOr("donor"));
    return papers;
}

http::Reply showPage(const http::Pages& pages, const http::Request& request, const db::UnitRow& unit) {
    const auto& strings = pages.strings();
    const Value passport = passportOf(unit);
    Value data = unitView(unit, strings, request.language);
    const std::string grade = unit.grade;
    const bool isSold = grade == "A" || grade == "B" || grade == "C" || grade == "D";
    data["title"] = deviceName(unit, request.language);
    data["grade_text"] = isSold ? strings.text("catalogue.grade." + grade, request.language) : "";
    data["grade_drawing"] = isSold ? "grade_" + std::string(1, static_cast<char>(grade[0] - 'A' + 'a')) : "";
    data["tests"] = testsView(unit, strings, request.language);
    data["is_controlled"] = passport["controlled"];
    data["erasure"] = erasureView(passport["erasure"], strings, request.language);
    data["facts"] = factsView(unit, data, strings, request.language);
    data["steps"] = stepsView(passport["steps"], strings, request.language);
    data["has_steps"] = !data["steps"].array().empty();
    data["impact"] = impactView(passport["impact"], strings, request.language);
    data["papers"] = papersView(unit, request, strings);
    return pages.page("workshop/passport", data, request);
}

http::Reply show(db::Pool& pool, const http::Pages& pages, RateLimit& limit, const http::Request& request) {
    if (!limit.take(request.remote, request.receivedAt))
        return http::Reply::problem(Refusal(refusals::tooOften), request.language).with("Retry-After", "60");
    const std::string code = normaliseScan(request.parameter("code"));
    if (codeKind(code) != CodeKind::unit)
        return http::Reply::problem(Refusal(refusals::damagedCode, {{"code", code.substr(0, 64)}}),
                                    request.language);
    const auto connection = pool.take();
    const auto unit = db::findUnit(*connection, code);
    if (!unit)
        return http::Reply::problem(Refusal(refusals::unknownCode, {{"code", code}}), request.language);
    if (const std::string into = unit->state.textOr("into"); unit->stage == "merged" && !into.empty())
        return http::Reply::redirect("/u/" + into);
    if (!request.wantsHtml()) return http::Reply::json(passportOf(*unit)).with("Vary", "Accept");
    return showPage(pages, request, *unit).with("Vary", "Accept");
}

}  // namespace

void addPassportPages(http::Router& router, db::Pool& pool, const http::Pages& pages, RateLimit& limit) {
    router.add({"GET", "/u/{code}",
                [&](const http::Request& request) { return show(pool, pages, limit, request); }});
}

}  // namespace remise::workshop
