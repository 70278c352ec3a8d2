#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "server/domain/value.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::logistics {

/// What somebody typed for one unit and was refused: it comes back where it was.
struct Typed {
    std::string code, carrier, tracking, weight;
    std::vector<std::string> accessories;
};

/// Carriers of THE table (`ship`), in the order of the list.
inline constexpr std::string_view carriers[] = {"colissimo", "laposte", "dpd",
                                                "gls",       "heppner", "kuehne_nagel"};

/// What is to take from its shelf (in the order of a walk), to pack, to ship, and what is under way.
domain::Value goodsView(db::Connection&, const http::Strings&, const http::Request&, const Typed&);

}  // namespace remise::logistics
