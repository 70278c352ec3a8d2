#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"
#include "server/domain/machine_ids.h"

/// What tools sent, as it came: inventories of machines and logs of erasures. Nothing is thrown away: what
/// could not be read or belongs to nothing known waits to be looked at.
namespace remise::db {

enum class ReportState {
    applied,     ///< it belongs to a unit, and the unit's history says so
    unassigned,  ///< readable, but nobody knows yet what it belongs to
    unread,      ///< not understood
};
std::string_view reportStateName(ReportState);

struct StoredReport {
    domain::Uuid id;
    std::string site;
    std::string unit;  ///< the one it was sent for; empty: none
    domain::Milliseconds receivedAt = 0;
    domain::Uuid sender;
    domain::Uuid actor;  ///< who sent it (an erasure's only)
    std::string format;  ///< an inventory's only
    ReportState state = ReportState::unassigned;
    std::string refusal;  ///< code of what stood in its way
    domain::Digest sha256;
    std::string serial;             ///< an inventory's only; empty: none that is an identity
    std::string summary{"{}"};      ///< canonical JSON for lists, an inventory's only
    domain::MachineIds machineIds;  ///< an inventory's only; not read back by the functions below
    std::string reply;              ///< what was answered, for a resend; empty as long as nothing came of it
    std::string body;               ///< not read back by the functions below
};

/// Keeps a report unless there is one of this id.
void keepInventory(Connection&, const StoredReport&);
void keepErasureReport(Connection&, const StoredReport&);

std::optional<StoredReport> findInventory(Connection&, const domain::Uuid&);
/// The bytes as they came; empty when there is no such report.
std::string erasureReportBody(Connection&, const domain::Uuid&);
/// What was answered for it, for a resend.
void answerErasureReport(Connection&, const domain::Uuid&, std::string_view reply);
std::optional<StoredReport> findErasureReport(Connection&, const domain::Uuid&);
/// One that came before with the very same bytes and still waits.
std::optional<StoredReport> findWaitingInventory(Connection&, const domain::Digest& sha256);

/// As it came.
std::string inventoryBody(Connection&, const domain::Uuid&);
/// What a second reading made of it: refusal, serial, summary and ids; its state as long as it waits.
void describeInventory(Connection&, const StoredReport&);

/// What became of an inventory: applied, with its unit and answer, or refused.
struct Settlement {
    ReportState state = ReportState::applied;
    std::string unit{};     ///< empty: as it was sent
    std::string refusal{};  ///< code
    std::string reply{};
};
void settleInventory(Connection&, const domain::Uuid&, const Settlement&);

/// All of them in the order of their ids: those after one, or the first.
std::vector<StoredReport> listInventories(Connection&, const std::optional<domain::Uuid>& after, int limit);

/// What waits to be looked at, oldest first. Of one site and of none, or all when it is empty.
std::vector<StoredReport> listWaitingInventories(Connection&, std::string_view site, int limit);
std::int64_t countWaitingInventories(Connection&, std::string_view site);
std::vector<StoredReport> listWaitingErasureReports(Connection&, int limit);

}  // namespace remise::db
