#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/ids.h"

namespace remise::db {

class Connection;

/// Adds a site, or gives a known one its name.
void saveSite(Connection&, std::string_view code, std::string_view name);

struct Terminal {
    domain::Uuid id;
    std::string name;
    domain::Digest tokenHash;
    std::string site;
    std::optional<std::string> station;  ///< nothing: it may stand anywhere
    bool active = true;
    domain::Milliseconds enrolledAt = 0;
};

void insertTerminal(Connection&, const Terminal&);
std::optional<Terminal> findTerminalByToken(Connection&, const domain::Digest& tokenHash);
std::vector<Terminal> listTerminals(Connection&, std::string_view site);
/// Its token stops working; false when there is no such terminal.
bool retireTerminal(Connection&, const domain::Uuid&);

/// Lets one terminal in, once.
struct EnrolmentCode {
    domain::Digest hash;
    std::string site;
    std::optional<std::string> station;
    domain::Milliseconds expiresAt = 0;
    std::optional<domain::Milliseconds> usedAt;
};

void insertEnrolmentCode(Connection&, const EnrolmentCode&);
std::optional<EnrolmentCode> findEnrolmentCode(Connection&, const domain::Digest& hash);
/// True for exactly one of those who try at once.
bool useEnrolmentCode(Connection&, const domain::Digest& hash, const domain::Uuid& terminal,
                      domain::Milliseconds now);

}  // namespace remise::db
