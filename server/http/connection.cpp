#include "server/http/connection.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/http/client_address.h"
#include "server/http/router.h"

namespace remise::http {
namespace {

using Progress = ClientSocket::Progress;

/// What is kept of a buffer between two requests; more is given back.
constexpr std::size_t keptBuffer = 4096;
/// So often one connection is read from before it is others' turn.
constexpr int mostTurns = 16;
constexpr std::string_view goAhead = "HTTP/1.1 100 Continue\r\n\r\n";

void forget(std::string& buffer) {
    buffer.clear();
    if (buffer.capacity() > keptBuffer) buffer.shrink_to_fit();
}

}  // namespace

Connection::Connection(ClientSocket socket, const Router& router, const Patience& patience,
                       std::string trustedProxy)
    : m_router(router),
      m_patience(patience),
      m_socket(std::move(socket)),
      m_origin{m_socket.address(), m_socket.isSecure(), std::move(trustedProxy)},
      m_network(networkOf(m_origin.peer)) {
    beginRequest();
    if (m_socket.isShakingHands()) enter(Phase::greeting, m_patience.request);
    ++m_router.traffic().connections;
}

Connection::~Connection() {
    --m_router.traffic().connections;
    m_router.traffic().gathered -= static_cast<std::int64_t>(m_size);
}

void Connection::enter(Phase phase, std::chrono::milliseconds patience) {
    m_phase = phase;
    m_deadline = Clock::now() + patience;
}

void Connection::beginRequest() {
    m_intake.emplace(m_router, m_origin);
    enter(Phase::idle, m_patience.idle);
}

Connection::Next Connection::go() {
    const Next next = advance();
    count();
    return next;
}

Connection::Next Connection::advance() {
    for (;;) {
        if (m_phase != Phase::replying && m_phase != Phase::parting) return read();
        const Left left = m_phase == Phase::replying ? send() : part();
        if (left != Left::again) return left == Left::wait ? Next::wait : Next::end;
    }
}

/// Until a request is whole, nothing more has come, or it is the turn of others.
Connection::Next Connection::read() {
    for (int turns = 0; !m_intake->take(m_received); ++turns) {
        if (m_intake->hasBegun() && m_phase != Phase::reading) enter(Phase::reading, m_patience.request);
        if (m_intake->takeExpectation()) {
            std::string_view word = goAhead;
            // So short a word fits into any socket that can still be written to.
            if (m_socket.send(word) != Progress::done) return Next::end;
        }
        if (turns == mostTurns) return Next::wait;
        const Progress progress = m_socket.receive(m_received);
        if (m_phase == Phase::greeting && !m_socket.isShakingHands()) enter(Phase::idle, m_patience.idle);
        if (progress != Progress::done) return progress == Progress::later ? Next::wait : Next::end;
    }
    m_phase = Phase::reading;
    return Next::serve;
}

void Connection::answer(const Reply& reply, Afterwards wish) {
    const bool goesOn = wish == Afterwards::goOn && m_intake->mayGoOn();
    const auto withBody = m_intake->request().method == "HEAD" ? WithBody::no : WithBody::yes;
    m_reply = writeReply(reply, withBody, goesOn ? Afterwards::goOn : Afterwards::close);
    m_sent = 0;
    // A reply to somebody who still sends would be lost: closing at once resets the connection under it.
    m_afterReply = goesOn ? Phase::idle : Phase::parting;
    m_intake.reset();
    enter(Phase::replying,
          m_patience.reply + std::chrono::milliseconds(m_reply.size() / m_patience.slowestReader));
}

Connection::Left Connection::send() {
    std::string_view rest = std::string_view(m_reply).substr(m_sent);
    const Progress progress = m_socket.send(rest);
    m_sent = m_reply.size() - rest.size();
    if (progress != Progress::done) return progress == Progress::later ? Left::wait : Left::end;
    forget(m_reply);
    if (m_afterReply == Phase::parting) {
        m_socket.endSending();
        enter(Phase::parting, m_patience.parting);
        return Left::again;
    }
    if (m_received.empty()) forget(m_received);
    beginRequest();
    return Left::again;
}

/// What is still on its way runs out, for a moment.
Connection::Left Connection::part() {
    m_received.clear();
    return m_socket.receive(m_received) == Progress::gone ? Left::end : Left::wait;
}

void Connection::hurry(std::chrono::milliseconds most) {
    m_deadline = std::min(m_deadline, Clock::now() + most);
}

/// Who sends too slowly is told so; who says nothing, or does not read, is not.
Connection::Next Connection::giveUp() {
    m_wasTooSlow = m_phase == Phase::reading || m_phase == Phase::greeting || m_phase == Phase::replying;
    if (m_phase != Phase::reading) return Next::end;
    m_intake->refuse(domain::Refusal(domain::refusals::tooSlow));
    return Next::serve;
}

void Connection::count() {
    const std::size_t size = m_received.size() + m_reply.size() + (m_intake ? m_intake->size() : 0);
    m_router.traffic().gathered += static_cast<std::int64_t>(size) - static_cast<std::int64_t>(m_size);
    m_size = size;
}

}  // namespace remise::http
