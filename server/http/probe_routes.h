#pragma once

#include <functional>
#include <map>
#include <string>

#include "server/http/router.h"

namespace remise::http {

struct Probes {
    std::function<bool()> isReady;  ///< database there, data there
    /// Prometheus name → what it counts and its value.
    struct Metric {
        std::string help;
        std::string type;  ///< counter or gauge
        std::int64_t value = 0;
    };
    std::function<std::map<std::string, Metric>()> metrics;
};

/// GET /healthz (the program runs), /readyz (it can work), /metrics (Prometheus text)
void addProbeRoutes(Router&, Probes);

}  // namespace remise::http
