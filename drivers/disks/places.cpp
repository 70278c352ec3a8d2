#include "drivers/disks/places.h"

#include <sys/random.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace remise::drivers::disks {
namespace {

constexpr std::uint64_t subsections = 1000;
constexpr std::uint64_t megabyte = 1024 * 1024;

std::uint64_t roundedDown(std::uint64_t bytes, std::uint32_t block) {
    return bytes / block * block;
}

std::uint64_t kernelsRandom(std::uint64_t below) {
    std::uint64_t number = 0;
    if (getrandom(&number, sizeof number, 0) != sizeof number)
        throw std::runtime_error("The kernel gives no random bytes");
    return number % below;  // the bias of a remainder of 2^64 is far below one place in a million drives
}

}  // namespace

Places Places::all(std::uint64_t bytes) {
    return Places({{0, bytes}});
}

Places Places::sampled(std::uint64_t bytes, std::uint32_t block, const Random& random) {
    const std::uint64_t subsection = roundedDown(bytes / subsections, block);
    const std::uint64_t half = roundedDown(subsection / 2, block);
    const std::uint64_t place = std::max<std::uint64_t>(roundedDown(subsection / 20, block), block);
    const std::uint64_t end = std::min(roundedDown(megabyte, block), bytes);
    if (half <= place || bytes <= 2 * subsections * place + 2 * end) return all(bytes);
    const std::uint64_t choices = (half - place) / block + 1;
    std::vector<Range> places{{0, end}};
    for (std::uint64_t n = 0; n < subsections; ++n)
        for (const std::uint64_t start : {n * subsection, n * subsection + half})
            places.push_back({start + random(choices) * block, place});
    places.push_back({bytes - end, end});
    return Places(std::move(places));
}

Places Places::sampled(std::uint64_t bytes, std::uint32_t block) {
    return sampled(bytes, block, kernelsRandom);
}

Places Places::scattered(std::uint64_t bytes, std::uint32_t block, std::uint64_t count) {
    const std::uint64_t blocks = bytes / block;
    count = std::min(count, blocks);
    std::vector<Range> places{{0, block}};
    for (std::uint64_t n = 0; n < count; ++n) {
        const std::uint64_t from = blocks * n / count, to = blocks * (n + 1) / count;
        places.push_back({(from + kernelsRandom(to - from)) * block, block});
    }
    places.push_back({(blocks - 1) * block, block});
    return Places(std::move(places));
}

std::uint64_t Places::bytes() const {
    return std::accumulate(m_places.begin(), m_places.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Range& place) { return sum + place.length; });
}

Places::Places(std::vector<Range> places) : m_places(std::move(places)) {
    for (const Range& place : m_places)
        m_longest = std::max(m_longest, place.length);
}

/// Every place is counted to have as many pieces as the longest, so that a piece is found at once.
std::uint64_t Places::piecesEach(std::uint64_t length) const {
    return (m_longest + length - 1) / length;
}

std::uint64_t Places::pieces(std::uint64_t length) const {
    return piecesEach(length) * m_places.size();
}

Range Places::piece(std::uint64_t index, std::uint64_t length) const {
    const std::uint64_t each = piecesEach(length);
    const Range& place = m_places[index / each];
    const std::uint64_t from = std::min(index % each * length, place.length);
    return {place.offset + from, std::min(length, place.length - from)};
}

}  // namespace remise::drivers::disks
