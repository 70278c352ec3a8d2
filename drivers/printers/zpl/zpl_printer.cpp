#include "drivers/printers/zpl/zpl_printer.h"

#include <charconv>
#include <optional>
#include <string>

#include "drivers/printers/zpl/zpl.h"

namespace remise::drivers::zpl {
namespace {

constexpr std::string_view hostStatus = "~HS\n";
constexpr std::string_view hostErrors = "~HQES\n";
constexpr std::string_view cancelAll = "~JA\n";
constexpr std::string_view endOfFormat = "^XZ\n";

/// A label takes a second or two; a hundred questions with a tenth of a second between them are generous.
constexpr int mostQuestions = 100;
constexpr Line::Patience betweenQuestions{100};
/// Printers that do not know a question are silent: no long wait for an answer that may never come.
constexpr Line::Patience extraPatience{300};

/// STX model,version,dots per millimetre,memory ETX
std::optional<labels::Resolution> resolutionIn(std::string_view heard) {
    std::size_t at = heard.find('\x02');
    for (int commas = 0; commas < 2 && at != std::string_view::npos; ++commas)
        at = heard.find(',', at + 1);
    if (at == std::string_view::npos) return std::nullopt;
    int dots = 0;
    std::from_chars(heard.data() + at + 1, heard.data() + heard.size(), dots);
    if (dots == 12) return labels::dpi300;
    const bool isKnown = dots == 6 || dots == 8 || dots == 24;
    return isKnown ? std::optional(labels::Resolution{static_cast<double>(dots)}) : std::nullopt;
}

}  // namespace

ZplPrinter::ZplPrinter(PrinterIdentity identity, std::unique_ptr<Line> line, labels::Dots headWidth)
    : m_identity(std::move(identity)), m_line(std::move(line)), m_headWidth(headWidth) {
}

void ZplPrinter::askResolution() {
    const auto isWhole = [](std::string_view heard) { return heard.find('\x03') != std::string_view::npos; };
    const Received heard = ask(*m_line, "~HI\n", isWhole, extraPatience);
    if (const auto resolution = resolutionIn(heard.bytes)) m_identity.resolution = *resolution;
}

ZplPrinter::Found ZplPrinter::found() {
    const Received heard =
        ask(*m_line, hostStatus, [](std::string_view bytes) { return readHostStatus(bytes).has_value(); });
    if (const auto host = readHostStatus(heard.bytes)) {
        if (!m_hasAnswered) askResolution();
        m_hasAnswered = true;
        return {statusWithErrors(*host), true, host->halfAFormat};
    }
    PrinterStatus status = statusWithoutAnswer(*m_line, heard);
    // Imitations that never answer ~HS still have a port that says whether they can print. A Zebra that is
    // silent, and whatever answered before, has its lid open or its roll empty (manual, ~HS).
    const bool mayBeSilent = !m_hasAnswered && !m_identity.maker.starts_with("Zebra");
    const bool isSilent = isSilence(heard) && status.state == PrinterState::unclear;
    if (const auto port = m_line->portStatus(); mayBeSilent && isSilent && port) status = statusOfPort(*port);
    return {status, false, false};
}

PrinterStatus ZplPrinter::status() {
    return found().status;
}

/// ~HS knows neither cutter nor broken head: whoever looks ready is asked for them too.
PrinterStatus ZplPrinter::statusWithErrors(const HostStatus& host) {
    PrinterStatus status = statusOf(host, std::nullopt);
    if (status.state != PrinterState::ready || !m_tellsErrors) return status;
    const auto isComplete = [](std::string_view bytes) { return readHostErrors(bytes).has_value(); };
    const Received heard = ask(*m_line, hostErrors, isComplete, extraPatience);
    const auto errors = readHostErrors(heard.bytes);
    m_tellsErrors = errors.has_value();
    return errors ? statusOf(host, errors) : status;
}

ZplPrinter::Found ZplPrinter::foundWhenIdle() {
    Found now = found();
    for (int asked = 1; asked < mostQuestions && now.status.state == PrinterState::busy; ++asked) {
        pause(*m_line, betweenQuestions);
        now = found();
    }
    return now;
}

/// Whatever is left of our label in the printer must not come out later, when somebody has put a roll in.
PrintResult ZplPrinter::givenUp(Printed printed, PrinterStatus status) {
    sendCommand(*m_line, cancelAll);
    return {printed, std::move(status)};
}

PrintResult ZplPrinter::waitForTheEnd(const Found& before) {
    pause(*m_line, betweenQuestions);  // some answer ~HS before they have begun with what came ahead of it
    const Found end = foundWhenIdle();
    if (end.status.state == PrinterState::ready && end.answered == before.answered)
        return {Printed::yes, end.status};
    return givenUp(Printed::inDoubt, end.status);
}

PrintResult ZplPrinter::print(const labels::Bitmap& bitmap, std::string_view) {
    if (m_headWidth > 0 && bitmap.width() > m_headWidth)
        return {Printed::no,
                {PrinterState::wrongMedia, "the label is " + std::to_string(bitmap.width()) +
                                               " dots wide, the head " + std::to_string(m_headWidth)}};
    const Found before = foundWhenIdle();
    if (before.status.state != PrinterState::ready) return {Printed::no, before.status};
    if (before.halfAFormat) sendCommand(*m_line, cancelAll);

    // Nothing is printed before the end of the format is there: it goes alone, and until then nothing is in
    // doubt, whatever happened to the bytes before it.
    const std::string label = encode(bitmap);
    const std::string_view body = std::string_view(label).substr(0, label.size() - endOfFormat.size());
    Sent sent = m_line->send(body, labelPatience);
    if (sent.fault == LineFault::stalled && sendCommand(*m_line, cancelAll) == LineFault::none)
        sent = m_line->send(body, labelPatience);
    if (sent.fault != LineFault::none)
        return givenUp(Printed::no, statusWithoutAnswer(*m_line, {{}, sent.fault}));
    sent = m_line->send(endOfFormat, labelPatience);
    if (sent.fault != LineFault::none)
        return givenUp(Printed::inDoubt, statusWithoutAnswer(*m_line, {{}, sent.fault}));
    return waitForTheEnd(before);
}

}  // namespace remise::drivers::zpl
