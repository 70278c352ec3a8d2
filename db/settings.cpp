#include "db/settings.h"

#include <charconv>
#include <map>
#include <stdexcept>

namespace remise::db {
namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw std::invalid_argument("The database address is not usable: " + why +
                                ". Write mysql://user:password@host:port/database or "
                                "unix:///path/of.sock?user=…&password=…&database=…");
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const auto hex = text.substr(i + 1, 2);
        int value = 0;
        const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
        if (hex.size() != 2 || error != std::errc{} || end != hex.data() + 2)
            refuse("a % sign is not followed by two hexadecimal digits");
        out += static_cast<char>(value);
        i += 2;
    }
    return out;
}

/// Cuts `text` at the first `mark`; what follows it is returned, empty if there is none.
std::string_view cutAt(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == text.npos) return {};
    const auto rest = text.substr(at + mark.size());
    text = text.substr(0, at);
    return rest;
}

std::map<std::string, std::string> query(std::string_view text) {
    std::map<std::string, std::string> values;
    while (!text.empty()) {
        auto name = text;
        const auto rest = cutAt(name, "&");
        const auto value = cutAt(name, "=");
        values[decoded(name)] = decoded(value);
        text = rest;
    }
    return values;
}

int portOf(std::string_view text) {
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port < 1 || port > 65535)
        refuse("the port is not a number from 1 to 65535");
    return port;
}

void readNetworkAddress(Settings& settings, std::string_view rest) {
    settings.database = decoded(cutAt(rest, "/"));
    const auto at = rest.rfind('@');
    if (at == rest.npos) refuse("the user is missing");
    auto user = rest.substr(0, at);
    auto host = rest.substr(at + 1);
    settings.password = decoded(cutAt(user, ":"));
    settings.user = decoded(user);
    const auto colon = host.rfind(':');
    const auto bracket = host.rfind(']');
    if (colon != host.npos && (bracket == host.npos || colon > bracket)) {
        settings.port = portOf(host.substr(colon + 1));
        host = host.substr(0, colon);
    }
    settings.host = decoded(host);
}

void readValues(Settings& settings, const std::map<std::string, std::string>& values) {
    for (const auto& [name, value] : values) {
        if (name == "user")
            settings.user = value;
        else if (name == "password")
            settings.password = value;
        else if (name == "database")
            settings.database = value;
        else if (name == "ca")
            settings.authority = value;
        else
            refuse("'" + name + "' is not a known setting");
    }
}

}  // namespace

Settings Settings::parse(std::string_view url) {
    Settings settings;
    auto rest = cutAt(url, "://");
    const auto values = query(cutAt(rest, "?"));
    if (url == "unix")
        settings.socket = decoded(rest);
    else if (url == "mysql")
        readNetworkAddress(settings, rest);
    else
        refuse("it begins neither with mysql:// nor with unix://");
    readValues(settings, values);
    if (settings.socket.empty() && settings.host.empty()) refuse("the host is missing");
    if (settings.user.empty()) refuse("the user is missing");
    if (settings.database.empty()) refuse("the database's name is missing");
    return settings;
}

std::string Settings::text() const {
    const auto place = socket.empty() ? host + ":" + std::to_string(port) : socket;
    return database.empty() ? place : "database " + database + " at " + place;
}

}  // namespace remise::db
