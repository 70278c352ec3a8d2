#pragma once

#include <Poco/Net/ServerSocket.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/http/connection.h"
#include "server/http/readiness.h"
#include "server/http/server.h"
#include "server/http/workers.h"

namespace remise::http {

/// Between the listening socket and the router. One thread keeps all connections that are not being served,
/// gathers what they send, and tells those that are too slow, too many or too late. A whole request goes to a
/// worker together with its connection, and comes back when the reply is out: each connection is one thread's
/// at a time, so that none needs a lock.
class Front {
public:
    Front(const Server::Settings&, const Poco::Net::ServerSocket&, const Router&, EventStreams&);
    /// Finishes what was taken on, however long that takes.
    ~Front();
    Front(const Front&) = delete;
    Front& operator=(const Front&) = delete;

    /// From now on every new request is told that the server is stopping.
    void stop();
    /// True once everything that was taken on before stop() has its reply.
    bool waitUntilDrained(std::chrono::milliseconds longest);

private:
    using Clock = Connection::Clock;
    using Job = Workers::Job;

    /// What the parked connections of one network have.
    struct Share {
        std::size_t sending = 0;  ///< so many of them send
        std::int64_t gathered = 0;
    };

    static constexpr std::uint64_t listening = Readiness::roused - 1;

    // The one thread.
    void run();
    void accept();
    void takeOne();
    [[nodiscard]] Job welcome(const Poco::Net::StreamSocket& accepted);
    [[nodiscard]] bool makeRoom();
    void hurryReplies();
    void dropOnFault(const std::function<void()>& step);
    void goOn(Job);
    void goOnAfter(Job, Connection::Next);
    void serveOrRefuse(Job);
    void park(Job);
    [[nodiscard]] bool isTooMuch(Connection&) const;
    Job unpark(int descriptor);
    void lookAtDeadlines();
    void giveUp(Job);
    [[nodiscard]] std::chrono::milliseconds untilNextLook() const;
    void takeBack();
    void refuse(Job, const domain::RefusalKind&);
    void refuseForWantOfRoom(Job);
    [[nodiscard]] bool isDrained();

    // The workers.
    void work(Job, Lane);
    [[nodiscard]] bool asksAgain(Job&, Lane);
    void giveBack(Job);

    // Both.
    [[nodiscard]] static Lane laneOf(RequestIntake&);
    void serve(Job&);
    void follow(Job&, Reply);

    const Server::Settings m_settings;
    const Router& m_router;
    EventStreams& m_streams;
    Poco::Net::ServerSocket m_socket;
    Readiness m_readiness;
    std::vector<Job> m_parked;  ///< by descriptor
    std::size_t m_parkedReplies = 0;
    bool m_hurries = false;                           ///< whoever still reads has been told to be quick
    std::unordered_map<std::string, Share> m_shares;  ///< of the parked connections, by network
    Clock::time_point m_nextLook;
    Clock::time_point m_acceptsFrom{};

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Job> m_returned;
    std::atomic<bool> m_isStopping = false;
    bool m_isDrained = false;

    Workers m_workers;
    std::thread m_thread;
};

}  // namespace remise::http
