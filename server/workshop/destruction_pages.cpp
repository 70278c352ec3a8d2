#include "server/workshop/destruction_pages.h"

#include "server/domain/canonical.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/wire/json.h"
#include "server/workshop/page_command.h"
#include "server/workshop/take_destruction_list.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view address = "/atelier/destruction";
constexpr std::size_t largestList = 2 << 20, smallForm = 4096;
constexpr std::int64_t mostLists = 100;

struct DestructionPage {
    TakeDestructionList take;
    db::Pool& pool;
    const http::Pages& pages;

    [[nodiscard]] http::Reply show(const http::Request&, const std::string& wrong) const;
    [[nodiscard]] http::Reply bring(const http::Request&) const;
    [[nodiscard]] http::Reply confirm(const http::Request&) const;
    [[nodiscard]] Value tell(const db::DestructionList&, Language) const;
};

std::string place(const Value& drive, const http::Strings& strings, Language language) {
    std::string text;
    if (drive.has("bin")) text = strings.text("destruction.bin", language, {{"bin", drive.textOr("bin")}});
    if (drive.has("status"))
        text += (text.empty() ? "" : " · ") +
                std::string(stageWord(Subject::drive, drive.textOr("status"), language));
    if (drive.has("line"))
        text += (text.empty() ? "" : " · ") +
                strings.text("destruction.line", language,
                             {{"line", numberInWords(drive.integerOr("line", 0), language)}});
    return text;
}

Value DestructionPage::tell(const db::DestructionList& list, Language language) const {
    const http::Strings& strings = pages.strings();
    const Value result = readCanonical(list.result);
    Value::Array groups;
    for (const char* name : {"missing", "unexpected", "unsure", "twice", "present"}) {
        Value::Array drives;
        for (const Value& drive : result[name].array())
            drives.push_back(Value::Object{{"serial", drive.textOr("serial")},
                                           {"code", drive.textOr("drive")},
                                           {"place", place(drive, strings, language)}});
        if (drives.empty()) continue;
        const std::string word(name);
        groups.push_back(
            Value::Object{{"heading", strings.text("destruction." + word, language)},
                          {"help", strings.text("destruction.help." + word, language)},
                          {"tone", word == "present"   ? "go"
                                   : word == "missing" ? "stop"
                                                       : "wait"},
                          {"count", numberInWords(static_cast<std::int64_t>(drives.size()), language)},
                          {"drives", drives}});
    }
    const bool isOpen = !list.confirmedAt && !result["present"].array().empty();
    return Value::Object{{"id", list.id.text()},
                         {"bins", list.bins},
                         {"when", momentInWords(list.receivedAt, language)},
                         {"is_open", isOpen},
                         {"confirmed", list.confirmedAt ? momentInWords(*list.confirmedAt, language) : ""},
                         {"groups", groups}};
}

http::Reply DestructionPage::show(const http::Request& request, const std::string& wrong) const {
    Value::Array lists;
    constexpr int mostShown = 10;
    for (const auto& list : db::listDestructionLists(*pool.take(), request.caller.site, mostShown))
        lists.push_back(tell(list, request.language));
    return pages
        .page("workshop/destruction",
              Value::Object{{"title", pages.strings().text("destruction.title", request.language)},
                            {"wrong", wrong},
                            {"lists", lists},
                            {"command", newCommandId(request.receivedAt)},
                            {"read_at", address}},
              request, wrong.empty() ? 200 : 422)
        .with("Cache-Control", "no-store");
}

http::Reply DestructionPage::bring(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto id = commandIdOf(*form);
    if (!id) return http::Reply::problem(id.refusal(), request.language);
    const auto kept = take.keep(request, {*id, form->text("bins"), form->text("list")});
    return kept ? http::Reply::redirect(std::string(address))
                : show(request, kept.refusal().text(request.language));
}

http::Reply DestructionPage::confirm(const http::Request& request) const {
    const auto id = Uuid::parse(request.parameter("id"));
    if (!id) return http::Reply::problem(Refusal(refusals::notFound), request.language);
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto done = take.confirm(request, *id, form->text("slip"));
    return done ? http::Reply::redirect(std::string(address))
                : show(request, done.refusal().text(request.language));
}

Value valueOf(const db::DestructionList& list) {
    Value value = readCanonical(list.result);
    value["id"] = list.id.text();
    value["bins"] = list.bins;
    value["received_at"] = formatTime(list.receivedAt);
    if (list.confirmedAt) value["confirmed_at"] = formatTime(*list.confirmedAt);
    return value;
}

http::Reply takeByApi(const TakeDestructionList& take, const http::Request& request) {
    const auto id = Uuid::parse(request.queryValue("command").value_or(""));
    if (!id)
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "command"}, {"why", "UUID"}}),
                                    request.language);
    const auto kept = take.keep(request, {*id, request.queryValue("bins").value_or(""), request.body});
    return kept ? http::Reply::json(valueOf(*kept)) : http::Reply::problem(kept.refusal(), request.language);
}

http::Reply confirmByApi(const TakeDestructionList& take, const http::Request& request) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto id = Uuid::parse(request.parameter("id"));
    if (!id) return no(Refusal(refusals::notFound));
    const auto body = wire::readJson(request.body);
    if (!body) return no(body.refusal());
    if (auto fits = checkMembers("slip=text!", *body, ""); !fits) return no(fits.refusal());
    const auto done = take.confirm(request, *id, body->textOr("slip"));
    return done ? http::Reply::json(valueOf(*done)) : no(done.refusal());
}

http::Reply listByApi(db::Pool& pool, const http::Request& request) {
    const auto limit = request.queryInteger("limit", mostLists, {1, mostLists});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    Value::Array lists;
    for (const auto& list :
         db::listDestructionLists(*pool.take(), request.caller.site, static_cast<int>(*limit)))
        lists.push_back(valueOf(list));
    return http::Reply::json(Value::Object{{"lists", lists}});
}

}  // namespace

void addDestructionRoutes(http::Router& router, db::Pool& pool, const http::Pages& pages,
                          SendCommands& commands, identity::Alerts& alerts) {
    const TakeDestructionList take(pool, commands, alerts);
    const DestructionPage page{take, pool, pages};
    router.add({"GET", std::string(address), [page](const http::Request& r) { return page.show(r, ""); }});
    router.add({"POST", std::string(address), [page](const http::Request& r) { return page.bring(r); },
                largestList});
    router.add({"POST", std::string(address) + "/{id}/confirmer",
                [page](const http::Request& r) { return page.confirm(r); }, smallForm});
    router.add(
        {"GET", "/api/v1/destruction-lists", [&pool](const http::Request& r) { return listByApi(pool, r); }});
    router.add({"POST", "/api/v1/destruction-lists",
                [take](const http::Request& r) { return takeByApi(take, r); }, largestList});
    router.add({"POST", "/api/v1/destruction-lists/{id}/confirm",
                [take](const http::Request& r) { return confirmByApi(take, r); }, smallForm});
}

}  // namespace remise::workshop
