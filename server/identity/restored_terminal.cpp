#include "server/identity/restored_terminal.h"

#include "server/domain/value.h"

namespace remise::identity {

db::Alert restoredAlert(const http::Caller& terminal, std::int64_t own, std::int64_t taken,
                        domain::Milliseconds now) {
    using domain::Value;
    const Value details =
        Value::Object{{"name", terminal.name}, {"site", terminal.site}, {"counter", own}, {"taken", taken}};
    return {"terminal_restored", terminal.id.text(), 1, now, now, canonicalJson(details)};
}

}  // namespace remise::identity
