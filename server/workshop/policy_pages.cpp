#include "server/workshop/policy_pages.h"

#include "db/erasure_policy_store.h"
#include "server/domain/kinds.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"
#include "server/wire/json.h"
#include "server/workshop/page_command.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view media[] = {"hdd", "ssd", "nvme", "emmc", "other"};
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
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

/// Known media alone, and a reason that somebody can read years later.
Outcome<db::ErasurePolicy> policyFrom(const http::Request& request, const Uuid& id,
                                      const std::vector<std::string>& accepted, const std::string& reason,
                                      std::int64_t checks) {
    for (const std::string& medium : accepted)
        if (std::find(std::begin(media), std::end(media), medium) == std::end(media))
            return Refusal(refusals::badData, {{"field", "accepts_clear"}});
    if (reason.find_first_not_of(" \t\r\n") == reason.npos)
        return Refusal(refusals::missingData, {{"field", "reason"}});
    if (checks < leastChecks || checks > allChecks)
        return Refusal(refusals::badData, {{"field", "checks_percent"}});
    if (reason.size() > longestReason) return Refusal(refusals::badData, {{"field", "reason"}});
    return db::ErasurePolicy{id,
                             request.caller.site,
                             joined(accepted),
                             reason,
                             request.caller.lastingActor,
                             request.receivedAt,
                             static_cast<int>(checks)};
}

Value valueOf(const db::ErasurePolicy& policy) {
    Value::Array accepted;
    forEachWord(policy.acceptsClear, [&](std::string_view medium) { accepted.emplace_back(medium); });
    return Value::Object{
        {"id", policy.id.text()},         {"accepts_clear", accepted},
        {"reason", policy.reason},        {"checks_percent", std::int64_t{policy.checksPercent}},
        {"person", policy.person.text()}, {"made_at", formatTime(policy.madeAt)}};
}

Value PolicyPage::tell(const db::ErasurePolicy& policy, Language language) const {
    std::string accepted;
    forEachWord(policy.acceptsClear, [&](std::string_view medium) {
        accepted += (accepted.empty() ? "" : ", ") + word("policy.medium." + std::string(medium), language);
    });
    return Value::Object{
        {"accepted", accepted.empty() ? word("policy.none", language) : accepted},
        {"reason", policy.reason},
        {"checks", word("policy.checked", language, {{"percent", std::to_string(policy.checksPercent)}})},
        {"when", momentInWords(policy.madeAt, language)}};
}

http::Reply PolicyPage::show(const http::Request& request, const std::string& wrong) const {
    const auto policies = db::listErasurePolicies(*pool.take(), request.caller.site, mostShown);
    const std::string accepted = policies.empty() ? "" : policies.front().acceptsClear;
    Value::Array choices, past;
    for (const std::string_view medium : media)
        choices.push_back(
            Value::Object{{"medium", medium},
                          {"label", word("policy.medium." + std::string(medium), request.language)},
                          {"is_accepted", containsWord(accepted, medium)}});
    for (const auto& policy : policies)
        past.push_back(tell(policy, request.language));
    constexpr Roles writers = Role::manager | Role::admin;
    return pages.page(
        "workshop/policy",
        Value::Object{
            {"title", word("policy.title", request.language)},
            {"wrong", wrong},
            {"may_write", request.caller.role && writers.contains(*request.caller.role)},
            {"is_none", policies.empty()},
            {"choices", choices},
            {"past", past},
            {"checks", std::to_string(policies.empty() ? leastChecks : policies.front().checksPercent)},
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
    const auto policy = policyFrom(request, *id, form->texts("medium"), form->text("reason"), *checks);
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

http::Reply take(db::Pool& pool, const http::Request& request) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto body = wire::readJson(request.body);
    if (!body) return no(body.refusal());
    if (auto fits =
            checkMembers("id=uuid! accepts_clear=list! reason=text! checks_percent=20..100", *body, "");
        !fits)
        return no(fits.refusal());
    std::vector<std::string> accepted;
    for (const Value& medium : (*body)["accepts_clear"].array())
        accepted.push_back(medium.isText() ? medium.text() : "");
    const auto policy = policyFrom(request, *Uuid::parse(body->textOr("id")), accepted,
                                   body->textOr("reason"), body->integerOr("checks_percent", leastChecks));
    if (!policy) return no(policy.refusal());
    db::keepErasurePolicy(*pool.take(), *policy);
    return http::Reply::json(valueOf(*policy), 201);
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
