#pragma once

#include <string_view>

#include "labels/bitmap.h"

namespace remise::drivers {

/// Something that makes paper of a picture in dots. Every printer's language lives in a folder of its own
/// beside this file.
class Printer {
public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    virtual ~Printer() = default;

    /// Prints one label. `name` says what it is (a unit's code) for queues and files. Returns once the label
    /// is in the printer's hands; throws, saying what was tried, when it could not be.
    virtual void print(const labels::Bitmap&, std::string_view name) = 0;
};

}  // namespace remise::drivers
