#include "db/capacity.h"

namespace remise::db {
namespace {

constexpr std::size_t forOthers = 10;  // tools, backups, whoever looks after the database

std::string tooSmall(const std::string& limit, std::uint64_t is, std::size_t wanted) {
    if (is >= wanted) return "";
    return limit + " is " + std::to_string(is) + ", and one server may need " + std::to_string(wanted) + ". ";
}

}  // namespace

std::optional<std::string> limitsTooSmall(Connection& connection, std::size_t connections) {
    auto limits = connection.prepare("SELECT @@max_connections, @@max_prepared_stmt_count").query();
    limits.next();
    const std::string words =
        tooSmall("max_connections", limits.unsignedInteger(1), connections + forOthers) +
        tooSmall("max_prepared_stmt_count", limits.unsignedInteger(2), connections * statementsKept);
    if (words.empty()) return {};
    return words + "Raise it in the database's my.cnf, once for each server that shares it";
}

}  // namespace remise::db
