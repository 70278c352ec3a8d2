#include "server/http/event_streams.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <iostream>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace remise::http {
namespace {

using Clock = std::chrono::steady_clock;

/// What is published while a stream still asks what it missed.
struct Held {
    std::uint64_t id = 0;
    std::string event;
};

struct Stream {
    std::uint64_t number;
    std::unique_ptr<Outlet> outlet;
    std::string channel, follower;
    std::string waiting;    ///< not sent yet
    std::size_t allowance;  ///< so much may wait beyond the usual: what it was given to begin with
    Clock::time_point since = Clock::now();
    bool isHeld = false;
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

/// `mutex` guards streams; the descriptors themselves are used by the one thread only.
struct EventStreams::State {
    explicit State(Settings s) : settings(s), wake(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        if (wake < 0) throw std::system_error(errno, std::generic_category(), "eventfd for event streams");
        thread = std::thread([this] { run(); });
    }

    ~State() {
        stopping = true;
        rouse();
        thread.join();
        ::close(wake);
    }

    void rouse() const { ::eventfd_write(wake, 1); }

    void run();
    std::vector<pollfd> descriptors();
    void serve(const std::vector<pollfd>& ready);
    void queue(Stream&, std::string_view text) const;
    void publish(Stream&, std::string_view id, const std::string& event) const;
    std::uint64_t join(std::unique_ptr<Outlet>, Following&);
    void release(std::uint64_t number, const std::optional<Missed>&);
    void beat();

    const Settings settings;
    const int wake;
    std::atomic<bool> stopping = false;
    mutable std::mutex mutex;
    std::vector<Stream> streams;
    std::uint64_t joined = 0;
    std::thread thread;
};

/// One round: wait until somebody reads, hangs up or publishes; send what can be sent; forget who is gone.
void EventStreams::State::run() {
    auto nextBeat = Clock::now() + settings.heartbeat;
    while (!stopping) {
        auto ready = descriptors();
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(nextBeat - Clock::now()).count();
        ::poll(ready.data(), ready.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (ready.front().revents != 0) {
            eventfd_t roused;
            ::eventfd_read(wake, &roused);
        }
        const std::lock_guard lock(mutex);
        serve(ready);
        if (Clock::now() >= nextBeat) {
            beat();
            nextBeat = Clock::now() + settings.heartbeat;
        }
    }
}

/// The wake-up first, then every stream in its order. Streams are only added behind, never moved, before
/// serve().
std::vector<pollfd> EventStreams::State::descriptors() {
    const std::lock_guard lock(mutex);
    std::vector<pollfd> all{{wake, POLLIN, 0}};
    all.reserve(streams.size() + 1);
    for (const Stream& stream : streams)
        all.push_back({stream.outlet->descriptor(),
                       static_cast<short>(stream.waiting.empty() ? POLLIN : POLLIN | POLLOUT), 0});
    return all;
}

void EventStreams::State::serve(const std::vector<pollfd>& ready) {
    for (std::size_t i = 0; i + 1 < ready.size(); ++i) {
        Stream& stream = streams[i];
        const short events = ready[i + 1].revents;
        if ((events & (POLLERR | POLLNVAL | POLLHUP)) != 0 ||
            ((events & POLLIN) != 0 && stream.outlet->isClosed()))
            stream.isGone = true;
    }
    for (Stream& stream : streams) {
        if (stream.isGone || stream.waiting.empty()) continue;
        const std::ptrdiff_t sent = stream.outlet->write(stream.waiting);
        if (sent < 0)
            stream.isGone = true;
        else
            stream.waiting.erase(0, static_cast<std::size_t>(sent));
        if (stream.waiting.empty()) stream.allowance = 0;
    }
    std::erase_if(streams, [](const Stream& stream) { return stream.isGone; });
}

void EventStreams::State::queue(Stream& stream, std::string_view text) const {
    if (stream.waiting.size() + text.size() > settings.mostBuffered + stream.allowance)
        stream.isGone = true;
    else
        stream.waiting += text;
}

void EventStreams::State::publish(Stream& stream, std::string_view id, const std::string& event) const {
    if (!stream.isHeld)
        queue(stream, event);
    else if (stream.held.size() < mostHeld)
        stream.held.push_back({numberOf(id), event});
    else
        stream.isGone = true;
}

/// Tells proxies and browsers that the stream lives, and us when a client has silently gone.
void EventStreams::State::beat() {
    const auto now = Clock::now();
    for (Stream& stream : streams) {
        queue(stream, heartbeatComment);
        if (now - stream.since > settings.longestLife) stream.isGone = true;
    }
    std::erase_if(streams, [](const Stream& stream) { return stream.isGone; });
}

std::uint64_t EventStreams::State::join(std::unique_ptr<Outlet> outlet, Following& following) {
    const std::lock_guard lock(mutex);
    const std::size_t size = following.first.size();
    streams.push_back({.number = ++joined,
                       .outlet = std::move(outlet),
                       .channel = std::move(following.channel),
                       .follower = std::move(following.follower),
                       .waiting = std::move(following.first),
                       .allowance = size,
                       .isHeld = static_cast<bool>(following.missed)});
    return joined;
}

/// First what was missed, then what was held back meanwhile and is not among it.
void EventStreams::State::release(std::uint64_t number, const std::optional<Missed>& missed) {
    const std::lock_guard lock(mutex);
    const auto stream =
        std::find_if(streams.begin(), streams.end(), [&](const Stream& one) { return one.number == number; });
    if (stream == streams.end()) return;
    stream->isHeld = false;
    stream->isGone = stream->isGone || !missed;
    if (!missed) return;
    stream->allowance += missed->events.size();
    queue(*stream, missed->events);
    for (const auto& [id, event] : std::exchange(stream->held, {}))
        if (id > missed->last) queue(*stream, event);
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
        for (Stream& stream : m_state->streams)
            if (stream.channel == channel) m_state->publish(stream, id, event);
    }
    m_state->rouse();
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
    m_state->rouse();
}

bool EventStreams::hasRoomFor(std::string_view follower) const {
    const std::lock_guard lock(m_state->mutex);
    const auto& streams = m_state->streams;
    const auto theirs = std::count_if(streams.begin(), streams.end(),
                                      [&](const Stream& stream) { return stream.follower == follower; });
    return streams.size() < m_state->settings.mostStreams &&
           static_cast<std::size_t>(theirs) < m_state->settings.mostPerFollower;
}

std::size_t EventStreams::count() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->streams.size();
}

}  // namespace remise::http
