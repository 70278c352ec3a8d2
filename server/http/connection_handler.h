#pragma once

#include <Poco/Net/HTTPRequestHandler.h>

#include <chrono>
#include <functional>
#include <string>

namespace Poco::Net {
class HTTPServerRequestImpl;
}

namespace remise::http {

class EventStreams;
class Router;
struct Reply;
struct Request;

/// What every connection shares.
struct ConnectionContext {
    const Router& router;
    EventStreams& streams;
    std::chrono::milliseconds bodyDeadline;
    bool secure;
    std::string trustedProxy;
    /// So few threads are left that connections should not be kept for a next request.
    std::function<bool()> isCrowded;
};

/// One request: Poco's reading of the head becomes ours, the body is read by ourselves from the socket (with
/// one deadline for all of it), the router answers, the reply goes out.
class ConnectionHandler : public Poco::Net::HTTPRequestHandler {
public:
    explicit ConnectionHandler(const ConnectionContext& context) : m_context(context) {}

    void handleRequest(Poco::Net::HTTPServerRequest&, Poco::Net::HTTPServerResponse&) override;

private:
    [[nodiscard]] Reply answer(Poco::Net::HTTPServerRequestImpl&, Request&, bool& bodyIsRead) const;
    void startStream(Poco::Net::HTTPServerRequestImpl&, const Request&, Reply) const;

    const ConnectionContext& m_context;
};

}  // namespace remise::http
