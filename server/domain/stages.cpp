#include "server/domain/stages.h"

#include <algorithm>

namespace remise::domain {
namespace {

// clang-format off
constexpr StageRow table[] = {
    {Subject::unit, "received",     "reçu",            "received",        true},
    {Subject::unit, "in_work",      "en atelier",      "in the workshop", true},
    {Subject::unit, "controlled",   "contrôlé",        "controlled",      true},
    {Subject::unit, "in_stock",     "en stock",        "in stock",        true},
    {Subject::unit, "reserved",     "réservé",         "reserved",        true},
    {Subject::unit, "picked",       "préparé",         "picked",          true},
    {Subject::unit, "packed",       "emballé",         "packed",          true},
    {Subject::unit, "shipped",      "expédié",         "shipped"},
    {Subject::unit, "handed_over",  "remis",           "handed over"},
    {Subject::unit, "delivered",    "livré",           "delivered"},
    {Subject::unit, "returned",     "retourné",        "returned",        true},
    {Subject::unit, "blocked",      "bloqué",          "blocked",         true},
    {Subject::unit, "to_dismantle", "à démonter",      "to dismantle",    true},
    {Subject::unit, "dismantled",   "démonté",         "dismantled",      true},
    {Subject::unit, "to_recycle",   "à recycler",      "to recycle",      true},
    {Subject::unit, "recycled",     "recyclé",         "recycled"},
    {Subject::unit, "handed_back",  "restitué",        "handed back"},
    {Subject::unit, "lost",         "perdu",           "lost"},
    {Subject::unit, "merged",       "fiche fusionnée", "merged record"},

    {Subject::drive, "detected",    "repéré",          "detected",        true},
    {Subject::drive, "to_check",    "à vérifier par une autre personne", "to be checked by another person", true},
    {Subject::drive, "certified",   "effacement certifié", "erasure certified", true},
    {Subject::drive, "failed",      "effacement raté", "erasure failed",  true},
    {Subject::drive, "to_destroy",  "à détruire",      "to destroy",      true},
    {Subject::drive, "in_custody",  "sous scellé",     "in sealed custody", true},
    {Subject::drive, "destroyed",   "détruit",         "destroyed"},

    {Subject::container, "open",    "ouvert",          "open",            true},
    {Subject::container, "in_transit", "en route",     "in transit"},
    {Subject::container, "emptied", "vidé",            "emptied",         true},

    {Subject::request, "submitted",        "envoyée",            "sent"},
    {Subject::request, "incomplete",       "à compléter",        "incomplete"},
    {Subject::request, "queued",           "demande validée",    "request validated"},
    {Subject::request, "quoted",           "commande validée",   "order validated"},
    {Subject::request, "proposed",         "proposée",           "proposed"},
    {Subject::request, "confirmed",        "acceptée",           "accepted"},
    {Subject::request, "paid",             "payée",              "paid"},
    {Subject::request, "preparing",        "en préparation",     "being picked"},
    {Subject::request, "partly_shipped",   "partie expédiée",    "partly shipped"},
    {Subject::request, "shipped",          "expédiée",           "shipped"},
    {Subject::request, "delivered",        "livrée",             "delivered"},
    {Subject::request, "closed",           "terminée",           "closed"},
    {Subject::request, "cancelled",        "annulée",            "cancelled"},
    {Subject::request, "refused",          "refusée",            "refused"},
};

struct Step { std::string_view step, fr, en; };
constexpr Step steps[] = {
    {"sort", "à trier", "to sort"},           {"unlock", "à déverrouiller", "to unlock"},
    {"test", "à tester", "to test"},          {"erase", "à effacer", "to erase"},
    {"repair", "à réparer", "to repair"},     {"clean", "à nettoyer", "to clean"},
    {"grade", "à grader", "to grade"},        {"install", "système à installer", "system to install"},
    {"control", "à contrôler", "to control"}, {"stock", "à ranger en stock", "to put in stock"},
    {"pick", "à préparer", "to pick"},        {"pack", "à emballer", "to pack"},
    {"ship", "à expédier", "to ship"},        {"readmit", "retour à examiner", "return to look at"},
    {"unblock", "à débloquer", "to unblock"}, {"dismantle", "à démonter", "to dismantle"},
    {"recycle", "à enlever", "to hand to recycling"}, {"arrive", "à recevoir", "to take in"},
    {"check", "disque à vérifier", "drive to check"},
};
// clang-format on

}  // namespace

std::string_view subjectName(Subject subject) {
    switch (subject) {
        case Subject::unit:
            return "unit";
        case Subject::drive:
            return "drive";
        case Subject::container:
            return "container";
        case Subject::request:
            return "request";
    }
    return "";
}

std::span<const StageRow> stages() {
    return table;
}

const StageRow* findStage(Subject subject, std::string_view name) {
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const StageRow& row) {
        return row.subject == subject && row.name == name;
    });
    return found == std::end(table) ? nullptr : found;
}

std::string_view stageWord(Subject subject, std::string_view name, Language language) {
    const StageRow* row = findStage(subject, name);
    if (!row) return name;
    return language == Language::english ? row->en : row->fr;
}

std::string_view stepWord(std::string_view step, Language language) {
    for (const Step& row : steps)
        if (row.step == step) return language == Language::english ? row.en : row.fr;
    return step;
}

Words stageWords(Subject subject, std::string_view name) {
    return {std::string(stageWord(subject, name, Language::french)),
            std::string(stageWord(subject, name, Language::english))};
}

Words stepWords(std::string_view step) {
    return {std::string(stepWord(step, Language::french)), std::string(stepWord(step, Language::english))};
}

Words subjectWords(Subject subject) {
    switch (subject) {
        case Subject::unit:
            return {"une machine", "a machine"};
        case Subject::drive:
            return {"un disque", "a drive"};
        case Subject::container:
            return {"une cage ou un bac", "a container"};
        case Subject::request:
            return {"une demande", "a request"};
    }
    return {};
}

}  // namespace remise::domain
