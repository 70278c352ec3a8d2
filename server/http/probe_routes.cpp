#include "server/http/probe_routes.h"

#include "server/domain/refusals.h"

namespace remise::http {

void addProbeRoutes(Router& router, Probes probes) {
    router.add({"GET", "/healthz", [](const Request&) { return Reply::text("ok\n"); }, 0, Access::open});
    router.add({"GET", "/readyz",
                [isReady = std::move(probes.isReady)](const Request& request) {
                    if (isReady()) return Reply::text("ready\n");
                    return Reply::problem(domain::Refusal(domain::refusals::unavailable), request.language)
                        .with("Retry-After", "1");
                },
                0, Access::open});
    router.add({"GET", "/metrics", [metrics = std::move(probes.metrics)](const Request&) {
                    std::string out;
                    for (const auto& [name, metric] : metrics()) {
                        out += "# HELP " + name + " " + metric.help + "\n# TYPE " + name + " " + metric.type +
                               "\n";
                        out += name + " " + std::to_string(metric.value) + "\n";
                    }
                    return Reply::bytes("text/plain; version=0.0.4; charset=utf-8", out);
                }});
}

}  // namespace remise::http
