#include "server/workshop/sender_counters.h"

#include <algorithm>
#include <set>

#include "db/command_store.h"
#include "db/counter_store.h"
#include "db/pool.h"
#include "server/identity/notice.h"

namespace remise::workshop {

std::int64_t Numbers::highest() const {
    std::int64_t most = 0;
    for (const auto& [number, id] : commands)
        most = std::max(most, number);
    return most;
}

Numbers numbersOf(const std::vector<wire::ReadCommand>& read) {
    Numbers numbers;
    for (const auto& [command, content, refusal] : read)
        if (command.counter) numbers.commands.emplace_back(*command.counter, command.id);
    return numbers;
}

std::int64_t SenderCounters::highestTaken(const domain::Uuid& sender, domain::Milliseconds now) {
    if (const auto known = m_recent.find(sender, now)) return *known;
    const std::int64_t highest = db::highestCounter(*m_pool.take(), sender);
    m_recent.keep(sender, highest, now, now + identity::memory);
    return highest;
}

std::optional<std::int64_t> SenderCounters::restoredTo(const http::Request& request, const Numbers& numbers) {
    if (numbers.commands.empty()) return {};
    const std::int64_t highest = highestTaken(request.caller.id, request.receivedAt);
    std::vector<domain::Uuid> again;
    for (const auto& [number, id] : numbers.commands)
        if (number <= highest) again.push_back(id);
    if (again.empty()) return {};
    std::set<domain::Uuid> known;
    for (const auto& command : db::findCommands(*m_pool.take(), again))
        known.insert(command.id);
    for (const auto& [number, id] : numbers.commands)
        if (number <= highest && !known.contains(id)) {
            identity::noticeRestored(m_alerts, request, number, highest);
            return highest;
        }
    return {};
}

/// Only raises what is remembered: another server may know a higher one.
void SenderCounters::taken(const http::Request& request, const Numbers& numbers) {
    if (numbers.commands.empty()) return;
    const domain::Milliseconds now = request.receivedAt;
    if (const auto before = m_recent.find(request.caller.id, now))
        m_recent.keep(request.caller.id, std::max(numbers.highest(), *before), now, now + identity::memory);
}

}  // namespace remise::workshop
