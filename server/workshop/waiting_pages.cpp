#include "server/workshop/waiting_pages.h"

#include "db/report_store.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/workshop/known_machines.h"
#include "server/workshop/maker_name.h"
#include "server/workshop/page_command.h"
#include "server/workshop/review_view.h"
#include "server/workshop/unit_view.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr int mostShown = 50;
constexpr std::size_t smallForm = 4096;
constexpr std::string_view address = "/atelier/inventaires";

struct WaitingPage {
    db::Pool& pool;
    const http::Pages& pages;
    TieInventory& tieInventory;

    [[nodiscard]] http::Reply show(const http::Request&, const std::string& wrong) const;
    [[nodiscard]] http::Reply tie(const http::Request&) const;

    [[nodiscard]] std::string word(const std::string& key, Language language) const {
        return pages.strings().text(key, language);
    }
    [[nodiscard]] Value tell(db::Connection&, const db::StoredReport&, const http::Request&) const;
    [[nodiscard]] Value tell(db::Connection&, const KnownMachine&, Language) const;
    [[nodiscard]] std::string parts(const Value& summary, Language) const;
};

std::string deviceOf(const Value& summary) {
    const std::string maker = makerName(summary.textOr("maker")), model = summary.textOr("model");
    if (maker.empty() || model.starts_with(maker)) return model;
    return model.empty() ? maker : maker + " " + model;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    return text;
}

/// "Intel Core i5 · 16 Go · 1 disque".
std::string WaitingPage::parts(const Value& summary, Language language) const {
    const std::int64_t memory = summary.integerOr("memory_mb", 0), drives = summary.integerOr("drives", 0);
    const auto counted = [&](const char* key, std::int64_t count) {
        return count > 0 ? pages.strings().text(key, language, {{"count", numberInWords(count, language)}})
                         : std::string();
    };
    return joined({summary.textOr("cpu"), counted("inventory.memory", (memory + 512) / 1024),
                   counted("inventory.drives", drives)});
}

Value WaitingPage::tell(db::Connection& connection, const KnownMachine& known, Language language) const {
    std::vector<std::string> why;
    for (const auto kind : known.why)
        why.push_back(word("inventory.why." + std::string(machineIdKindName(kind)), language));
    Value::Array events;
    const Value all = toValue(connection, {known});
    for (const Value& event : all.array().front()["history"].array())
        events.push_back(Value::Object{
            {"kind", kindInWords(event.textOr("kind"), pages.strings(), language)},
            {"when", momentInWords(parseTime(event.textOr("recorded_at")).value_or(0), language)},
            {"stage", stageWord(Subject::unit, event.textOr("stage"), language)}});
    return Value::Object{{"code", known.unit.code},
                         {"device", deviceName(known.unit, language)},
                         {"stage", stageWord(Subject::unit, known.unit.stage, language)},
                         {"why", joined(why)},
                         {"events", events}};
}

Value WaitingPage::tell(db::Connection& connection, const db::StoredReport& report,
                        const http::Request& request) const {
    const Language language = request.language;
    const Value summary = readCanonical(report.summary);
    const std::string device = deviceOf(summary);
    Value::Array machines;
    std::string beside, unit = report.unit;
    // Read anew: what it could not do yesterday, a mended parser may do today.
    const auto read = drivers::reports::readInventory(db::inventoryBody(connection, report.id));
    const auto known = read ? knownMachines(connection, *read) : std::vector<KnownMachine>();
    for (const KnownMachine& machine : known) {
        machines.push_back(tell(connection, machine, language));
        beside += (beside.empty() ? "" : ",") + machine.unit.code;
    }
    if (unit.empty() && known.size() == 1) unit = known.front().unit.code;
    return Value::Object{{"inventory", report.id.text()},
                         {"device", device.empty() ? word("inventory.no_name", language) : device},
                         {"parts", parts(summary, language)},
                         {"serial", report.serial},
                         {"when", momentInWords(report.receivedAt, language)},
                         {"is_read", read.ok()},
                         {"refusal", read ? "" : read.refusal().text(language)},
                         {"machines", machines},
                         {"is_known", !machines.empty()},
                         {"beside", beside},
                         {"unit", unit},
                         {"command", newCommandId(request.receivedAt)}};
}

http::Reply WaitingPage::show(const http::Request& request, const std::string& wrong) const {
    const auto connection = pool.take();
    Value::Array rows;
    for (const auto& report : db::listWaitingInventories(*connection, request.caller.site, mostShown))
        rows.push_back(tell(*connection, report, request));
    return pages.page("workshop/inventories",
                      Value::Object{{"title", word("inventory.title", request.language)},
                                    {"wrong", wrong},
                                    {"is_empty", rows.empty()},
                                    {"rows", rows},
                                    {"read_at", address}},
                      request, wrong.empty() ? 200 : 422);
}

http::Reply WaitingPage::tie(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto command = commandIdOf(*form);
    if (!command) return http::Reply::problem(command.refusal(), request.language);
    const std::string unit = normaliseScan(form->text("unit"));
    if (unit.empty()) return show(request, Refusal(refusals::missingCode).text(request.language));
    const Recorded tied = tieInventory(request, {form->text("inventory"),
                                                 {unit, *command, ""},
                                                 codesIn(form->text("beside")),
                                                 form->text("serial_differs") == "yes"});
    if (!tied.ok()) return show(request, tied.whyNot(request.language));
    return http::Reply::redirect(std::string(address));
}

}  // namespace

void addWaitingPages(http::Router& router, db::Pool& pool, const http::Pages& pages, TieInventory& tie) {
    const WaitingPage page{pool, pages, tie};
    router.add({"GET", std::string(address),
                [page](const http::Request& request) { return page.show(request, ""); }});
    router.add({"POST", std::string(address),
                [page](const http::Request& request) { return page.tie(request); }, smallForm});
}

}  // namespace remise::workshop
