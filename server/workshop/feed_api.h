#pragma once

#include "db/feed_store.h"
#include "db/pool.h"
#include "server/http/event_streams.h"
#include "server/http/router.h"

namespace remise::workshop {

/// GET /api/v1/feed and /api/v1/feed/stream
void addFeedRoutes(http::Router&, db::Pool&);

/// Tells the open streams: the feed's, and each request's own.
void publishFeed(http::EventStreams&, const std::vector<db::FeedItem>&);

}  // namespace remise::workshop
