#pragma once

#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::labelling {

/// GET /etiquettes: every kind of label; /etiquettes/unit: one with its fields, sizes and what they will
/// give; /etiquettes/unit.png and .pdf: that as a file.
void addLabelPages(http::Router&, const http::Pages&);

}  // namespace remise::labelling
