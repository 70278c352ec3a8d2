#include "drivers/reports/nwipe_lines.h"

#include <algorithm>
#include <cctype>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

constexpr std::size_t mostRuns = 500;
constexpr std::size_t mostDevices = 500;  // of all runs together

/// The text after `mark`, or nothing.
std::optional<std::string_view> after(std::string_view line, std::string_view mark) {
    const auto at = line.find(mark);
    if (at == std::string_view::npos) return {};
    return line.substr(at + mark.size());
}

/// The /dev/… name that begins `text`, without quotes and what follows.
std::string_view leadingDevice(std::string_view text) {
    text = text.substr(std::min(text.find_first_not_of(" '"), text.size()));
    if (!text.starts_with("/dev/")) return {};
    return text.substr(0, text.find_first_of(" ',.:;"));
}

/// [2026/11/22 05:02:51]
bool hasTime(std::string_view line) {
    constexpr std::string_view shape = "[dddd/dd/dd dd:dd:dd]";
    if (line.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool isDigit = std::isdigit(static_cast<unsigned char>(line[i])) != 0;
        if (shape[i] == 'd' ? !isDigit : line[i] != shape[i]) return false;
    }
    return true;
}

std::string timeOf(std::string_view line) {
    std::string time(line.substr(1, 19));
    time[4] = time[7] = '-';
    time[10] = 'T';
    return time;
}

class LineSorter {
public:
    void take(std::string_view line);
    [[nodiscard]] bool isFull() const { return m_runs.size() > mostRuns || m_devices > mostDevices; }
    [[nodiscard]] std::vector<RunLines> runs() && { return std::move(m_runs); }

private:
    enum class Table { none, errors, bytes, status };

    RunLines& run();
    void beginRun();
    DeviceLines& device(std::string_view name);
    DeviceLines& deviceOfRow(std::string_view name);
    void takeMessage(std::string_view line);
    void takeFound(std::string_view rest);
    void takeOption(std::string_view name, std::string_view value);
    void takeTotal(std::string_view rest);
    void takeStart(std::string_view rest);
    void takeMarks(std::string_view line);
    void takeBorder(std::string_view line);
    bool takeRow(std::string_view line);

    std::vector<RunLines> m_runs;
    std::size_t m_devices = 0;
    Table m_table = Table::none;
};

RunLines& LineSorter::run() {
    if (m_runs.empty()) m_runs.emplace_back();
    return m_runs.back();
}

void LineSorter::beginRun() {
    m_runs.emplace_back();
    m_table = Table::none;
}

DeviceLines& LineSorter::device(std::string_view name) {
    for (DeviceLines& known : run().devices)
        if (known.device == name) return known;
    ++m_devices;
    DeviceLines& added = run().devices.emplace_back();
    added.device = name;
    return added;
}

/// Tables give the last part of a name; a long one may be cut on its left to eight characters.
DeviceLines& LineSorter::deviceOfRow(std::string_view name) {
    constexpr std::size_t cutTo = 8;
    DeviceLines* match = nullptr;
    for (DeviceLines& known : run().devices) {
        const std::string_view last = std::string_view(known.device).substr(known.device.rfind('/') + 1);
        if (last == name) return known;
        if (name.size() < cutTo || !last.ends_with(name)) continue;
        if (match != nullptr) return device(name);  // two fit: neither
        match = &known;
    }
    return match != nullptr ? *match : device(name);
}

/// "/dev/sda, ATA, Samsung SSD, 870,  500 GB, S/N=…": the model may hold commas, the serial comes last.
void LineSorter::takeFound(std::string_view rest) {
    const std::string name = cleanText(leadingDevice(rest));
    if (name.empty()) return;
    if (!run().hasFirstLine && (run().hasOptions || run().hasTables)) beginRun();
    const auto serialAt = rest.rfind("S/N=");
    const std::string serial = serialAt == std::string_view::npos ? "" : cleanText(rest.substr(serialAt + 4));
    std::string_view middle = rest.substr(0, serialAt);
    middle.remove_prefix(std::min(middle.find(',') + 1, middle.size()));  // the name
    middle = middle.substr(0, middle.rfind(','));                         // the comma before S/N=
    middle = middle.substr(0, middle.rfind(','));                         // the size
    middle.remove_prefix(std::min(middle.find(',') + 1, middle.size()));  // the bus
    DeviceLines& lines = device(name);
    lines.foundTwice = lines.foundTwice || (lines.found && lines.serial != serial);
    lines.found = true;
    lines.serial = serial;
    lines.model = cleanText(middle);
}

void LineSorter::takeOption(std::string_view name, std::string_view value) {
    NwipeRun& head = run().run;
    if (name == "banner") head.version = cleanText(value.substr(value.rfind(' ') + 1));
    if (name == "method") head.method = cleanText(value);
    if (name == "rounds") head.rounds = readNumber(value);
    if (name == "verify" && value.starts_with('0')) head.verify = NwipeVerify::none;
    if (name == "verify" && value.starts_with('1')) head.verify = NwipeVerify::lastPass;
    if (name == "verify" && value.starts_with('2')) head.verify = NwipeVerify::allPasses;
}

/// "346 MB/s, Fill With Zeros, 1R+NB+VL": what was used in the end, after any change on nwipe's screen.
void LineSorter::takeTotal(std::string_view rest) {
    NwipeRun& head = run().run;
    const auto methodAt = rest.find(", ");
    const auto codesAt = rest.rfind(", ");
    if (methodAt == std::string_view::npos || codesAt <= methodAt) return;
    head.method = cleanText(rest.substr(methodAt + 2, codesAt - methodAt - 2));
    const std::string_view codes = trimmed(rest.substr(codesAt + 2));
    if (const auto rounds = readNumber(codes.substr(0, codes.find('R')))) head.rounds = rounds;
    if (codes.ends_with("NV")) head.verify = NwipeVerify::none;
    if (codes.ends_with("VL")) head.verify = NwipeVerify::lastPass;
    if (codes.ends_with("VA")) head.verify = NwipeVerify::allPasses;
}

/// "Gutmann Wipe' on /dev/sda", in old versions "on device '/dev/sda'".
void LineSorter::takeStart(std::string_view rest) {
    std::string_view named = after(rest, "' on ").value_or("");
    if (named.starts_with("device ")) named.remove_prefix(7);
    const std::string name = cleanText(leadingDevice(named));
    if (name.empty()) return;
    DeviceLines& lines = device(name);
    lines.started = true;
    lines.method = cleanText(rest.substr(0, rest.find('\'')));
}

/// What a message may say against a device.
void LineSorter::takeMarks(std::string_view line) {
    const auto mark = [&](std::string_view text, bool DeviceLines::*member) {
        if (const std::string name = cleanText(leadingDevice(text)); !name.empty())
            device(name).*member = true;
    };
    if (const auto rest = after(line, "warning: ");
        rest && line.find(" is reported as IN USE") != std::string_view::npos)
        mark(*rest, &DeviceLines::inUse);
    if (const auto rest = after(line, "HIDDEN SECTORS DETECTED ! *** on "))
        mark(*rest, &DeviceLines::hiddenSectors);
    if (const auto rest = after(line, "Nwipe exited with errors on device = "))
        mark(*rest, &DeviceLines::troubled);
    if (const auto rest = after(line, "debug: Status: ");
        rest && rest->find("result=0,") == std::string_view::npos)
        mark(*rest, &DeviceLines::troubled);
}

void LineSorter::takeMessage(std::string_view line) {
    const auto isVersion = [](std::string_view text) {
        return !text.empty() && text[0] >= '0' && text[0] <= '9';
    };
    if (const auto version = after(line, "info: nwipe "); version && isVersion(*version)) {
        if (!m_runs.empty()) beginRun();
        run().hasFirstLine = true;
        run().run.version = cleanText(*version);
    } else if (const auto found = after(line, "notice: Found ")) {
        takeFound(*found);
    } else if (line.find("Program options are set as follows") != std::string_view::npos) {
        if (!run().hasFirstLine && (run().hasOptions || run().hasTables)) beginRun();
        run().hasOptions = true;
    } else if (const auto total = after(line, "Total Throughput ")) {
        takeTotal(*total);
    } else if (const auto start = after(line, "Invoking method '")) {
        takeStart(*start);
    } else if (const auto option = after(line, "notice:   ");
               option && option->find('=') != std::string_view::npos) {
        takeOption(trimmed(option->substr(0, option->find('='))),
                   trimmed(option->substr(option->find('=') + 1)));
    } else {
        takeMarks(line);
    }
    if (run().run.startedAt.empty()) run().run.startedAt = timeOf(line);
}

/// False when this is no row of the table we are in.
bool LineSorter::takeRow(std::string_view line) {
    if (line.find("Device |") != std::string_view::npos) return m_table != Table::none;
    if (m_table == Table::errors)
        if (const auto row = readErrorRow(line)) return deviceOfRow(row->device).errors.push_back(*row), true;
    if (m_table == Table::bytes)
        if (const auto row = readBytesRow(line)) return deviceOfRow(row->device).bytes.push_back(*row), true;
    if (m_table == Table::status)
        if (const auto row = readStatusRow(line))
            return deviceOfRow(row->device).statuses.push_back(*row), true;
    return false;
}

void LineSorter::takeBorder(std::string_view line) {
    m_table = Table::none;
    if (line.find(" Error Summary ") != std::string_view::npos) m_table = Table::errors;
    if (line.find(" Erasure Summary ") != std::string_view::npos) m_table = Table::bytes;
    if (line.find(" Drive Status ") != std::string_view::npos) m_table = Table::status;
    if (m_table != Table::none) run().hasTables = true;
    if (m_table == Table::bytes) run().hasBytesTable = true;
}

void LineSorter::take(std::string_view line) {
    if (hasTime(line))
        takeMessage(line);
    else if (line.starts_with("***"))
        takeBorder(line);
    else if (line.find('|') != std::string_view::npos && !takeRow(line))
        run().strayRows = true;
}

}  // namespace

SortedLog sortLines(std::string_view text) {
    LineSorter sorter;
    while (!text.empty() && !sorter.isFull()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        sorter.take(line);
    }
    const bool tooMuch = sorter.isFull();
    return {std::move(sorter).runs(), tooMuch};
}

}  // namespace remise::drivers::reports
