#include "server/workshop/sender_counters.h"

#include <set>

#include "db/command_store.h"
#include "db/counter_store.h"
#include "db/pool.h"
#include "server/identity/notice.h"

namespace remise::workshop {

/// What was set aside until somebody could read it comes late, under its old number: that is no restored
/// disk. A terminal that was restored tells its counter when it starts.
Numbers numbersOf(const std::vector<wire::ReadCommand>& read) {
    Numbers numbers;
    for (const auto& [command, content, refusal] : read)
        if (command.counter && !command.isLate) numbers.commands.emplace_back(*command.counter, command.id);
    return numbers;
}

std::optional<std::int64_t> SenderCounters::restoredTo(const http::Request& request, const Numbers& numbers) {
    if (numbers.commands.empty()) return {};
    const std::int64_t highest = db::highestCounter(*m_pool.take(), request.caller.id);
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

}  // namespace remise::workshop
