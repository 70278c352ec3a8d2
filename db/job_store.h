#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// What a machine under test was told to do, as it was signed.
struct Job {
    domain::Uuid id;      ///< made by who asked
    domain::Uuid report;  ///< the machine's inventory
    std::string site, unit;
    domain::Uuid sender;  ///< terminal or person
    domain::Uuid actor;   ///< lasting pseudonym of who scanned
    domain::Milliseconds madeAt = 0, expiresAt = 0;
    std::string document;  ///< canonical JSON with its signature (docs/workbench.md)
};

/// Keeps a job unless there is one of this id.
void keepJob(Connection&, const Job&);
std::optional<Job> findJob(Connection&, const domain::Uuid& id);
/// The newest one of a machine.
std::optional<Job> findJobOf(Connection&, const domain::Uuid& report);

}  // namespace remise::db
