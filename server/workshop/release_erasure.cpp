#include "server/workshop/release_erasure.h"

#include "db/erasure_policy_store.h"
#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/domain/unit_state.h"
#include "server/domain/words.h"
#include "server/wire/json.h"
#include "server/workshop/last_opened.h"
#include "server/workshop/page_command.h"
#include "server/workshop/release_rules.h"
#include "server/workshop/unit_view.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::DeviceReport;

namespace {

constexpr std::string_view address = "/atelier/telephones";
constexpr std::size_t smallForm = 4096;
constexpr int mostShown = 100;

/// A unit and the report of a tool that its last inventory was read from.
struct Told {
    db::UnitRow unit;
    Uuid report;
    DeviceReport device;
    Verdict verdict;
};

const Words tooOld{"le rapport est d'avant le retour de l'appareil",
                   "the report is of before the device came back"};

/// Nothing when the unit's last inventory is no tool's report of one device.
std::optional<Told> toldOf(db::Connection& connection, db::UnitRow unit, std::string_view tools) {
    const auto id = Uuid::parse(unit.state.textOr("inventory"));
    if (!id) return {};
    const auto reports = drivers::reports::readDeviceReports(db::inventoryBody(connection, *id));
    if (!reports || reports->size() != 1) return {};
    Verdict verdict = checkRelease(reports->front(), unit.state, tools);
    const std::string memory = memoryOf(unit.state, reports->front());
    const auto stored = db::findInventory(connection, *id);
    if (verdict && (!stored || stored->receivedAt <= lastOpened(connection, memory)))
        verdict = Refusal(refusals::notReleased, {}, {{"why", tooOld}});
    return Told{std::move(unit), *id, reports->front(), verdict};
}

/// Phones and tablets of a site that are being worked on, a page after the other.
std::vector<db::UnitRow> unitsInHand(db::Connection& connection, const std::string& site) {
    constexpr std::size_t enough = 1000;
    std::vector<db::UnitRow> units;
    for (const char* category : {"phone", "tablet"})
        for (const char* stage : {"received", "in_work"}) {
            db::UnitFilter filter;
            filter.category = category;
            filter.stage = stage;
            filter.limit = mostShown;
            for (bool isMore = true; isMore && units.size() < enough;) {
                auto page = db::listUnits(connection, filter);
                isMore = page.size() == static_cast<std::size_t>(mostShown);
                if (isMore) filter.after = page.back().id;
                for (auto& unit : page)
                    if (unit.state.textOr("site", site) == site && UnitState(unit.state).needsErasure())
                        units.push_back(std::move(unit));
            }
        }
    return units;
}

Value rowOf(const Told& told, const http::Request& request) {
    const auto erasure = erasureOfDevice(told.device);
    const bool may = told.verdict.ok();
    return Value::Object{
        {"code", told.unit.code},
        {"device", deviceName(told.unit, request.language)},
        {"tool", told.device.tool + " " + told.device.toolVersion},
        {"number", told.device.id},
        {"identity", told.device.imeis.empty() ? told.device.serial.value_or("") : told.device.imeis.front()},
        {"said", erasure ? erasure->said : ""},
        {"may", may},
        {"why", may ? "" : told.verdict.refusal().text(request.language)},
        {"command", newCommandId(request.receivedAt)}};
}

struct ReleaseDesk {
    db::Pool& pool;
    const http::Pages& pages;
    SendCommands& commands;

    [[nodiscard]] Outcome<CommandReply> release(const http::Request&, const std::string& code,
                                                const Uuid& command) const;
    [[nodiscard]] http::Reply show(const http::Request&, const std::string& wrong) const;
    [[nodiscard]] http::Reply take(const http::Request&) const;
    [[nodiscard]] http::Reply takeForm(const http::Request&) const;
};

Outcome<CommandReply> ReleaseDesk::release(const http::Request& request, const std::string& code,
                                           const Uuid& command) const {
    const auto connection = pool.take();
    auto unit = db::findUnit(*connection, code);
    if (!unit) return Refusal(refusals::unknownCode, {{"code", code.substr(0, 64)}});
    if (unit->state.textOr("site", request.caller.site) != request.caller.site)
        return Refusal(refusals::unknownCode, {{"code", code}});
    const auto policy = db::findErasurePolicy(*connection, request.caller.site);
    const auto told = toldOf(*connection, std::move(*unit), policy ? policy->phoneTools : "");
    if (!told) return Refusal(refusals::noToolsReport, {{"code", code}});
    if (!told->verdict) return told->verdict.refusal();
    wire::ReadCommand read;
    read.command.id = command;
    read.command.at = request.receivedAt;
    read.command.station = "release";
    read.command.subject = code;
    read.command.kind = "release_drive";
    read.command.data = Value::Object{{"drive", memoryOf(told->unit.state, told->device)},
                                      {"report", told->report.text()},
                                      {"tool", told->device.tool},
                                      {"policy", policy->id.text()},
                                      {"checked", true}};
    if (const auto erasure = erasureOfDevice(told->device); !erasure->method.empty())
        read.command.data["method"] = erasure->method;
    read.content = canonicalJson(Value::Object{{"kind", read.command.kind}, {"data", read.command.data}});
    return commands.sendFor(request, std::move(read), request.caller.lastingActor);
}

http::Reply ReleaseDesk::show(const http::Request& request, const std::string& wrong) const {
    const auto connection = pool.take();
    const auto policy = db::findErasurePolicy(*connection, request.caller.site);
    Value::Array rows;
    for (auto& unit : unitsInHand(*connection, request.caller.site)) {
        const auto told = toldOf(*connection, std::move(unit), policy ? policy->phoneTools : "");
        if (told) rows.push_back(rowOf(*told, request));
    }
    return pages
        .page("workshop/release",
              Value::Object{{"title", pages.strings().text("release.title", request.language)},
                            {"wrong", wrong},
                            {"is_empty", rows.empty()},
                            {"rows", rows},
                            {"read_at", address}},
              request, wrong.empty() ? 200 : 409)
        .with("Cache-Control", "no-store");
}

http::Reply ReleaseDesk::take(const http::Request& request) const {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto body = wire::readJson(request.body);
    if (!body) return no(body.refusal());
    if (auto fits = checkMembers("id=uuid! checked=bool!", *body, ""); !fits) return no(fits.refusal());
    if (!body->boolOr("checked", false)) return no(Refusal(refusals::missingData, {{"field", "checked"}}));
    const auto reply =
        release(request, normaliseScan(request.parameter("code")), *Uuid::parse(body->textOr("id")));
    return reply ? http::Reply::json(toValue(*reply)) : no(reply.refusal());
}

http::Reply ReleaseDesk::takeForm(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto command = commandIdOf(*form);
    if (!command) return http::Reply::problem(command.refusal(), request.language);
    if (form->text("checked") != "yes")
        return show(request, Refusal(refusals::missingData, {{"field", "checked"}}).text(request.language));
    const auto reply = release(request, form->text("unit"), *command);
    if (!reply) return show(request, reply.refusal().text(request.language));
    if (!reply->accepted) return show(request, reply->refusalMessage);
    return http::Reply::redirect(std::string(address));
}

}  // namespace

void addReleaseRoutes(http::Router& router, db::Pool& pool, const http::Pages& pages,
                      SendCommands& commands) {
    const ReleaseDesk desk{pool, pages, commands};
    router.add({"GET", std::string(address), [desk](const http::Request& r) { return desk.show(r, ""); }});
    router.add({"POST", std::string(address), [desk](const http::Request& r) { return desk.takeForm(r); },
                smallForm});
    router.add({"POST", "/api/v1/units/{code}/release",
                [desk](const http::Request& r) { return desk.take(r); }, smallForm});
}

}  // namespace remise::workshop
