#pragma once

#include <filesystem>
#include <thread>

#include "server/ledger/codes.h"
#include "server/ledger/seal_files.h"

namespace remise::ledger {

/// True when the last 02:00 UTC has passed since the newest seal was made.
bool isSealDue(domain::Milliseconds newest, domain::Milliseconds now);

/// Seals the ledger every night at 02:00 UTC, or at the next start of a server that slept then, and writes
/// the seals to a folder. Of several servers the one that holds the lease does it. Without a key this server
/// makes none and says so.
class SealDaily {
public:
    SealDaily(db::Pool&, const Codes&, SealKeys, std::filesystem::path folder);

private:
    void look();
    bool isMine(domain::Milliseconds now);

    db::Pool& m_pool;
    const Codes& m_codes;
    const SealKeys m_keys;
    const std::filesystem::path m_folder;
    const domain::Uuid m_self = domain::Uuid::v4();
    domain::Milliseconds m_sealedAt = 0;  ///< when this server did it last
    std::jthread m_thread;
};

}  // namespace remise::ledger
