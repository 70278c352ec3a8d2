#pragma once

#include "db/report_store.h"
#include "server/domain/value.h"

namespace remise::admin {

/// A drive of the demo and when it was erased.
struct DemoDrive {
    std::string unit, serial, model, medium, maker, machine;
    std::int64_t megabytes = 0;
    domain::Uuid report, actor;
    domain::Milliseconds endedAt = 0;
};

/// What the workbench would have reported of it. Like all of the demo it is made up.
db::StoredReport demoErasureReport(const DemoDrive&);

/// The data of the command by which the server certifies it.
domain::Value demoCertification(const DemoDrive&, const std::string& code, const domain::Uuid& policy);

}  // namespace remise::admin
