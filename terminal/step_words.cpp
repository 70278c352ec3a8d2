#include "terminal/step_words.h"

#include "server/domain/stages.h"

namespace remise::terminal {

namespace {

struct FactWord {
    std::string_view fact, fr, en;
};

constexpr FactWord words[] = {
    {"sorted", "trié", "sorted"},       {"unlocked", "déverrouillé", "unlocked"},
    {"tested", "testé", "tested"},      {"erased", "effacé", "erased"},
    {"repaired", "réparé", "repaired"}, {"cleaned", "nettoyé", "cleaned"},
    {"graded", "gradé", "graded"},      {"installed", "système", "system"},
};

constexpr FactWord meanings[] = {
    {"serial", "numéro de série", "serial number"},
    {"imei", "IMEI", "IMEI"},
    {"mac", "adresse MAC", "MAC address"},
    {"text", "comme c'est écrit", "as it is written"},
};

}  // namespace

std::string_view factWord(std::string_view fact, domain::Language language) {
    for (const FactWord& row : words) {
        if (row.fact == fact) return language == domain::Language::english ? row.en : row.fr;
    }
    return fact;
}

std::string_view meaningWord(std::string_view meaning, domain::Language language) {
    for (const FactWord& row : meanings) {
        if (row.fact == meaning) return language == domain::Language::english ? row.en : row.fr;
    }
    return meaning;
}

std::string_view driveWord(std::string_view stage, domain::Language language) {
    return domain::stageWord(domain::Subject::drive, stage, language);
}

}  // namespace remise::terminal
