#pragma once

#include <string>

#include "db/database.h"

namespace remise::admin {

/// Throws std::runtime_error that names the sites there are, when nobody works at this one.
void requireKnownSite(db::Pool&, const std::string& site);

}  // namespace remise::admin
