#include "server/ledger/seal_daily.h"

#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>

#include "db/feed_store.h"
#include "db/pool.h"
#include "db/seal_store.h"
#include "db/setting_store.h"
#include "server/ledger/make_seal.h"

namespace remise::ledger {
namespace {

using namespace std::chrono;

constexpr auto pause = minutes(5);  // a PC that slept at 02:00 seals soon after it wakes
constexpr auto leaseTime = minutes(10);
constexpr domain::Milliseconds sealHour = milliseconds(hours(2)).count(),
                               day = milliseconds(hours(24)).count();

domain::Milliseconds nowMilliseconds() {
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

bool isSealDue(domain::Milliseconds newest, domain::Milliseconds now) {
    const auto lastHour = (now - sealHour) / day * day + sealHour;
    return newest < lastHour;
}

SealDaily::SealDaily(db::Pool& pool, const Codes& codes, SealKeys keys, std::filesystem::path folder)
    : m_pool(pool),
      m_codes(codes),
      m_keys(std::move(keys)),
      m_folder(std::move(folder)),
      m_thread([this](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any stopped;
          std::string lastTrouble;
          do {
              try {
                  look();
                  lastTrouble.clear();
              } catch (const std::exception& trouble) {
                  // Said once, not every five minutes.
                  if (lastTrouble != trouble.what())
                      std::cerr << "seals: " << (lastTrouble = trouble.what()) << std::endl;
              }
              std::unique_lock lock(mutex);
              stopped.wait_for(lock, stop, pause, [] { return false; });
          } while (!stop.stop_requested());
      }) {
}

void SealDaily::look() {
    const auto key = m_keys.signingKey();
    if (!key)
        throw std::runtime_error("this server makes none: there is no key in " + m_keys.file().string());
    if (const auto now = nowMilliseconds(); isMine(now)) {
        makeSeals(m_pool, m_codes, *key, now);
        m_sealedAt = now;
    }
    // Also what was sealed while the folder was away, or by another server.
    exportSeals(m_pool, m_codes, m_keys, m_folder);
}

/// A seal is due, and this server is the one to make it.
bool SealDaily::isMine(domain::Milliseconds now) {
    const db::Lease connection = m_pool.take();
    const auto newest = db::newestSeal(*connection);
    if (!newest && db::lastPlace(*connection) == 0) return false;
    // A seal of tomorrow, made or forced by a clock that was ahead, does not put off those of the days
    // before.
    if (newest && !isSealDue(newest->sealedAt <= now ? newest->sealedAt : m_sealedAt, now)) return false;
    return db::holdLease(*connection, "seal", m_self, leaseTime) == db::Holding::mine;
}

}  // namespace remise::ledger
