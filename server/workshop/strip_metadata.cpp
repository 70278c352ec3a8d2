#include "server/workshop/strip_metadata.h"

#include <algorithm>
#include <cstdint>

namespace remise::workshop {
namespace {

using namespace std::string_view_literals;

constexpr auto pngMark = "\x89PNG\r\n\x1a\n"sv;
constexpr auto jpegMark = "\xFF\xD8\xFF"sv;
constexpr auto pdfMark = "%PDF-"sv;

std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

/// PNG (ISO/IEC 15948), 5.3: length, type, data, checksum; the picture's own chunks and those of its colours.
std::optional<std::string> cleanPng(std::string_view bytes) {
    static constexpr std::string_view kept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                                "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"};
    constexpr std::size_t frame = 12;
    std::string clean(pngMark);
    for (std::size_t at = pngMark.size(); bytes.size() - at >= frame;) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i)
            length = length << 8 | byteAt(bytes, at + i);
        if (length > bytes.size() - at - frame) return {};
        const auto type = bytes.substr(at + 4, 4);
        if (std::find(std::begin(kept), std::end(kept), type) != std::end(kept))
            clean += bytes.substr(at, frame + length);
        if (type == "IEND") return clean;
        at += frame + length;
    }
    return {};
}

/// Where the next marker begins after the compressed data of a scan: not a stuffed zero, not a restart.
std::size_t endOfScan(std::string_view bytes, std::size_t at) {
    for (; at + 1 < bytes.size(); ++at) {
        if (byteAt(bytes, at) != 0xFF) continue;
        const auto next = byteAt(bytes, at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    }
    return bytes.size();
}

/// JFIF's own head says how the picture is to be shown; with a thumbnail in it it may show what was cut away.
bool isMetadata(std::uint8_t marker, std::string_view content) {
    constexpr std::size_t plainHead = 14;
    if (marker == 0xE0) return !content.starts_with("JFIF\0"sv) || content.size() != plainHead;
    return (marker > 0xE0 && marker <= 0xEF) || marker == 0xFE;
}

/// JPEG (ISO/IEC 10918-1), annex B: segments between the start and the end of the picture.
std::optional<std::string> cleanJpeg(std::string_view bytes) {
    constexpr std::uint8_t endOfImage = 0xD9, startOfScan = 0xDA;
    std::string clean(bytes.substr(0, 2));
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        if (byteAt(bytes, at) != 0xFF) return {};
        const auto marker = byteAt(bytes, at + 1);
        if (marker == 0xFF) {  // fill bytes may stand before a marker
            ++at;
            continue;
        }
        if (marker == endOfImage) return clean + "\xFF\xD9";
        if (bytes.size() - at < 4) return {};
        const std::size_t length = std::size_t{byteAt(bytes, at + 2)} << 8 | byteAt(bytes, at + 3);
        if (length < 2 || length > bytes.size() - at - 2) return {};
        std::size_t end = at + 2 + length;
        if (marker == startOfScan) end = endOfScan(bytes, end);
        if (!isMetadata(marker, bytes.substr(at + 4, length - 2))) clean += bytes.substr(at, end - at);
        at = end;
    }
    return {};
}

}  // namespace

std::optional<CleanFile> cleanFile(std::string_view bytes) {
    if (bytes.starts_with(pngMark)) {
        if (auto clean = cleanPng(bytes)) return CleanFile{"image/png", std::move(*clean)};
    } else if (bytes.starts_with(jpegMark)) {
        if (auto clean = cleanJpeg(bytes)) return CleanFile{"image/jpeg", std::move(*clean)};
    } else if (bytes.starts_with(pdfMark)) {
        return CleanFile{"application/pdf", std::string(bytes)};
    }
    return {};
}

}  // namespace remise::workshop
