#include "server/workshop/policy_pages.h"

#include <algorithm>
#include <set>

#include "db/erasure_policy_store.h"
#include "server/domain/canonical.h"
#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"
#include "server/wire/json.h"
#include "server/workshop/page_command.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view media = "hdd ssd nvme emmc other",
                           phoneTools = "blancco";  // the others do not sign what they hand out
constexpr std::string_view address = "/pilotage/effacement";
constexpr std::size_t smallForm = 4096, longestReason = 500;
constexpr int mostShown = 50, leastChecks = 20, allChecks = 100;

struct PolicyPage {
    db::Pool& pool;
    const http::Pages& pages;

    [[nodiscard]] http::Reply show(const http::Request&, const std::string& wrong) const;
    [[nodiscard]] http::Reply write(const http::Request&) const;
    [[nodiscard]] std::string word(const std::string& key, Language language,
                                   const http::Strings::Details& details = {}) const {
        return pages.strings().text(key, language, details);
    }
    [[nodiscard]] Value tell(const db::ErasurePolicy&, Language) const;
    [[nodiscard]] Value::Array choices(const std::string& kind, std::string_view known,
                                       std::string_view accepted, Language) const;
};

/// What a manager asks for.
struct Wanted {
    std::vector<std::string> media, tools;
    std::string reason;
    std::int64_t checks = leastChecks;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : std::set(words.begin(), words.end()))
        text += (text.empty() ? "" : " ") + word;
    return text;
}

bool areAmong(const std::vector<std::string>& words, std::string_view known) {
    return std::ranges::all_of(words, [&](const std::string& word) { return containsWord(known, word); });
}

/// Known words alone, and a reason that somebody can read years later.
Outcome<db::ErasurePolicy> policyFrom(const http::Request& request, const Uuid& id, const Wanted& wanted) {
    const auto bad = [](const char* field) { return Refusal(refusals::badData, {{"field", field}}); };
    if (!areAmong(wanted.media, media)) return bad("accepts_clear");
    if (!areAmong(wanted.tools, phoneTools)) return bad("phone_tools");
    if (wanted.checks < leastChecks || wanted.checks > allChecks) return bad("checks_percent");
    if (wanted.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return Refusal(refusals::missingData, {{"field", "reason"}});
    if (wanted.reason.size() > longestReason) return bad("reason");
    return db::ErasurePolicy{id,
                             request.caller.site,
                             joined(wanted.media),
                             wanted.reason,
                             request.caller.lastingActor,
                             request.receivedAt,
                             static_cast<int>(wanted.checks),
                             joined(wanted.tools)};
}

Value::Array listOf(std::string_view words) {
    Value::Array list;
    forEachWord(words, [&](std::string_view word) { list.emplace_back(word); });
    return list;
}

Value valueOf(const db::ErasurePolicy& policy) {
    return Value::Object{{"id", policy.id.text()},
                         {"accepts_clear", listOf(policy.acceptsClear)},
                         {"phone_tools", listOf(policy.phoneTools)},
                         {"reason", policy.reason},
                         {"checks_percent", std::int64_t{policy.checksPercent}},
                         {"person", policy.person.text()},
                         {"made_at", formatTime(policy.madeAt)}};
}

Value PolicyPage::tell(const db::ErasurePolicy& policy, Language language) const {
    std::string accepted;
    const auto add = [&](const std::string& kind, std::string_view words) {
        forEachWord(words, [&](std::string_view one) {
            accepted += (accepted.empty() ? "" : ", ") + word(kind + std::string(one), language);
        });
    };
    add("policy.medium.", policy.acceptsClear);
    add("policy.tool.", policy.phoneTools);
    const std::string checks =
        word("policy.checked", language, {{"percent", std::to_string(policy.checksPercent)}});
    return Value::Object{{"accepted", accepted.empty() ? word("policy.none", language) : accepted},
                         {"reason", policy.reason},
                         {"checks", checks},
                         {"when", momentInWords(policy.madeAt, language)}};
}

Value::Array PolicyPage::choices(const std::string& kind, std::string_view known, std::string_view accepted,
                                 Language language) const {
    Value::Array list;
    forEachWord(known, [&](std::string_view name) {
        list.push_back(Value::Object{{"name", name},
                                     {"label", word(kind + std::string(name), language)},
                                     {"is_accepted", containsWord(accepted, name)}});
    });
    return list;
}

http::Reply PolicyPage::show(const http::Request& request, const std::string& wrong) const {
    const auto policies = db::listErasurePolicies(*pool.take(), request.caller.site, mostShown);
    const db::ErasurePolicy now = policies.empty() ? db::ErasurePolicy() : policies.front();
    Value::Array past;
    for (const auto& policy : policies)
        past.push_back(tell(policy, request.language));
    constexpr Roles writers = Role::manager | Role::admin;
    return pages.page(
        "workshop/policy",
        Value::Object{{"title", word("policy.title", request.language)},
                      {"wrong", wrong},
                      {"may_write", request.caller.role && writers.contains(*request.caller.role)},
                      {"is_none", policies.empty()},
                      {"choices", choices("policy.medium.", media, now.acceptsClear, request.language)},
                      {"tools", choices("policy.tool.", phoneTools, now.phoneTools, request.language)},
                      {"past", past},
                      {"checks", std::to_string(now.checksPercent)},
                      {"command", newCommandId(request.receivedAt)},
                      {"read_at", address}},
        request, wrong.empty() ? 200 : 422);
}

http::Reply PolicyPage::write(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto id = commandIdOf(*form);
    if (!id) return http::Reply::problem(id.refusal(), request.language);
    const auto checks = form->integer("checks");
    if (!checks) return show(request, checks.refusal().text(request.language));
    const auto policy =
        policyFrom(request, *id, {form->texts("medium"), form->texts("tool"), form->text("reason"), *checks});
    if (!policy) return show(request, policy.refusal().text(request.language));
    db::keepErasurePolicy(*pool.take(), *policy);
    return http::Reply::redirect(std::string(address));
}

http::Reply tellAll(db::Pool& pool, const http::Request& request) {
    Value::Array list;
    for (const auto& policy : db::listErasurePolicies(*pool.take(), request.caller.site, mostShown))
        list.push_back(valueOf(policy));
    return http::Reply::json(Value::Object{{"policies", list}});
}

std::vector<std::string> textsOf(const Value& list) {
    std::vector<std::string> texts;
    if (list.isArray())
        for (const Value& one : list.array())
            texts.push_back(one.isText() ? one.text() : "");
    return texts;
}

http::Reply take(db::Pool& pool, const http::Request& request) {
    static constexpr std::string_view members =
        "id=uuid! accepts_clear=list! reason=text! checks_percent=20..100 phone_tools=list";
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto body = wire::readJson(request.body);
    if (!body) return no(body.refusal());
    if (auto fits = checkMembers(members, *body, ""); !fits) return no(fits.refusal());
    const auto policy = policyFrom(request, *Uuid::parse(body->textOr("id")),
                                   {textsOf((*body)["accepts_clear"]), textsOf((*body)["phone_tools"]),
                                    body->textOr("reason"), body->integerOr("checks_percent", leastChecks)});
    if (!policy) return no(policy.refusal());
    db::keepErasurePolicy(*pool.take(), *policy);
    for (const auto& kept : db::listErasurePolicies(*pool.take(), request.caller.site, mostShown))
        if (kept.id == policy->id && canonicalJson(valueOf(kept)) == canonicalJson(valueOf(*policy)))
            return http::Reply::json(valueOf(kept), 201);
    return no(Refusal(refusals::idReused));
}

}  // namespace

void addPolicyPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    const PolicyPage page{pool, pages};
    router.add({"GET", std::string(address),
                [page](const http::Request& request) { return page.show(request, ""); }});
    router.add({"POST", std::string(address),
                [page](const http::Request& request) { return page.write(request); }, smallForm});
    router.add({"GET", "/api/v1/erasure-policy",
                [&pool](const http::Request& request) { return tellAll(pool, request); }});
    router.add({"POST", "/api/v1/erasure-policy",
                [&pool](const http::Request& request) { return take(pool, request); }, smallForm});
}

}  // namespace remise::workshop
