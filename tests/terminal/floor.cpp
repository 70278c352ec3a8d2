#include "tests/terminal/floor.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/wire/json.h"
#include "terminal/procedure_json.h"

namespace floor_of {

namespace fs = std::filesystem;

namespace {

fs::path folder() {
    return fs::path(REMISE_SOURCE_DIR) / "server/workshop/procedures";
}

}  // namespace

Value laptop(const std::string& next) {
    Value disk;
    disk["code"] = drive;
    disk["serial"] = "S4EVNX0M";
    disk["status"] = "detected";
    Value laptop;
    laptop["code"] = unit;
    laptop["stage"] = "in_work";
    laptop["next"] = next;
    laptop["category"] = "laptop";
    laptop["maker"] = "Lenovo";
    laptop["model"] = "ThinkPad T480";
    laptop["drives"] = Value::Array{disk};
    laptop["facts"] = Value::Object{};
    return laptop;
}

Value receivedLaptop(const std::string& code) {
    Value event;
    event["seq"] = 1;
    event["kind"] = "receive";
    event["kind_version"] = 1;
    event["stage_after"] = "received";
    event["data"] = Value::Object{{"category", "laptop"}, {"owner", "ours"}, {"maker", "Lenovo"}};
    Value laptop;
    laptop["code"] = code;
    laptop["stage"] = "received";
    laptop["next"] = "sort";
    laptop["version"] = 1;
    laptop["category"] = "laptop";
    laptop["maker"] = "Lenovo";
    laptop["drives"] = Value::Array{};
    laptop["events"] = Value::Array{event};
    return laptop;
}

Value readJson(const std::string& text) {
    auto read = remise::wire::readJson(text);
    if (!read) throw std::runtime_error(read.refusal().text(remise::domain::Language::english));
    return *read;
}

Value procedureJson(const std::string& station) {
    std::ifstream file(folder() / (station + ".json"));
    if (!file) throw std::runtime_error("There is no procedure " + station);
    return readJson({std::istreambuf_iterator<char>(file), {}});
}

std::shared_ptr<const remise::terminal::Procedure> procedure(const std::string& station) {
    auto read = remise::terminal::readProcedure(procedureJson(station));
    if (!read) throw std::runtime_error(read.refusal().text(remise::domain::Language::english));
    return std::make_shared<const remise::terminal::Procedure>(std::move(*read));
}

std::vector<std::string> stations() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder()))
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace floor_of
