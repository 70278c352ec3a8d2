#include "drivers/disks/fill.h"

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <vector>

using namespace remise::drivers::disks;

namespace {

using Buffer = std::vector<std::uint8_t>;

Buffer written(const Fill& fill, std::uint64_t offset, std::size_t bytes) {
    Buffer buffer(bytes, 0x5a);
    fill.write(offset, buffer);
    return buffer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fill_test)

BOOST_AUTO_TEST_CASE(what_was_written_matches_at_its_place) {
    for (const Fill& fill : {Fill::zeros(), Fill::ones(), Fill::random()})
        BOOST_TEST(fill.matches(8192, written(fill, 8192, 4096)), fill.name());
}

BOOST_AUTO_TEST_CASE(one_wrong_bit_anywhere_shows) {
    for (const Fill& fill : {Fill::zeros(), Fill::ones(), Fill::random()})
        for (const std::size_t at : {0u, 511u, 512u, 4095u}) {
            Buffer buffer = written(fill, 0, 4096);
            buffer[at] ^= 0x10;
            BOOST_TEST(!fill.matches(0, buffer), fill.name() << " " << at);
        }
}

BOOST_AUTO_TEST_CASE(random_bytes_belong_to_their_place) {
    const Fill fill = Fill::random();
    const Buffer all = written(fill, 0, 4096);
    BOOST_TEST(written(fill, 1024, 512) == Buffer(all.begin() + 1024, all.begin() + 1536),
               boost::test_tools::per_element());
    BOOST_TEST(!fill.matches(512, written(fill, 0, 512)));
    BOOST_TEST(!Fill::random().matches(0, all));
}

BOOST_AUTO_TEST_CASE(random_bytes_do_not_compress) {
    const Buffer bytes = written(Fill::random(), 0, 1 << 20);
    std::array<int, 256> counts{};
    for (const std::uint8_t byte : bytes)
        ++counts[byte];
    for (const int count : counts)
        BOOST_TEST(std::abs(count - 4096) < 400);  // six standard deviations
}

BOOST_AUTO_TEST_CASE(whoever_has_the_seed_can_check_again) {
    const Fill fill = Fill::random();
    const auto again = Fill::random(fill.seed());
    BOOST_REQUIRE(again);
    BOOST_TEST(again->matches(0, written(fill, 0, 4096)));
    BOOST_TEST(!Fill::random("12"));
    BOOST_TEST(!Fill::random(std::string(64, 'x')));
}

BOOST_AUTO_TEST_CASE(any_uniform_asks_for_one_byte_in_each_sector) {
    const Fill fill = Fill::anyUniform();
    Buffer buffer(1024, 0xff);
    std::fill(buffer.begin() + 512, buffer.end(), 0);
    BOOST_TEST(fill.matches(0, buffer));
    buffer[700] = 1;
    BOOST_TEST(!fill.matches(0, buffer));
}

BOOST_AUTO_TEST_SUITE_END()
