#include "server/admin/client_options.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <string_view>
#include <system_error>

namespace remise::admin {
namespace {

/// As MariaDB reads option files: in quotes, where # is no remark, and with these escapes.
std::string line(const std::string& name, const std::string& value) {
    static const std::map<char, std::string_view> escapes{
        {'\\', "\\\\"}, {'"', "\\\""}, {'\n', "\\n"}, {'\r', "\\r"}, {'\t', "\\t"}};
    std::string quoted;
    for (const char c : value)
        if (const auto escape = escapes.find(c); escape != escapes.end())
            quoted += escape->second;
        else
            quoted += c;
    return name + "=\"" + quoted + "\"\n";
}

std::string textOf(const db::Settings& settings) {
    std::string text = "[client]\ndefault-character-set=utf8mb4\n" + line("user", settings.user) +
                       line("password", settings.password);
    if (settings.socket.empty())
        text += "protocol=tcp\n" + line("host", settings.host) + line("port", std::to_string(settings.port));
    else
        text += line("socket", settings.socket);
    if (!settings.authority.empty()) text += line("ssl-ca", settings.authority) + "ssl-verify-server-cert\n";
    return text;
}

}  // namespace

ClientOptions::ClientOptions(const db::Settings& settings)
    : m_file(memfd_create("client.cnf", MFD_CLOEXEC), "an option file in memory") {
    const std::string text = textOf(settings);
    // MariaDB passes over option files that everybody may write.
    if (fchmod(m_file.number(), S_IRUSR | S_IWUSR) != 0 ||
        write(m_file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::system_error(errno, std::generic_category(), "write an option file in memory");
}

std::string ClientOptions::argument() const {
    return "--defaults-file=/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(m_file.number());
}

}  // namespace remise::admin
