#include "drivers/disks/places.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace remise::drivers::disks;

namespace {

constexpr std::uint64_t gigabyte = 1'000'000'000 / 4096 * 4096;
constexpr std::uint64_t megabyte = 1024 * 1024;

/// All bytes of the pieces, in order, as the places they came from.
std::uint64_t bytesOfPieces(const Places& places, std::uint64_t length) {
    std::uint64_t bytes = 0;
    for (std::uint64_t n = 0; n < places.pieces(length); ++n)
        bytes += places.piece(n, length).length;
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(places_test)

BOOST_AUTO_TEST_CASE(the_whole_drive_is_visited_in_pieces_without_a_gap) {
    const Places places = Places::all(10 * megabyte + 512);
    std::uint64_t next = 0;
    for (std::uint64_t n = 0; n < places.pieces(megabyte); ++n) {
        const Range piece = places.piece(n, megabyte);
        BOOST_TEST(piece.offset == next);
        BOOST_TEST(piece.length <= megabyte);
        next += piece.length;
    }
    BOOST_TEST(next == 10 * megabyte + 512);
}

BOOST_AUTO_TEST_CASE(samples_are_two_in_each_of_a_thousand_subsections_and_both_ends) {
    const Places places = Places::sampled(gigabyte, 4096);
    BOOST_REQUIRE_EQUAL(places.places().size(), 2002u);
    const std::uint64_t subsection = gigabyte / 1000 / 4096 * 4096;
    for (std::uint64_t n = 0; n < 1000; ++n) {
        const Range& first = places.places()[1 + 2 * n];
        const Range& second = places.places()[2 + 2 * n];
        BOOST_TEST(first.offset >= n * subsection);
        BOOST_TEST(second.offset >= first.offset + first.length);
        BOOST_TEST(second.offset + second.length <= (n + 1) * subsection);
        BOOST_TEST(first.offset % 4096 == 0u);
        BOOST_TEST(first.length >= subsection / 20 - 4096);
    }
    BOOST_TEST((places.places().front() == Range{0, megabyte}));
    BOOST_TEST((places.places().back() == Range{gigabyte - megabyte, megabyte}));
    BOOST_TEST(bytesOfPieces(places, 8192) == places.bytes());
}

BOOST_AUTO_TEST_CASE(samples_reach_both_ends_of_their_half) {
    const auto lowest = [](std::uint64_t) { return std::uint64_t{0}; };
    const auto highest = [](std::uint64_t below) { return below - 1; };
    const Places low = Places::sampled(gigabyte, 4096, lowest),
                 high = Places::sampled(gigabyte, 4096, highest);
    for (std::size_t n = 1; n + 2 < low.places().size(); ++n) {
        // What one could leave out, the other reads: between the two lies no byte that no draw can reach.
        BOOST_TEST(low.places()[n + 1].offset <= high.places()[n].offset + high.places()[n].length);
    }
}

BOOST_AUTO_TEST_CASE(nobody_can_foresee_the_samples) {
    const Places one = Places::sampled(gigabyte, 512), other = Places::sampled(gigabyte, 512);
    BOOST_TEST((one.places() != other.places()));
}

BOOST_AUTO_TEST_CASE(a_small_drive_is_read_as_a_whole) {
    const Places places = Places::sampled(4 * megabyte, 4096);
    BOOST_REQUIRE_EQUAL(places.places().size(), 1u);
    BOOST_TEST(places.bytes() == 4 * megabyte);
}

BOOST_AUTO_TEST_SUITE_END()
