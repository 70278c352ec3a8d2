#pragma once

#include "server/domain/outcome.h"
#include "server/http/request.h"

namespace remise::http {

/// Refuses a form that our own pages did not send: whoever is known by a cookie must send their session's
/// token along (field `csrf`, or header X-CSRF-Token from a script) with every method that may change
/// something, and a browser that says the request comes from another site is believed.
domain::Verdict checkFormToken(const Request&);

}  // namespace remise::http
