#pragma once

#include "server/domain/association.h"
#include "server/domain/value.h"
#include "server/http/strings.h"

namespace remise::associations {

/// What a page shows of an association, in the reader's language: `association`, `state`, `badge`, `facts`…
domain::Value associationView(const domain::Association&, const http::Strings&, domain::Language);

}  // namespace remise::associations
