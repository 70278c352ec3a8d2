#include "server/identity/forget_daily.h"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>

#include "server/identity/forget_old.h"

namespace remise::identity {
namespace {

using namespace std::chrono;

/// When to come again.
hours forgetOnce(db::Pool& pool) {
    try {
        forgetOld(pool, duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
        return hours(24);
    } catch (const std::exception& trouble) {
        std::cerr << "remise-server: what is old could not be erased: " << trouble.what() << std::endl;
        return hours(1);
    }
}

}  // namespace

ForgetDaily::ForgetDaily(db::Pool& pool)
    : m_thread([&pool](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any stopped;
          do {
              const auto pause = forgetOnce(pool);
              std::unique_lock lock(mutex);
              stopped.wait_for(lock, stop, pause, [] { return false; });
          } while (!stop.stop_requested());
      }) {
}

}  // namespace remise::identity
