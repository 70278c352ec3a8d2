#include "server/options.h"

#include <charconv>
#include <iostream>
#include <string_view>

#include "server/http/client_address.h"

namespace remise {
namespace {

constexpr std::string_view usage =
    "usage: remise-server --data DIR [--port N] [--listen ADDR] [--public-url URL]\n"
    "                     [--tls-cert FILE --tls-key FILE] [--trusted-proxy ADDR] [--contact EMAIL]\n"
    "                     [--agents-from NETWORK,…] [--seal-key FILE] [--seals-to DIR] [--demo]\n"
    "REMISE_DATABASE names an outside database; without it a private one is run in DIR.\n";

std::optional<Options> wrong(const std::string& what) {
    std::cerr << "remise-server: " << what << '\n' << usage;
    return {};
}

bool isLoopback(std::string_view address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

bool isEmailAddress(std::string_view text) {
    const auto at = text.find('@');
    return at != 0 && at != text.npos && at + 1 < text.size() && text.find_first_of(" ?&<>\"") == text.npos;
}

}  // namespace

std::string Options::addressOf(std::uint16_t listeningPort) const {
    if (!publicUrl.empty()) return publicUrl;
    const bool anywhere = listen == "0.0.0.0" || listen == "::";
    return std::string(certificate.empty() ? "http://" : "https://") + (anywhere ? "127.0.0.1" : listen) +
           ":" + std::to_string(listeningPort);
}

std::string Options::contactAddress() const {
    return contact.empty() && demo ? "contact@remise.example" : contact;
}

std::optional<Options> readOptions(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--demo") {
            options.demo = true;
            continue;
        }
        if (i + 1 >= argc) return wrong(std::string(name) + ": unknown, or its value is missing");
        const std::string value = argv[++i];
        if (name == "--data") {
            options.data = value;
        } else if (name == "--port") {
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), options.port);
            if (error != std::errc() || end != value.data() + value.size())
                return wrong("--port: not a port: " + value);
        } else if (name == "--listen") {
            options.listen = value;
        } else if (name == "--public-url") {
            if (!value.starts_with("http://") && !value.starts_with("https://"))
                return wrong("--public-url: must begin with https:// or http://");
            options.publicUrl = value.back() == '/' ? value.substr(0, value.size() - 1) : value;
        } else if (name == "--trusted-proxy") {
            if (!http::isNetworkAddress(value)) return wrong("--trusted-proxy: not an address: " + value);
            options.trustedProxy = value;
        } else if (name == "--agents-from") {
            const auto networks = http::Networks::parse(value);
            if (!networks) return wrong("--agents-from: no list of networks like 192.168.10.0/24: " + value);
            options.agentsFrom = *networks;
        } else if (name == "--contact") {
            if (!isEmailAddress(value)) return wrong("--contact: not an e-mail address: " + value);
            options.contact = value;
        } else if (name == "--tls-cert") {
            options.certificate = value;
        } else if (name == "--tls-key") {
            options.key = value;
        } else if (name == "--seal-key") {
            options.sealKey = std::filesystem::absolute(value);
        } else if (name == "--seals-to") {
            options.sealsTo = std::filesystem::absolute(value);
        } else {
            return wrong(std::string(name) + ": unknown");
        }
    }
    if (options.data.empty()) return wrong("--data is missing");
    if (options.certificate.empty() != options.key.empty())
        return wrong("--tls-cert and --tls-key go together");
    // Plain HTTP carries passwords in clear: beyond this machine only when somebody says so by naming the
    // address.
    if (options.certificate.empty() && !isLoopback(options.listen))
        std::cerr << "remise-server: plain HTTP on " << options.listen << ": put TLS in front of it\n";
    options.data = std::filesystem::absolute(options.data);
    if (options.sealKey.empty()) options.sealKey = options.data / "keys" / "seal-key.pem";
    if (options.sealsTo.empty()) options.sealsTo = options.data / "seals";
    return options;
}

}  // namespace remise
