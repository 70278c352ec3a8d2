#include "drivers/reports/nwipe_log.h"

namespace remise::drivers::reports {

namespace {

struct Words {
    ErasureReason reason;
    std::string_view name, fr, en;
};

constexpr Words reasonWords[] = {
    {ErasureReason::none, "", "", ""},
    {ErasureReason::inUse, "in_use", "Le disque servait: nwipe n'y a pas touché.",
     "The drive was in use: nwipe left it alone."},
    {ErasureReason::notStarted, "not_started", "Le disque a été vu, pas effacé.",
     "The drive was seen, not erased."},
    {ErasureReason::logEndsEarly, "log_ends_early", "Le journal s'arrête avant la fin de ce disque.",
     "The log ends before this drive was done."},
    {ErasureReason::stoppedByPerson, "stopped_by_person", "Quelqu'un a arrêté l'effacement.",
     "Somebody stopped the erasure."},
    {ErasureReason::saidFailed, "said_failed", "nwipe dit que l'effacement a échoué.",
     "nwipe says that the erasure failed."},
    {ErasureReason::unknownStatus, "unknown_status", "nwipe donne un état que l'on ne connaît pas.",
     "nwipe gives a status that is not known."},
    {ErasureReason::errorsCounted, "errors_counted", "Il y a eu des erreurs d'écriture ou de lecture.",
     "There were errors in writing or reading."},
    {ErasureReason::notWhole, "not_whole", "Une partie du disque n'a pas été effacée.",
     "A part of the drive was not erased."},
    {ErasureReason::flagged, "flagged", "nwipe a mis un point d'exclamation devant ce disque.",
     "nwipe put an exclamation mark before this drive."},
    {ErasureReason::summaryMissing, "summary_missing", "Il manque un tableau de ce disque dans le journal.",
     "A table of this drive is missing in the log."},
    {ErasureReason::notAnnounced, "not_announced", "Le début du journal manque pour ce disque.",
     "The beginning of the log is missing for this drive."},
    {ErasureReason::serialsDiffer, "serials_differ", "Le journal donne deux numéros de série pour ce disque.",
     "The log gives two serial numbers for this drive."},
    {ErasureReason::hiddenSectors, "hidden_sectors", "Le disque a une zone cachée, qui n'est pas effacée.",
     "The drive has a hidden area that is not erased."},
    {ErasureReason::unknownMethod, "unknown_method", "La méthode d'effacement n'est pas connue ici.",
     "The method of erasure is not known here."},
    {ErasureReason::contradictory, "contradictory", "Le journal se contredit ou il est abîmé.",
     "The log contradicts itself or is damaged."},
    {ErasureReason::notVerified, "not_verified", "nwipe n'a pas relu le disque après l'avoir effacé.",
     "nwipe did not read the drive back after erasing it."},
    {ErasureReason::verifyOnly, "verify_only", "Rien n'a été écrit: le disque a été lu, il était déjà vide.",
     "Nothing was written: the drive was read and was already empty."},
};

const Words& wordsOf(ErasureReason reason) {
    for (const Words& words : reasonWords)
        if (words.reason == reason) return words;
    return reasonWords[0];
}

}  // namespace

std::string_view erasureReasonName(ErasureReason reason) {
    return wordsOf(reason).name;
}

std::string_view erasureReasonText(ErasureReason reason, domain::Language language) {
    return language == domain::Language::english ? wordsOf(reason).en : wordsOf(reason).fr;
}

std::string_view erasureOutcomeName(ErasureOutcome outcome) {
    switch (outcome) {
        case ErasureOutcome::erased:
            return "erased";
        case ErasureOutcome::failed:
            return "failed";
        case ErasureOutcome::aborted:
            return "aborted";
        case ErasureOutcome::skipped:
            break;
    }
    return "skipped";
}

}  // namespace remise::drivers::reports
