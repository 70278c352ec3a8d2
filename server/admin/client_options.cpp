#include "server/admin/client_options.h"

#include <system_error>

#include "server/admin/backup_folder.h"

namespace remise::admin {
namespace {

std::string line(const std::string& name, const std::string& value) {
    std::string escaped;
    for (const char c : value)
        escaped += c == '\\' ? std::string("\\\\") : std::string(1, c);
    return name + "=\"" + escaped + "\"\n";
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

ClientOptions::ClientOptions(std::filesystem::path file, const db::Settings& settings)
    : m_file(std::move(file)) {
    writeFile(m_file, textOf(settings));
}

ClientOptions::~ClientOptions() {
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

}  // namespace remise::admin
