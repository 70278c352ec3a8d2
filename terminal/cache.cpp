#include "terminal/cache.h"

#include <QDateTime>
#include <QDebug>
#include <QPasswordDigestor>
#include <QRandomGenerator>
#include <chrono>

#include "server/domain/canonical.h"
#include "server/wire/json.h"

namespace remise::terminal {

using namespace std::chrono_literals;
using domain::Value;

namespace {

constexpr std::chrono::milliseconds badgesAreKept = 24h * 7;
constexpr int mostUnits = 5000;
constexpr int hashRounds = 100'000, keyLength = 16, saltLength = 16;

qlonglong now() {
    return QDateTime::currentMSecsSinceEpoch();
}

QByteArray bytesOf(const Value& value) {
    return QByteArray::fromStdString(domain::canonicalJson(value));
}

QByteArray freshSalt() {
    QByteArray salt(saltLength, '\0');
    QRandomGenerator::system()->generate(salt.begin(), salt.end());
    return salt;
}

}  // namespace

Cache::Cache(const std::filesystem::path& folder) : m_path(folder / "cache.sqlite") {
    if (!attempt([&] { open(); })) beginAnew();
}

void Cache::beginAnew() {
    m_file.reset();
    m_keys.clear();
    std::error_code fault;
    std::filesystem::remove(m_path, fault);
    std::error_code ignored;  // a journal alone is nothing
    std::filesystem::remove(m_path.string() + "-journal", ignored);
    if (fault || !attempt([&] { open(); })) m_file.reset();
}

void Cache::open() {
    m_file = std::make_unique<SqliteFile>(m_path);
    for (const char* table : {"answer (path TEXT PRIMARY KEY, body BLOB NOT NULL)",
                              "unit (code TEXT PRIMARY KEY, body BLOB NOT NULL, touched INTEGER NOT NULL)",
                              "person (badge BLOB PRIMARY KEY, body BLOB NOT NULL, seen INTEGER NOT NULL)",
                              "code (code TEXT PRIMARY KEY)", "salt (salt BLOB NOT NULL)"})
        m_file->run(QString("CREATE TABLE IF NOT EXISTS ") + table);
    QSqlQuery salt = m_file->run("SELECT salt FROM salt");
    if (salt.next()) {
        m_salt = salt.value(0).toByteArray();
    } else {
        salt.finish();
        m_salt = freshSalt();
        m_file->run("INSERT INTO salt VALUES (?)", {m_salt});
    }
    forgetOldPeople();
}

/// False when the disk did not let us: then nothing was remembered, or nothing is.
bool Cache::attempt(const std::function<void()>& work) {
    try {
        work();
        return true;
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
        return false;
    }
}

void Cache::together(const std::function<void()>& changes) {
    if (!m_file) return;
    attempt([&] {
        SqliteFile::Change change(*m_file);
        changes();
        change.keep();
    });
}

std::optional<Value> Cache::read(const QString& sql, const QVariant& key) {
    std::optional<Value> found;
    if (!m_file) return found;
    attempt([&] {
        QSqlQuery query = m_file->run(sql, {key});
        if (!query.next()) return;
        if (auto value = wire::readJson(query.value(0).toByteArray().toStdString()))
            found = std::move(*value);
    });
    return found;
}

std::optional<Value> Cache::answer(const std::string& path) {
    return read("SELECT body FROM answer WHERE path = ?", QString::fromStdString(path));
}

void Cache::keepAnswer(const std::string& path, const Value& answer) {
    if (!m_file) return;
    attempt([&] {
        m_file->run("REPLACE INTO answer VALUES (?, ?)", {QString::fromStdString(path), bytesOf(answer)});
    });
}

std::optional<KnownUnit> Cache::unit(const std::string& code) {
    const auto body = read("SELECT body FROM unit WHERE code = ?", QString::fromStdString(code));
    return body ? knownUnitFrom(*body) : std::nullopt;
}

void Cache::keepUnit(const KnownUnit& unit) {
    if (!m_file) return;
    attempt([&] {
        m_file->run("REPLACE INTO unit VALUES (?, ?, ?)",
                    {QString::fromStdString(unit.now.code), bytesOf(toValue(unit)), now()});
    });
}

void Cache::forgetUnit(const std::string& code) {
    if (!m_file) return;
    attempt([&] { m_file->run("DELETE FROM unit WHERE code = ?", {QString::fromStdString(code)}); });
}

void Cache::trimUnits() {
    if (!m_file) return;
    attempt([&] {
        m_file->run(
            "DELETE FROM unit WHERE code NOT IN (SELECT code FROM unit ORDER BY touched DESC LIMIT ?)",
            {mostUnits});
    });
}

/// Slow on purpose: the last ones are remembered.
QByteArray Cache::keyOf(const std::string& badge) {
    constexpr std::size_t few = 8;
    if (const auto known = m_keys.find(badge); known != m_keys.end()) return known->second;
    if (m_keys.size() >= few) m_keys.clear();
    return m_keys[badge] = QPasswordDigestor::deriveKeyPbkdf2(
               QCryptographicHash::Sha256, QByteArray::fromStdString(badge), m_salt, hashRounds, keyLength);
}

std::optional<Value> Cache::person(const std::string& badge) {
    return read("SELECT body FROM person WHERE badge = ?", keyOf(badge));
}

void Cache::keepPerson(const std::string& badge, const Value& person) {
    if (!m_file) return;
    attempt([&] {
        m_file->run("REPLACE INTO person VALUES (?, ?, ?)", {keyOf(badge), bytesOf(person), now()});
    });
}

void Cache::forgetPerson(const std::string& badge) {
    if (!m_file) return;
    attempt([&] { m_file->run("DELETE FROM person WHERE badge = ?", {keyOf(badge)}); });
}

void Cache::forgetOldPeople() {
    if (!m_file) return;
    const auto since = now() - static_cast<qlonglong>(badgesAreKept.count());
    attempt([&] { m_file->run("DELETE FROM person WHERE seen < ?", {since}); });
}

domain::Uuid Cache::pseudonym(const std::string& badge) {
    return domain::Uuid::fromRaw(keyOf(badge).toStdString());
}

void Cache::keepCode(const std::string& code) {
    if (!m_file) return;
    attempt([&] { m_file->run("INSERT OR IGNORE INTO code VALUES (?)", {QString::fromStdString(code)}); });
}

int Cache::codesLeft() {
    int left = 0;
    if (!m_file) return left;
    attempt([&] {
        QSqlQuery query = m_file->run("SELECT COUNT(*) FROM code");
        if (query.next()) left = query.value(0).toInt();
    });
    return left;
}

std::optional<std::string> Cache::takeCode() {
    std::optional<std::string> taken;
    if (!m_file) return taken;
    attempt([&] {
        SqliteFile::Change change(*m_file);
        QSqlQuery query = m_file->run("SELECT code FROM code ORDER BY rowid LIMIT 1");
        if (!query.next()) return;
        const QString code = query.value(0).toString();
        query.finish();
        m_file->run("DELETE FROM code WHERE code = ?", {code});
        change.keep();
        taken = code.toStdString();
    });
    return taken;
}

void Cache::dropCodes() {
    if (!m_file || attempt([&] { m_file->run("DELETE FROM code"); })) return;
    beginAnew();
}

}  // namespace remise::terminal
