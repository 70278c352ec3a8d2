#include "drivers/printers/conversation.h"

#include <string>

#include "drivers/printers/in_words.h"

namespace remise::drivers {
namespace {

constexpr std::size_t longestAnswer = 4096;
constexpr std::size_t oneRead = 512;
constexpr int mostReads = 64;

PrinterStatus statusOfFault(LineFault fault) {
    switch (fault) {
        case LineFault::unplugged:
            return {PrinterState::offline, "it is not there, or not any more"};
        case LineFault::refused:
            return {PrinterState::offline, "no way to the printer: nobody listens, or no right to use it"};
        case LineFault::stalled:
            return {PrinterState::unclear, "the printer refuses to talk (stalled)"};
        case LineFault::timeout:
            return {PrinterState::unclear, "the printer answers nothing"};
        case LineFault::none:
            break;
    }
    return {PrinterState::unclear, "the printer has no way to answer"};
}

void drain(Line& line) {
    constexpr Line::Patience atOnce{2};
    for (int reads = 0; reads < mostReads; ++reads) {
        const Received left = line.receive(oneRead, atOnce);
        if (left.bytes.empty() || left.fault != LineFault::none) return;
    }
}

bool isBroken(LineFault fault) {
    return fault == LineFault::unplugged || fault == LineFault::refused || fault == LineFault::stalled;
}

}  // namespace

Received listen(Line& line, const Complete& isComplete, Line::Patience patience) {
    Received heard{{}, LineFault::none};
    for (int reads = 0; reads < mostReads && heard.bytes.size() < longestAnswer; ++reads) {
        const Received more = line.receive(oneRead, patience);
        heard.bytes += more.bytes;
        if (isComplete(heard.bytes)) return heard;
        if (more.fault == LineFault::stalled && line.recover()) continue;
        heard.fault = more.fault;
        if (more.fault != LineFault::none || more.bytes.empty()) return heard;
    }
    heard.fault = LineFault::timeout;
    return heard;
}

bool isSilence(const Received& heard) {
    return heard.bytes.empty() && (heard.fault == LineFault::none || heard.fault == LineFault::timeout);
}

Received ask(Line& line, std::string_view question, const Complete& isComplete, Line::Patience patience) {
    drain(line);
    Sent sent = line.send(question, patience);
    if (isBroken(sent.fault) && line.recover()) sent = line.send(question, patience);
    if (sent.fault != LineFault::none) return {{}, sent.fault};
    return listen(line, isComplete, patience);
}

void pause(Line& line, Line::Patience patience) {
    // An answer to an earlier question may come meanwhile; the next question throws away the rest of it.
    static_cast<void>(line.receive(oneRead, patience));
}

PrinterStatus statusWithoutAnswer(Line& line, const Received& heard) {
    if (heard.fault == LineFault::unplugged || heard.fault == LineFault::refused)
        return statusOfFault(heard.fault);
    if (const auto port = line.portStatus())
        if (const PrinterStatus status = statusOfPort(*port); status.state != PrinterState::ready)
            return status;
    PrinterStatus status = statusOfFault(heard.fault);
    if (!heard.bytes.empty()) status.detail = "not understood: " + inWords(heard.bytes);
    return status;
}

/// Universal Serial Bus Device Class Definition for Printing Devices 1.1, 4.2.2 GET_PORT_STATUS.
PrinterStatus statusOfPort(std::uint8_t port) {
    constexpr std::uint8_t noError = 1 << 3, selected = 1 << 4, paperEmpty = 1 << 5;
    const std::string detail = "port status " + std::to_string(port);
    if ((port & paperEmpty) != 0) return {PrinterState::noMedia, detail + ": paper empty"};
    if ((port & noError) == 0) return {PrinterState::unclear, detail + ": a fault that it does not name"};
    if ((port & selected) == 0) return {PrinterState::paused, detail + ": not selected"};
    return {PrinterState::ready, detail};
}

LineFault sendCommand(Line& line, std::string_view command) {
    const Sent sent = line.send(command, answerPatience);
    if (sent.fault != LineFault::stalled || !line.recover()) return sent.fault;
    return line.send(command, answerPatience).fault;
}

}  // namespace remise::drivers
