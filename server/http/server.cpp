#include "server/http/server.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/ThreadPool.h>

#include <csignal>
#include <stdexcept>

#include "server/http/connection_handler.h"

namespace remise::http {
namespace {

namespace net = Poco::Net;
constexpr int backlog = 1024;

class HandlerFactory : public net::HTTPRequestHandlerFactory {
public:
    explicit HandlerFactory(const ConnectionContext& context) : m_context(context) {}
    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override {
        return new ConnectionHandler(m_context);  // Poco deletes it
    }

private:
    const ConnectionContext& m_context;
};

net::ServerSocket unboundSocket(const Server::Settings& settings) {
    if (settings.certificate.empty()) return {};
    net::Context::Params params;
    params.certificateFile = settings.certificate;
    params.privateKeyFile = settings.key;
    params.verificationMode = net::Context::VERIFY_NONE;  // clients are known by token, not by certificate
    net::Context::Ptr context = new net::Context(net::Context::TLS_SERVER_USE, params);
    context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
    const net::SecureServerSocket secure(context);
    return net::ServerSocket(static_cast<const net::Socket&>(secure));  // a second handle of the same socket
}

/// A port that was just left can be taken again, but never shared with a server that still runs.
net::ServerSocket listeningSocket(const Server::Settings& settings) {
    try {
        net::ServerSocket socket = unboundSocket(settings);
        socket.bind(net::SocketAddress(settings.address, settings.port), true, false);
        socket.listen(backlog);
        return socket;
    } catch (const Poco::Exception& fault) {
        throw std::runtime_error("listening on " + settings.address + " port " +
                                 std::to_string(settings.port) + ": " + fault.displayText());
    }
}

net::HTTPServerParams::Ptr parameters(const Server::Settings& settings) {
    net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
    params->setMaxThreads(settings.mostThreads);
    params->setMaxQueued(backlog);
    params->setKeepAlive(true);
    params->setMaxKeepAliveRequests(0);
    params->setKeepAliveTimeout(settings.idleTimeout.count() * 1000);
    params->setTimeout(settings.idleTimeout.count() * 1000);
    return params;
}

}  // namespace

struct Server::State {
    State(const Settings& settings, const Router& router, EventStreams& streams)
        : threads(2, settings.mostThreads + 1),
          context{router,
                  streams,
                  settings.bodyDeadline,
                  !settings.certificate.empty(),
                  settings.trustedProxy,
                  [this, most = settings.mostThreads] { return server.currentThreads() > most * 3 / 4; }},
          socket(listeningSocket(settings)),
          server(new HandlerFactory(context), threads, socket, parameters(settings)) {}

    Poco::ThreadPool threads;
    ConnectionContext context;
    net::ServerSocket socket;
    net::HTTPServer server;
};

Server::Server(const Settings& settings, const Router& router, EventStreams& streams) {
    std::signal(SIGPIPE, SIG_IGN);  // a client that went away is an error of one write, not our end
    m_state = std::make_unique<State>(settings, router, streams);
    m_state->server.start();
}

Server::~Server() {
    m_state->server.stopAll(false);
    m_state->threads.joinAll();
}

std::uint16_t Server::port() const {
    return m_state->socket.address().port();
}

int Server::connections() const {
    return m_state->server.currentConnections();
}

}  // namespace remise::http

#ifdef __SANITIZE_THREAD__
/// Poco's library is not built for the thread sanitizer, which therefore can't see that its reference counts
/// put the last use of a socket, notification or delegate before its end. Nothing of ours runs inside these.
extern "C" const char* __tsan_default_suppressions() {
    return "race:Poco::Net::SocketImpl::close\n"
           "race:Poco::Net::TCPConnectionNotification::~TCPConnectionNotification\n"
           "race:Poco::Net::TCPServer::run\n"
           "race:Poco::Delegate\n";
}
#endif
