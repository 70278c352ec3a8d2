#include "server/identity/recent.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

using namespace remise;
using identity::Recent;

namespace {

domain::Digest key(int n) {
    domain::Digest digest;
    digest.bytes[0] = static_cast<std::uint8_t>(n);
    digest.bytes[1] = static_cast<std::uint8_t>(n >> 8);
    return digest;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recent_test)

BOOST_AUTO_TEST_CASE(what_is_kept_is_found_until_its_time_is_over) {
    Recent<int> recent(10);
    recent.keep(key(1), 7, 1000, 4000);
    BOOST_TEST(recent.find(key(1), 3999).value() == 7);
    BOOST_TEST(!recent.find(key(1), 4000));
    BOOST_TEST(!recent.find(key(2), 2000));
}

BOOST_AUTO_TEST_CASE(a_clock_set_back_forgets_rather_than_remembers_for_ever) {
    Recent<int> recent(10);
    recent.keep(key(1), 7, 1'000'000, 1'003'000);
    BOOST_TEST(!recent.find(key(1), 999'999));
}

BOOST_AUTO_TEST_CASE(what_is_forgotten_is_gone_at_once) {
    Recent<int> recent(10);
    recent.keep(key(1), 7, 0, 100);
    recent.forget(key(1));
    BOOST_TEST(!recent.find(key(1), 1));
}

BOOST_AUTO_TEST_CASE(it_never_holds_more_than_it_may) {
    Recent<int> recent(10);
    for (int i = 0; i < 1000; ++i)
        recent.keep(key(i), i, 0, 100);
    int found = 0;
    for (int i = 0; i < 1000; ++i)
        found += recent.find(key(i), 1) ? 1 : 0;
    BOOST_TEST(found <= 10);
    BOOST_TEST(recent.find(key(999), 1).value() == 999);
}

BOOST_AUTO_TEST_CASE(many_threads_may_use_it_at_once) {
    Recent<std::string> recent(8);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 2000; ++i) {
                recent.keep(key((i + t) % 20), "kept", 0, 100);
                if (const auto found = recent.find(key(i % 20), 1)) wrong += *found == "kept" ? 0 : 1;
                recent.forget(key(t));
            }
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(nothing_is_remembered_past_midnight) {
    constexpr domain::Milliseconds midnight = 1'795'392'000'000;  // 2026-11-23T00:00:00Z
    BOOST_TEST(identity::rememberedUntil(midnight - 1) == midnight);
    BOOST_TEST(identity::rememberedUntil(midnight) == midnight + identity::memory);
}

BOOST_AUTO_TEST_SUITE_END()
