#include "server/logistics/goods_pages.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/logistics/delivery_note.h"
#include "server/logistics/goods_view.h"
#include "server/logistics/parcel_weight.h"
#include "server/workshop/page_command.h"

namespace remise::logistics {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;

namespace {

constexpr std::size_t smallForm = 8192;

struct Dock {
    db::Pool& pool;
    const http::Pages& pages;
    workshop::SendCommands& commands;

    [[nodiscard]] http::Reply show(const http::Request& request) const { return page(request, "", {}); }
    [[nodiscard]] http::Reply act(const http::Request&) const;
    [[nodiscard]] http::Reply note(const http::Request&) const;
    [[nodiscard]] http::Reply page(const http::Request&, const std::string& wrong, const Typed&) const;
};

struct Step {
    std::string_view word, kind;
};
constexpr Step steps[] = {
    {"preparer", "pick"}, {"emballer", "pack"}, {"expedier", "ship"}, {"livrer", "deliver"}};

Outcome<Value> dataOf(std::string_view kind, const http::Form& form) {
    Value data = Value::Object{};
    if (kind == "pack") {
        Value::Array accessories;
        for (const auto& accessory : form.texts("accessory"))
            accessories.emplace_back(accessory);
        data["accessories"] = accessories;
        if (!form.text("weight_kg").empty()) {
            const auto grams = parcelWeight(form.text("weight_kg"));
            if (!grams) return grams.refusal();
            data["weight_g"] = *grams;
        }
    }
    if (kind == "ship") {
        data["carrier"] = form.text("carrier");
        data["tracking"] = form.text("tracking");
    }
    return data;
}

http::Reply Dock::page(const http::Request& request, const std::string& wrong, const Typed& typed) const {
    const auto connection = pool.take();
    Value data = goodsView(*connection, pages.strings(), request, typed);
    data["title"] = pages.strings().text("logistics.title", request.language);
    data["wrong"] = wrong;
    data["read_at"] = "/logistique";
    data["wrong_code"] = typed.code;
    return pages.page("logistics/goods", data, request, wrong.empty() ? 200 : 409)
        .with("Cache-Control", "no-store");
}

http::Reply Dock::act(const http::Request& request) const {
    const std::string word = request.parameter("step"), code = request.parameter("code");
    const auto step =
        std::find_if(std::begin(steps), std::end(steps), [&](const Step& s) { return s.word == word; });
    if (step == std::end(steps)) return http::Reply::problem(Refusal(refusals::notFound), request.language);
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto id = workshop::commandIdOf(*form);
    if (!id) return http::Reply::problem(id.refusal(), request.language);
    const Typed typed{code, form->text("carrier"), form->text("tracking"), form->text("weight_kg"),
                      form->texts("accessory")};
    auto data = dataOf(step->kind, *form);
    if (!data) return page(request, data.refusal().text(request.language), typed);
    const auto reply = commands.send(request, workshop::pageCommand(*id, std::string(step->kind), code,
                                                                    std::move(*data), request.receivedAt));
    if (!reply) return http::Reply::problem(reply.refusal(), request.language);
    if (!reply->accepted) return page(request, reply->refusalMessage, typed);
    return http::Reply::redirect("/logistique");
}

http::Reply Dock::note(const http::Request& request) const {
    const auto connection = pool.take();
    const auto row = db::findRequest(*connection, request.parameter("number"));
    if (!row) return http::Reply::problem(Refusal(refusals::notFound), request.language);
    return showDeliveryNote(*connection, pages, request, *row);
}

}  // namespace

void addGoodsPages(http::Router& router, db::Pool& pool, const http::Pages& pages,
                   workshop::SendCommands& commands) {
    const Dock dock{pool, pages, commands};
    router.add({"GET", "/logistique", [dock](const http::Request& request) { return dock.show(request); }});
    router.add({"GET", "/logistique/bons/{number}",
                [dock](const http::Request& request) { return dock.note(request); }});
    router.add({"POST", "/logistique/{code}/{step}",
                [dock](const http::Request& request) { return dock.act(request); }, smallForm});
}

}  // namespace remise::logistics
