#include "server/http/server.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/SecureServerSocket.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <stdexcept>

#include "server/http/event_streams.h"
#include "server/http/front.h"

namespace remise::http {
namespace {

namespace net = Poco::Net;
constexpr int backlog = 1024;

net::ServerSocket unboundSocket(const Server::Settings& settings) {
    if (settings.certificate.empty()) return {};
    net::Context::Params params;
    params.certificateFile = settings.certificate;
    params.privateKeyFile = settings.key;
    params.verificationMode = net::Context::VERIFY_NONE;  // clients are known by token, not by certificate
    net::Context::Ptr context = new net::Context(net::Context::TLS_SERVER_USE, params);
    context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
    // What is left of a reply is sent from where it then lies.
    ::SSL_CTX_set_mode(context->sslContext(),
                       SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
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

/// As many descriptors as the system grants, so that each client may have one.
std::int64_t raiseDescriptorLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::int64_t>(std::min<rlim_t>(limit.rlim_cur, 1 << 20));
}

/// Half of the descriptors at most: the others are for streams, files and the database.
Server::Settings withinLimits(Server::Settings settings) {
    settings.room.connections = std::min(settings.room.connections, raiseDescriptorLimit() / 2);
    return settings;
}

}  // namespace

struct Server::State {
    State(const Settings& settings, const Router& theRouter, EventStreams& theStreams)
        : router(theRouter),
          streams(theStreams),
          socket(listeningSocket(settings)),
          front(withinLimits(settings), socket, theRouter, theStreams) {}

    const Router& router;
    EventStreams& streams;
    net::ServerSocket socket;
    Front front;
};

Server::Server(const Settings& settings, const Router& router, EventStreams& streams) {
    std::signal(SIGPIPE, SIG_IGN);  // a client that went away is an error of one write, not our end
    m_state = std::make_unique<State>(settings, router, streams);
}

Server::~Server() = default;

void Server::stop() {
    m_state->front.stop();
    m_state->streams.end();
}

bool Server::waitUntilDrained(std::chrono::milliseconds longest) {
    return m_state->front.waitUntilDrained(longest);
}

std::uint16_t Server::port() const {
    return m_state->socket.address().port();
}

int Server::connections() const {
    return static_cast<int>(m_state->router.traffic().connections);
}

}  // namespace remise::http

#ifdef __SANITIZE_THREAD__
/// Poco's library is not built for the thread sanitizer, which therefore can't see that its reference counts
/// put the last use of a socket before its end. Nothing of ours runs inside this.
extern "C" const char* __tsan_default_suppressions() {
    return "race:Poco::Net::SocketImpl::close\n";
}
#endif
