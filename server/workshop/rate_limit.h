#pragma once

#include <map>
#include <mutex>
#include <string>

#include "server/domain/ids.h"

namespace remise::workshop {

/// A bucket of tokens for each address: a burst at once, then so many a minute. In memory; every server
/// counts for itself.
class RateLimit {
public:
    struct Settings {
        int burst = 60;
        int perMinute = 60;
        std::size_t mostAddresses = 10000;  ///< past it, full buckets are forgotten, and if need be all
    };

    RateLimit() = default;
    explicit RateLimit(Settings settings) : m_settings(settings) {}

    /// Takes one token; false when the bucket is empty.
    bool take(const std::string& address, domain::Milliseconds now);

private:
    struct Bucket {
        double tokens = 0;
        domain::Milliseconds filledAt = 0;
    };

    void fill(Bucket&, domain::Milliseconds now) const;
    void makeRoom(domain::Milliseconds now);

    Settings m_settings;
    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
};

}  // namespace remise::workshop
