// usb-emulator: runs a program, unchanged and without any right, on a USB with emulated devices.
//
//   umockdev-wrapper usb-emulator DEVICE… -- PROGRAM WORDS…
//
// DEVICE is what it is, then how it stands and what befalls it:
//   zpl|brother_ql|escpos|scanner|keyboard,KEY=VALUE,…
//     serial=TEXT   paper=ready|out|open|garbage|silent   width=MM length=MM (brother_ql's roll; 0: endless)
//     id=TEXT (the printer's IEEE 1284 id)   vendor=HEX   read=CODE (scanner: ]Q1TEXT, as often as wanted)
//     stall=BYTES broken=yes freeze=BYTES unplug=BYTES taken=yes plug=MS replug=MS
//     capture=FILE (what it was sent)
// The exit status is the program's. The last line on stderr says how long after the last plugging in it
// ended.
#include <charconv>
#include <fstream>
#include <iostream>
#include <map>

#include "tests/support/usb/emulated_bus.h"
#include "tests/support/usb/emulated_printer.h"
#include "tests/support/usb/emulated_scanner.h"

namespace {

using namespace remise::test::usb;

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

int run(const std::vector<std::string>& devices, const std::vector<std::string>& command) {
    EmulatedBus bus;
    for (const std::string& device : devices)
        bus.plug(deviceOf(device));
    const int status = bus.run(command);
    std::cerr << "ended " << bus.sincePlugged().count() / 1000
              << " ms after the last device was plugged in\n";
    const auto taken = bus.taken();
    for (std::size_t i = 0; i < devices.size(); ++i)
        if (const std::string file = wordIn(valuesOf(devices[i]), "capture", ""); !file.empty())
            std::ofstream(file, std::ios::binary) << taken[i];
    return status;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const auto dashes = std::find(words.begin(), words.end(), "--");
    if (dashes == words.end() || dashes + 1 == words.end()) {
        std::cerr << "umockdev-wrapper usb-emulator DEVICE... -- PROGRAM WORDS...\n";
        return 2;
    }
    try {
        return run({words.begin(), dashes}, {dashes + 1, words.end()});
    } catch (const std::exception& error) {
        std::cerr << "usb-emulator: " << error.what() << '\n';
        return 2;
    }
}
