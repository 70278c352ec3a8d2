#include "server/http/probe_routes.h"

#include "server/domain/refusals.h"

namespace remise::http {

void addProbeRoutes(Router& router, Probes probes) {
    router.add({.method = "GET",
                .pattern = "/healthz",
                .handler = [](const Request&) { return Reply::text("ok\n"); },
                .bodyLimit = 0,
                .access = Access::open,
                .lane = Lane::atOnce});
    router.add({.method = "GET",
                .pattern = "/readyz",
                .handler =
                    [isReady = std::move(probes.isReady)](const Request& request) {
                        if (isReady()) return Reply::text("ready\n");
                        // Whoever asks is a program: no page for it, whatever it says that it accepts.
                        Reply reply =
                            Reply::problem(domain::Refusal(domain::refusals::unavailable), request.language);
                        reply.refusal.reset();
                        return reply;
                    },
                .bodyLimit = 0,
                .access = Access::open,
                .lane = Lane::ahead});
    router.add({.method = "GET",
                .pattern = "/metrics",
                .handler =
                    [metrics = std::move(probes.metrics)](const Request&) {
                        std::string out;
                        for (const auto& [name, metric] : metrics()) {
                            out += "# HELP " + name + " " + metric.help + "\n# TYPE " + name + " " +
                                   metric.type + "\n";
                            out += name + " " + std::to_string(metric.value) + "\n";
                        }
                        return Reply::bytes("text/plain; version=0.0.4; charset=utf-8", out);
                    },
                .lane = Lane::ahead});
}

}  // namespace remise::http
