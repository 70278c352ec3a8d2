#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

/// Seals, and what they cover: the feed's places, in whose order everything was recorded.
namespace remise::db {

struct SealRow {
    std::int64_t number = 0;
    domain::Milliseconds sealedAt = 0;
    std::uint64_t lastPlace = 0;
    std::string content;  ///< the seal as it leaves the house
};

/// All of them, in order.
std::vector<SealRow> readSealRows(Connection&);
std::optional<SealRow> newestSeal(Connection&);
/// Throws Error (isDuplicateKey) when another server has made it.
void appendSeal(Connection&, const SealRow&);

/// An event at its place. Without hash and command when the event is not there.
struct PlacedEvent {
    std::uint64_t entity = 0;
    std::int64_t seq = 0;
    std::optional<std::string> command, hash;  ///< raw bytes
    domain::Milliseconds recordedAt = 0;
};

/// Events of one subject at the places after `after` up to `last`.
std::vector<PlacedEvent> readPlacedEvents(Connection&, domain::Subject, std::uint64_t after,
                                          std::uint64_t last);
/// Refused commands at these places.
std::vector<domain::Uuid> readPlacedRefusals(Connection&, std::uint64_t after, std::uint64_t last);
/// How many events have a place, or wait for one.
std::int64_t countPlacedEvents(Connection&);
/// The sum of the versions of one subject's rows: how many events they say there are.
std::int64_t countEvents(Connection&, domain::Subject);

/// The lowest `seq` of this history after a place or still waiting for one; 0 when there is none.
std::int64_t firstSeqAfter(Connection&, domain::Subject, std::uint64_t entity, std::uint64_t after);
/// A history as it stood at a place of the feed, for it has gone on since. Its `seq` is 0 when it began only
/// then; without hash when that event is not there.
struct EarlierHead {
    std::uint64_t entity = 0;
    std::int64_t seq = 0;
    std::optional<std::string> hash;
};
std::vector<EarlierHead> readEarlierHeads(Connection&, domain::Subject, std::uint64_t place);

/// Where a history stands now.
struct HeadRow {
    std::uint64_t id = 0;
    std::string code;
    std::int64_t version = 0;
    domain::Digest head;
};
/// Those with an id above `after`, in order.
std::vector<HeadRow> readHeadRows(Connection&, domain::Subject, std::uint64_t after, int limit);

/// The hash of one event.
std::optional<domain::Digest> findEventHash(Connection&, domain::Subject, std::uint64_t entity,
                                            std::int64_t seq);

}  // namespace remise::db
