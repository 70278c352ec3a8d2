#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "server/ledger/codes.h"
#include "server/proof/seal.h"

/// Keys and seals as files: what lies outside the database, and outside the house.
namespace remise::ledger {

/// The key that signs, with the public keys of all that ever did beside it (KEYID.pem).
class SealKeys {
public:
    explicit SealKeys(std::filesystem::path signingKey) : m_file(std::move(signingKey)) {}

    /// Nothing when there is no such file. Throws std::runtime_error when it holds no key.
    [[nodiscard]] std::optional<proof::SigningKey> signingKey() const;
    /// Makes a new one, readable by its owner only; the public keys of those before it stay.
    proof::SigningKey make() const;
    /// All public keys in the folder.
    [[nodiscard]] proof::PublicKeys publicKeys() const;
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    std::filesystem::path m_file;
};

/// All public keys (*.pem) in a folder; private ones are passed over.
proof::PublicKeys readPublicKeys(const std::filesystem::path& folder);

std::filesystem::path sealFile(const std::filesystem::path& folder, std::int64_t number);
std::filesystem::path leavesFile(const std::filesystem::path& folder, std::int64_t number);
/// Seals in the folder, by number.
std::map<std::int64_t, std::filesystem::path> sealFilesIn(const std::filesystem::path& folder);
/// The whole file without the line's end. Throws std::runtime_error when it cannot be read.
std::string readFile(const std::filesystem::path&);

/// Writes each stored seal that the folder lacks, its leaves first, and the public keys; what is there is
/// never written over. Throws std::runtime_error when the ledger no longer gives a seal's tree, or the folder
/// cannot be written. Returns how many were written.
std::size_t exportSeals(db::Pool&, const Codes&, const SealKeys&, const std::filesystem::path& folder);

}  // namespace remise::ledger
