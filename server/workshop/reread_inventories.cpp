#include "server/workshop/reread_inventories.h"

#include <stdexcept>

#include "db/serial_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/proof/sha256.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/keep_inventory.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;

namespace {

constexpr int atOnce = 100;

ledger::Submission bySystem(const db::UnitRow& unit, const db::StoredReport& report, std::string kind,
                            Value data, Milliseconds now) {
    ledger::Submission submission;
    submission.command.id = Uuid::v7(now);
    submission.command.at = now;
    submission.command.kind = std::move(kind);
    submission.command.subject = unit.code;
    submission.content = proof::sha256(canonicalJson(data));
    submission.command.data = std::move(data);
    submission.sender.author.role = Role::system;
    submission.sender.author.site = report.site;
    return submission;
}

}  // namespace

Reread RereadInventories::operator()(Milliseconds now) {
    Reread result;
    std::optional<Uuid> last;
    for (;;) {
        const auto reports = db::listInventories(*m_pool.take(), last, atOnce);
        if (reports.empty()) return result;
        for (const auto& report : reports)
            reread(report, now, result);
        last = reports.back().id;
    }
}

void RereadInventories::reread(const db::StoredReport& report, Milliseconds now, Reread& result) {
    ++result.all;
    const auto inventory = readInventoryAgain(*m_pool.take(), report.id);
    if (!inventory) {
        ++result.unread;
        return;
    }
    if (report.state == db::ReportState::unread) ++result.understood;
    if (report.state == db::ReportState::applied) mend(report, *inventory, now, result);
}

void RereadInventories::mend(const db::StoredReport& report, const Inventory& inventory, Milliseconds now,
                             Reread& result) {
    const auto unit = db::findUnit(*m_pool.take(), report.unit);
    if (!unit || unit->state.textOr("inventory") != report.id.text()) return;  // a later one speaks
    const Value& known = unit->state["hardware"];
    const Value fresh = hardwareOf(inventory);
    const Value hardware = inventory.partial ? mergedHardware(known, fresh) : fresh;
    std::vector<ledger::Submission> submissions;
    if (hardware != known)
        submissions.push_back(bySystem(*unit, report, "record_inventory",
                                       Value::Object{{"report", report.id.text()}, {"hardware", hardware}},
                                       now));
    // Where nobody has looked into the machine since it was away, an old report has not either.
    if (!unit->state.has("drives_unseen"))
        for (Value& drive : overlooked(inventory, unit->state))
            submissions.push_back(bySystem(*unit, report, "attach_drive", std::move(drive), now));
    if (submissions.empty()) return;
    bool isMended = false;
    for (const CommandReply& reply : send(std::move(submissions))) {
        isMended = isMended || reply.accepted;
        if (!reply.accepted) result.refused.push_back(unit->code + ": " + reply.refusalMessage);
    }
    if (isMended) ++result.mended;
}

Value::Array RereadInventories::overlooked(const Inventory& inventory, const Value& unitState) {
    Value::Array drives;
    std::vector<std::string> taken;
    for (const auto& drive : inventory.drives) {
        Value described = describeDrive(drive);
        if (drive.serial) {
            if (!db::drivesWithSerial(*m_pool.take(), *drive.serial).empty()) continue;
        } else if (std::string code = sameNamelessDrive(unitState, described, taken); !code.empty()) {
            taken.push_back(std::move(code));
            continue;
        }
        described["drive"] = m_codes.lease(Subject::drive, 1).front();
        drives.push_back(std::move(described));
    }
    return drives;
}

std::vector<CommandReply> RereadInventories::send(std::vector<ledger::Submission> submissions) {
    auto replies = m_writer.submit(std::move(submissions));
    if (!replies) throw std::runtime_error(replies.refusal().text(Language::english));
    return std::move(*replies);
}

}  // namespace remise::workshop
