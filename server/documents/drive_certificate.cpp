#include "server/documents/drive_certificate.h"

#include <algorithm>

#include "server/domain/fold.h"
#include "server/domain/serials.h"
#include "server/domain/words.h"

namespace remise::documents {

using namespace domain;

namespace {

const Value& driveIn(const Value& report, const std::string& serial) {
    static const Value none;
    if (!report["drives"].isArray()) return none;
    for (const Value& drive : report["drives"].array())
        if (normaliseSerial(drive.textOr("serial")) == normaliseSerial(serial)) return drive;
    return none;
}

/// What was done, in order; bytes a second as far as the time can be told.
Value::Array passesOf(const Value& drive) {
    constexpr std::int64_t second = 1000;
    Value::Array passes;
    if (!drive["steps"].isArray()) return passes;
    for (const Value& step : drive["steps"].array()) {
        Value pass = Value::Object{};
        copyMembers(pass, step, {"method", "started_at", "ended_at", "bytes", "errors", "result"});
        const auto from = parseTime(step.textOr("started_at")), to = parseTime(step.textOr("ended_at"));
        if (from && to && *to > *from)
            pass["bytes_per_second"] = step.integerOr("bytes", 0) * second / (*to - *from);
        passes.push_back(std::move(pass));
    }
    return passes;
}

struct Words {
    const char *fr, *en;
    [[nodiscard]] std::string in(Language language) const { return language == Language::french ? fr : en; }
};

struct Named {
    std::string_view name;
    Words words;
};

constexpr Named methods[] = {
    {"ata_sanitize_overwrite",
     {"ATA SANITIZE, réécriture par le disque", "ATA SANITIZE, overwritten by the drive"}},
    {"ata_sanitize_block", {"ATA SANITIZE, effacement de tous les blocs", "ATA SANITIZE, block erase"}},
    {"ata_sanitize_crypto", {"ATA SANITIZE, clé du disque détruite", "ATA SANITIZE, key destroyed"}},
    {"ata_security_erase", {"ATA SECURITY ERASE", "ATA SECURITY ERASE"}},
    {"nvme_sanitize_block", {"NVMe Sanitize, effacement de tous les blocs", "NVMe Sanitize, block erase"}},
    {"nvme_sanitize_crypto", {"NVMe Sanitize, clé du disque détruite", "NVMe Sanitize, key destroyed"}},
    {"nvme_format", {"NVMe Format avec effacement", "NVMe Format with erase"}},
    {"overwrite_zero",
     {"réécriture de tous les secteurs avec des zéros", "every sector overwritten with zeros"}},
    {"overwrite_random",
     {"réécriture de tous les secteurs avec des valeurs au hasard",
      "every sector overwritten with random values"}}};
constexpr Named media[] = {{"hdd", {"disque dur", "hard disk"}},
                           {"ssd", {"disque SSD (SATA)", "solid-state drive (SATA)"}},
                           {"nvme", {"disque SSD (NVMe)", "solid-state drive (NVMe)"}},
                           {"emmc", {"mémoire eMMC", "eMMC memory"}},
                           {"other", {"autre", "other"}}};
constexpr Named readings[] = {{"full_read", {"relecture complète du support", "full read of the medium"}},
                              {"sampled", {"relecture par sondage", "read by samples"}}};
constexpr Named levels[] = {{"clear", {"Clear (NIST SP 800-88)", "Clear (NIST SP 800-88)"}},
                            {"purge", {"Purge (NIST SP 800-88)", "Purge (NIST SP 800-88)"}}};

template <std::size_t n>
std::string wordsFor(const Named (&table)[n], const std::string& name, Language language) {
    const auto* found = std::ranges::find(table, name, &Named::name);
    return found == std::end(table) ? name : found->words.in(language);
}

std::string momentOf(const Value& value, std::string_view member, Language language) {
    const auto at = parseTime(value.textOr(member));
    return at ? momentInWords(*at, language) : "";
}

std::string capacityOf(std::int64_t bytes, Language language) {
    constexpr std::int64_t giga = 1'000'000'000, mega = 1'000'000;
    const bool isLarge = bytes >= giga;
    return numberInWords(isLarge ? bytes / giga : bytes / mega, language) +
           (language == Language::french ? (isLarge ? "\u00a0Go" : "\u00a0Mo") : (isLarge ? " GB" : " MB")) +
           " (" + numberInWords(bytes, language) + (language == Language::french ? " octets)" : " bytes)");
}

std::string numberOf(const Value& value, std::string_view member, Language language) {
    return value.has(member) ? numberInWords(value.integerOr(member, 0), language) : "";
}

}  // namespace

Value certificateOf(const Evidence& evidence) {
    const Value& state = evidence.drive.state;
    const Value& done = driveIn(evidence.report, state.textOr("serial"));
    Value drive = Value::Object{{"code", evidence.drive.code}};
    copyMembers(drive, done, {"serial", "model", "firmware", "bytes", "medium", "bad_sectors"});
    Value machine = Value::Object{{"unit", evidence.unitCode}};
    copyMembers(machine, evidence.report["machine"], {"maker", "model", "serial"});
    copyMembers(machine, evidence.unit, {"lot", "donor"});
    Value erasure = Value::Object{{"passes", passesOf(done)}};
    copyMembers(erasure, state, {"method", "level", "policy"});
    copyMembers(erasure, done, {"hidden"});
    erasure["tool"] = evidence.report.textOr("tool") + " " + evidence.report.textOr("version");
    return Value::Object{
        {"format", "remise-certificate-1"},
        {"issued_at", formatTime(evidence.issuedAt)},
        {"drive", drive},
        {"machine", machine},
        {"erasure", erasure},
        {"verification", done["verification"]},
        {"wiper", Value::Object{{"actor", state.textOr("wiper")},
                                {"place", evidence.site},
                                {"at", evidence.report.textOr("ended_at")}}},
        {"evidence", Value::Object{{"report", state.textOr("report")}, {"sha256", evidence.reportSha256}}},
        {"passport", evidence.passport}};
}

labels::Page pageOf(const Value& certificate, Language language) {
    const auto say = [&](const char* fr, const char* en) {
        return std::string(language == Language::french ? fr : en);
    };
    const Value &drive = certificate["drive"], &machine = certificate["machine"],
                &erasure = certificate["erasure"], &verification = certificate["verification"],
                &wiper = certificate["wiper"];
    labels::Page page;
    page.language = language;
    page.title = say("Certificat d'effacement", "Certificate of erasure");
    page.lead =
        say("Ce disque ne contient plus de données\u00a0: tout ce qui y était écrit a été effacé, puis le "
            "support a été relu.",
            "This drive holds no data any more: all that was written on it was erased, and the medium was "
            "read again.");
    page.qr = certificate.textOr("passport");
    page.qrWords = say("Le passeport de la machine", "The machine's passport");
    page.sections.push_back(
        {say("Le disque", "The drive"),
         {{say("Numéro de série", "Serial number"), drive.textOr("serial")},
          {say("Modèle", "Model"), drive.textOr("model")},
          {say("Support", "Medium"), wordsFor(media, drive.textOr("medium"), language)},
          {say("Capacité", "Capacity"), capacityOf(drive.integerOr("bytes", 0), language)},
          {say("Code", "Code"), drive.textOr("code")}}});
    page.sections.push_back({say("La machine où il était", "The machine it was in"),
                             {{say("Code", "Code"), machine.textOr("unit")},
                              {say("Marque et modèle", "Maker and model"),
                               machine.textOr("maker") + " " + machine.textOr("model")},
                              {say("Numéro de série", "Serial number"), machine.textOr("serial")},
                              {say("Lot", "Lot"), machine.textOr("lot")}}});
    std::string passes;
    if (erasure["passes"].isArray())
        for (const Value& pass : erasure["passes"].array())
            if (pass.textOr("result") == "done")
                passes += (passes.empty() ? "" : "\n") + wordsFor(methods, pass.textOr("method"), language);
    page.sections.push_back({say("L'effacement", "The erasure"),
                             {{say("Ce qui a été fait", "What was done"), passes},
                              {say("Niveau", "Level"), wordsFor(levels, erasure.textOr("level"), language)},
                              {say("Outil", "Tool"), erasure.textOr("tool")},
                              {say("Fini le", "Ended on"), momentOf(wiper, "at", language)},
                              {say("Lieu", "Place"), wiper.textOr("place")},
                              {say("Fait par", "Done by"), wiper.textOr("actor")}}});
    page.sections.push_back(
        {say("La vérification", "The verification"),
         {{say("Méthode", "Method"), wordsFor(readings, verification.textOr("method"), language)},
          {say("Octets relus", "Bytes read"), numberOf(verification, "bytes_read", language)},
          {say("Différences", "Differences"), numberOf(verification, "mismatches", language)},
          {say("Secteurs illisibles", "Unreadable sectors"), numberOf(verification, "unreadable", language)},
          {say("Finie le", "Ended on"), momentOf(verification, "ended_at", language)}}});
    page.notes = {
        say("Signé par le serveur. Clé\u00a0: ", "Signed by the server. Key: ") + certificate.textOr("key"),
        say("Signature\u00a0: ", "Signature: ") + certificate.textOr("signature"),
        say("«\u00a0Fait par\u00a0» est un identifiant\u00a0: la personne est connue de l'atelier. La preuve "
            "se "
            "vérifie sans nous\u00a0: docs/certificate.md.",
            "“Done by” is an identifier: the workshop knows the person. Anybody can check the proof: "
            "docs/certificate.md.")};
    return page;
}

}  // namespace remise::documents
