#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "server/domain/ids.h"

namespace remise::identity {

/// Remembers answers of the database for a short while. At most `most`; when full, it forgets all and starts
/// again, which costs one look-up each. Safe from several threads.
template <typename T, typename Key = domain::Digest>
class Recent {
public:
    explicit Recent(std::size_t most) : m_most(most) {}

    std::optional<T> find(const Key& key, domain::Milliseconds now) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(key);
        // A moment before it was kept means that the clock was set back: ask again.
        if (found == m_kept.end() || now < found->second.since || now >= found->second.until) return {};
        return found->second.value;
    }

    void keep(const Key& key, T value, domain::Milliseconds since, domain::Milliseconds until) {
        const std::lock_guard lock(m_mutex);
        if (m_kept.size() >= m_most) m_kept.clear();
        m_kept.insert_or_assign(key, Kept{std::move(value), since, until});
    }

    void forget(const Key& key) {
        const std::lock_guard lock(m_mutex);
        m_kept.erase(key);
    }

private:
    struct Kept {
        T value;
        domain::Milliseconds since;
        domain::Milliseconds until;
    };

    const std::size_t m_most;
    std::mutex m_mutex;
    std::map<Key, Kept> m_kept;
};

/// How long what the database said may be believed: so long may a key that was withdrawn still work.
inline constexpr domain::Milliseconds memory = 3000;
inline constexpr std::size_t mostRemembered = 4096;

/// The end of that time; at midnight (UTC) at the latest, since then everybody's pseudonym changes.
constexpr domain::Milliseconds rememberedUntil(domain::Milliseconds now) {
    constexpr domain::Milliseconds aDay = 24 * 60 * 60 * 1000;
    const domain::Milliseconds midnight = now - now % aDay + aDay;
    return now + memory < midnight ? now + memory : midnight;
}

}  // namespace remise::identity
