#include "server/http/event_streams.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <iostream>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/http/readiness.h"

namespace remise::http {
namespace {

using Clock = std::chrono::steady_clock;

/// What is published while a stream still asks what it missed.
struct Held {
    std::uint64_t id = 0;
    std::string event;
};

struct Stream {
    std::unique_ptr<Outlet> outlet;
    std::string channel, follower;
    std::string waiting;    ///< not sent yet
    std::size_t allowance;  ///< so much may wait beyond the usual: what it was given to begin with
    Clock::time_point since = Clock::now();
    bool isHeld = false, isBlocked = false;  ///< blocked: what waits is sent once the client has read some
    std::vector<Held> held{};
    bool isGone = false;
};

std::uint64_t numberOf(std::string_view id) {
    std::uint64_t number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number);
    return number;
}

constexpr std::size_t mostHeld = 1000;
constexpr std::string_view heartbeatComment = ":\n\n";

}  // namespace

/// `mutex` guards everything but the wait; outlets are used by the one thread only.
struct EventStreams::State {
    explicit State(Settings s) : settings(s), thread([this] { run(); }) {}

    ~State() {
        stopping = true;
        readiness.rouse();
        thread.join();
    }

    void run();
    void look(const epoll_event&);
    void send(std::uint64_t number);
    void queue(std::uint64_t number, Stream&, std::string_view text);
    void drop(std::uint64_t number, Stream&);
    void publish(std::uint64_t number, Stream&, std::string_view id, const std::string& event);
    std::uint64_t join(std::unique_ptr<Outlet>, Following&);
    void release(std::uint64_t number, const std::optional<Missed>&);
    void beat();

    const Settings settings;
    Readiness readiness;
    std::atomic<bool> stopping = false;
    mutable std::mutex mutex;
    std::unordered_map<std::uint64_t, Stream> streams;  ///< by number
    std::vector<std::uint64_t> due;  ///< streams with something to send, or to be forgotten
    std::uint64_t joined = 0;
    bool isOver = false;
    std::thread thread;
};

/// One round: wait until somebody reads, hangs up or publishes; send what can be sent; forget who is gone.
void EventStreams::State::run() {
    auto nextBeat = Clock::now() + settings.heartbeat;
    while (!stopping) {
        const auto ready =
            readiness.wait(std::chrono::ceil<std::chrono::milliseconds>(nextBeat - Clock::now()));
        const std::lock_guard lock(mutex);
        for (const epoll_event& event : ready)
            if (event.data.u64 != Readiness::roused) look(event);
        if (Clock::now() >= nextBeat) {
            beat();
            nextBeat = Clock::now() + settings.heartbeat;
        }
        for (const std::uint64_t number : std::exchange(due, {}))
            send(number);
    }
}

void EventStreams::State::look(const epoll_event& event) {
    const auto found = streams.find(event.data.u64);
    if (found == streams.end()) return;
    Stream& stream = found->second;
    if ((event.events & (EPOLLERR | EPOLLHUP)) != 0 ||
        ((event.events & EPOLLIN) != 0 && stream.outlet->isClosed()))
        drop(found->first, stream);
    if ((event.events & EPOLLOUT) != 0) due.push_back(found->first);
}

void EventStreams::State::send(std::uint64_t number) {
    const auto found = streams.find(number);
    if (found == streams.end()) return;
    Stream& stream = found->second;
    if (!stream.isGone && !stream.waiting.empty()) {
        const std::ptrdiff_t sent = stream.outlet->write(stream.waiting);
        stream.isGone = sent < 0;
        stream.waiting.erase(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(sent, 0)));
    }
    if (stream.isGone) {
        streams.erase(found);
        return;
    }
    const bool isBlocked = !stream.waiting.empty();
    if (!isBlocked) stream.allowance = 0;
    if (isBlocked != std::exchange(stream.isBlocked, isBlocked))
        readiness.change(stream.outlet->descriptor(), isBlocked ? EPOLLIN | EPOLLOUT : EPOLLIN, number);
}

void EventStreams::State::queue(std::uint64_t number, Stream& stream, std::string_view text) {
    if (stream.waiting.size() + text.size() > settings.mostBuffered + stream.allowance)
        return drop(number, stream);
    if (stream.waiting.empty()) due.push_back(number);
    stream.waiting += text;
}

/// Forgotten by the one thread, which alone touches outlets.
void EventStreams::State::drop(std::uint64_t number, Stream& stream) {
    stream.isGone = true;
    due.push_back(number);
}

void EventStreams::State::publish(std::uint64_t number, Stream& stream, std::string_view id,
                                  const std::string& event) {
    if (!stream.isHeld)
        queue(number, stream, event);
    else if (stream.held.size() < mostHeld)
        stream.held.push_back({numberOf(id), event});
    else
        drop(number, stream);
}

/// Tells proxies and browsers that the stream lives, and us when a client has silently gone.
void EventStreams::State::beat() {
    const auto now = Clock::now();
    for (auto& [number, stream] : streams) {
        queue(number, stream, heartbeatComment);
        if (now - stream.since > settings.longestLife) drop(number, stream);
    }
}

std::uint64_t EventStreams::State::join(std::unique_ptr<Outlet> outlet, Following& following) {
    const std::lock_guard lock(mutex);
    const std::size_t size = following.first.size();
    const int descriptor = outlet->descriptor();
    streams.emplace(++joined, Stream{.outlet = std::move(outlet),
                                     .channel = std::move(following.channel),
                                     .follower = std::move(following.follower),
                                     .waiting = std::move(following.first),
                                     .allowance = size,
                                     .isHeld = static_cast<bool>(following.missed),
                                     .isGone = isOver});
    due.push_back(joined);
    readiness.add(descriptor, EPOLLIN, joined);
    return joined;
}

/// First what was missed, then what was held back meanwhile and is not among it.
void EventStreams::State::release(std::uint64_t number, const std::optional<Missed>& missed) {
    const std::lock_guard lock(mutex);
    const auto found = streams.find(number);
    if (found == streams.end()) return;
    Stream& stream = found->second;
    stream.isHeld = false;
    if (!missed) return drop(number, stream);
    stream.allowance += missed->events.size();
    queue(number, stream, missed->events);
    for (const auto& [id, event] : std::exchange(stream.held, {}))
        if (id > missed->last) queue(number, stream, event);
}

std::string formatEvent(std::string_view id, std::string_view data) {
    std::string event;
    if (!id.empty()) event.append("id: ").append(id).append("\n");
    for (std::size_t at = 0;;) {
        const auto end = data.find('\n', at);
        event.append("data: ").append(data.substr(at, end == data.npos ? end : end - at)).append("\n");
        if (end == data.npos) return event.append("\n");
        at = end + 1;
    }
}

EventStreams::EventStreams() : EventStreams(Settings{}) {
}
EventStreams::EventStreams(Settings settings) : m_state(std::make_unique<State>(settings)) {
}
EventStreams::~EventStreams() = default;

void EventStreams::publish(std::string_view channel, std::string_view id, std::string_view data) {
    const std::string event = formatEvent(id, data);
    {
        const std::lock_guard lock(m_state->mutex);
        for (auto& [number, stream] : m_state->streams)
            if (stream.channel == channel) m_state->publish(number, stream, id, event);
    }
    m_state->readiness.rouse();
}

void EventStreams::adopt(std::unique_ptr<Outlet> outlet, Following following) {
    const auto missed = following.missed;
    const auto number = m_state->join(std::move(outlet), following);
    if (missed) {
        std::optional<Missed> found;
        try {
            found = missed();
        } catch (const std::exception& trouble) {
            // The reply has begun: all that is left is to end it. The client comes back and asks again.
            std::cerr << "event stream: what was missed cannot be read: " << trouble.what() << std::endl;
        }
        m_state->release(number, found);
    }
    m_state->readiness.rouse();
}

void EventStreams::end() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->isOver = true;
        for (auto& [number, stream] : m_state->streams)
            m_state->drop(number, stream);
    }
    m_state->readiness.rouse();
}

bool EventStreams::hasRoomFor(std::string_view follower) const {
    const std::lock_guard lock(m_state->mutex);
    const auto& streams = m_state->streams;
    const auto theirs = std::count_if(streams.begin(), streams.end(),
                                      [&](const auto& one) { return one.second.follower == follower; });
    return !m_state->isOver && streams.size() < m_state->settings.mostStreams &&
           static_cast<std::size_t>(theirs) < m_state->settings.mostPerFollower;
}

std::size_t EventStreams::count() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->streams.size();
}

}  // namespace remise::http
