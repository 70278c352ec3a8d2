#include "tests/support/usb/device_words.h"

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

Paper paperIn(const Values& values) {
    const std::map<std::string, Paper::State> states{{"ready", Paper::State::ready},
                                                     {"out", Paper::State::out},
                                                     {"open", Paper::State::lidOpen},
                                                     {"garbage", Paper::State::garbage},
                                                     {"silent", Paper::State::silent}};
    Paper paper;
    paper.state = states.at(wordIn(values, "paper", "ready"));
    readNumber(values, "width", paper.width);
    readNumber(values, "length", paper.length);
    return paper;
}

std::unique_ptr<EmulatedDevice> made(const std::string& kind, const Values& values) {
    const std::string serial = wordIn(values, "serial", "");
    if (kind == "keyboard") return emulatedKeyboard();
    if (kind != "scanner") {
        const int vendor = std::stoi(wordIn(values, "vendor", "0"), nullptr, 16);
        return emulatedPrinter(kind, serial, {wordIn(values, "id", ""), vendor}, paperIn(values));
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
    readNumber(values, "stall", device->mishaps.stallAt);
    readNumber(values, "freeze", device->mishaps.freezeAt);
    readNumber(values, "unplug", device->mishaps.unplugAt);
    readNumber(values, "plug", device->mishaps.plugAfter);
    readNumber(values, "replug", device->mishaps.replugAfter);
    device->mishaps.isTaken = values.contains("taken");
    device->mishaps.staysStalled = values.contains("broken");
    return device;
}

std::string captureOf(const std::string& words) {
    return wordIn(valuesOf(words), "capture", "");
}

}  // namespace remise::test::usb
