#pragma once

#include <optional>
#include <string>

#include "db/connection.h"
#include "server/domain/ids.h"

/// Pictures and documents.
namespace remise::db {

struct StoredFile {
    domain::Digest sha256;     ///< of the bytes that were sent
    domain::Uuid association;  ///< the sender's; nil: the house
    std::string type;          ///< image/png
    domain::Uuid sender;
    domain::Milliseconds receivedAt = 0;
    std::string body;
};

/// Keeps it unless this association, or the house, has it already.
void keepFile(Connection&, const StoredFile&);
/// As anybody of the house may see it.
std::optional<StoredFile> findFile(Connection&, const domain::Digest& sha256);
/// Only when it is this association's own.
std::optional<StoredFile> findFileOf(Connection&, const domain::Uuid& association,
                                     const domain::Digest& sha256);
/// How many bytes this association's files take together, but for the one of this hash.
std::uint64_t bytesBeside(Connection&, const domain::Uuid& association, const domain::Digest& sha256);
/// How many copies are gone.
std::uint64_t deleteFile(Connection&, const domain::Digest& sha256);

}  // namespace remise::db
