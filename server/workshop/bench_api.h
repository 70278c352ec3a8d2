#pragma once

#include "db/bench_store.h"
#include "db/pool.h"
#include "server/http/event_streams.h"
#include "server/http/router.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// Of those that were heard of lately, as people see them at a station or on the board.
inline constexpr domain::Milliseconds benchMemory = 60 * 60 * 1000;
/// One that says nothing for so long has lost its network or its power: it speaks at least every two seconds.
inline constexpr domain::Milliseconds benchSilence = 15 * 1000;

/// {report, unit, came_at, seen_at, silent, state}; `unit` is null until a scan has told it.
domain::Value benchJson(const db::Bench&, domain::Milliseconds now);

/// The channel of a site's benches, for `publish` and those who follow.
std::string benchChannel(std::string_view site);

/// POST /api/v1/benches/{report}: a machine says how it stands and hears which unit it is and its job.
/// POST /api/v1/benches/{report}/tests: what the machine found out about itself, for its job's unit.
/// GET /api/v1/benches and /api/v1/benches/stream: whoever works there sees all of them.
void addBenchRoutes(http::Router&, db::Pool&, http::EventStreams&, SendCommands&);

}  // namespace remise::workshop
