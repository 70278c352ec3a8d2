#include "server/workshop/tie_inventory.h"

#include "db/unit_store.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/workshop/keep_inventory.h"
#include "server/workshop/known_machines.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;

namespace {

Recorded no(Refusal refusal) {
    return {.answer = {}, .refusal = std::move(refusal), .refused = {}};
}

std::optional<db::StoredReport> find(db::Pool& pool, const std::string& inventory) {
    const auto id = Uuid::parse(inventory);
    if (!id) return {};
    const auto connection = pool.take();
    return db::findInventory(*connection, *id);
}

}  // namespace

Outcome<Inventory> TieInventory::readAgain(const Uuid& id) {
    const auto connection = m_pool.take();
    return readInventoryAgain(*connection, id);
}

std::optional<Refusal> TieInventory::knownElsewhere(const Inventory& inventory, const Tie& tie) {
    const auto connection = m_pool.take();
    std::string codes;
    for (const auto& machine : knownMachines(*connection, inventory, tie.query.unit))
        if (!tie.beside.contains(machine.unit.code)) codes += (codes.empty() ? "" : ", ") + machine.unit.code;
    if (codes.empty()) return {};
    return Refusal(refusals::machineKnown, {{"codes", codes}});
}

std::optional<Refusal> TieInventory::otherSerial(const Inventory& inventory, const Tie& tie) {
    const auto unit = db::findUnit(*m_pool.take(), tie.query.unit);
    if (!unit || tie.serialDiffers || !inventory.serial) return {};
    const std::string known = unit->state.textOr("serial");
    if (!isIdentity(known) || !isIdentity(*inventory.serial)) return {};
    if (normaliseSerial(known) == normaliseSerial(*inventory.serial)) return {};
    return Refusal(refusals::otherSerial,
                   {{"code", unit->code}, {"serial", *inventory.serial}, {"known", known}});
}

Recorded TieInventory::operator()(const http::Request& request, const Tie& tie) {
    if (const auto author = authorOf(request, tie.query, m_badges, "record_inventory"); !author)
        return no(author.refusal());
    const auto stored = find(m_pool, tie.inventory);
    if (!stored || !isOf(*stored, request.caller.site)) return no(Refusal(refusals::inventoryUnknown));
    if (stored->state == db::ReportState::applied) {
        if (stored->unit != tie.query.unit)
            return no(Refusal(refusals::inventoryTied, {{"code", stored->unit}}));
        return {.answer = stored->reply, .refusal = {}, .refused = {}};
    }
    const auto inventory = readAgain(stored->id);
    if (!inventory) return no(keptForReview(inventory.refusal(), stored->id));
    if (auto known = knownElsewhere(*inventory, tie)) return no(std::move(*known));
    if (auto other = otherSerial(*inventory, tie)) return no(std::move(*other));
    return m_record(request, tie.query, {stored->id, stored->sha256, *inventory});
}

std::set<std::string> codesIn(std::string_view text) {
    std::set<std::string> codes;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (auto code = normaliseScan(text.substr(0, comma)); !code.empty()) codes.insert(std::move(code));
        text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    }
    return codes;
}

}  // namespace remise::workshop
