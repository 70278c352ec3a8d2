#include "server/wire/json.h"
#include "terminal/workbench/bench_options.h"
#include "terminal/workbench/commands.h"
#include "terminal/workbench/parcels.h"

namespace remise::workbench {

using domain::Value;

/// Exits 0 when nothing waits, 1 when something does or was refused.
int report(domain::cli::Words words) {
    const BenchOptions options = BenchOptions::read(words, {"--parcels"});
    Value::Array parcels;
    for (const Parcels::Kept& kept : Parcels(options.textOr("--parcels", "/run/remise/parcels")).kept()) {
        const auto body = wire::readJson(kept.body);
        parcels.push_back(Value::Object{{"to", kept.path},
                                        {"state", kept.isRefused ? "refused" : "waiting"},
                                        {"body", body ? *body : Value(kept.body)}});
    }
    const bool isNone = parcels.empty();
    writeReport(options.report, Value::Object{{"parcels", parcels}});
    return isNone ? 0 : 1;
}

}  // namespace remise::workbench
