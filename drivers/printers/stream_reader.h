#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "labels/bitmap.h"

namespace remise::drivers {

/// A printer's stream that cannot be turned back into pictures: what is wrong, and at which byte.
struct StreamError : std::runtime_error {
    StreamError(const std::string& what, std::size_t at)
        : std::runtime_error(what + " at byte " + std::to_string(at)) {}
};

/// Reads a stream from its beginning; every step past the end is a StreamError.
class StreamReader {
public:
    explicit StreamReader(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    [[nodiscard]] std::string_view left() const { return m_bytes.substr(m_at); }
    std::uint8_t byte();
    /// Two bytes, the lower one first.
    std::size_t number();
    std::string_view take(std::size_t count);
    /// Takes these bytes if they come next.
    bool takes(std::string_view expected);
    [[noreturn]] void fail(const std::string& what) const { throw StreamError(what, m_at); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

/// The pictures in a stream, row by row. A stream from outside may ask for more than there is paper: past
/// some tens of metres this throws.
class DecodedLabels {
public:
    /// Rows of one label have one length, which is not 0.
    void addRow(std::string row, std::size_t at);
    /// A row of nothing, as long as the others.
    void addWhiteRow(std::size_t at);
    /// The label has ended; its picture is `width` dots of each row from `offset` on, which lie in the row
    /// where one has come. Without rows there was no label.
    void end(labels::Dots offset, labels::Dots width);
    /// How long the label's rows are; 0 while only rows of nothing have come.
    [[nodiscard]] std::size_t rowBytes() const { return m_rowBytes; }
    std::vector<labels::Bitmap> take() { return std::move(m_labels); }

private:
    void count(std::size_t bytes, std::size_t at);

    std::vector<std::string> m_rows;  ///< an empty one is white
    std::size_t m_rowBytes = 0;
    std::vector<labels::Bitmap> m_labels;
    std::size_t m_allBytes = 0;
};

}  // namespace remise::drivers
