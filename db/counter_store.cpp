#include "db/counter_store.h"

namespace remise::db {

std::int64_t highestCounter(Connection& connection, const domain::Uuid& sender) {
    auto rows =
        connection.prepare("SELECT highest FROM sender_counter WHERE sender = ?").bind(sender.raw()).query();
    return rows.next() ? rows.integer(1) : 0;
}

void raiseCounters(Connection& connection, const std::map<domain::Uuid, std::int64_t>& counters) {
    if (counters.empty()) return;
    // Few lengths, so that few statements have to be prepared: the last sender fills up.
    std::size_t slots = 1;
    while (slots < counters.size())
        slots *= 2;
    std::string text = "INSERT INTO sender_counter (sender, highest) VALUES ";
    for (std::size_t i = 0; i < slots; ++i)
        text += i ? ",(?,?)" : "(?,?)";
    auto& statement =
        connection.prepare(text + " ON DUPLICATE KEY UPDATE highest = GREATEST(highest, VALUES(highest))");
    auto next = counters.begin();
    for (std::size_t i = 0; i < slots; ++i) {
        statement.bind(next->first.raw()).bind(next->second);
        if (std::next(next) != counters.end()) ++next;
    }
    statement.execute();
}

}  // namespace remise::db
