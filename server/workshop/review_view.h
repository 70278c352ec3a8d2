#pragma once

#include <vector>

#include "db/connection.h"
#include "db/review_store.h"
#include "server/domain/value.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::workshop {

/// What a leader needs to judge refused commands, one entry for each thing they name: what its senders say
/// was done, in their order and each with what was done in its wake; and what its history says happened
/// meanwhile.
domain::Value reviewView(db::Connection&, const http::Strings&, const http::Request&,
                         const std::vector<db::Review>&);

/// What was done, in words: "tri" for sort.
std::string kindInWords(const std::string& kind, const http::Strings&, domain::Language);

}  // namespace remise::workshop
