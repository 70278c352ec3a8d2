#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The rows of the three tables at the end of an nwipe log. A row that cannot be read whole is none.
namespace remise::drivers::reports {

struct ErrorRow {
    std::string device;  ///< sda: the last part of the name
    bool flagged = false;
    std::uint64_t pass = 0, verify = 0, sync = 0;
};

struct BytesRow {
    std::string device;
    bool flagged = false;
    std::uint64_t erased = 0, total = 0;
    bool whole = false;  ///< the percentage column says 100
};

struct StatusRow {
    std::string device;
    bool flagged = false;
    std::string status, throughput;
    std::optional<std::uint64_t> seconds;
    std::string modelAndSerial;  ///< with a slash between them, both may hold more; the model is cut
};

std::optional<ErrorRow> readErrorRow(std::string_view line);
std::optional<BytesRow> readBytesRow(std::string_view line);
std::optional<StatusRow> readStatusRow(std::string_view line);

/// A whole number and nothing else but blanks around it.
std::optional<std::uint64_t> readNumber(std::string_view text);

}  // namespace remise::drivers::reports
