#include "server/http/front.h"

#include <sys/socket.h>

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/http/client_address.h"

namespace remise::http {
namespace {

using namespace std::chrono_literals;
namespace refusals = domain::refusals;

/// So often deadlines are looked at, at most.
constexpr auto betweenLooks = 20ms;
/// A server that stops waits so long for those who still read.
constexpr auto atTheEnd = 1500ms;
/// Requests so small are gathered whatever the others hold.
constexpr std::size_t alwaysRoomFor = 16 * 1024;

}  // namespace

Front::Front(const Server::Settings& settings, const Poco::Net::ServerSocket& socket, const Router& router,
             EventStreams& streams)
    : m_settings(settings),
      m_router(router),
      m_streams(streams),
      m_socket(socket),
      m_nextLook(Clock::now()),
      m_workers(settings.crew, router.traffic(), [this](Job job, Lane lane) { work(std::move(job), lane); }) {
    m_readiness.add(m_socket.impl()->sockfd(), EPOLLIN | EPOLLONESHOT, listening);
    m_thread = std::thread([this] { run(); });
}

Front::~Front() {
    stop();
    m_thread.join();
}

void Front::stop() {
    m_isStopping = true;
    m_readiness.rouse();
}

bool Front::waitUntilDrained(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, longest, [this] { return m_isDrained; });
}

void Front::run() {
    while (!isDrained()) {
        for (const epoll_event& event : m_readiness.wait(untilNextLook())) {
            if (event.data.u64 == listening)
                accept();
            else if (event.data.u64 != Readiness::roused)
                dropOnFault([&] { goOn(unpark(static_cast<int>(event.data.u64))); });
        }
        takeBack();
        if (m_isStopping) hurryReplies();
        if (Clock::now() >= m_nextLook) lookAtDeadlines();
    }
    // Nobody answers from here on: who comes now is told so by the system, and does not wait for us.
    ::shutdown(m_socket.impl()->sockfd(), SHUT_RD);
    m_parked.clear();
    const std::lock_guard lock(m_mutex);
    m_isDrained = true;
    m_changed.notify_all();
}

/// Whoever had the replies of all requests but does not read them keeps no server from its end.
void Front::hurryReplies() {
    if (std::exchange(m_hurries, true)) return;
    for (Job& job : m_parked)
        if (job && job->isReplying()) job->hurry(atTheEnd);
    m_nextLook = std::min(m_nextLook, Clock::now() + atTheEnd);
}

void Front::goOn(Job job) {
    if (!job) return;
    const auto next = job->go();
    goOnAfter(std::move(job), next);
}

void Front::goOnAfter(Job job, Connection::Next next) {
    if (next == Connection::Next::wait) park(std::move(job));
    if (next == Connection::Next::serve) serveOrRefuse(std::move(job));
}

Lane Front::laneOf(RequestIntake& intake) {
    const Route* route = intake.request().route;
    return route ? route->lane : Lane::ordinary;
}

void Front::serveOrRefuse(Job job) {
    if (m_isStopping) return refuse(std::move(job), refusals::stopping);
    const Lane lane = laneOf(job->intake());
    if (lane == Lane::atOnce) {
        serve(job);
        return giveBack(std::move(job));  // to its next turn, however many it has sent together
    }
    if (!m_workers.offer(job, lane)) refuseForWantOfRoom(std::move(job));
}

void Front::refuseForWantOfRoom(Job job) {
    ++m_router.traffic().overloaded;
    refuse(std::move(job), refusals::unavailable);
}

void Front::refuse(Job job, const domain::RefusalKind& why) {
    auto& intake = job->intake();
    intake.refuse(domain::Refusal(why));
    job->answer(m_router.refuseAtOnce(intake.request(), *intake.refusal()),
                m_isStopping ? Afterwards::close : Afterwards::goOn);
    giveBack(std::move(job));
}

void Front::park(Job job) {
    if (isTooMuch(*job)) {
        if (job->hasBegun()) return refuseForWantOfRoom(std::move(job));
        ++m_router.traffic().overloaded;
        return;
    }
    const auto descriptor = static_cast<std::size_t>(job->descriptor());
    m_readiness.change(job->descriptor(), EPOLLONESHOT | (job->waitsToWrite() ? EPOLLOUT : EPOLLIN),
                       descriptor);
    if (job->isSending() || job->size() > 0) {
        Share& share = m_shares[job->network()];
        share.sending += job->isSending() ? 1 : 0;
        share.gathered += static_cast<std::int64_t>(job->size());
    }
    if (job->isReplying()) {
        ++m_parkedReplies;
        if (m_isStopping) job->hurry(atTheEnd);
    }
    m_nextLook = std::min(m_nextLook, job->deadline());
    m_parked[descriptor] = std::move(job);
}

/// All together hold too many bytes, or one address does, or it has too many requests in their midst.
bool Front::isTooMuch(Connection& connection) const {
    const Room& room = m_settings.room;
    const bool isLarge = connection.size() > alwaysRoomFor;
    const bool goesAhead = connection.isSending() && laneOf(connection.intake()) != Lane::ordinary;
    const auto most = goesAhead ? room.gathered : room.gathered / 4 * 3;
    if (isLarge && m_router.traffic().gathered > most) return true;
    const auto share = m_shares.find(connection.network());
    if (share == m_shares.end() || isTrustedProxy(connection.peer(), m_settings.trustedProxy)) return false;
    const auto [sending, gathered] = share->second;
    return (connection.isSending() && sending >= room.sendingFromOne) ||
           (isLarge && gathered + static_cast<std::int64_t>(connection.size()) > room.gatheredFromOne);
}

Front::Job Front::unpark(int descriptor) {
    Job job = std::move(m_parked[static_cast<std::size_t>(descriptor)]);
    if (!job) return job;
    if (job->isReplying()) --m_parkedReplies;
    if (const auto found = m_shares.find(job->network()); found != m_shares.end()) {
        Share& share = found->second;
        share.sending -= job->isSending() ? 1 : 0;
        share.gathered -= static_cast<std::int64_t>(job->size());
        if (share.sending == 0 && share.gathered == 0) m_shares.erase(found);
    }
    return job;
}

void Front::lookAtDeadlines() {
    const auto now = Clock::now();
    if (m_acceptsFrom != Clock::time_point{} && now >= m_acceptsFrom) {
        m_acceptsFrom = {};
        accept();
    }
    for (Job& job : m_workers.takeOverdue())
        dropOnFault([&] { refuseForWantOfRoom(std::move(job)); });
    auto next = now + 1s;
    for (std::size_t i = 0; i < m_parked.size(); ++i) {
        if (!m_parked[i]) continue;
        if (m_parked[i]->deadline() > now) {
            next = std::min(next, m_parked[i]->deadline());
            continue;
        }
        dropOnFault([&] { giveUp(unpark(static_cast<int>(i))); });
    }
    if (m_acceptsFrom != Clock::time_point{}) next = std::min(next, m_acceptsFrom);
    m_nextLook = std::max(next, now + betweenLooks);
}

void Front::giveUp(Job job) {
    const auto after = job->giveUp();
    if (job->wasTooSlow()) ++m_router.traffic().tooSlow;
    if (after == Connection::Next::end) return;
    job->answer(m_router.refuseAtOnce(job->intake().request(), *job->intake().refusal()));
    giveBack(std::move(job));
}

std::chrono::milliseconds Front::untilNextLook() const {
    if (m_isStopping) return betweenLooks;  // a worker that is done without a connection rouses nobody
    return std::chrono::ceil<std::chrono::milliseconds>(m_nextLook - Clock::now());
}

void Front::takeBack() {
    std::vector<Job> returned;
    {
        const std::lock_guard lock(m_mutex);
        returned.swap(m_returned);
    }
    for (Job& job : returned)
        dropOnFault([&] { goOn(std::move(job)); });
}

/// Workers are looked at first: what they have given back before is seen then.
bool Front::isDrained() {
    if (!m_isStopping || !m_workers.areIdle() || m_parkedReplies != 0) return false;
    const std::lock_guard lock(m_mutex);
    return m_returned.empty();
}

void Front::giveBack(Job job) {
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = m_returned.empty();
        m_returned.push_back(std::move(job));
    }
    if (isFirst) m_readiness.rouse();
}

}  // namespace remise::http
