#include "db/error.h"

#include <algorithm>
#include <array>

namespace remise::db {
namespace {

constexpr int duplicateKey = 1062;

// Deadlock, lock wait timeout.
constexpr std::array retried{1213, 1205};

// Galera node not ready, server shutting down, error during commit, connection killed; client side: gone,
// lost, bad handshake, commands out of sync, malformed packet, lost while reading.
constexpr std::array breaking{1047, 1053, 1180, 1927, 2006, 2012, 2013, 2014, 2027, 2055};

std::string describe(int code, const std::string& message, std::string_view tried) {
    return "database error " + std::to_string(code) + ": " + message + " (tried: " + std::string(tried) + ")";
}

// Must not be null, duplicate key, unfit packet (two), out of range, unfit value, too long, foreign keys
// (two), checks (two); client side: packet too large.
constexpr std::array ofTheData{1048, 1062, 1105, 1153, 1264, 1366, 1406, 1451, 1452, 3819, 4025, 2020};

// Too many connections; no such socket, host or port.
constexpr std::array unreachable{1040, 2002, 2003};

bool isAmong(const auto& codes, int code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

Error::Error(int code, std::string message, std::string_view tried)
    : std::runtime_error(describe(code, message, tried)),
      m_code(code),
      m_message(std::move(message)),
      m_tried(tried) {
}

bool Error::asksForRetry() const {
    return isAmong(retried, m_code);
}

bool Error::breaksConnection() const {
    return isAmong(breaking, m_code);
}

bool Error::isAway() const {
    return breaksConnection() || isAmong(unreachable, m_code);
}

bool Error::isDuplicateKey() const {
    return m_code == duplicateKey;
}

bool Error::isOfTheData() const {
    return isAmong(ofTheData, m_code);
}

std::optional<std::string> duplicateKeyName(const Error& error) {
    // "Duplicate entry 'VALUE' for key 'NAME'": the value may say anything, so the name is read from the end.
    const auto& message = error.message();
    const auto close = message.rfind('\'');
    if (!error.isDuplicateKey() || close == std::string::npos || close == 0) return {};
    const auto open = message.rfind('\'', close - 1);
    if (open == std::string::npos) return {};
    return message.substr(open + 1, close - open - 1);
}

}  // namespace remise::db
