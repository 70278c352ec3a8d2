#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/http/route_pattern.h"
#include "server/http/traffic.h"

namespace remise::http {

using Handler = std::function<Reply(const Request&)>;

/// Open routes (static files, probes) ask neither who it is nor whether they may.
enum class Access { guarded, open };

/// Whose turn it is when many ask at once.
enum class Lane {
    ordinary,
    ahead,   ///< never waits behind ordinary requests: a scan on the floor before somebody's long list
    atOnce,  ///< answered by the thread that reads, however full it is: open routes whose handler never waits
};

/// One line of the table of routes. A pattern's {name} stands for one segment, {name...} for all that follow.
/// A pattern with words wins over one with names. HEAD comes with GET.
struct Route {
    std::string method;
    std::string pattern;
    Handler handler;
    std::size_t bodyLimit = 1 << 20;  ///< bytes; longer bodies are refused before they are read
    Access access = Access::guarded;
    std::size_t publicBodyLimit = 1 << 20;  ///< the same for who is not signed in, where that is less
    Lane lane = Lane::ordinary;
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

/// The one table of routes, and the one place where a fault is caught.
class Router {
public:
    explicit Router(Guards);

    /// Throws std::logic_error when the same method and pattern is there already.
    void add(Route);
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

    /// From now on every reply tells browsers to come by TLS only, for a year.
    void requireTls() { m_tlsOnly = true; }

    /// The route that this method and path ask for, its parameters into the request; null when there is none.
    const Route* find(Request&) const;
    /// Finds the route unless it is found already, asks the guards, checks size and form token, calls the
    /// handler. Never throws.
    Reply dispatch(Request&) const;
    /// The reply to a request that is refused before it can be dispatched.
    Reply refuse(Request&, const domain::Refusal&) const;
    /// The same without a page: for who has no time to make one.
    Reply refuseAtOnce(Request&, const domain::Refusal&) const;
    [[nodiscard]] Traffic& traffic() const { return m_traffic; }

private:
    [[nodiscard]] Reply answer(Request&) const;
    [[nodiscard]] Reply call(Request&) const;
    [[nodiscard]] Reply nothingThere(const Request&) const;
    [[nodiscard]] Reply finish(const Request&, Reply) const;
    [[nodiscard]] Reply complete(const Request&, Reply) const;
    [[nodiscard]] Reply forBrowser(const Request&, Reply problem) const;
    /// The one catch: whatever goes wrong in `work` becomes a reply with a number, and a line for the log.
    [[nodiscard]] Reply safely(const Request&, const std::function<Reply()>& work) const;
    [[nodiscard]] std::string allowedMethods(const std::vector<std::string>& segments) const;

    Guards m_guards;
    bool m_tlsOnly = false;
    std::vector<Route> m_routes;
    std::vector<RoutePattern> m_patterns;  ///< of the routes, in the same order
    mutable Traffic m_traffic;
};

}  // namespace remise::http
