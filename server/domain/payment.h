#pragma once

#include <cstdint>

#include "server/domain/value.h"

namespace remise::domain {

/// What the lines of a request come to, in cents.
std::int64_t totalOf(const Value& request);

/// What is left to pay for a request, in cents: nothing for a demande, nor once it was paid.
std::int64_t amountDue(const Value& request);

/// What is left to pay before anything leaves the shelf: nothing for those who pay after delivery.
std::int64_t amountDueFirst(const Value& request);

}  // namespace remise::domain
