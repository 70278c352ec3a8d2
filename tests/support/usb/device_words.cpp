#include "tests/support/usb/device_words.h"

#include <cctype>
#include <map>
#include <stdexcept>

#include "tests/support/usb/emulated_printer.h"
#include "tests/support/usb/emulated_scanner.h"

namespace remise::test::usb {
namespace {

using Values = std::multimap<std::string, std::string>;

Values valuesOf(const std::string& device) {
    Values values;
    std::size_t at = device.find(',');
    while (at != std::string::npos) {
        const std::size_t end = device.find(',', at + 1);
        const std::string pair = device.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        const std::size_t is = pair.find('=');
        if (is == std::string::npos) throw std::runtime_error("no value for \"" + pair + '"');
        values.emplace(pair.substr(0, is), pair.substr(is + 1));
        at = end;
    }
    return values;
}

std::string wordIn(const Values& values, const std::string& key, std::string otherwise) {
    const auto found = values.find(key);
    return found == values.end() ? std::move(otherwise) : found->second;
}

template <typename Number>
void readNumber(const Values& values, const std::string& key, Number& number) {
    if (values.contains(key)) number = static_cast<Number>(std::stoll(wordIn(values, key, "")));
}

Paper::State stateNamed(const std::string& name) {
    const std::map<std::string, Paper::State> states{
        {"ready", Paper::State::ready},    {"out", Paper::State::out},
        {"open", Paper::State::lidOpen},   {"cutter", Paper::State::cutterJam},
        {"head", Paper::State::headFault}, {"garbage", Paper::State::garbage},
        {"silent", Paper::State::silent},
    };
    return states.at(name);
}

void readPaper(const Values& values, Paper& paper) {
    if (values.contains("paper")) paper.state = stateNamed(wordIn(values, "paper", ""));
    if (values.contains("then")) paper.then = stateNamed(wordIn(values, "then", ""));
    readNumber(values, "width", paper.width);
    readNumber(values, "length", paper.length);
}

/// Bytes are counted from what it has been sent already.
void readMishaps(const Values& values, EmulatedDevice& device) {
    Mishaps& mishaps = device.mishaps;
    for (const auto& [key, at] : {std::pair("stall", &mishaps.stallAt), {"freeze", &mishaps.freezeAt}})
        if (values.contains(key)) *at = device.taken.size() + std::stoul(wordIn(values, key, ""));
    if (const std::string when = wordIn(values, "unplug", ""); !when.empty()) {
        if (std::isdigit(static_cast<unsigned char>(when[0])) != 0)
            mishaps.unplugAt = device.taken.size() + std::stoul(when);
        else
            mishaps.unplugOn = when;
    }
    readNumber(values, "plug", mishaps.plugAfter);
    readNumber(values, "replug", mishaps.replugAfter);
    mishaps.isAway = values.contains("away");
    mishaps.isTaken = mishaps.isTaken || values.contains("taken");
    mishaps.refusesToSay = mishaps.refusesToSay || values.contains("dumb");
    mishaps.isForbidden = mishaps.isForbidden || values.contains("forbidden");
    mishaps.isMute = mishaps.isMute || values.contains("mute");
    mishaps.staysStalled = mishaps.staysStalled || values.contains("broken");
}

std::unique_ptr<EmulatedDevice> made(const std::string& kind, const Values& values) {
    const std::string serial = wordIn(values, "serial", "");
    if (kind == "keyboard") return emulatedKeyboard();
    if (kind != "scanner") {
        const auto number = [&](const char* key) { return std::stoi(wordIn(values, key, "0"), nullptr, 16); };
        return emulatedPrinter(kind, serial, {wordIn(values, "id", ""), number("vendor"), number("product")});
    }
    std::vector<std::string> codes;
    const auto [first, last] = values.equal_range("read");
    for (auto code = first; code != last; ++code)
        codes.push_back(code->second);
    return emulatedScanner(serial, codes);
}

}  // namespace

std::unique_ptr<EmulatedDevice> deviceOf(const std::string& words) {
    const Values values = valuesOf(words);
    auto device = made(words.substr(0, words.find(',')), values);
    readPaper(values, device->paper);
    readMishaps(values, *device);
    device->capture = wordIn(values, "capture", "");
    return device;
}

void order(EmulatedDevice& device, const std::string& words) {
    const Values values = valuesOf("," + words);
    readPaper(values, device.paper);
    readMishaps(values, device);
}

std::string ordersOf(const std::string& words) {
    return wordIn(valuesOf(words), "orders", "");
}

}  // namespace remise::test::usb
