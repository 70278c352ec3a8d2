#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/reply.h"
#include "server/http/request.h"

namespace remise::http {

using Handler = std::function<Reply(const Request&)>;

/// One line of the table of routes. A pattern's {name} stands for one segment, {name...} for all that follow.
/// A pattern with words wins over one with names. HEAD comes with GET.
struct Route {
    std::string method;
    std::string pattern;
    Handler handler;
    std::size_t bodyLimit = 1 << 20;  ///< bytes; longer bodies are refused before they are read
};

/// What the router asks of others.
struct Guards {
    /// Fills `caller` from the bearer token or session cookie; nobody in particular is no refusal.
    std::function<domain::Verdict(Request&)> authenticate;
    /// May this caller use this route?
    std::function<domain::Verdict(const Request&, const Route&)> authorise;
    /// A refusal that tells a fault better than internal_fault does (a database that is away); may be unset.
    std::function<std::optional<domain::Refusal>(const std::exception&)> explainFault;
    /// The page that tells a refusal to a person; unset: problem+json for browsers too.
    std::function<Reply(const domain::Refusal&, const Request&)> refusalPage;
};

/// For tests of handlers: everybody may do everything, the caller is who the request says.
Guards noGuards();

/// Reads the body, at most `limit` bytes, or says why not.
using BodyReader = std::function<domain::Outcome<std::string>(std::size_t limit)>;

/// The one table of routes, and the one place where a fault is caught.
class Router {
public:
    explicit Router(Guards);

    /// Throws std::logic_error when the same method and pattern is there already.
    void add(Route);
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

    /// Finds the route, asks the guards, reads the body, checks the form token, calls the handler. Never
    /// throws.
    Reply dispatch(Request&, const BodyReader&) const;
    /// The same for a request that has its body already.
    Reply dispatch(Request&) const;

private:
    struct Match;
    Reply answer(Request&, const BodyReader&) const;
    Reply fault(const Request&, const std::exception&) const;
    [[nodiscard]] Match find(std::string_view method, const std::vector<std::string>& segments) const;
    [[nodiscard]] std::string allowedMethods(const std::vector<std::string>& segments) const;

    Guards m_guards;
    std::vector<Route> m_routes;
    std::vector<std::vector<std::string>> m_patterns;  ///< the routes' patterns, by segments
};

}  // namespace remise::http
