#pragma once

#include <filesystem>

#include "server/identity/secrets.h"

namespace remise::db {
class Pool;
}

namespace remise::identity {

/// The secret in this file, made at the organisation's first start, and held against the mark that the
/// database keeps of it: all servers of one database have the same. Throws std::runtime_error that says what
/// to copy when it is missing or another one.
ServerSecret sharedSecret(db::Pool&, const std::filesystem::path&);

}  // namespace remise::identity
