#include "tests/bench/load.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace remise::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int rounds = 4;
constexpr auto warmUp = std::chrono::milliseconds(600);
constexpr auto round_ = std::chrono::milliseconds(1500);

struct Work {
    double done = 0, seconds = 0;
    std::vector<double> milliseconds;

    void add(const Work& more) {
        done += more.done;
        seconds += more.seconds;
        milliseconds.insert(milliseconds.end(), more.milliseconds.begin(), more.milliseconds.end());
    }
    [[nodiscard]] Load load() {
        if (milliseconds.empty()) return {};
        const auto at = static_cast<std::ptrdiff_t>(milliseconds.size() * 99 / 100);
        std::nth_element(milliseconds.begin(), milliseconds.begin() + at, milliseconds.end());
        return {done / seconds, milliseconds[static_cast<std::size_t>(at)]};
    }
};

Work work(const std::vector<Client>& clients, std::chrono::milliseconds length) {
    std::atomic<bool> go{false}, stop{false};
    std::mutex mutex;
    std::exception_ptr failure;  // of the first client that could not work
    std::vector<Work> each(clients.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < clients.size(); ++i)
        threads.emplace_back([&, i] {
            go.wait(false);
            while (!stop)
                try {
                    const auto begin = Clock::now();
                    each[i].done += clients[i]();
                    each[i].milliseconds.push_back(
                        std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
                } catch (...) {
                    const std::lock_guard lock(mutex);
                    failure = std::current_exception();
                    stop = true;
                }
        });
    const auto begin = Clock::now();
    go = true;
    go.notify_all();
    while (!stop && Clock::now() < begin + length)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    stop = true;
    for (auto& thread : threads)
        thread.join();
    if (failure) std::rethrow_exception(failure);
    Work all;
    for (const Work& one : each)
        all.add(one);
    all.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return all;
}

}  // namespace

Load runLoad(const std::vector<Client>& clients, std::chrono::milliseconds length) {
    return work(clients, length).load();
}

std::pair<Load, Load> alternate(const std::vector<Client>& ours, const std::vector<Client>& reference) {
    work(ours, warmUp);
    work(reference, warmUp);
    Work a, b;
    for (int i = 0; i < rounds; ++i) {
        a.add(work(ours, round_));
        b.add(work(reference, round_));
    }
    return {a.load(), b.load()};
}

}  // namespace remise::bench
