#include "server/documents/certificate_page.h"

#include "server/documents/document_words.h"

namespace remise::documents {

using namespace domain;

namespace {

std::string sayIn(Language language, const char* fr, const char* en) {
    return language == Language::french ? fr : en;
}

/// What ended well, with its errors and its speed.
std::vector<labels::PageRow> rowsOf(const Value& passes, Language language) {
    std::vector<labels::PageRow> rows;
    if (!passes.isArray()) return rows;
    for (const Value& pass : passes.array()) {
        if (pass.textOr("result") != "done") continue;
        const std::string speed = speedInWords(pass.integerOr("bytes_per_second", 0), language);
        rows.push_back(
            {rows.empty() ? sayIn(language, "Ce qui a été fait", "What was done")
                          : sayIn(language, "Puis", "Then"),
             methodInWords(pass.textOr("method"), language) + "\n" +
                 sayIn(language, "Erreurs\u00a0: ", "Errors: ") + numberOf(pass, "errors", language) +
                 (speed.empty() ? "" : sayIn(language, ". Débit\u00a0: ", ". Throughput: ") + speed)});
    }
    return rows;
}

}  // namespace

labels::Page pageOf(const Value& certificate, const std::string& fingerprint, Language language) {
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
          {say("Support", "Medium"), mediumInWords(drive.textOr("medium"), language)},
          {say("Capacité", "Capacity"), capacityInWords(drive.integerOr("bytes", 0), language)},
          {say("Secteurs défectueux", "Bad sectors"), numberOf(drive, "bad_sectors", language)},
          {say("Code", "Code"), drive.textOr("code")}}});
    page.sections.push_back({say("La machine où il était", "The machine it was in"),
                             {{say("Numéro d'inventaire", "Asset number"), machine.textOr("unit")},
                              {say("Marque et modèle", "Maker and model"),
                               machine.textOr("maker") + " " + machine.textOr("model")},
                              {say("Numéro de série", "Serial number"), machine.textOr("serial")},
                              {say("Lot", "Lot"), machine.textOr("lot")},
                              {say("Donateur", "Donor"), machine.textOr("donor")}}});
    page.sections.push_back({say("L'effacement", "The erasure"), rowsOf(erasure["passes"], language)});
    auto& rows = page.sections.back().rows;
    rows.push_back({say("Niveau", "Level"), levelInWords(erasure.textOr("level"), language)});
    rows.push_back({say("Règle du site", "The site's rule"), erasure.textOr("policy")});
    rows.push_back({say("Outil", "Tool"), erasure.textOr("tool")});
    rows.push_back({say("Fini le", "Ended on"), momentOf(wiper, "at", language)});
    rows.push_back({say("Lieu", "Place"), wiper.textOr("place")});
    rows.push_back({say("Fait par", "Done by"), wiper.textOr("actor")});
    page.sections.push_back(
        {say("La vérification", "The verification"),
         {{say("Méthode", "Method"), readingInWords(verification.textOr("method"), language)},
          {say("Octets relus", "Bytes read"), numberOf(verification, "bytes_read", language)},
          {say("Différences", "Differences"), numberOf(verification, "mismatches", language)},
          {say("Secteurs illisibles", "Unreadable sectors"), numberOf(verification, "unreadable", language)},
          {say("Finie le", "Ended on"), momentOf(verification, "ended_at", language)}}});
    const Value& verifier = certificate["verifier"];
    page.sections.push_back(
        {say("Le second contrôle", "The second check"),
         {{say("Fait par", "Done by"), verifier.textOr("actor")},
          {say("Méthode", "Method"), readingInWords(verifier["verification"].textOr("method"), language)},
          {say("Octets relus", "Bytes read"), numberOf(verifier["verification"], "bytes_read", language)},
          {say("Outil", "Tool"), verifier.textOr("tool")},
          {say("Lieu", "Place"), verifier.textOr("place")},
          {say("Fini le", "Ended on"), momentOf(verifier, "at", language)}}});
    page.notes = {
        say("«\u00a0Fait par\u00a0» est un identifiant\u00a0: la personne est connue de l'atelier. La preuve "
            "se "
            "vérifie sans nous\u00a0: docs/certificate.md.",
            "“Done by” is an identifier: the workshop knows the person. Anybody can check the proof: "
            "docs/certificate.md."),
        say("Émis le ", "Issued on ") + momentOf(certificate, "issued_at", language) +
            (certificate.has("replaces")
                 ? say(". Remplace\u00a0: ", ". Replaces: ") + certificate.textOr("replaces")
                 : ""),
        say("Empreinte du document (SHA-256)\u00a0: ", "Fingerprint of the document (SHA-256): ") +
            fingerprint,
        say("Clé\u00a0: ", "Key: ") + certificate.textOr("key") +
            say(". Signature\u00a0: ", ". Signature: ") + certificate.textOr("signature")};
    return page;
}

}  // namespace remise::documents
