#include "terminal/outbox_seal.h"

#include <QCryptographicHash>
#include <charconv>

namespace remise::terminal {

namespace {

constexpr std::string_view mark = "remise-command-1 ";
constexpr std::size_t sumLength = 32;

std::string sumOf(std::string_view json) {
    const QByteArrayView bytes(json.data(), static_cast<qsizetype>(json.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)
        .toHex()
        .left(static_cast<qsizetype>(sumLength))
        .toStdString();
}

/// What the line that begins here holds, whatever comes after it.
std::optional<std::string> readFrom(std::string_view bytes) {
    if (!bytes.starts_with(mark)) return {};
    bytes.remove_prefix(mark.size());
    const std::string_view sum = bytes.substr(0, sumLength);
    if (bytes.size() <= sumLength) return {};
    bytes.remove_prefix(sumLength + 1);
    std::size_t length = 0;
    const auto [end, fault] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), length);
    if (fault != std::errc()) return {};
    const auto digits = static_cast<std::size_t>(end - bytes.data());
    if (bytes.size() - digits < 1 || bytes.size() - digits - 1 < length) return {};
    std::string json(bytes.substr(digits + 1, length));
    if (sumOf(json) != sum) return {};
    return json;
}

}  // namespace

std::string sealed(std::string_view json) {
    std::string line(mark);
    return line.append(sumOf(json)).append(" ").append(std::to_string(json.size())).append(" ").append(json);
}

std::optional<std::string> unsealed(std::string_view line) {
    auto json = readFrom(line);
    if (json && sealed(*json).size() != line.size()) return {};
    return json;
}

std::vector<std::string> wholeIn(std::string_view bytes) {
    std::vector<std::string> found;
    for (auto at = bytes.find(mark); at != std::string_view::npos; at = bytes.find(mark, at + 1)) {
        if (auto json = readFrom(bytes.substr(at))) found.push_back(std::move(*json));
    }
    return found;
}

}  // namespace remise::terminal
