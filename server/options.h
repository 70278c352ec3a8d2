#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "server/http/networks.h"

namespace remise {

/// remise-server's command line.
struct Options {
    std::filesystem::path data;
    std::uint16_t port = 8080;
    std::string listen = "127.0.0.1";
    std::string publicUrl;
    std::string contact;  ///< e-mail address people may write to
    std::string trustedProxy;
    http::Networks agentsFrom;  ///< from where agents without a token may send, besides this machine
    std::filesystem::path certificate, key;
    std::filesystem::path sealKey, sealsTo;  ///< in the data folder unless told otherwise
    bool demo = false;

    /// The public address when one was given, else where the server listens.
    [[nodiscard]] std::string addressOf(std::uint16_t listeningPort) const;
    /// The demo has one of its own.
    [[nodiscard]] std::string contactAddress() const;
    /// A public address with TLS, whoever ends it: a proxy in front, or this server.
    [[nodiscard]] bool isPublicByTls() const { return publicUrl.starts_with("https://"); }
};

/// Nothing, with the usage on standard error, when the command line is wrong.
std::optional<Options> readOptions(int argc, char** argv);

}  // namespace remise
