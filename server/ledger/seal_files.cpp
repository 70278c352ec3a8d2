#include "server/ledger/seal_files.h"

#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "db/pool.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/sealed_span.h"
#include "server/proof/merkle.h"

namespace remise::ledger {

namespace fs = std::filesystem;

namespace {

enum class Readers { everybody, owner };

/// Whole or not at all: written beside and then named.
void writeWhole(const fs::path& file, std::string_view text, Readers readers = Readers::everybody) {
    const fs::path beside = file.string() + "." + domain::Uuid::v4().text();
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        if (readers == Readers::owner)
            fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write);
        out << text << std::flush;
        if (!out) throw std::runtime_error("cannot write " + beside.string());
    }
    fs::rename(beside, file);
}

bool isWritten(const fs::path& file) {
    std::error_code none;
    return fs::exists(file, none) && fs::file_size(file, none) > 0;
}

std::string numbered(std::string_view ending, std::int64_t number) {
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
    return "seal-" + digits + std::string(ending);
}

void writePublicKeys(const proof::PublicKeys& keys, const fs::path& folder) {
    for (const auto& [id, key] : keys)
        if (!isWritten(folder / (id + ".pem"))) writeWhole(folder / (id + ".pem"), key.pem());
}

std::string leavesText(const SealedSpan& span, const Codes& codes) {
    std::string text;
    for (std::size_t i = 0; i < span.size(); ++i)
        (text += span.leaf(i, codes)) += '\n';
    return text;
}

void exportSeal(db::Connection& connection, const Codes& codes, const proof::Seal& seal,
                const fs::path& folder) {
    const SealedSpan span = readSpan(connection, codes, static_cast<std::uint64_t>(seal.afterPlace),
                                     static_cast<std::uint64_t>(seal.lastPlace));
    if (proof::treeRoot(span.leafHashes(codes)) != seal.leavesRoot)
        throw std::runtime_error("seal " + std::to_string(seal.number) + " is not written to " +
                                 folder.string() +
                                 ": the ledger no longer gives its tree (remise-admin verify says more)");
    writeWhole(leavesFile(folder, seal.number), leavesText(span, codes));
    writeWhole(sealFile(folder, seal.number), seal.text() + "\n");
}

}  // namespace

std::optional<proof::SigningKey> SealKeys::signingKey() const {
    if (!fs::exists(m_file)) return {};
    return proof::SigningKey::fromPem(readFile(m_file));
}

proof::SigningKey SealKeys::make() const {
    const auto key = proof::SigningKey::make();
    const fs::path folder = m_file.parent_path();
    fs::create_directories(folder);
    // The public key first: a seal must never be signed by a key that nobody knows.
    writePublicKeys({{key.publicKey().id(), key.publicKey()}}, folder);
    writeWhole(m_file, key.pem(), Readers::owner);
    return key;
}

proof::PublicKeys SealKeys::publicKeys() const {
    return readPublicKeys(m_file.parent_path());
}

proof::PublicKeys readPublicKeys(const fs::path& folder) {
    proof::PublicKeys keys;
    if (!fs::exists(folder)) return keys;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".pem") continue;
        const std::string pem = readFile(entry.path());
        if (pem.find("BEGIN PUBLIC KEY") == std::string::npos) continue;
        const auto key = proof::PublicKey::fromPem(pem);
        keys.emplace(key.id(), key);
    }
    return keys;
}

fs::path sealFile(const fs::path& folder, std::int64_t number) {
    return folder / numbered(".json", number);
}

fs::path leavesFile(const fs::path& folder, std::int64_t number) {
    return folder / numbered(".leaves", number);
}

std::map<std::int64_t, fs::path> sealFilesIn(const fs::path& folder) {
    std::map<std::int64_t, fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        std::int64_t number = 0;
        if (!name.starts_with("seal-")) continue;
        std::from_chars(name.data() + 5, name.data() + name.size(), number);
        if (number > 0 && name == numbered(".json", number)) found.emplace(number, entry.path());
    }
    return found;
}

std::string readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::string whole = std::move(text).str();
    while (whole.ends_with('\n'))
        whole.pop_back();
    return whole;
}

std::size_t exportSeals(db::Pool& pool, const Codes& codes, const SealKeys& keys, const fs::path& folder) {
    fs::create_directories(folder);
    writePublicKeys(keys.publicKeys(), folder);
    const db::Lease connection = pool.take();
    std::size_t written = 0;
    for (const proof::Seal& seal : readSeals(*connection)) {
        if (isWritten(sealFile(folder, seal.number))) continue;
        exportSeal(*connection, codes, seal, folder);
        ++written;
    }
    return written;
}

}  // namespace remise::ledger
