#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "server/proof/signed_document.h"
#include "tests/server/workshop/reports.h"

/// A laptop with one drive, and a stranger who checks what the house hands out.
namespace remise::test {

struct Certified : Reports {
    Certified() : keys(options.sealKey), unit(receivedLaptop()), bearer(bearerOf(domain::Role::leader)) {
        inventory(unit, glpiJson());
        code = Reports::unit(unit)["drives"].array().at(0).textOr("code");
    }
    http::Reply paper(const std::string& address, const std::string& language = "fr") {
        return ask({.target = address, .token = bearer, .headers = {{"Accept-Language", language}}});
    }
    http::Reply certificate(const std::string& ending = "", const std::string& language = "fr") {
        return paper("/api/v1/drives/" + code + "/certificate" + ending, language);
    }

    std::string file(const std::string& name, const std::string& bytes) {
        const std::string path = (folder.path() / name).string();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    /// What a command prints. Throws std::runtime_error when it ends with another status than expected.
    std::string printed(const std::string& command, int expected = 0) {
        const std::string out = (folder.path() / "printed").string();
        const int status = std::system((command + " > " + out).c_str());
        if (!WIFEXITED(status) || WEXITSTATUS(status) != expected) throw std::runtime_error(command);
        std::ifstream in(out);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// What a program that shares nothing with us says of a document: "good", or why not.
    std::string audited(const std::string& checker, const std::string& bytes,
                        const std::string& beside = "") {
        std::string trusted;
        for (const auto& [id, key] : keys.publicKeys())
            trusted += key.pem();
        const std::string line = "node " REMISE_SOURCE_DIR "/tests/auditor/" + checker + " " +
                                 file("document.json", bytes) + " " + file("keys.txt", trusted) +
                                 (beside.empty() ? "" : " " + file("beside.json", beside));
        const std::string out = (folder.path() / "verdict").string();
        const int status = std::system((line + " > " + out).c_str());
        std::ifstream in(out);
        std::string said;
        std::getline(in, said);
        if (!WIFEXITED(status) || (WEXITSTATUS(status) == 0) != (said == "good")) return "failed: " + said;
        return said;
    }
    /// As somebody would hand it on who has the key and no scruples.
    std::string signedAgain(domain::Value document) {
        document.object().erase("signature");
        return domain::canonicalJson(proof::signDocument(std::move(document), *keys.signingKey()));
    }

    const ledger::SealKeys keys;
    const std::string unit, bearer;
    std::string code;
};

}  // namespace remise::test
