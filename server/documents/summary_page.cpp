#include "server/documents/summary_page.h"

#include "server/documents/document_words.h"
#include "server/domain/stages.h"

namespace remise::documents {

using namespace domain;

namespace {

constexpr std::size_t shownDigits = 16;  // on paper, in one line; the document has all of them

struct Say {
    Language language;
    std::string operator()(const char* fr, const char* en) const {
        return language == Language::french ? fr : en;
    }
};

std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
    std::string all;
    for (const std::string& part : parts)
        if (!part.empty()) all += (all.empty() ? "" : std::string(between)) + part;
    return all;
}

std::string driveInWords(const Value& drive, const Say& say) {
    const std::string status = drive.textOr("status"), certificate = drive.textOr("certificate");
    std::string said = stageWords(Subject::drive, status).in(say.language);
    if (status == "attested")
        said = say("effacement attesté par des personnes, sans certificat",
                   "erasure attested by people, without certificate");
    else if (status == "released")
        said = say("effacement selon le rapport d'un autre outil, validé par un encadrant, sans certificat",
                   "erasure by another tool's report, approved by a leader, without certificate");
    else if (status != "certified" && status != "destroyed")
        said = say("pas certifié\u00a0: ", "not certified: ") + said;
    return joined({joined({drive.textOr("model"), drive.textOr("serial"), drive.textOr("drive")}, " · "),
                   joined({said, levelInWords(drive.textOr("level"), say.language)}, ", "),
                   certificate.empty()
                       ? ""
                       : say("Certificat\u00a0: ", "Certificate: ") + certificate.substr(0, shownDigits)},
                  "\n");
}

std::string machineWithoutDrives(const std::string& data, const Say& say) {
    if (data == "no_drive") return say("contrôlé\u00a0: aucun disque", "looked into: no drive");
    if (data == "no_data") return say("ne garde pas de données", "holds no data");
    return say("pas certifié\u00a0: personne n'a encore dit quels disques y sont",
               "not certified: nobody has said yet which drives are in it");
}

labels::PageSection machinesOf(const Value& summary, const Say& say) {
    labels::PageSection section{say("Les machines", "The machines"), {}};
    for (const Value& machine : summary["machines"].array()) {
        const std::string label =
            joined({machine.textOr("unit"), joined({machine.textOr("maker"), machine.textOr("model")}, " "),
                    machine.textOr("serial")},
                   "\n");
        const std::string data = machine.textOr("data");
        if (machine["drives"].array().empty() || data == "unknown")
            section.rows.push_back({label, machineWithoutDrives(data, say)});
        for (const Value& drive : machine["drives"].array())
            section.rows.push_back({label, driveInWords(drive, say)});
    }
    return section;
}

std::string subjectInWords(const Value& of, const Say& say) {
    if (of.has("unit")) return say("Machine ", "Machine ") + of.textOr("unit");
    if (of.has("lot")) return say("Lot ", "Lot ") + of.textOr("lot");
    return say("Donateur\u00a0: ", "Donor: ") + of.textOr("name");
}

/// The whole in one sentence, never more than is so.
std::string outcomeInWords(const Value& counts, const Say& say) {
    if (counts.integerOr("machines", 0) == 0)
        return say("Aucune machine n'est enregistrée.", "No machine is recorded.");
    if (counts.integerOr("open", 0) > 0 || counts.integerOr("machines_open", 0) > 0)
        return say("Le travail n'est pas fini\u00a0: ce qui n'est pas certifié est dit ici.",
                   "The work is not over: what is not certified is said here.");
    if (counts.integerOr("attested", 0) > 0)
        return say("Ce qui est effacé sans certificat est dit ici.",
                   "What is erased without certificate is said here.");
    if (counts.integerOr("drives", 0) == 0) return say("Aucun disque.", "No drive.");
    return say("Chaque disque est certifié effacé ou détruit.",
               "Every drive is certified as erased, or destroyed.");
}

}  // namespace

labels::Page summaryPage(const Value& summary, Language language) {
    const Say say{language};
    const Value& counts = summary["counts"];
    labels::Page page;
    page.language = language;
    page.title = say("Ce que sont devenues les données", "What became of the data");
    page.lead = subjectInWords(summary["of"], say) + ". " + outcomeInWords(counts, say);
    page.sections.push_back(
        {say("En bref", "In short"),
         {{say("Machines", "Machines"), numberOf(counts, "machines", language)},
          {say("dont pas encore certifiées", "of which not certified yet"),
           numberOf(counts, "machines_open", language)},
          {say("Disques", "Drives"), numberOf(counts, "drives", language)},
          {say("Certifiés effacés", "Certified as erased"), numberOf(counts, "certified", language)},
          {say("Détruits", "Destroyed"), numberOf(counts, "destroyed", language)},
          {say("Effacés sans certificat", "Erased without certificate"),
           numberOf(counts, "attested", language)},
          {say("Pas certifiés", "Not certified"), numberOf(counts, "open", language)}}});
    page.sections.push_back(machinesOf(summary, say));
    page.notes = {
        say("Fait le ", "Made on ") + momentOf(summary, "made_at", language) +
            say(". Un certificat est nommé par les 16 premiers chiffres de son empreinte. La preuve se "
                "vérifie "
                "sans nous\u00a0: docs/certificate.md.",
                ". A certificate is named by the first 16 digits of its fingerprint. Anybody can check the "
                "proof: docs/certificate.md."),
        say("Clé\u00a0: ", "Key: ") + summary.textOr("key") + say(". Signature\u00a0: ", ". Signature: ") +
            summary.textOr("signature")};
    return page;
}

}  // namespace remise::documents
