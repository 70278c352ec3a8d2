#include "drivers/reports/bundle.h"

#include <array>
#include <nlohmann/json.hpp>

#include "drivers/reports/base64.h"
#include "drivers/reports/clean_text.h"
#include "drivers/reports/json_reader.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;
using Files = domain::Outcome<std::vector<RawFile>>;

namespace {

constexpr std::size_t mostFiles = 1000;

Refusal wrongFile(const std::string& name) {
    return Refusal(domain::refusals::reportField, {{"field", "files." + cleanText(name)}});
}

Files filesOfBundle(const json& files) {
    if (!files.is_object()) return Refusal(domain::refusals::reportLacks, {{"field", "files"}});
    if (files.size() > mostFiles) return Refusal(domain::refusals::reportField, {{"field", "files"}});
    std::vector<RawFile> raw;
    for (const auto& [name, content] : files.items()) {
        if (!content.is_string()) return wrongFile(name);
        const std::string& text = content.get_ref<const std::string&>();
        if (!name.ends_with(".edid")) {
            raw.push_back({cleanText(name), text});
            continue;
        }
        auto bytes = decodeBase64(text);
        if (!bytes) return wrongFile(name);
        raw.push_back({cleanText(name), std::move(*bytes)});
    }
    return raw;
}

/// What a tool said stands there as a text, or as what its JSON was.
Files filesOfSnapshot(json& data) {
    constexpr std::array tools{"dmidecode", "lshw", "smart", "smartctl", "lspci"};
    std::vector<RawFile> raw;
    for (const char* tool : tools) {
        if (!data.contains(tool)) continue;
        json& said = data[tool];
        if (said.is_string())
            raw.push_back({tool, said.get<std::string>()});
        else if (said.is_structured() && !said.empty())
            raw.push_back({tool, "", std::make_shared<const json>(std::move(said))});
    }
    if (raw.empty()) return Refusal(domain::refusals::reportLacks, {{"field", "data"}});
    return raw;
}

}  // namespace

Files readBundle(std::string_view text) {
    auto said = readJsonObject(text);
    if (!said) return said.refusal();
    if (textOf(*said, "format") == "remise-inventory-1") return filesOfBundle(partOf(*said, "files"));
    if (textOf(*said, "type") != "Snapshot")
        return Refusal(domain::refusals::reportField, {{"field", "format"}});
    for (const char* member : {"data", "debug"})  // as older ones call it
        if (partOf(*said, member).is_object()) return filesOfSnapshot((*said)[member]);
    return Refusal(domain::refusals::reportLacks, {{"field", "data"}});
}

std::vector<RawFile> unpackBundles(std::vector<RawFile> files) {
    std::vector<RawFile> unpacked;
    for (RawFile& file : files) {
        auto inside =
            rawKindOf(file) == RawKind::bundle ? readBundle(file.bytes) : Files(std::vector<RawFile>{});
        if (!inside || inside->empty()) {
            unpacked.push_back(std::move(file));
            continue;
        }
        for (RawFile& one : *inside) {
            one.name = file.name + "/" + one.name;
            unpacked.push_back(std::move(one));
        }
    }
    return unpacked;
}

}  // namespace remise::drivers::reports
