#include "drivers/printers/stream_reader.h"

namespace remise::drivers {

std::uint8_t StreamReader::byte() {
    return static_cast<std::uint8_t>(take(1).front());
}

std::size_t StreamReader::number() {
    const std::size_t low = byte();
    return low + (std::size_t{byte()} << 8);
}

std::string_view StreamReader::take(std::size_t count) {
    if (m_bytes.size() - m_at < count) fail("the stream ends too soon");
    const std::string_view taken = m_bytes.substr(m_at, count);
    m_at += count;
    return taken;
}

bool StreamReader::takes(std::string_view expected) {
    if (!left().starts_with(expected)) return false;
    m_at += expected.size();
    return true;
}

void DecodedLabels::count(std::size_t bytes, std::size_t at) {
    constexpr std::size_t mostBytes = std::size_t{64} << 20;
    constexpr std::size_t whiteRow = 162;
    m_allBytes += bytes + whiteRow;
    if (m_allBytes > mostBytes) throw StreamError("more rows than any roll has", at);
}

void DecodedLabels::addRow(std::string row, std::size_t at) {
    count(row.size(), at);
    if (m_rowBytes != 0 && row.size() != m_rowBytes) throw StreamError("a row of another length", at);
    m_rowBytes = row.size();
    m_rows.push_back(std::move(row));
}

void DecodedLabels::addWhiteRow(std::size_t at) {
    count(0, at);
    m_rows.emplace_back();
}

void DecodedLabels::end(labels::Dots offset, labels::Dots width) {
    if (m_rows.empty()) return;
    labels::Bitmap label(width, static_cast<labels::Dots>(m_rows.size()));
    for (labels::Dots y = 0; y < label.height(); ++y) {
        const std::string& row = m_rows[static_cast<std::size_t>(y)];
        for (labels::Dots x = 0; !row.empty() && x < width; ++x) {
            const std::size_t bit = static_cast<std::size_t>(offset) + static_cast<std::size_t>(x);
            if ((static_cast<unsigned char>(row[bit / 8]) & 0x80 >> bit % 8) != 0) label.blacken(x, y);
        }
    }
    m_labels.push_back(std::move(label));
    m_rows.clear();
    m_rowBytes = 0;
}

}  // namespace remise::drivers
