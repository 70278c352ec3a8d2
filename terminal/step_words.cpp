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

}  // namespace

std::string_view factWord(std::string_view fact, domain::Language language) {
    for (const FactWord& row : words) {
        if (row.fact == fact) return language == domain::Language::english ? row.en : row.fr;
    }
    return fact;
}

std::string_view driveWord(std::string_view stage, domain::Language language) {
    return domain::stageWord(domain::Subject::drive, stage, language);
}

}  // namespace remise::terminal
