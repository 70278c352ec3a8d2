#pragma once

#include <functional>
#include <memory>

#include "server/domain/scan.h"

namespace remise::drivers {

/// Hears every scanner that speaks for itself, from when it is plugged in until it is pulled out. Calls back
/// from a thread of its own, one scan after the other, until it is destroyed.
class Scanners {
public:
    using Heard = std::function<void(domain::Scan)>;

    /// Throws when USB cannot be used at all. No scanner there is nothing unusual.
    explicit Scanners(Heard);
    ~Scanners();
    Scanners(const Scanners&) = delete;
    Scanners& operator=(const Scanners&) = delete;

private:
    struct Reading;
    std::unique_ptr<Reading> m_reading;
};

}  // namespace remise::drivers
