#pragma once

#include <string_view>
#include <vector>

#include "db/database.h"
#include "server/domain/outcome.h"
#include "server/identity/secrets.h"

/// Limits on guessing, counted in the database so that all servers count together.
namespace remise::identity {

struct TryLimit {
    std::string_view purpose;
    std::int64_t most;
    domain::Milliseconds within;
};

inline constexpr domain::Milliseconds aMinute = 60 * 1000;
inline constexpr domain::Milliseconds anHour = 60 * aMinute;
inline constexpr TryLimit accountTries{"try account", 5, 15 * aMinute};
inline constexpr TryLimit addressTries{"try address", 50, 15 * aMinute};  ///< many may share an address
inline constexpr TryLimit pinTries{"try pin", 5, 5 * aMinute};
inline constexpr TryLimit enrolmentTries{"try enrolment", 20, 15 * aMinute};

/// One guess that counts, until it proves right: taken down before the answer is known, so that a hundred at
/// once are no more than the limit. A guess past the limit is refused (too_many_tries) and does not count.
class Try {
public:
    /// What is limited and about whom: the account's address, the network address, the person's id.
    struct Subject {
        const TryLimit& limit;
        std::string_view text;
    };

    static domain::Outcome<Try> begin(db::Pool&, const ServerSecret&, const std::vector<Subject>&,
                                      domain::Milliseconds now);
    /// It was right: this try no longer counts, nor do the wrong ones before it about the first subject.
    void wasRight(db::Pool&) const;

private:
    std::vector<std::uint64_t> m_numbers;
    domain::Digest m_first;
};

}  // namespace remise::identity
