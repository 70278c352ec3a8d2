#include "drivers/printers/zpl/zpl_status.h"

#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace remise::drivers::zpl {
namespace {

constexpr char stx = '\x02', etx = '\x03';

/// The text of the next STX…ETX from `at` on, which moves behind it. A begun one that never ended (the rest
/// of an older answer) is passed over.
std::optional<std::string_view> nextString(std::string_view bytes, std::size_t& at) {
    const std::size_t end = bytes.find(etx, at);
    if (end == std::string_view::npos) return std::nullopt;
    const std::size_t begin = bytes.rfind(stx, end);
    const bool isWhole = begin != std::string_view::npos && begin >= at;
    at = end + 1;
    return isWhole ? bytes.substr(begin + 1, end - begin - 1) : std::string_view();
}

/// Numbers with commas between; nothing when anything else is among them.
std::optional<std::vector<int>> numbersIn(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t at = 0;;) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (error != std::errc() || number < 0) return std::nullopt;
        numbers.push_back(number);
        at = static_cast<std::size_t>(end - text.data());
        if (at == text.size()) return numbers;
        if (text[at++] != ',') return std::nullopt;
    }
}

using Strings = std::array<std::vector<int>, 3>;

/// The places are those of the manual's strings 1 and 2.
HostStatus fieldsOf(const Strings& strings) {
    const auto& first = strings[0];
    const auto& second = strings[1];
    return {.paperOut = first[1] != 0,
            .paused = first[2] != 0,
            .bufferFull = first[5] != 0,
            .halfAFormat = first[7] != 0,
            .tooCold = first[10] != 0,
            .tooHot = first[11] != 0,
            .headUp = second[2] != 0,
            .ribbonOut = second[3] != 0 && second[4] != 0,
            .formatsWaiting = first[4],
            .labelsRemaining = second[8]};
}

}  // namespace

std::optional<HostStatus> readHostStatus(std::string_view bytes) {
    constexpr std::array<std::size_t, 3> fields{12, 11, 2};
    Strings strings;
    std::size_t known = 0;
    for (std::size_t at = 0; known < strings.size();) {
        const auto text = nextString(bytes, at);
        if (!text) return std::nullopt;
        auto numbers = numbersIn(*text);
        if (numbers && numbers->size() == fields[0]) known = 0;
        if (numbers && numbers->size() == fields[known])
            strings[known++] = std::move(*numbers);
        else
            known = 0;
    }
    return fieldsOf(strings);
}

std::optional<std::uint64_t> readHostErrors(std::string_view bytes) {
    constexpr std::string_view name = "ERRORS:";
    const std::size_t found = bytes.find(name);
    if (found == std::string_view::npos || bytes.find(etx, found) == std::string_view::npos)
        return std::nullopt;
    std::string hex;
    const std::string_view line = bytes.substr(found + name.size());
    for (const char c : line.substr(0, line.find_first_of("\r\n\x03")))
        if (c != ' ') hex += c;
    // A flag (is there any error), then sixteen digits.
    std::uint64_t errors = 0;
    if (hex.size() != 17) return std::nullopt;
    const auto [end, error] = std::from_chars(hex.data() + 1, hex.data() + hex.size(), errors, 16);
    if (error != std::errc() || end != hex.data() + hex.size()) return std::nullopt;
    return errors;
}

PrinterStatus statusOf(const HostStatus& host, std::optional<std::uint64_t> errors) {
    // ~HQES, digits from the right: 1 media out 1, ribbon out 2, head open 4, cutter 8; 2 head too hot 1,
    // motor too hot 2, head element 4, head not detected 8; 3 head's thermistor 2; 5 paused 1.
    constexpr std::uint64_t mediaOut = 0x1, ribbonOut = 0x2, headOpen = 0x4, cutter = 0x8, head = 0x2f0,
                            pause = 0x10000;
    const std::uint64_t bits = errors.value_or(0);
    const auto has = [bits](std::uint64_t mask) { return (bits & mask) != 0; };
    if (host.headUp || has(headOpen)) return {PrinterState::lidOpen, "head up"};
    if (host.paperOut || has(mediaOut)) return {PrinterState::noMedia, "paper out"};
    if (host.ribbonOut || has(ribbonOut)) return {PrinterState::noMedia, "ribbon out"};
    if (has(cutter)) return {PrinterState::cutterFault, "cutter fault"};
    if (host.tooHot || has(head)) return {PrinterState::headFault, "head too hot or faulty"};
    if (host.paused || has(pause)) return {PrinterState::paused, "pause"};
    if (bits != 0) return {PrinterState::unclear, "~HQES tells error " + std::to_string(bits)};
    if (host.tooCold) return {PrinterState::busy, "head too cold, warming up"};
    if (host.bufferFull || !host.isIdle())
        return {PrinterState::busy, std::to_string(host.formatsWaiting) + " formats waiting, " +
                                        std::to_string(host.labelsRemaining) + " labels remaining"};
    return {PrinterState::ready, ""};
}

}  // namespace remise::drivers::zpl
