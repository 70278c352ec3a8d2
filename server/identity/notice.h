#pragma once

#include <optional>

#include "db/terminal_store.h"
#include "server/domain/outcome.h"
#include "server/http/request.h"
#include "server/identity/alerts.h"

/// What a request gives away that a manager should know of.
namespace remise::identity {

/// A terminal counts from a number that is taken: `own` is its own, `taken` the highest one taken from it.
/// Written before this returns.
void noticeRestored(Alerts&, const http::Request&, std::int64_t own, std::int64_t taken);
/// `Remise-Clock`, when it is off by more than two minutes.
void noticeClock(Alerts&, const http::Request&);
/// A bearer token that does not count; of this terminal, when it is one that was withdrawn.
void noticeToken(Alerts&, const http::Request&, const std::optional<db::Terminal>& withdrawn);
/// A refusal of a badge, when it is one that was withdrawn.
void noticeBadge(Alerts&, const http::Request&, const domain::Refusal&);
/// A command under the id of another one.
void noticeReusedId(Alerts&, const http::Request&, const domain::Uuid& command);

}  // namespace remise::identity
