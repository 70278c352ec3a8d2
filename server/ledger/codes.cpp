#include "server/ledger/codes.h"

#include <algorithm>
#include <charconv>

#include "db/pool.h"
#include "db/setting_store.h"
#include "server/domain/codes.h"
#include "server/proof/sha256.h"

namespace remise::ledger {
namespace {

using domain::Subject;

constexpr std::uint64_t blockSize = 100;
constexpr std::uint64_t requestsAYear = 10'000'000;

std::string secretOf(db::Pool& pool) {
    const auto connection = pool.take();
    return db::settingOr(*connection, "code_secret", proof::randomBytes(32));
}

domain::CodeKind kindOf(Subject subject) {
    switch (subject) {
        case Subject::drive:
            return domain::CodeKind::drive;
        case Subject::container:
            return domain::CodeKind::container;
        default:
            return domain::CodeKind::unit;
    }
}

std::string requestNumber(std::uint64_t id) {
    std::string number = std::to_string(id % requestsAYear);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    return std::to_string(id / requestsAYear) + "-" + number;
}

std::optional<std::uint64_t> requestId(std::string_view number) {
    std::uint64_t year = 0, count = 0;
    const auto dash = number.find('-');
    if (dash != 4 || number.size() < 10 || number.size() > 12) return {};
    const auto* end = number.data() + number.size();
    if (std::from_chars(number.data(), number.data() + 4, year).ptr != number.data() + 4 ||
        std::from_chars(number.data() + 5, end, count).ptr != end || count >= requestsAYear)
        return {};
    const std::uint64_t id = year * requestsAYear + count;
    return requestNumber(id) == number ? std::optional(id) : std::nullopt;
}

std::uint64_t yearOf(domain::Milliseconds now) {
    return std::stoull(domain::formatTime(now).substr(0, 4));
}

}  // namespace

Codes::Codes(db::Pool& pool) : m_pool(pool), m_scramble(secretOf(pool)) {
}

std::optional<std::uint64_t> Codes::id(Subject subject, std::string_view code) const {
    return subject == Subject::request ? requestId(code) : m_scramble.id(kindOf(subject), code);
}

std::string Codes::code(Subject subject, std::uint64_t id) const {
    return subject == Subject::request ? requestNumber(id) : m_scramble.code(kindOf(subject), id);
}

std::vector<std::string> Codes::lease(Subject subject, std::size_t count) {
    std::uint64_t first = 0;
    {
        const auto connection = m_pool.take();
        first = db::takeNumbers(*connection, domain::subjectName(subject), count);
    }
    std::vector<std::string> codes;
    for (std::uint64_t id = first; id < first + count; ++id)
        codes.push_back(code(subject, id));
    return codes;
}

std::uint64_t Codes::takeId(Subject subject, domain::Milliseconds now) {
    const std::lock_guard lock(m_mutex);
    if (subject == Subject::request) {
        const auto connection = m_pool.take();
        const auto year = yearOf(now);
        return year * requestsAYear + db::takeNumbers(*connection, "request_" + std::to_string(year), 1);
    }
    Block& block = m_blocks[static_cast<std::size_t>(subject)];
    if (block.next == block.end) {
        const auto connection = m_pool.take();
        block.next = db::takeNumbers(*connection, domain::subjectName(subject), blockSize);
        block.end = block.next + blockSize;
        block.issued = std::max(block.issued, block.end);
    }
    return block.next++;
}

bool Codes::isIssued(Subject subject, std::uint64_t id) {
    if (subject == Subject::request) return false;
    const std::lock_guard lock(m_mutex);
    Block& block = m_blocks[static_cast<std::size_t>(subject)];
    if (id >= block.issued) {
        const auto connection = m_pool.take();
        block.issued = db::peekCounter(*connection, domain::subjectName(subject));
    }
    return id < block.issued;
}

}  // namespace remise::ledger
