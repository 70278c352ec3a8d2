#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "server/ledger/seal_files.h"

/// What remise-admin does with seals and proofs. Each returns its exit status.
namespace remise::admin {

/// Where the keys and seals are.
struct SealPlace {
    ledger::SealKeys keys;
    std::filesystem::path folder;
};
/// As the server has it: DIR/keys/seal-key.pem and DIR/seals, unless told otherwise.
SealPlace sealPlace(const std::filesystem::path& data, const std::optional<std::string>& sealKey,
                    const std::optional<std::string>& folder);

/// With the seals in the folder, when it is there.
int verifyAll(db::Pool&, const SealPlace&);
/// Seals now and writes the files.
std::vector<proof::Seal> makeSealNow(db::Pool&, const SealPlace&);
/// The same, and prints the new seals.
int sealNow(db::Pool&, const SealPlace&);
/// Writes the proof of a unit to a file, and says as of when it is.
int proveToFile(db::Pool&, const std::string& unit, const std::filesystem::path& file);
/// Prints every public key.
int printKeys(const ledger::SealKeys&);
/// Makes a new key to sign with from now on.
int newSealKey(const ledger::SealKeys&);

}  // namespace remise::admin
