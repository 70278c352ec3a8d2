#include "drivers/disks/walk.h"

#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <new>
#include <thread>

namespace remise::drivers::disks {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Measured (tests/bench/erasure.cpp): more of either gains nothing.
constexpr std::uint64_t pieceLength = 1024 * 1024;
constexpr int handsPerDrive = 4;

constexpr int triesPerBlock = 3;
constexpr milliseconds betweenLooks{500};
/// A call that is under way when a pass is stopped is waited for no longer than this.
constexpr milliseconds patienceWhenStopped{10'000};

/// Memory that the kernel can hand to a drive as it is.
class Buffer {
public:
    explicit Buffer(std::size_t size)
        : m_bytes(static_cast<std::uint8_t*>(std::aligned_alloc(alignment, size)), &std::free), m_size(size) {
        if (!m_bytes) throw std::bad_alloc();
    }
    [[nodiscard]] Bytes first(std::size_t count) const { return {m_bytes.get(), std::min(count, m_size)}; }

private:
    static constexpr std::size_t alignment = 64 * 1024;
    std::unique_ptr<std::uint8_t, decltype(&std::free)> m_bytes;
    std::size_t m_size;
};

/// What a pass does with one piece. False with errno set when the drive could not.
class Deed {
public:
    virtual ~Deed() = default;
    virtual bool tryAt(int descriptor, std::uint64_t offset, Bytes buffer) const = 0;
    /// Sectors of the buffer that are not as they should be.
    virtual std::uint64_t mismatchesIn(std::uint64_t, Bytes, std::uint32_t) const { return 0; }
    /// At the end of all; false when the drive reports an error.
    virtual bool finish(int) const { return true; }
};

class Overwriting : public Deed {
public:
    explicit Overwriting(const Fill& fill) : m_fill(fill) {}

    bool tryAt(int descriptor, std::uint64_t offset, Bytes buffer) const override {
        m_fill.write(offset, buffer);
        for (std::size_t done = 0; done < buffer.size();) {
            const auto count = pwrite(descriptor, buffer.data() + done, buffer.size() - done,
                                      static_cast<off_t>(offset + done));
            if (count <= 0) return false;
            done += static_cast<std::size_t>(count);
        }
        return true;
    }
    bool finish(int descriptor) const override { return fsync(descriptor) == 0; }

private:
    Fill m_fill;
};

class Verifying : public Deed {
public:
    explicit Verifying(const Fill& fill) : m_fill(fill) {}

    bool tryAt(int descriptor, std::uint64_t offset, Bytes buffer) const override {
        for (std::size_t done = 0; done < buffer.size();) {
            const auto count = pread(descriptor, buffer.data() + done, buffer.size() - done,
                                     static_cast<off_t>(offset + done));
            if (count == 0) errno = ENODEV;  // the drive ends before it should
            if (count <= 0) return false;
            done += static_cast<std::size_t>(count);
        }
        return true;
    }
    std::uint64_t mismatchesIn(std::uint64_t offset, Bytes buffer, std::uint32_t sector) const override {
        if (m_fill.matches(offset, buffer)) return 0;
        std::uint64_t count = 0;
        for (std::size_t at = 0; at < buffer.size(); at += sector)
            count += m_fill.matches(offset + at, buffer.subspan(at, sector)) ? 0 : 1;
        return count;
    }

private:
    Fill m_fill;
};

/// Shared by the hands at work and the one who waits. A hand that never comes back from a call keeps it
/// alive.
class Pass {
public:
    Pass(std::shared_ptr<OpenDrive> drive, Places places, std::unique_ptr<Deed> deed, std::uint64_t mostBad)
        : m_drive(std::move(drive)),
          m_places(std::move(places)),
          m_deed(std::move(deed)),
          m_mostBad(mostBad) {}

    void work() {
        const Buffer buffer(std::max<std::uint64_t>(pieceLength, m_drive->block()));
        while (!m_ended) {
            const std::uint64_t index = m_next++;
            if (index >= m_places.pieces(pieceLength)) break;
            visit(m_places.piece(index, pieceLength), buffer);
        }
        const std::scoped_lock lock(m_mutex);
        ++m_handsDone;
        m_changed.notify_all();
    }

    void finish() {
        m_lastSign = Clock::now().time_since_epoch();
        const bool isOk = m_ended || m_deed->finish(m_drive->descriptor());
        const std::scoped_lock lock(m_mutex);
        m_tally.errors += isOk ? 0 : 1;
        m_tally.isOnMedium = isOk;
        m_isFinished = true;
        m_changed.notify_all();
    }

    /// Waits a while; true when it has come about.
    enum class Until { handsDone, finished };
    bool wait(Until until, milliseconds atMost) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, atMost, [&] {
            return until == Until::handsDone ? m_handsDone == handsPerDrive : m_isFinished;
        });
    }

    void end(Ended how) {
        auto none = notEnded;
        m_end.compare_exchange_strong(none, static_cast<int>(how));
        m_ended = true;
    }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    [[nodiscard]] Ended how() const {
        return m_end == notEnded ? Ended::done : static_cast<Ended>(m_end.load());
    }
    [[nodiscard]] Clock::duration sinceLastSign() const {
        return Clock::now().time_since_epoch() - m_lastSign.load();
    }
    [[nodiscard]] bool isThere() const { return m_drive->isThere(); }
    [[nodiscard]] Tally tally() {
        const std::scoped_lock lock(m_mutex);
        return m_tally;
    }

private:
    static constexpr int notEnded = -1;

    bool isDone(Range range, const Buffer& buffer) {
        const Bytes bytes = buffer.first(range.length);
        errno = 0;
        const bool isOk = m_deed->tryAt(m_drive->descriptor(), range.offset, bytes);
        const int error = errno;
        m_lastSign = Clock::now().time_since_epoch();
        const std::uint64_t wrong = isOk ? m_deed->mismatchesIn(range.offset, bytes, m_drive->sector()) : 0;
        const std::scoped_lock lock(m_mutex);
        m_tally.bytes += isOk ? range.length : 0;
        m_tally.mismatches += wrong;
        m_tally.errors += isOk ? 0 : 1;
        if (error == ENODEV || error == ENXIO || error == ENOMEDIUM) end(Ended::vanished);
        return isOk;
    }

    void visit(Range range, const Buffer& buffer) {
        if (range.length == 0 || m_ended || isDone(range, buffer)) return;
        if (!m_drive->isThere()) return end(Ended::vanished);
        const std::uint64_t block = m_drive->block();
        if (range.length > block) {
            const std::uint64_t half = (range.length / 2 + block - 1) / block * block;
            visit({range.offset, half}, buffer);
            visit({range.offset + half, range.length - half}, buffer);
            return;
        }
        for (int tries = 1; tries < triesPerBlock && !m_ended; ++tries)
            if (isDone(range, buffer)) return;
        giveUp(range);
    }

    void giveUp(Range range) {
        const std::scoped_lock lock(m_mutex);
        const std::uint64_t sector = m_drive->sector();
        for (std::uint64_t at = 0; at < range.length; at += sector)
            m_tally.bad.insert((range.offset + at) / sector);
        if (m_tally.bad.size() > m_mostBad) end(Ended::tooManyErrors);
    }

    const std::shared_ptr<OpenDrive> m_drive;
    const Places m_places;
    const std::unique_ptr<Deed> m_deed;
    const std::uint64_t m_mostBad;
    std::atomic<std::uint64_t> m_next = 0;
    std::atomic<Clock::duration> m_lastSign = Clock::now().time_since_epoch();
    std::atomic<bool> m_ended = false;
    std::atomic<int> m_end = notEnded;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Tally m_tally;
    int m_handsDone = 0;
    bool m_isFinished = false;
};

/// True when it came about; false when the pass had to be left to itself.
bool waitFor(Pass& pass, Pass::Until what, const Watch& watch) {
    auto stoppedAt = Clock::time_point::max();
    while (!pass.wait(what, betweenLooks)) {
        watch.onProgress(pass.tally());
        if (watch.shallStop()) pass.end(Ended::stopped);
        if (!pass.isThere()) pass.end(Ended::vanished);
        if (pass.sinceLastSign() > watch.patience) pass.end(Ended::timeout);
        if (!pass.hasEnded()) continue;
        if (pass.how() == Ended::timeout) return false;
        stoppedAt = std::min(stoppedAt, Clock::now());
        if (Clock::now() - stoppedAt > patienceWhenStopped) return false;
    }
    return true;
}

/// The hands are threads of their own and let go: a call into a drive that died may never return, and nothing
/// in the kernel can be told to give it up.
Walked walk(const std::shared_ptr<OpenDrive>& drive, const Places& places, std::unique_ptr<Deed> deed,
            const Watch& watch) {
    const auto pass = std::make_shared<Pass>(drive, places, std::move(deed), watch.mostBad);
    if (watch.shallStop()) return {Ended::stopped, {}};
    for (int hand = 0; hand < handsPerDrive; ++hand)
        std::thread([pass] { pass->work(); }).detach();
    if (waitFor(*pass, Pass::Until::handsDone, watch)) {
        std::thread([pass] { pass->finish(); }).detach();
        waitFor(*pass, Pass::Until::finished, watch);
    }
    Walked walked{pass->how(), pass->tally()};
    watch.onProgress(walked.tally);
    return walked;
}

}  // namespace

Walked overwrite(const std::shared_ptr<OpenDrive>& drive, const Places& places, const Fill& fill,
                 const Watch& watch) {
    return walk(drive, places, std::make_unique<Overwriting>(fill), watch);
}

Walked verify(const std::shared_ptr<OpenDrive>& drive, const Places& places, const Fill& fill,
              const Watch& watch) {
    return walk(drive, places, std::make_unique<Verifying>(fill), watch);
}

}  // namespace remise::drivers::disks
