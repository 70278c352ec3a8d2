#include "server/http/read_body.h"

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

Refusal tooLarge(std::size_t limit) {
    return Refusal(refusals::tooLarge,
                   {{"limit", limit < 1024 ? std::to_string(limit) : std::to_string(limit / 1024) + " Kio"}});
}

std::optional<std::size_t> readNumber(std::string_view text, int base) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

Verdict receiveMore(std::string& begun, const Receive& receive) {
    switch (receive(begun)) {
        case Received::bytes:
            return {};
        case Received::end:
            return badBody("Content-Length");
        case Received::timeout:
            break;
    }
    return Refusal(refusals::tooSlow);
}

/// Moves `length` bytes from what was begun, and what comes, to `body`.
Verdict take(std::size_t length, std::string& body, std::string& begun, const Receive& receive) {
    while (begun.size() < length)
        if (const auto more = receiveMore(begun, receive); !more) return more;
    body.append(begun, 0, length);
    begun.erase(0, length);
    return {};
}

domain::Outcome<std::string> takeLine(std::string& begun, const Receive& receive) {
    std::size_t end;
    while ((end = begun.find("\r\n")) == begun.npos) {
        if (begun.size() > longestChunkLine) return badBody("chunked");
        if (const auto more = receiveMore(begun, receive); !more) return more.refusal();
    }
    std::string line = begun.substr(0, end);
    begun.erase(0, end + 2);
    return line;
}

/// Trailers after the last chunk are read and forgotten.
Verdict skipTrailers(std::string& begun, const Receive& receive) {
    for (std::size_t read = 0; read <= longestChunkLine;) {
        const auto line = takeLine(begun, receive);
        if (!line) return line.refusal();
        if (line->empty()) return {};
        read += line->size();
    }
    return badBody("chunked");
}

domain::Outcome<std::string> readChunks(std::size_t limit, std::string& begun, const Receive& receive) {
    std::string body;
    for (;;) {
        const auto line = takeLine(begun, receive);
        if (!line) return line.refusal();
        const auto length = readNumber(trimmed(split(*line, ';').front()), 16);
        if (!length) return badBody("chunked");
        if (*length > limit || body.size() + *length > limit) return tooLarge(limit);
        if (*length == 0) break;
        if (const auto taken = take(*length, body, begun, receive); !taken) return taken.refusal();
        if (const auto end = takeLine(begun, receive); !end || !end->empty())
            return end ? badBody("chunked") : end.refusal();
    }
    if (const auto skipped = skipTrailers(begun, receive); !skipped) return skipped.refusal();
    return body;
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

domain::Outcome<std::string> readBody(const BodyFraming& framing, std::size_t limit, std::string& begun,
                                      const Receive& receive) {
    if (framing.chunked) return readChunks(limit, begun, receive);
    if (framing.length > limit) return tooLarge(limit);
    std::string body;
    if (const auto taken = take(framing.length, body, begun, receive); !taken) return taken.refusal();
    return body;
}

}  // namespace remise::http
