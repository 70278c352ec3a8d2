#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/domain/ids.h"
#include "server/domain/value.h"

namespace remise::domain {

/// The four things that have a ledger.
enum class Subject { unit, drive, container, request };

inline constexpr Subject everySubject[] = {Subject::unit, Subject::drive, Subject::container,
                                           Subject::request};

std::string_view subjectName(Subject);

/// Where one of the four stands now: its row, and what a replay of its events must give again.
struct Entity {
    Subject subject = Subject::unit;
    std::uint64_t id = 0;      ///< given in order
    std::string code;          ///< the id scrambled, or a request's number; unique within its subject
    std::string stage;         ///< empty as long as nothing has happened to it
    std::int64_t version = 0;  ///< sequence number of its last event
    Digest head;               ///< hash of its last event
    Value state;               ///< what its events have established (see unit_fold.cpp and its siblings)

    [[nodiscard]] bool exists() const { return version > 0; }
};

/// One fact of the ledger. Append-only; what it means for the state is in fold.h.
struct Event {
    std::int64_t seq = 0;
    Uuid command;
    std::string kind;
    int kindVersion = 1;
    Milliseconds at = 0;          ///< as claimed by the sender
    Milliseconds recordedAt = 0;  ///< by the server
    std::string station;
    Uuid actor;
    std::string stageAfter;
    Value data;
};

}  // namespace remise::domain
