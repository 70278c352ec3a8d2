#pragma once

#include <string>

#include "server/domain/value.h"
#include "tests/support/temporary_folder.h"

namespace remise::test {

/// A user-mode Linux of its own kernel, with drives that are bad in every way (guest/init), of which each was
/// erased by the program as it ships. Needs no rights.
class FlakyGuest {
public:
    /// Runs it to its end, in some 40 seconds: then it `has("finished")`.
    FlakyGuest();

    /// What the program reported of the drive, or drives, of this part of guest/init.
    [[nodiscard]] domain::Value report(const std::string& name) const;
    [[nodiscard]] domain::Value drive(const std::string& name) const;
    [[nodiscard]] int code(const std::string& name) const { return std::stoi(text(name + ".code")); }
    /// Lines of the secret that the drive still holds.
    [[nodiscard]] int left(const std::string& name) const { return std::stoi(text(name + ".left")); }
    [[nodiscard]] bool has(const std::string& file) const;
    [[nodiscard]] std::string text(const std::string& file) const;

private:
    void writeJob() const;

    TemporaryFolder m_folder;
};

}  // namespace remise::test
