#include "db/connection.h"

#include <cppconn/driver.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <mysql_driver.h>

#include <algorithm>
#include <filesystem>
#include <list>
#include <unordered_map>
#include <vector>

#include "db/capacity.h"
#include "db/link.h"

namespace remise::db {
namespace {

constexpr int connectSeconds = 10;

constexpr auto sessionSettings =
    "SET NAMES utf8mb4, tx_isolation = 'READ-COMMITTED', time_zone = '+00:00', innodb_lock_wait_timeout = 10,"
    " sql_mode = "
    "'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,"
    "ONLY_FULL_GROUP_BY'";

/// The connector ignores names it does not know and types it does not expect, without a word: the values here
/// are exactly sql::SQLString, int or bool.
sql::ConnectOptionsMap options(const Settings& settings) {
    sql::ConnectOptionsMap map;
    const auto text = [&](const char* name, const std::string& value) { map[name] = sql::SQLString(value); };
    text("hostName", settings.socket.empty() ? "tcp://" + settings.host + ":" + std::to_string(settings.port)
                                             : "unix://" + settings.socket);
    text("userName", settings.user);
    text("password", settings.password);
    if (!settings.database.empty()) text("schema", settings.database);
    text("OPT_CHARSET_NAME", "utf8mb4");
    map["CLIENT_FOUND_ROWS"] = true;
    const int limit = static_cast<int>(settings.readLimit.count());
    map["OPT_CONNECT_TIMEOUT"] = limit > 0 ? std::min(limit, connectSeconds) : connectSeconds;
    if (limit > 0) map["OPT_READ_TIMEOUT"] = limit;
    if (!settings.authority.empty()) {
        text("sslCA", settings.authority);
        map["sslVerify"] = true;
    }
    return map;
}

/// The connector falls back to plain text without a word, so the session itself is asked.
void refusePlainText(sql::Connection& session, const Settings& settings) {
    const std::unique_ptr<sql::Statement> asking(session.createStatement());
    const std::unique_ptr<sql::ResultSet> answer(asking->executeQuery("SHOW STATUS LIKE 'Ssl_cipher'"));
    if (!answer->next() || answer->getString(2).length() == 0)
        throw Error(2026, "the connection is not encrypted", "connect to " + settings.text());
}

/// Where the database writes in the middle of a transaction: its tables, its logs. Often all in one place.
std::vector<std::string> foldersOf(sql::Connection& session) {
    const std::unique_ptr<sql::Statement> asking(session.createStatement());
    const std::unique_ptr<sql::ResultSet> answer(asking->executeQuery(
        "SELECT @@datadir, @@innodb_log_group_home_dir, IFNULL(@@log_bin_basename, '')"));
    if (!answer->next()) return {};
    const std::filesystem::path tables = std::string(answer->getString(1));
    std::vector<std::string> folders{tables};
    const auto add = [&](const std::filesystem::path& folder) {
        if (std::find(folders.begin(), folders.end(), folder) == folders.end()) folders.push_back(folder);
    };
    if (const std::string redo = answer->getString(2); redo != "./") add(tables / redo);
    if (const std::string binary = answer->getString(3); !binary.empty())
        add(std::filesystem::path(binary).parent_path() / "");
    return folders;
}

std::unique_ptr<Link> connect(const Settings& settings) {
    auto link = std::make_unique<Link>();
    link->run("connect to " + settings.text(), [&] {
        auto map = options(settings);
        link->session.reset(sql::mysql::get_mysql_driver_instance()->connect(map));
        const std::unique_ptr<sql::Statement> setting(link->session->createStatement());
        setting->execute(sessionSettings);
        if (!settings.socket.empty()) link->storage = foldersOf(*link->session);
        if (!settings.authority.empty()) refusePlainText(*link->session, settings);
    });
    return link;
}

}  // namespace

/// Prepared statements by their text, the one used last in front.
struct Connection::Statements {
    std::list<Statement> byUse;
    std::unordered_map<std::string_view, std::list<Statement>::iterator> byText;
    std::unique_ptr<sql::Statement> plain;
};

Connection::Connection(const Settings& settings) : m_link(connect(settings)), m_statements(new Statements) {
    m_statements->plain.reset(m_link->session->createStatement());
}

Connection::~Connection() = default;

Statement& Connection::prepare(std::string_view sql) {
    auto& [byUse, byText, plain] = *m_statements;
    if (const auto found = byText.find(sql); found != byText.end()) {
        byUse.splice(byUse.begin(), byUse, found->second);
        byUse.front().startAgain();
        return byUse.front();
    }
    if (byUse.size() >= statementsKept) {
        byText.erase(byUse.back().sql());
        byUse.pop_back();
    }
    byUse.emplace_front(*m_link, sql);
    byText.emplace(byUse.front().sql(), byUse.begin());
    return byUse.front();
}

void Connection::execute(std::string_view sql) {
    m_link->run(sql, [&] {
        auto& plain = *m_statements->plain;
        if (plain.execute(sql::SQLString(sql.data(), sql.size())))
            const std::unique_ptr<sql::ResultSet> dropped(plain.getResultSet());
    });
}

std::uint64_t Connection::id() {
    auto result = prepare("SELECT CONNECTION_ID()").query();
    result.next();
    return result.unsignedInteger(1);
}

bool Connection::isBroken() const {
    return m_link->broken;
}

bool Connection::isInTransaction() const {
    return m_link->inTransaction;
}

bool Connection::answers() {
    if (!m_link->broken && !m_link->session->isValid()) m_link->broken = true;
    return !m_link->broken;
}

void Connection::markBroken() {
    m_link->broken = true;
}

}  // namespace remise::db
