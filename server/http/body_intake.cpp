#include "server/http/body_intake.h"

#include <algorithm>
#include <charconv>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"

namespace remise::http {
namespace {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Verdict;

constexpr std::size_t longestChunkLine = 1024;

Refusal badBody(const std::string& why) {
    return Refusal(refusals::badRequest, {{"why", why}});
}

std::optional<std::size_t> readNumber(std::string_view text, int base) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

}  // namespace

domain::Outcome<BodyFraming> bodyFraming(const std::optional<std::string>& contentLength,
                                         const std::optional<std::string>& transferEncoding) {
    if (transferEncoding) {
        if (contentLength || lowerCase(trimmed(*transferEncoding)) != "chunked")
            return badBody("Transfer-Encoding");
        return BodyFraming{true, 0};
    }
    const auto length = contentLength ? readNumber(trimmed(*contentLength), 10) : 0;
    if (!length) return badBody("Content-Length");
    return BodyFraming{false, *length};
}

Refusal tooLarge(std::size_t limit) {
    return Refusal(refusals::tooLarge,
                   {{"limit", limit < 1024 ? std::to_string(limit) : std::to_string(limit / 1024) + " Kio"}});
}

domain::Outcome<bool> BodyIntake::take(std::string_view& received) {
    if (m_framing.chunked) return takeChunks(received);
    if (m_framing.length > m_limit) return tooLarge(m_limit);
    return takeData(received, m_framing.length);
}

/// True once the body has this size.
bool BodyIntake::takeData(std::string_view& received, std::size_t until) {
    const std::size_t count = std::min(until - m_body.size(), received.size());
    m_body.append(received.substr(0, count));
    received.remove_prefix(count);
    return m_body.size() == until;
}

domain::Outcome<bool> BodyIntake::takeChunks(std::string_view& received) {
    while (!m_isWhole) {
        if (m_part == Part::data) {
            if (!takeData(received, m_chunkEnd)) return false;
            m_part = Part::lineBreak;
        }
        const auto end = received.find("\r\n");
        if (std::min(end, received.size()) > longestChunkLine) return badBody("chunked");
        if (end == received.npos) return false;
        const auto line = received.substr(0, end);
        if (!isPlainText(line)) return badBody("chunked");
        received.remove_prefix(end + 2);
        if (const auto taken = takeLine(line); !taken) return taken.refusal();
    }
    return true;
}

/// What follows the last chunk is read and forgotten.
Verdict BodyIntake::takeLine(std::string_view line) {
    if (m_part == Part::size) return beginChunk(line);
    if (m_part == Part::lineBreak) {
        m_part = Part::size;
        return line.empty() ? Verdict() : badBody("chunked");
    }
    m_isWhole = line.empty();
    if (!m_isWhole && line.find(':') == line.npos) return badBody("chunked");
    m_trailers += line.size();
    return m_trailers > longestChunkLine ? badBody("chunked") : Verdict();
}

Verdict BodyIntake::beginChunk(std::string_view line) {
    const auto length = readNumber(trimmed(line.substr(0, line.find(';'))), 16);
    if (!length) return badBody("chunked");
    if (*length > m_limit - m_body.size()) return tooLarge(m_limit);
    m_chunkEnd = m_body.size() + *length;
    m_part = *length == 0 ? Part::trailers : Part::data;
    return {};
}

}  // namespace remise::http
