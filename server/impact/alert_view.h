#pragma once

#include <vector>

#include "db/alert_store.h"
#include "server/domain/value.h"
#include "server/http/strings.h"

namespace remise::impact {

/// What a manager reads of alerts, newest first: a sentence, when it was seen last, how often that day.
domain::Value alertView(const std::vector<db::Alert>&, const http::Strings&, domain::Language);

}  // namespace remise::impact
