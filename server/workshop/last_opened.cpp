#include "server/workshop/last_opened.h"

#include <algorithm>

#include "db/entity_store.h"
#include "db/event_store.h"

namespace remise::workshop {

domain::Milliseconds lastOpened(db::Connection& connection, std::string_view drive) {
    const auto known = db::findEntityByCode(connection, domain::Subject::drive, drive);
    domain::Milliseconds last = 0;
    if (!known) return last;
    for (const auto& stored : db::readEvents(connection, domain::Subject::drive, known->id))
        if (stored.event.kind == "reopen") last = std::max(last, stored.event.recordedAt);
    return last;
}

}  // namespace remise::workshop
