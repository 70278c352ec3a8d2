#include "drivers/reports/cpu_names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

/// In small letters, without marks of trade, and what stands behind "@" or "with" left out; cut at blanks and
/// hyphens.
std::vector<std::string> wordsOf(std::string_view name) {
    std::string text = lowerCase(name);
    for (const char* mark : {"(r)", "(tm)", "®", "™"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.replace(at, std::string_view(mark).size(), 1, ' ');
    text = text.substr(0, std::min({text.find('@'), text.find(" w/"), text.find(" with ")}));
    std::vector<std::string> words{""};
    for (const char c : text) {
        if (c == ' ' || c == '-')
            words.emplace_back();
        else
            words.back() += c;
    }
    std::erase(words, "");
    return words;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// N100: nothing but its letter says what it is.
bool isIntelN(std::string_view word) {
    return word.size() >= 3 && word.size() <= 4 && word[0] == 'n' && isDigit(word[1]) && isDigit(word.back());
}

CpuLine coreLine(const std::vector<std::string>& words) {
    for (const char* old : {"2", "duo", "solo", "quad"})
        if (has(words, old)) return CpuLine::intelCore2;
    for (const char* series : {"ultra", "3", "5", "7", "9"})
        if (has(words, series)) return CpuLine::intelCoreUltra;
    return CpuLine::intelCore;
}

CpuLine lineOf(const std::vector<std::string>& words) {
    if (has(words, "ryzen")) return CpuLine::ryzen;
    if (has(words, "athlon")) return CpuLine::athlon;
    if (has(words, "epyc")) return CpuLine::epyc;
    if (has(words, "xeon")) return CpuLine::intelXeon;
    if (has(words, "celeron") || has(words, "pentium") || has(words, "atom")) return CpuLine::intelSmall;
    if (has(words, "core")) return coreLine(words);
    const bool isN = has(words, "intel") && std::any_of(words.begin(), words.end(), isIntelN);
    return isN ? CpuLine::intelN : CpuLine::other;
}

/// "8350u", "n4100", "7y30": at most one letter, digits, letters.
bool readNumber(CpuName& cpu, std::string_view word) {
    if (word.size() > 2 && isLetter(word[0]) && isDigit(word[1])) {
        cpu.prefix = word[0];
        word.remove_prefix(1);
    }
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits == 0 || digits > 5) return false;
    cpu.number = std::stoi(std::string(word.substr(0, digits)));
    cpu.suffix = digits < word.size() ? word[digits] : '\0';
    return true;
}

/// "7y30" and "5y10c": the generation stands before the letter.
bool isOldY(const CpuName& cpu) {
    return cpu.suffix == 'y' && *cpu.number < 10;
}

/// Two digits of it from the tenth on, one before; the first had numbers of three digits.
std::optional<int> coreGeneration(const CpuName& cpu) {
    if (isOldY(cpu)) return cpu.number;
    if (cpu.prefix == 'n') return 12;  // i3-N305, of the twelfth's small cores
    const int number = *cpu.number;
    if (number >= 10'000) return number / 1000;
    if (number >= 2000) return number / 1000;
    if (number >= 1000) return number / 100;  // 1065G7, 1235U
    return number >= 300 ? std::optional(1) : std::nullopt;
}

/// i3, i5, i7, i9, m3, m5, m7 and m: behind "core", before the number.
bool isCoreSeries(std::string_view word) {
    if (word == "m") return true;
    return word.size() == 2 && (word[0] == 'i' || word[0] == 'm') && isDigit(word[1]);
}

void readCore(CpuName& cpu, const std::vector<std::string>& words) {
    const auto series = std::find_if(words.begin(), words.end(), isCoreSeries);
    for (auto word = series; word != words.end(); ++word) {
        CpuName found = cpu;
        if (isCoreSeries(*word) || !readNumber(found, *word)) continue;
        found.generation = coreGeneration(found);
        cpu = found;
        return;
    }
}

/// The first word that holds a number of three digits or more.
void readModel(CpuName& cpu, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        CpuName found = cpu;
        if (!readNumber(found, word) || (*found.number < 100 && cpu.line != CpuLine::intelN)) continue;
        cpu = found;
        return;
    }
}

}  // namespace

CpuName readCpuName(std::string_view name) {
    const auto words = wordsOf(name);
    CpuName cpu;
    cpu.line = lineOf(words);
    if (cpu.line == CpuLine::intelCore)
        readCore(cpu, words);
    else
        readModel(cpu, words);
    if (cpu.line == CpuLine::ryzen && cpu.number && *cpu.number >= 1000 && *cpu.number < 10'000)
        cpu.generation = *cpu.number / 1000;
    return cpu;
}

}  // namespace remise::drivers::reports
