#include "server/workshop/rate_limit.h"

#include <algorithm>

namespace remise::workshop {

namespace {

constexpr double aMinute = 60'000;

}  // namespace

bool RateLimit::take(const std::string& address, domain::Milliseconds now) {
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= m_settings.mostAddresses && !m_buckets.contains(address)) makeRoom(now);
    auto& bucket =
        m_buckets.try_emplace(address, Bucket{static_cast<double>(m_settings.burst), now}).first->second;
    fill(bucket, now);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimit::fill(Bucket& bucket, domain::Milliseconds now) const {
    const auto passed = static_cast<double>(std::max<domain::Milliseconds>(0, now - bucket.filledAt));
    bucket.tokens =
        std::min<double>(m_settings.burst, bucket.tokens + passed * m_settings.perMinute / aMinute);
    bucket.filledAt = now;
}

void RateLimit::makeRoom(domain::Milliseconds now) {
    for (auto entry = m_buckets.begin(); entry != m_buckets.end();) {
        fill(entry->second, now);
        entry = entry->second.tokens >= m_settings.burst ? m_buckets.erase(entry) : std::next(entry);
    }
    if (m_buckets.size() >= m_settings.mostAddresses) m_buckets.clear();
}

}  // namespace remise::workshop
