#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/domain/outcome.h"
#include "server/http/request.h"

namespace remise::http {

inline constexpr std::size_t longestAddress = 4096;
inline constexpr std::size_t largestHead = 32 * 1024;

/// What came before the body, as it was on the wire.
struct Head {
    std::string method;
    std::string target;                                        ///< path and query
    std::vector<std::pair<std::string, std::string>> headers;  ///< in order, repeated ones too
};

/// Fills method, path, query, headers, cookies and language. Refused when the address is too long or has bad
/// escapes, the headers are too large or have control characters, or one that must be single comes twice. As
/// much as could be read is there even then, so that the refusal can be told in the asker's language.
domain::Verdict readHead(const Head&, Request&);

}  // namespace remise::http
