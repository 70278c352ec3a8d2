#include "drivers/printers/brother_ql/brother_ql_printer.h"

#include <string>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/in_words.h"

namespace remise::drivers::brother_ql {
namespace {

constexpr int mostQuestions = 50;
constexpr Line::Patience betweenQuestions{100};
/// The longest label takes ten seconds; a hot head rests before it goes on.
constexpr Line::Patience wordPatience{1000};
constexpr int mostSilences = 30;
constexpr int fewSilences = 2;

/// The answer to a question, among what the printer says of its own accord.
std::optional<Status> replyIn(std::string_view bytes) {
    while (const auto status = takeStatus(bytes))
        if (status->kind == Status::Kind::reply) return status;
    return std::nullopt;
}

/// The phase is still "printing" when a label is told to be done.
PrinterStatus statusAfter(Status done) {
    done.isPrinting = false;
    return statusOf(done);
}

}  // namespace

BrotherQlPrinter::BrotherQlPrinter(PrinterIdentity identity, std::unique_ptr<Line> line, const Model& model,
                                   std::optional<Medium> toldRoll)
    : m_identity(std::move(identity)), m_line(std::move(line)), m_model(model), m_toldRoll(toldRoll) {
}

BrotherQlPrinter::Found BrotherQlPrinter::found() {
    const std::string question = beginning(m_model) + std::string(askStatus);
    const Received heard =
        ask(*m_line, question, [](std::string_view bytes) { return replyIn(bytes).has_value(); });
    if (const auto reply = replyIn(heard.bytes))
        return {statusOf(*reply), mediumOf(reply->mediaType, reply->mediaWidth, reply->mediaLength), true};
    const PrinterStatus status = statusWithoutAnswer(*m_line, heard);
    const bool isSilent = heard.bytes.empty() && heard.fault == LineFault::timeout;
    if (isSilent && m_toldRoll)
        return {
            {PrinterState::ready, "it takes bytes, and tells nothing over the network"}, m_toldRoll, false};
    return {status, std::nullopt, false};
}

BrotherQlPrinter::Found BrotherQlPrinter::foundWhenIdle() {
    Found now = found();
    for (int asked = 1; asked < mostQuestions && now.status.state == PrinterState::busy; ++asked) {
        pause(*m_line, betweenQuestions);
        now = found();
    }
    return now;
}

PrinterStatus BrotherQlPrinter::status() {
    return found().status;
}

/// Whatever the printer still has of the label is forgotten, so that it does not come out later.
PrintResult BrotherQlPrinter::givenUp(Printed printed, PrinterStatus status) {
    sendCommand(*m_line, beginning(m_model));
    return {printed, std::move(status)};
}

/// Listens until the printer says that the label is done, or what came in between.
PrintResult BrotherQlPrinter::waitForTheEnd(int mostSilent) {
    std::string heard;
    bool hasBegun = false;
    for (int silences = 0; silences < mostSilent;) {
        const Received more = m_line->receive(512, wordPatience);
        heard += more.bytes;
        if (more.fault == LineFault::stalled && m_line->recover()) {
            ++silences;
            continue;
        }
        if (more.fault != LineFault::none && more.fault != LineFault::timeout)
            return {Printed::inDoubt, statusWithoutAnswer(*m_line, more)};
        if (more.bytes.empty() && more.fault == LineFault::none) break;
        if (more.bytes.empty()) ++silences;
        std::string_view left = heard;
        while (const auto said = takeStatus(left)) {
            if (said->kind == Status::Kind::printingCompleted) return {Printed::yes, statusAfter(*said)};
            hasBegun = hasBegun || said->isPrinting;
            if (said->kind == Status::Kind::error || said->kind == Status::Kind::turnedOff)
                return givenUp(hasBegun ? Printed::inDoubt : Printed::no, statusOf(*said));
        }
        heard.erase(0, heard.size() - left.size());
    }
    return givenUp(Printed::inDoubt, {PrinterState::unclear, "no word on the end; heard " + inWords(heard)});
}

PrintResult BrotherQlPrinter::send(const labels::Bitmap& printable, const Found& before) {
    const Stream stream = encode(printable, *before.medium, m_model);
    if (const Sent sent = m_line->send(stream.settings, labelPatience); sent.fault != LineFault::none)
        return givenUp(Printed::no, statusWithoutAnswer(*m_line, {{}, sent.fault}));
    // The printer may begin before it has everything, and stops taking bytes when it has something to say.
    const Sent sent = m_line->send(stream.picture + stream.ending, labelPatience);
    if (sent.fault == LineFault::unplugged || sent.fault == LineFault::refused)
        return {Printed::inDoubt, statusWithoutAnswer(*m_line, {{}, sent.fault})};
    if (!before.answered && sent.fault == LineFault::none) return {Printed::yes, before.status};
    return waitForTheEnd(sent.fault == LineFault::none ? mostSilences : fewSilences);
}

PrintResult BrotherQlPrinter::print(const labels::Bitmap& label, std::string_view) {
    const Found before = foundWhenIdle();
    if (before.status.state != PrinterState::ready) return {Printed::no, before.status};
    if (!before.medium)
        return {Printed::no, {PrinterState::wrongMedia, "no roll that we know: " + before.status.detail}};
    const bool isReached = m_model.head.offset + before.medium->offset + before.medium->printableWidth <=
                           m_model.head.bytesPerRow * 8;
    const auto printable = fitted(label, *before.medium);
    if (!printable || !isReached)
        return {Printed::no,
                {PrinterState::wrongMedia,
                 "a label of " + std::to_string(label.width()) + "x" + std::to_string(label.height()) +
                     " dots does not fit the roll " + std::string(before.medium->name)}};
    return send(*printable, before);
}

}  // namespace remise::drivers::brother_ql
