#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/domain/command.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"

namespace remise::http {

/// Events that somebody missed who comes back to a stream, and the number of the last one.
struct Missed {
    std::string events;
    std::uint64_t last = 0;
};

/// The answer to one request. Security headers, request number and length are added on its way out.
struct Reply {
    int status = 200;
    std::string type;  ///< Content-Type; empty for a reply without body
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string channel;             ///< event stream to stay connected to; empty for everything else
    std::function<Missed()> missed;  ///< asked once the stream is joined, so that nothing falls between
    std::optional<domain::Refusal> refusal;  ///< kept, so that a browser gets a page in place of JSON

    static Reply json(const domain::Value&, int status = 200);
    static Reply jsonText(std::string, int status = 200);
    static Reply html(std::string, int status = 200);
    static Reply text(std::string, int status = 200);
    static Reply bytes(std::string type, std::string body);
    static Reply empty(int status = 204);
    /// 303: the browser asks `to` with GET. `to` is ours (a path), never taken from outside unchecked.
    static Reply redirect(std::string to);
    /// How every handler says no, page or API alike: application/problem+json (RFC 9457) with `code`, or for
    /// a browser outside /api the page that says the same.
    static Reply problem(const domain::Refusal&, domain::Language);
    /// The same for a command that the ledger has refused.
    static Reply problem(const domain::CommandReply&, domain::Language);
    /// Server-sent events of `channel` (see event_streams.h). `first` is sent at once, e.g. what was missed.
    static Reply eventStream(std::string channel, std::string first = {});

    /// Adds a header; `Set-Cookie` may come several times. Throws std::logic_error on control characters.
    Reply& with(std::string name, std::string value);
};

/// What a status is called in the title of a problem or an error page.
std::string_view statusTitle(int status, domain::Language);

}  // namespace remise::http
