#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// For which media a site accepts that every addressable sector was overwritten and read again (Clear), where
/// the medium offers no Purge. A manager writes it down, with the reason.
struct ErasurePolicy {
    domain::Uuid id;  ///< made by who asked
    std::string site;
    std::string acceptsClear;  ///< media, blank-separated: hdd ssd nvme emmc other
    std::string reason;
    domain::Uuid person;
    domain::Milliseconds madeAt = 0;
    int checksPercent = 20;    ///< of the drives that are erased another person has to check
    std::string phoneTools{};  ///< whose signed reports of phones a leader may accept, blank-separated
};

/// Keeps it unless there is one of this id.
void keepErasurePolicy(Connection&, const ErasurePolicy&);
/// The one that counts; nothing is accepted where nobody has written any.
std::optional<ErasurePolicy> findErasurePolicy(Connection&, std::string_view site);
/// Newest first.
std::vector<ErasurePolicy> listErasurePolicies(Connection&, std::string_view site, int limit);

}  // namespace remise::db
