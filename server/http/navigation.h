#pragma once

#include "server/domain/value.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::http {

/// The places of the house that this caller has business in, for the page's head: a list of
/// {place_url, label, is_current}.
domain::Value navigation(const Request&, const Strings&);

}  // namespace remise::http
