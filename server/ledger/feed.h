#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "db/feed_store.h"

namespace remise::db {
class Pool;
}

namespace remise::ledger {

/// The followers' feed. One server at a time, by lease, gives the events that transactions left in the inbox
/// their places; a cursor on a place never misses an event that committed late. Each server polls once and
/// fans out.
class Feed {
public:
    using Listener = std::function<void(const std::vector<db::FeedItem>&)>;

    /// Nothing is read for a listener while `isFollowed` says that nobody follows.
    Feed(db::Pool&, Listener, std::function<bool()> isFollowed);
    ~Feed();
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    /// A commit has left events: no need to wait for the next poll.
    void wake();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::ledger
