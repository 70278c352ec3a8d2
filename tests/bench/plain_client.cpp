#include "tests/bench/plain_client.h"

#include <mysql.h>

#include <fstream>
#include <stdexcept>

namespace remise::bench {
namespace {

/// The private server of a data folder says where its socket is.
std::string socketOf(const std::filesystem::path& data) {
    std::ifstream in(data / "mysql.socket");
    std::string path;
    std::getline(in, path);
    return path;
}

std::string codeOf(int unit) {
    std::string code = std::to_string(unit);
    return "U" + std::string(7 - code.size(), '0') + code;
}

}  // namespace

PlainClient::PlainClient(const std::filesystem::path& data) : m_mysql(mysql_init(nullptr)) {
    if (!mysql_real_connect(m_mysql, nullptr, nullptr, nullptr, nullptr, 0, socketOf(data).c_str(), 0))
        throw std::runtime_error(std::string("plain client: ") + mysql_error(m_mysql));
}

PlainClient::~PlainClient() {
    mysql_close(m_mysql);
}

void PlainClient::run(const std::string& statement) {
    if (mysql_real_query(m_mysql, statement.data(), statement.size()) != 0)
        throw std::runtime_error(statement + ": " + mysql_error(m_mysql));
    if (MYSQL_RES* rows = mysql_store_result(m_mysql)) {
        while (const MYSQL_ROW row = mysql_fetch_row(rows))
            m_row.assign(row, row + mysql_num_fields(rows));
        mysql_free_result(rows);
    }
}

void PlainClient::prepare(int units) {
    run("CREATE DATABASE IF NOT EXISTS plain");
    run("DROP TABLE IF EXISTS plain.unit");
    run("DROP TABLE IF EXISTS plain.event");
    run("CREATE TABLE plain.unit (id BIGINT PRIMARY KEY, code CHAR(8) CHARACTER SET ascii NOT NULL, stage "
        "VARCHAR(20) NOT NULL, "
        "version BIGINT NOT NULL, head BINARY(32) NOT NULL, state TEXT NOT NULL, UNIQUE KEY (code)) "
        "ENGINE=InnoDB");
    run("CREATE TABLE plain.event (unit BIGINT, seq BIGINT, command BINARY(16) NOT NULL, kind VARCHAR(40) "
        "NOT NULL, "
        "at BIGINT NOT NULL, station VARCHAR(255) NOT NULL, stage_after VARCHAR(20) NOT NULL, data TEXT NOT "
        "NULL, "
        "hash BINARY(32) NOT NULL, PRIMARY KEY (unit, seq), UNIQUE KEY (command)) ENGINE=InnoDB");
    std::string rows;
    for (int unit = 0; unit < units; ++unit)
        rows += (unit ? ",(" : "(") + std::to_string(unit) + ",'" + codeOf(unit) +
                "','in_stock',0,REPEAT('x',32),REPEAT('state ',100))";
    run("INSERT INTO plain.unit VALUES " + rows);
}

void PlainClient::scan(int unit) {
    const std::string id = std::to_string(unit);
    run("START TRANSACTION");
    run("SELECT id, stage, version, head, state FROM plain.unit WHERE code = '" + codeOf(unit) +
        "' FOR UPDATE");
    const std::string version = std::to_string(std::stoll(m_row.at(2)) + 1);
    const std::string stage = m_row.at(1) == "blocked" ? "in_work" : "blocked";
    run("UPDATE plain.unit SET stage = '" + stage + "', version = " + version +
        ", head = REPEAT('y',32) WHERE id = " + id);
    run("INSERT INTO plain.event VALUES (" + id + ", " + version +
        ", UNHEX(REPLACE(UUID(), '-', '')), 'block', 1790000000000, "
        "'bench', '" +
        stage + "', '{\"reason\":\"bench\"}', REPEAT('y',32))");
    run("COMMIT");
}

void PlainClient::select(int unit) {
    run("SELECT id, stage, version, head, state FROM plain.unit WHERE code = '" + codeOf(unit) + "'");
}

}  // namespace remise::bench
