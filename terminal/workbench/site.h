#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/domain/ids.h"
#include "server/proof/signature.h"

namespace remise::workbench {

/// What a machine under test knows of its house. The keys come from the image alone; everything else may only
/// propose where the server is.
struct Site {
    std::vector<std::string> servers;  ///< addresses to try, in this order: "https://remise.example"
    std::string token;                 ///< a terminal's
    std::string
        certificate;  ///< PEM file that the server's certificate is checked against; empty: the system's
    proof::PublicKeys keys;  ///< whose jobs are believed
    std::string language = "fr";
    domain::Milliseconds madeAt = 0;  ///< when the image was made
    std::string bench;                ///< "banc 3", for people; may be empty
};

/// Where Site's parts are looked for.
struct SitePlaces {
    std::filesystem::path image =
        "/usr/share/remise/site";  ///< server, token, key*.pem, certificate.pem, language, made
    std::filesystem::path stick = "/run/remise/stick/remise";  ///< server, token, language, bench
    std::filesystem::path network = "/run/remise/server";      ///< what DHCP's option 224 said
    std::filesystem::path commandLine = "/proc/cmdline";       ///< remise.server=…
};

/// Where the server is and how to know it, as far as the places say; no key and no token.
Site proposedSite(const SitePlaces& = {});

/// Throws std::runtime_error, as a sentence for whoever makes the image, when no key or no token is there.
Site readSite(const SitePlaces& = {});

}  // namespace remise::workbench
