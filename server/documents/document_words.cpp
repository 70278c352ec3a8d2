#include "server/documents/document_words.h"

#include <algorithm>

#include "server/domain/words.h"

namespace remise::documents {

using namespace domain;

namespace {

struct Both {
    const char *fr, *en;
    [[nodiscard]] std::string in(Language language) const { return language == Language::french ? fr : en; }
};

struct Named {
    std::string_view name;
    Both words;
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

std::string unitOf(bool isLarge, Language language) {
    return language == Language::french ? (isLarge ? "\u00a0Go" : "\u00a0Mo") : (isLarge ? " GB" : " MB");
}

/// In decimal giga or mega.
std::string roundly(std::int64_t bytes, Language language) {
    constexpr std::int64_t giga = 1'000'000'000, mega = 1'000'000;
    const bool isLarge = bytes >= giga;
    return numberInWords(bytes / (isLarge ? giga : mega), language) + unitOf(isLarge, language);
}

}  // namespace

std::string methodInWords(const std::string& method, Language language) {
    return wordsFor(methods, method, language);
}
std::string mediumInWords(const std::string& medium, Language language) {
    return wordsFor(media, medium, language);
}
std::string readingInWords(const std::string& method, Language language) {
    return wordsFor(readings, method, language);
}
std::string levelInWords(const std::string& level, Language language) {
    return wordsFor(levels, level, language);
}

std::string capacityInWords(std::int64_t bytes, Language language) {
    return roundly(bytes, language) + " (" + numberInWords(bytes, language) +
           (language == Language::french ? "\u00a0octets)" : " bytes)");
}

std::string speedInWords(std::int64_t bytesPerSecond, Language language) {
    return bytesPerSecond > 0 ? roundly(bytesPerSecond, language) + "/s" : "";
}

std::string momentOf(const Value& value, std::string_view member, Language language) {
    const auto at = parseTime(value.textOr(member));
    return at ? momentInWords(*at, language) : "";
}

std::string numberOf(const Value& value, std::string_view member, Language language) {
    return value.has(member) ? numberInWords(value.integerOr(member, 0), language) : "";
}

}  // namespace remise::documents
