#pragma once

#include <string>

#include "server/domain/embedded.h"

namespace remise::http {

class Router;

/// Changes when any of the files changes.
std::string contentVersion(const embedded::Files&);

/// GET /static/…: with ?v=VERSION kept for a year, without it asked again each time (ETag). `files` must live
/// as long as the router.
void addStaticRoutes(Router&, const embedded::Files& files);

}  // namespace remise::http
