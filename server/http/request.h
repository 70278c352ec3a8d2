#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/ids.h"
#include "server/domain/language.h"
#include "server/domain/outcome.h"
#include "server/domain/roles.h"

namespace remise::http {

struct Route;

/// Who asks, filled in by the router's `authenticate`. Without a role it is the public.
struct Caller {
    std::optional<domain::Role> role;
    domain::Uuid id;
    std::string name;  ///< shown to themselves in the page's head
    std::string site;
    std::string association;  ///< the association's UUID; empty for everybody else
    std::string csrf;         ///< the session's form token; empty for a bearer, who needs none
    domain::Uuid actor;
    domain::Uuid lastingActor;
    std::optional<std::string> station;  ///< where a terminal stands; nothing: it may name any
};

/// The fields of a submitted form. A field may come several times (check boxes).
class Form {
public:
    using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

    Form() = default;
    explicit Form(Fields fields) : m_fields(std::move(fields)) {}

    [[nodiscard]] bool has(std::string_view name) const { return m_fields.find(name) != m_fields.end(); }
    /// The first value, without blanks around; empty when there is none.
    [[nodiscard]] std::string text(std::string_view name) const;
    /// The first value as it was sent: for passwords.
    [[nodiscard]] std::string exactText(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;
    /// A whole number; refused (bad_parameter) when absent or anything else.
    [[nodiscard]] domain::Outcome<std::int64_t> integer(std::string_view name) const;

private:
    Fields m_fields;
};

/// What a number may be; by itself anything from 0.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// What was asked, with every limit applied: all text is valid UTF-8 without control characters (the body is
/// raw bytes), the body is no longer than its route allows.
struct Request {
    std::string method;
    std::string path;  ///< as sent, still percent-encoded: "/api/v1/units/BCDFGHJR"
    std::map<std::string, std::string> parameters;  ///< {names} of the route's pattern, decoded
    std::map<std::string, std::string> query;       ///< decoded; a name given twice keeps its first value
    std::map<std::string, std::string> headers;     ///< names in lower case
    std::map<std::string, std::string> cookies;
    std::string body;
    domain::Language language = domain::Language::french;
    std::string remote;   ///< who asks: the peer, or whom the one trusted proxy asks for
    bool secure = false;  ///< over TLS: cookies may be marked Secure
    domain::Milliseconds receivedAt = 0;
    std::string id;  ///< number of this request, in logs, replies and on error pages
    Caller caller;
    const Route* route = nullptr;  ///< once the router has found it

    [[nodiscard]] std::optional<std::string> queryValue(const std::string& name) const;
    /// Empty when absent.
    [[nodiscard]] std::string header(const std::string& lowerCaseName) const;
    [[nodiscard]] std::string parameter(const std::string& name) const;
    /// A whole number of the query; the fallback only when it is absent, refused (bad_parameter) when it is
    /// no number or out of bounds.
    [[nodiscard]] domain::Outcome<std::int64_t> queryInteger(const std::string& name, std::int64_t fallback,
                                                             Bounds = {}) const;
    /// application/x-www-form-urlencoded, at most 500 fields; refused (bad_form) otherwise.
    [[nodiscard]] domain::Outcome<Form> form() const;
    /// The reply goes to a person's browser: never below /api, elsewhere unless `Accept` asks for JSON only.
    [[nodiscard]] bool wantsHtml() const;
    /// Path with its query, to come back to after signing in or changing the language.
    [[nodiscard]] std::string address() const;
};

/// `wanted` when it is a path on this server, else `fallback`: what a person is sent back to is never another
/// site's page.
std::string localAddress(std::string_view wanted, std::string_view fallback);

}  // namespace remise::http
