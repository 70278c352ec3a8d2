#pragma once

#include <string_view>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::workshop {

/// When the server learnt last that a drive had been out of the house's hands (`reopen`): what was said of it
/// before counts no more. 0 when it never was.
domain::Milliseconds lastOpened(db::Connection&, std::string_view drive);

}  // namespace remise::workshop
