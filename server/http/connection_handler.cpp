#include "server/http/connection_handler.h"

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/HTTPServerSession.h>
#include <Poco/Net/NetException.h>

#include <array>

#include "server/domain/refusals.h"
#include "server/http/client_address.h"
#include "server/http/event_streams.h"
#include "server/http/read_body.h"
#include "server/http/read_head.h"
#include "server/http/router.h"
#include "server/http/socket_outlet.h"

namespace remise::http {
namespace {

namespace net = Poco::Net;
using Clock = std::chrono::steady_clock;

Head headOf(const net::HTTPServerRequest& request) {
    Head head{request.getMethod(), request.getURI(), {}};
    for (const auto& [name, value] : request)
        head.headers.emplace_back(name, value);
    return head;
}

std::optional<std::string> headerOf(const Request& request, const std::string& name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::nullopt : std::optional(found->second);
}

/// Receives with what is left of the deadline as its timeout.
Received receive(net::StreamSocket& socket, Clock::time_point deadline, std::string& text) {
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(deadline - Clock::now()).count();
    if (left <= 0) return Received::timeout;
    std::array<char, 16384> bytes;
    try {
        socket.setReceiveTimeout(left);
        const int count = socket.receiveBytes(bytes.data(), bytes.size());
        if (count > 0) text.append(bytes.data(), static_cast<std::size_t>(count));
        return count > 0 ? Received::bytes : Received::end;
    } catch (const Poco::TimeoutException&) {
        return Received::timeout;
    } catch (const net::NetException&) {
        return Received::end;
    }
}

/// A reply to a body that was not read would be lost: closing at once resets the connection under it. So say
/// that nothing more comes, and let what is on its way run out, for a moment.
void closeGently(net::StreamSocket& socket) {
    constexpr std::size_t mostIgnored = 16 << 20;
    try {
        socket.shutdownSend();
        const auto deadline = Clock::now() + std::chrono::seconds(1);
        std::string ignored;
        for (std::size_t total = 0; total < mostIgnored; total += ignored.size()) {
            ignored.clear();
            if (receive(socket, deadline, ignored) != Received::bytes) return;
        }
    } catch (const Poco::Exception&) {
        return;  // gone already, which is what was wanted
    }
}

/// Whose streams are counted together.
std::string followerOf(const Request& request) {
    return request.caller.role ? request.caller.id.text() : request.remote;
}

void send(const Reply& reply, const std::string& method, net::HTTPServerResponse& response) {
    response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(reply.status));
    for (const auto& [name, value] : reply.headers)
        response.add(name, value);
    if (!reply.type.empty()) response.setContentType(reply.type);
    if (reply.status != 204 && reply.status != 304)
        response.setContentLength64(static_cast<Poco::Int64>(reply.body.size()));
    std::ostream& out = response.send();
    if (method != "HEAD") out.write(reply.body.data(), static_cast<std::streamsize>(reply.body.size()));
    out.flush();
}

}  // namespace

void ConnectionHandler::handleRequest(net::HTTPServerRequest& pocoRequest,
                                      net::HTTPServerResponse& response) {
    auto& incoming = dynamic_cast<net::HTTPServerRequestImpl&>(pocoRequest);
    Request request;
    bool bodyIsRead = false;
    Reply reply = answer(incoming, request, bodyIsRead);
    const bool wantsStream = !reply.channel.empty() && request.method == "GET";
    if (wantsStream && !m_context.streams.hasRoomFor(followerOf(request))) {
        reply = m_context.router.refuse(request, domain::Refusal(domain::refusals::tooManyStreams));
    } else if (wantsStream) {
        response.setKeepAlive(false);
        return startStream(incoming, request, std::move(reply));
    }
    if (!bodyIsRead || m_context.isCrowded()) response.setKeepAlive(false);
    send(reply, request.method, response);
    if (!bodyIsRead) closeGently(incoming.socket());
}

Reply ConnectionHandler::answer(net::HTTPServerRequestImpl& incoming, Request& request,
                                bool& bodyIsRead) const {
    request.remote = incoming.clientAddress().host().toString();
    request.secure = m_context.secure;
    request.receivedAt = std::chrono::duration_cast<std::chrono::milliseconds>(
                             std::chrono::system_clock::now().time_since_epoch())
                             .count();
    const auto head = readHead(headOf(incoming), request);
    if (!m_context.trustedProxy.empty())
        request.remote =
            clientAddress(request.remote, request.header("x-forwarded-for"), m_context.trustedProxy);
    if (!head) return m_context.router.refuse(request, head.refusal());
    const auto framing =
        bodyFraming(headerOf(request, "content-length"), headerOf(request, "transfer-encoding"));
    if (!framing) return m_context.router.refuse(request, framing.refusal());
    bodyIsRead = framing->isEmpty();
    return m_context.router.dispatch(request, [&](std::size_t limit) -> domain::Outcome<std::string> {
        if (framing->isEmpty()) return std::string();
        Poco::Buffer<char> buffered(0);
        incoming.session().drainBuffer(buffered);
        std::string begun(buffered.begin(), buffered.size());
        const auto deadline = Clock::now() + m_context.bodyDeadline;
        auto& socket = incoming.socket();
        const Poco::Timespan usual = socket.getReceiveTimeout();
        auto body = readBody(*framing, limit, begun,
                             [&](std::string& text) { return receive(socket, deadline, text); });
        socket.setReceiveTimeout(usual);
        bodyIsRead = body.ok() && begun.empty();  // a next request sent too early can't be given back to Poco
        return body;
    });
}

void ConnectionHandler::startStream(net::HTTPServerRequestImpl& incoming, const Request& request,
                                    Reply reply) const {
    std::string first = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
    for (const auto& [name, value] : reply.headers)
        first += name + ": " + value + "\r\n";
    first += "\r\nretry: 2000\n\n" + reply.body;
    m_context.streams.adopt(
        std::make_unique<SocketOutlet>(incoming.detachSocket()),
        {std::move(reply.channel), followerOf(request), std::move(first), std::move(reply.missed)});
}

}  // namespace remise::http
