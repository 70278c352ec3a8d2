#include "drivers/printers/escpos/escpos_printer.h"

#include <algorithm>
#include <string>

#include "drivers/printers/escpos/escpos_status.h"

namespace remise::drivers::escpos {
namespace {

/// Throws away what an interrupted label has left, also where the printer waits with an error (DLE ENQ 2).
constexpr std::string_view recoverAndForget = "\x10\x05\x02";
/// Answered when everything sent before it is done.
constexpr std::string_view areYouThrough = "\x1dr\x01";
constexpr Line::Patience endPatience{10000};
/// Many do not know that question: no long wait for an answer that never comes.
constexpr Line::Patience extraPatience{300};

std::uint8_t byteOf(char c) {
    return static_cast<std::uint8_t>(c);
}

/// The one byte of an answer; what does not look like one was left over from before and is passed over.
std::optional<std::uint8_t> answerIn(std::string_view heard, bool (*isAnswer)(std::uint8_t)) {
    const auto found = std::ranges::find_if(heard, [=](char c) { return isAnswer(byteOf(c)); });
    return found == heard.end() ? std::nullopt : std::optional(byteOf(*found));
}

Complete one(bool (*isAnswer)(std::uint8_t)) {
    return [=](std::string_view heard) { return answerIn(heard, isAnswer).has_value(); };
}

}  // namespace

EscposPrinter::EscposPrinter(PrinterIdentity identity, std::unique_ptr<Line> line, labels::Dots headWidth,
                             Cutter cutter)
    : m_identity(std::move(identity)), m_line(std::move(line)), m_headWidth(headWidth), m_cutter(cutter) {
}

/// A printer that never says a word, as many cheap ones: its port status has to do. One that spoke before
/// and is silent now is another matter.
PrinterStatus EscposPrinter::statusWhenQuiet(const Received& heard) {
    PrinterStatus status = statusWithoutAnswer(*m_line, heard);
    const bool mayBeSilent = !m_hasAnswered && status.state == PrinterState::unclear;
    if (const auto port = m_line->portStatus(); mayBeSilent && isSilence(heard) && port)
        return statusOfPort(*port);
    return status;
}

PrinterStatus EscposPrinter::status() {
    RealTimeStatus answers{};
    for (std::size_t n = 0; n < answers.size(); ++n) {
        const std::string question{'\x10', '\x04', static_cast<char>(n + 1)};
        const Received heard = ask(*m_line, question, one(isRealTimeAnswer));
        const auto answer = answerIn(heard.bytes, isRealTimeAnswer);
        if (!answer) return statusWhenQuiet(heard);
        m_hasAnswered = true;
        answers[n] = *answer;
    }
    return statusOf(answers);
}

/// Asks behind everything that was sent; whether it answers at all is known from asking before the label.
bool EscposPrinter::isThrough(Line::Patience patience) {
    const Received heard = ask(*m_line, areYouThrough, one(isOrderedAnswer), patience);
    return answerIn(heard.bytes, isOrderedAnswer).has_value();
}

PrintResult EscposPrinter::waitForTheEnd(Tells tells) {
    const bool isEnded = tells == Tells::nothing || isThrough(endPatience);
    const PrinterStatus end = status();
    if (isEnded && end.state == PrinterState::ready) return {Printed::yes, end};
    return cutOff(end);
}

PrintResult EscposPrinter::cutOff(PrinterStatus status) {
    m_mayWantRows = true;
    sendCommand(*m_line, recoverAndForget);
    return {Printed::inDoubt, std::move(status)};
}

PrintResult EscposPrinter::print(const labels::Bitmap& bitmap, std::string_view) {
    if (bitmap.width() > m_headWidth)
        return {Printed::no,
                {PrinterState::wrongMedia, "the label is " + std::to_string(bitmap.width()) +
                                               " dots wide, the head " + std::to_string(m_headWidth)}};
    const PrinterStatus before = status();
    if (before.state != PrinterState::ready) return {Printed::no, before};
    // A picture that was cut off still wants rows, and would swallow what comes next: white ones fill it up,
    // and are nothing to a printer that wants none.
    const std::string beginning = (m_mayWantRows ? whiteBand(m_headWidth) : "") + "\x1b@";
    if (const LineFault fault = sendCommand(*m_line, beginning); fault != LineFault::none)
        return {Printed::no, statusWithoutAnswer(*m_line, {{}, fault})};
    m_mayWantRows = false;
    const Tells tells = m_hasAnswered && isThrough(extraPatience) ? Tells::itsEnd : Tells::nothing;
    // From its first row on the picture comes out as it goes in.
    const Sent sent = m_line->send(encode(bitmap, m_headWidth, m_cutter), labelPatience);
    if (sent.fault != LineFault::none) return cutOff(statusWithoutAnswer(*m_line, {{}, sent.fault}));
    return waitForTheEnd(tells);
}

}  // namespace remise::drivers::escpos
