#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

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

enum class Received { bytes, end, timeout };

/// Appends what has come to the text.
using Receive = std::function<Received(std::string& appendTo)>;

/// Reads a body of at most `limit` bytes. `begun` holds what was received with the head already; what is left
/// in it afterwards belongs to the next request. Refused as too_large (before reading where the length is
/// told), too_slow, or bad_request when it ends early or its chunks are malformed.
domain::Outcome<std::string> readBody(const BodyFraming&, std::size_t limit, std::string& begun,
                                      const Receive& receive);

}  // namespace remise::http
