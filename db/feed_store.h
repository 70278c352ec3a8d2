#pragma once

#include <vector>

#include "db/connection.h"
#include "db/event_store.h"

/// The followers' feed. A transaction leaves its events in the inbox; the sequencer gives them their places.
namespace remise::db {

struct FeedItem {
    std::uint64_t place = 0;
    std::string code;
    StoredEvent stored;
};

/// Refused commands have made no event: they get a place of their own, which no follower is shown, so that a
/// seal covers them too.
void leaveInInbox(Connection&, const std::vector<const StoredEvent*>&,
                  const std::vector<domain::Uuid>& refused);

/// Moves at most `limit` rows from the inbox to the feed, in one transaction of the caller's; returns how
/// many.
std::size_t sequence(Connection&, int limit);

/// Items after a place, oldest first.
std::vector<FeedItem> readFeed(Connection&, std::uint64_t after, int limit);
std::uint64_t lastPlace(Connection&);
/// The last place once all that waits in the inbox has one: it grows with the work, whatever the clocks say,
/// and goes on far beyond after a return.
std::uint64_t placeToCome(Connection&);

}  // namespace remise::db
