#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/outcome.h"

namespace remise::http {

/// How the length of a body is told (RFC 9112, section 6).
struct BodyFraming {
    bool chunked = false;
    std::size_t length = 0;  ///< of a body that is not chunked; 0 when there is none

    [[nodiscard]] bool isEmpty() const { return !chunked && length == 0; }
};

/// Refused (bad_request) when both headers are there, a length is no number or is given twice, or the coding
/// is another than chunked: two programs must never disagree on where a request ends.
domain::Outcome<BodyFraming> bodyFraming(const std::optional<std::string>& contentLength,
                                         const std::optional<std::string>& transferEncoding);

/// The refusal of a body of more than this.
domain::Refusal tooLarge(std::size_t limit);

/// Takes a body of at most `limit` bytes while it comes.
class BodyIntake {
public:
    BodyIntake(BodyFraming framing, std::size_t limit) : m_framing(framing), m_limit(limit) {}

    /// Takes what belongs to the body off the front of `received`; true once the body is whole. Refused as
    /// too_large (before anything is taken, where the length is told) or bad_request when chunks are
    /// malformed.
    domain::Outcome<bool> take(std::string_view& received);

    [[nodiscard]] std::size_t size() const { return m_body.size(); }
    std::string release() { return std::move(m_body); }

private:
    enum class Part { size, data, lineBreak, trailers };

    bool takeData(std::string_view& received, std::size_t until);
    domain::Outcome<bool> takeChunks(std::string_view& received);
    [[nodiscard]] domain::Verdict takeLine(std::string_view line);
    [[nodiscard]] domain::Verdict beginChunk(std::string_view line);

    BodyFraming m_framing;
    std::size_t m_limit;
    std::string m_body;
    Part m_part = Part::size;
    std::size_t m_chunkEnd = 0;  ///< the body's size once this chunk is in it
    std::size_t m_trailers = 0;  ///< bytes of them so far
    bool m_isWhole = false;
};

}  // namespace remise::http
