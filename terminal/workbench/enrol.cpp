#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/domain/canonical.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/server_link.h"

namespace remise::workbench {

namespace fs = std::filesystem;
using domain::Value;

namespace {

/// Whoever has it speaks as the benches do: the owner's alone.
void keepToken(const fs::path& file, const std::string& token) {
    std::ofstream out(file);
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    out << token << std::endl;
    if (!out) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

/// Exits 0 when the folder holds a token of its own now.
int enrol(domain::cli::Words words) {
    const auto options = domain::cli::optionsOf(words, {"--site", "--code", "--name"});
    const fs::path folder = domain::cli::required(options, "--site"), file = folder / "token";
    const std::string code = domain::cli::required(options, "--code");
    const std::string name = options.contains("--name") ? domain::cli::required(options, "--name") : "bancs";
    if (fs::exists(file)) throw std::runtime_error(file.string() + " is there already");
    const Site site = proposedSite({folder, "", "", ""});
    if (site.servers.empty())
        throw std::runtime_error(folder.string() + "/server does not say where the server is (https://…)");
    const auto answer = ServerLink(site).post("/api/v1/terminals",
                                              canonicalJson(Value::Object{{"code", code}, {"name", name}}));
    if (!answer) throw std::runtime_error("nobody answers at " + site.servers.front());
    const std::string token = answer->body.textOr("token");
    if (token.empty())
        throw std::runtime_error(
            answer->body.textOr("detail", "the server answered " + std::to_string(answer->status)));
    keepToken(file, token);
    return 0;
}

}  // namespace remise::workbench
