#include "terminal/workbench/job.h"

#include "server/proof/signed_document.h"
#include "server/wire/json.h"

namespace remise::workbench {
namespace {

using domain::Value;
using drivers::disks::Expected;
using drivers::disks::Extent;

/// A machine's clock may be slow; one that has stopped for years knows nothing of what is in force.
constexpr domain::Milliseconds slowClock = 60 * 60 * 1000;

void checkSignature(const Value& document, const proof::PublicKeys& keys) {
    switch (proof::checkDocument(document, keys)) {
        case proof::Authenticity::genuine:
            return;
        case proof::Authenticity::unsignedText:
            throw NotAJob("the job is not signed");
        case proof::Authenticity::unknownKey:
            throw NotAJob("the job is signed with the key " + document.textOr("key") +
                          ", which is not the server's");
        case proof::Authenticity::altered:
            throw NotAJob("the job was changed after it was signed");
    }
}

void checkTime(const Value& document, domain::Milliseconds now) {
    const auto from = domain::parseTime(document.textOr("made_at"));
    const auto to = domain::parseTime(document.textOr("expires_at"));
    if (!from || !to) throw NotAJob("the job does not say when it is in force");
    if (now < *from - slowClock)
        throw NotAJob("the job is of " + domain::formatTime(*from) + ", and this machine's clock says " +
                      domain::formatTime(now) + ": set it");
    if (now >= *to) throw NotAJob("the job was in force until " + domain::formatTime(*to));
}

std::vector<std::string> serialsIn(const Value& drives) {
    if (!drives.isArray()) throw NotAJob("the job names no drives");
    std::vector<std::string> serials;
    for (const Value& drive : drives.array()) {
        if (drive.textOr("serial").empty()) throw NotAJob("the job names a drive without serial");
        serials.push_back(drive.textOr("serial"));
    }
    return serials;
}

Expected expectedIn(const Value& drives) {
    Expected expected;
    for (const Value& drive : drives.array())
        if (const auto fill = fillOf(drive)) expected.emplace(drive.textOr("serial"), *fill);
    return expected;
}

}  // namespace

std::optional<drivers::disks::Fill> fillOf(const Value& said) {
    using drivers::disks::Fill;
    const std::string expected = said.textOr("expected");
    if (expected == "zero") return Fill::zeros();
    if (expected == "ones") return Fill::ones();
    return expected == "random" ? Fill::random(said.textOr("seed")) : std::nullopt;
}

Job readJob(std::string_view text, const proof::PublicKeys& keys, domain::Milliseconds now) {
    const auto document = wire::readJson(text);
    if (!document) throw NotAJob("the job is not readable JSON");
    checkSignature(*document, keys);
    if (document->textOr("format") != "remise-job-1") throw NotAJob("what is signed is not a job");
    checkTime(*document, now);
    const auto id = domain::Uuid::parse(document->textOr("id"));
    if (!id) throw NotAJob("the job has no id");
    const std::string erase = document->textOr("erase"), verification = document->textOr("verification");
    const bool checks = erase == "check";
    if (erase != "none" && erase != "clear" && erase != "purge" && !checks)
        throw NotAJob("the job does not say which erasure it wants");
    if (verification != "full_read" && verification != "sampled")
        throw NotAJob("the job does not say how to verify");
    return {*id,
            document->textOr("unit"),
            erase == "clear" || erase == "purge",
            checks,
            verification == "sampled" ? Extent::sampled : Extent::full,
            serialsIn((*document)["drives"]),
            checks ? expectedIn((*document)["drives"]) : Expected{},
            *document};
}

}  // namespace remise::workbench
