#include "server/http/head_intake.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"

namespace remise::http {
namespace {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Verdict;

/// A head that is too large by little still comes whole, and readHead says what is too large about it.
constexpr std::size_t mostReceived = longestAddress + largestHead + 12 * 1024;
/// Tiny fields take much more memory than they have bytes.
constexpr std::size_t mostFields = 100;

Refusal malformed(const std::string& why) {
    return Refusal(refusals::badRequest, {{"why", why}});
}

bool isToken(std::string_view text) {
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               marks.find(c) != marks.npos;
    });
}

}  // namespace

domain::Outcome<bool> HeadIntake::take(const std::string& received) {
    for (;;) {
        const auto end = received.find('\n', m_searched);
        if (std::min(end, received.size()) > mostReceived)
            return m_head.method.empty()
                       ? Refusal(refusals::addressTooLong, {{"limit", std::to_string(longestAddress)}})
                       : Refusal(refusals::headersTooLarge);
        m_searched = end == received.npos ? received.size() : end + 1;
        if (end == received.npos) return false;
        if (end == m_line || received[end - 1] != '\r') return malformed("CR LF");
        const std::string_view line(received.data() + m_line, end - 1 - m_line);
        m_line = m_searched;
        if (line.empty() && !m_head.method.empty()) return true;
        if (const auto taken = takeLine(line); !taken) return taken.refusal();
    }
}

/// Empty lines before the first one are left over from careless senders, and mean nothing.
Verdict HeadIntake::takeLine(std::string_view line) {
    if (!m_head.method.empty()) return takeField(line);
    return line.empty() ? Verdict() : takeRequestLine(line);
}

Verdict HeadIntake::takeRequestLine(std::string_view line) {
    const auto parts = split(line, ' ');
    if (parts.size() != 3 || !isToken(parts[0])) return malformed("HTTP");
    m_isOld = parts[2] == "HTTP/1.0";
    if (!m_isOld && parts[2] != "HTTP/1.1") return malformed("HTTP/1.1");
    m_head.method = parts[0];
    m_head.target = parts[1];
    return {};
}

Verdict HeadIntake::takeField(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) return malformed("headers");
    if (m_head.headers.size() == mostFields) return Refusal(refusals::headersTooLarge);
    m_head.headers.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
    return {};
}

}  // namespace remise::http
