#include "drivers/reports/lscpu.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

/// What we look for, and how its line begins in the languages that workshops have.
struct Key {
    std::string_view name, beginning;
};
constexpr std::array keys{Key{"name", "Model name"},
                          Key{"name", "Nom de modèle"},
                          Key{"maker", "Vendor ID"},
                          Key{"maker", "Identifiant constructeur"},
                          Key{"threads", "Thread(s) per core"},
                          Key{"threads", "Thread(s) par c"},
                          Key{"cores", "Core(s) per socket"},
                          Key{"cores", "Cœur(s) par socket"},
                          Key{"sockets", "Socket(s)"},
                          Key{"megahertz", "CPU max MHz"},
                          Key{"megahertz", "Vitesse maximale du processeur en MHz"}};

class Reader {
public:
    void read(const Field& field) {
        for (const Key& key : keys)
            if (field.key.starts_with(key.beginning)) m_said.try_emplace(key.name, field.value);
    }

    [[nodiscard]] domain::Outcome<std::vector<Processor>> processors() const {
        Processor processor;
        processor.name = nameIn(said("name"));
        if (processor.name.empty()) return Refusal(domain::refusals::reportLacks, {{"field", "Model name"}});
        processor.maker = maker();
        processor.cores = smallNumber(said("cores"), 4096);
        const auto perCore = smallNumber(said("threads"), 16);
        if (processor.cores && perCore) processor.threads = *processor.cores * *perCore;
        constexpr std::int64_t most = 100'000;
        if (const auto thousand = thousandths(said("megahertz")); thousand && *thousand / 1000 <= most)
            processor.megahertz = static_cast<int>(*thousand / 1000);
        const int sockets = smallNumber(said("sockets"), 64).value_or(1);
        return std::vector(static_cast<std::size_t>(sockets), processor);
    }

private:
    [[nodiscard]] std::string_view said(std::string_view name) const {
        const auto found = m_said.find(name);
        return found == m_said.end() ? std::string_view() : std::string_view(found->second);
    }

    [[nodiscard]] std::string maker() const {
        const std::string name = nameIn(said("maker"));
        if (name == "GenuineIntel") return "Intel";
        if (name == "AuthenticAMD") return "AMD";
        return name == "CentaurHauls" ? "VIA" : name;
    }

    std::map<std::string_view, std::string> m_said;
};

/// A list of {"field": "Model name:", "data": …}, newer ones with children of the same shape.
void readJsonFields(Reader& reader, const json& list) {
    if (!list.is_array()) return;
    for (const json& entry : list) {
        const std::string key = textOf(entry, "field");
        const std::string value = textOf(entry, "data");
        reader.read({key, value});
        readJsonFields(reader, partOf(entry, "children"));
    }
}

}  // namespace

domain::Outcome<std::vector<Processor>> readLscpu(std::string_view text) {
    Reader reader;
    if (trimmed(text).starts_with('{')) {
        const auto said = readJsonObject(text);
        if (!said) return said.refusal();
        readJsonFields(reader, partOf(*said, "lscpu"));
    } else {
        for (const std::string_view line : linesOf(text))
            if (const auto field = fieldOf(line)) reader.read(*field);
    }
    return reader.processors();
}

}  // namespace remise::drivers::reports
