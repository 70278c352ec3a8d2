#pragma once

#include <stdexcept>
#include <string_view>

#include "server/domain/value.h"

namespace remise::domain {

/// Stored bytes that are not what canonicalJson writes: somebody changed them.
class NotCanonical : public std::runtime_error {
public:
    explicit NotCanonical(std::size_t position)
        : std::runtime_error("stored JSON is not canonical at byte " + std::to_string(position)) {}
};

/// Reads back what canonicalJson wrote and nothing else (JSON from outside is read by wire/). It is on the
/// way of every scan, and needs no more than this. Throws NotCanonical.
Value readCanonical(std::string_view);

}  // namespace remise::domain
