#include "terminal/workbench/gather.h"

#include <Poco/Base64Encoder.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "drivers/reports/clean_text.h"
#include "terminal/workbench/run_tool.h"

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

struct Tool {
    std::string file;
    std::vector<std::string> words;
};

/// Names in a folder of /sys, in order; none when it is not there.
std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

std::string contentOf(const fs::path& file) {
    std::stringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

bool isNvmeDrive(const std::string& name) {
    return name.starts_with("nvme");
}

bool isDrive(const std::string& name) {
    return name.starts_with("sd") || name.starts_with("hd") || name.starts_with("mmcblk") ||
           isNvmeDrive(name);
}

std::vector<Tool> toolsForDrives() {
    std::vector<Tool> tools;
    for (const std::string& name : namesIn("/sys/block")) {
        if (!isDrive(name) || name.find("boot") != name.npos) continue;
        const std::string device = "/dev/" + name;
        tools.push_back({"smartctl-" + name + ".json", {"smartctl", "--json=c", "-x", device}});
        if (name.starts_with("sd")) tools.push_back({"hdparm-" + name + ".txt", {"hdparm", "-I", device}});
        if (isNvmeDrive(name))
            tools.push_back({"nvme-id-" + name + ".json", {"nvme", "id-ctrl", "-o", "json", device}});
    }
    return tools;
}

std::vector<Tool> tools() {
    std::vector<Tool> list{{"dmidecode.txt", {"dmidecode"}},
                           {"lshw.json", {"lshw", "-json", "-quiet"}},
                           {"lscpu.txt", {"lscpu"}},
                           {"lspci.txt", {"lspci", "-nn"}},
                           {"lsblk.json", {"lsblk", "--json", "--bytes", "--output-all"}},
                           {"nvme.json", {"nvme", "list", "-o", "json"}}};
    for (Tool& tool : toolsForDrives())
        list.push_back(std::move(tool));
    return list;
}

/// Screens, batteries and the TPM tell of themselves in files.
void addFilesOfTheKernel(RawFiles& files) {
    for (const std::string& name : namesIn("/sys/class/drm"))
        if (std::string edid = contentOf("/sys/class/drm/" + name + "/edid"); !edid.empty())
            files[name + ".edid"] = std::move(edid);
    std::string supplies;
    for (const std::string& name : namesIn("/sys/class/power_supply"))
        supplies += contentOf("/sys/class/power_supply/" + name + "/uevent") + "\n";
    if (!supplies.empty()) files["power_supply.txt"] = supplies;
    for (const std::string& name : namesIn("/sys/class/tpm"))
        files["tpm.txt"] += contentOf("/sys/class/tpm/" + name + "/tpm_version_major");
}

std::string base64(const std::string& bytes) {
    std::ostringstream text;
    Poco::Base64Encoder encoder(text);
    encoder.rdbuf()->setLineLength(0);
    encoder << bytes;
    encoder.close();
    return text.str();
}

}  // namespace

RawFiles gather(std::chrono::milliseconds patience, const std::function<void(const std::string&)>& onFile) {
    RawFiles files;
    for (const Tool& tool : tools()) {
        onFile(tool.file);
        if (ToolOutput output = runTool(tool.words, patience); !output.text.empty())
            files[tool.file] = std::move(output.text);
    }
    addFilesOfTheKernel(files);
    return files;
}

domain::Value bundle(const RawFiles& files, const domain::Uuid& report, domain::Milliseconds madeAt) {
    domain::Value texts = domain::Value::Object{};
    for (const auto& [name, content] : files)
        texts[name] = name.ends_with(".edid") ? base64(content) : drivers::reports::validUtf8(content);
    return domain::Value::Object{{"format", "remise-inventory-1"},
                                 {"report", report.text()},
                                 {"made_at", domain::formatTime(madeAt)},
                                 {"files", texts}};
}

}  // namespace remise::workbench
