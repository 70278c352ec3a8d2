// What the workers do with a whole request.
#include <poll.h>

#include <iostream>

#include "server/domain/refusals.h"
#include "server/http/client_address.h"
#include "server/http/event_streams.h"
#include "server/http/front.h"
#include "server/http/socket_outlet.h"

namespace remise::http {
namespace {

/// So long a worker waits for the client it has just answered to ask again. Programs that send one request
/// after the other then never change threads.
constexpr int lingeringMilliseconds = 3;

/// Whose streams are counted together.
std::string followerOf(const Request& request) {
    return request.caller.role ? request.caller.id.text() : networkOf(request.remote);
}

bool hasSomethingToRead(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, lingeringMilliseconds) > 0;
}

}  // namespace

void Front::work(Job job, Lane lane) {
    try {
        do {
            serve(job);
        } while (job && asksAgain(job, lane));
        if (job) giveBack(std::move(job));
    } catch (const std::exception& trouble) {
        std::cerr << "http: a connection is dropped: " << trouble.what() << std::endl;
    }
}

/// Sends the reply. True when the next request is there and its place still free; otherwise whoever comes
/// next to this connection finds it as it is.
bool Front::asksAgain(Job& job, Lane lane) {
    auto next = job->go();
    if (next == Connection::Next::wait && job->isIdle() && !m_isStopping && m_workers.beginLingering(lane)) {
        const bool isMore = hasSomethingToRead(job->descriptor());
        const bool hasPlace = m_workers.endLingering(lane);
        if (isMore) next = job->go();
        if (next == Connection::Next::serve && hasPlace && !m_isStopping && laneOf(job->intake()) == lane)
            return true;
    }
    if (next == Connection::Next::end) job.reset();
    return false;
}

void Front::serve(Job& job) {
    auto& intake = job->intake();
    Request& request = intake.request();
    Reply reply = intake.refusal() ? m_router.refuse(request, *intake.refusal()) : m_router.dispatch(request);
    if (!reply.channel.empty() && request.method == "GET") {
        if (m_streams.hasRoomFor(followerOf(request))) return follow(job, std::move(reply));
        reply = m_router.refuse(request, domain::Refusal(domain::refusals::tooManyStreams));
    }
    job->answer(reply, m_isStopping ? Afterwards::close : Afterwards::goOn);
}

void Front::follow(Job& job, Reply reply) {
    Following following{reply.channel, followerOf(job->intake().request()), writeStreamBegin(reply),
                        std::move(reply.missed)};
    auto outlet = std::make_unique<SocketOutlet>(job->release());
    job.reset();
    m_streams.adopt(std::move(outlet), std::move(following));
}

}  // namespace remise::http
