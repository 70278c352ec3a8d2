#include "server/http/front.h"

#include <Poco/Exception.h>
#include <poll.h>

#include <algorithm>
#include <iostream>

#include "server/domain/refusals.h"

namespace remise::http {
namespace {

using namespace std::chrono_literals;
namespace refusals = domain::refusals;

constexpr std::uint64_t listening = Readiness::roused - 1;
/// So often deadlines are looked at, at most.
constexpr auto betweenLooks = 20ms;
/// Without descriptors for more clients, those that wait to be accepted wait a moment longer.
constexpr auto afterFailedAccept = 100ms;
/// Requests so small are gathered whatever the others hold.
constexpr std::size_t alwaysRoomFor = 16 * 1024;

bool isSomebodyThere(int descriptor) {
    pollfd one{descriptor, POLLIN, 0};
    return ::poll(&one, 1, 0) > 0;
}

}  // namespace

Front::Front(const Server::Settings& settings, Poco::Net::ServerSocket socket, const Router& router,
             EventStreams& streams)
    : m_settings(settings),
      m_router(router),
      m_streams(streams),
      m_socket(std::move(socket)),
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
                goOn(unpark(static_cast<int>(event.data.u64)));
        }
        takeBack();
        if (Clock::now() >= m_nextLook) lookAtDeadlines();
    }
    const std::lock_guard lock(m_mutex);
    m_isDrained = true;
    m_changed.notify_all();
}

/// A few at a time, so that those who are connected already come to their turn.
void Front::accept() {
    constexpr int atOnce = 64;
    try {
        for (int i = 0; i < atOnce && isSomebodyThere(m_socket.impl()->sockfd()); ++i)
            takeOne();
        m_readiness.change(m_socket.impl()->sockfd(), EPOLLIN | EPOLLONESHOT, listening);
    } catch (const Poco::Exception& trouble) {
        std::cerr << "http: a connection could not be accepted: " << trouble.displayText() << std::endl;
        m_acceptsFrom = Clock::now() + afterFailedAccept;
        m_nextLook = std::min(m_nextLook, m_acceptsFrom);
    }
}

void Front::takeOne() {
    auto accepted = m_socket.acceptConnection();
    if (!makeRoom()) {
        ++m_router.traffic().overloaded;
        return;
    }
    const auto kind = m_settings.certificate.empty() ? ClientSocket::Kind::plain : ClientSocket::Kind::secure;
    auto job = std::make_unique<Connection>(ClientSocket(std::move(accepted), kind), m_router,
                                            m_settings.patience, m_settings.trustedProxy);
    const auto descriptor = static_cast<std::size_t>(job->descriptor());
    if (m_parked.size() <= descriptor) m_parked.resize(descriptor + 1);
    m_readiness.add(job->descriptor(), EPOLLONESHOT, descriptor);
    goOn(std::move(job));
}

/// A client that comes now is worth more than the one that has asked nothing for longest.
bool Front::makeRoom() {
    if (m_router.traffic().connections < m_settings.room.connections) return true;
    const auto longest = std::min_element(m_parked.begin(), m_parked.end(), [](const Job& a, const Job& b) {
        const auto rank = [](const Job& job) {
            return job && job->isIdle() ? job->deadline() : Clock::time_point::max();
        };
        return rank(a) < rank(b);
    });
    if (longest == m_parked.end() || !*longest || !(*longest)->isIdle()) return false;
    longest->reset();
    return true;
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

void Front::serveOrRefuse(Job job) {
    if (m_isStopping) return refuse(std::move(job), refusals::stopping);
    const Route* route = job->intake().request().route;
    const Lane lane = route ? route->lane : Lane::ordinary;
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
    job->answer(m_router.refuse(intake.request(), *intake.refusal()),
                m_isStopping ? Afterwards::close : Afterwards::goOn);
    giveBack(std::move(job));
}

void Front::park(Job job) {
    if (isTooMuch(*job)) {
        if (job->hasBegun()) return refuseForWantOfRoom(std::move(job));
        ++m_router.traffic().overloaded;
        return;
    }
    if (job->isSending()) ++m_sending[job->peer()];
    if (job->isReplying()) ++m_parkedReplies;
    m_nextLook = std::min(m_nextLook, job->deadline());
    const auto descriptor = static_cast<std::size_t>(job->descriptor());
    m_readiness.change(job->descriptor(), EPOLLONESHOT | (job->waitsToWrite() ? EPOLLOUT : EPOLLIN),
                       descriptor);
    m_parked[descriptor] = std::move(job);
}

/// One address sends too much at a time, or all together hold too many bytes.
bool Front::isTooMuch(const Connection& connection) const {
    const auto& traffic = m_router.traffic();
    if (connection.size() > alwaysRoomFor && traffic.gathered > m_settings.room.gathered) return true;
    const auto sending = m_sending.find(connection.peer());
    return connection.isSending() && connection.peer() != m_settings.trustedProxy &&
           sending != m_sending.end() && sending->second >= m_settings.room.sendingFromOne;
}

Front::Job Front::unpark(int descriptor) {
    Job job = std::move(m_parked[static_cast<std::size_t>(descriptor)]);
    if (!job) return job;
    if (job->isReplying()) --m_parkedReplies;
    if (const auto sending = m_sending.find(job->peer()); job->isSending() && sending != m_sending.end())
        if (--sending->second == 0) m_sending.erase(sending);
    return job;
}

void Front::lookAtDeadlines() {
    const auto now = Clock::now();
    if (m_acceptsFrom != Clock::time_point{} && now >= m_acceptsFrom) {
        m_acceptsFrom = {};
        accept();
    }
    for (Job& job : m_workers.takeOverdue())
        refuseForWantOfRoom(std::move(job));
    auto next = now + 1s;
    for (std::size_t i = 0; i < m_parked.size(); ++i) {
        if (!m_parked[i]) continue;
        if (m_parked[i]->deadline() > now) {
            next = std::min(next, m_parked[i]->deadline());
            continue;
        }
        Job job = unpark(static_cast<int>(i));
        const auto after = job->giveUp();
        if (job->wasTooSlow()) ++m_router.traffic().tooSlow;
        if (after == Connection::Next::end) continue;
        job->answer(m_router.refuse(job->intake().request(), *job->intake().refusal()));
        giveBack(std::move(job));
    }
    m_nextLook = std::max(next, now + betweenLooks);
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
        goOn(std::move(job));
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
