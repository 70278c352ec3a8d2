#pragma once

#include <optional>
#include <string>

#include "db/database.h"
#include "db/terminal_store.h"
#include "server/domain/outcome.h"
#include "server/identity/secrets.h"

/// Deeds that let terminals in.
namespace remise::identity {

/// Where a terminal is to stand.
struct Place {
    std::string site;
    std::optional<std::string> station;  ///< nothing: anywhere
};

inline constexpr domain::Milliseconds enrolmentLifetime = 24 * 60 * 60 * 1000;

/// A code to be typed on one new terminal within a day.
std::string createEnrolmentCode(db::Pool&, const ServerSecret&, const Place&, domain::Milliseconds now);

struct EnrolledTerminal {
    domain::Uuid id;
    std::string name;
    std::string token;  ///< in clear, this once
    Place place;
};

/// Trades a code for a token. Refused when the code is unknown, used or too old, or after too many tries from
/// this address; of those who send one code at once, exactly one gets in.
domain::Outcome<EnrolledTerminal> enrolTerminal(db::Pool&, const ServerSecret&, const std::string& code,
                                                const std::string& name, const std::string& remote,
                                                domain::Milliseconds now);

/// A terminal without a code, for the demo and remise-admin.
EnrolledTerminal createTerminal(db::Pool&, const std::string& name, const Place&, domain::Milliseconds now);

}  // namespace remise::identity
