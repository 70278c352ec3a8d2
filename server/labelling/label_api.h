#pragma once

#include "server/http/router.h"

namespace remise::labelling {

/// GET /api/v1/labels/{file}: a label as PNG or PDF, its fields as JSON in the query.
void addLabelRoute(http::Router&);

}  // namespace remise::labelling
