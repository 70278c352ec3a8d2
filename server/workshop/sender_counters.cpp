#include "server/workshop/sender_counters.h"

#include <algorithm>
#include <set>

#include "db/command_store.h"
#include "db/counter_store.h"
#include "db/pool.h"
#include "server/identity/restored_terminal.h"

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

std::optional<std::int64_t> SenderCounters::restoredTo(const http::Caller& caller, const Numbers& numbers,
                                                       domain::Milliseconds now) {
    if (numbers.commands.empty()) return {};
    const std::int64_t highest = highestTaken(caller.id, now);
    std::vector<domain::Uuid> again;
    for (const auto& [number, id] : numbers.commands)
        if (number <= highest) again.push_back(id);
    if (again.empty()) return {};
    const auto connection = m_pool.take();
    std::set<domain::Uuid> known;
    for (const auto& command : db::findCommands(*connection, again))
        known.insert(command.id);
    for (const auto& [number, id] : numbers.commands)
        if (number <= highest && !known.contains(id)) {
            db::addAlert(*connection, identity::restoredAlert(caller, number, highest, now));
            return highest;
        }
    return {};
}

/// Only raises what is remembered: another server may know a higher one.
void SenderCounters::taken(const http::Caller& caller, const Numbers& numbers, domain::Milliseconds now) {
    if (numbers.commands.empty()) return;
    if (const auto before = m_recent.find(caller.id, now))
        m_recent.keep(caller.id, std::max(numbers.highest(), *before), now, now + identity::memory);
}

}  // namespace remise::workshop
