#include <boost/test/unit_test.hpp>

#include "drivers/disks/ata/line.h"

using namespace remise::drivers::disks::ata;

BOOST_AUTO_TEST_SUITE(ata_line_test)

BOOST_AUTO_TEST_CASE(a_command_of_48_bits_is_laid_out_as_the_translation_wants_it) {
    Command command;
    command.command = 0xb4;
    command.width = Command::Width::bits48;
    command.features = 0x0014;
    command.count = 0x0201;
    command.lba = 0x4f5766778899;
    const std::array<std::uint8_t, 16> block{0x85, 0x07, 0x20, 0x00, 0x14, 0x02, 0x01, 0x66,
                                             0x99, 0x57, 0x88, 0x4f, 0x77, 0x40, 0xb4, 0x00};
    BOOST_TEST(commandBlock(command) == block, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(data_says_which_way_it_goes_and_how_many_blocks) {
    Command command;
    command.command = 0xec;
    command.data = Command::Data::in;
    command.count = 1;
    BOOST_TEST(commandBlock(command)[1] == 0x08);  // protocol 4, PIO in
    BOOST_TEST(commandBlock(command)[2] == 0x2e);
    command.data = Command::Data::out;
    BOOST_TEST(commandBlock(command)[1] == 0x0a);  // protocol 5, PIO out
    BOOST_TEST(commandBlock(command)[2] == 0x26);
}

BOOST_AUTO_TEST_CASE(registers_come_back_in_descriptors) {
    std::array<std::uint8_t, 22> sense{0x72, 0x01, 0x00, 0x1d, 0,    0,    0,    14,   0x09, 0x0c, 0x01,
                                       0x04, 0x80, 0x55, 0x03, 0x00, 0x04, 0x01, 0x05, 0x02, 0x40, 0x51};
    const auto reply = registersIn(sense);
    BOOST_REQUIRE(reply);
    BOOST_TEST(reply->error == 0x04);
    BOOST_TEST(reply->count == 0x8055);
    BOOST_TEST(reply->lba == 0x050403020100u);
    BOOST_TEST(reply->status == 0x51);
    BOOST_TEST(!reply->isOk());
}

BOOST_AUTO_TEST_CASE(registers_come_back_in_the_fixed_format_without_their_upper_halves) {
    const std::array<std::uint8_t, 18> sense{0x70, 0,    0x01, 0x00, 0x50, 0x40, 0x55, 10, 0x80,
                                             0x11, 0x22, 0x33, 0,    0x1d, 0,    0,    0,  0};
    const auto reply = registersIn(sense);
    BOOST_REQUIRE(reply);
    BOOST_TEST(reply->status == 0x50);
    BOOST_TEST(reply->isOk());
    BOOST_TEST(reply->count == 0x55);
    BOOST_TEST(reply->lba == 0x332211u);
}

BOOST_AUTO_TEST_CASE(sense_data_without_registers_is_no_answer) {
    BOOST_TEST(!registersIn({}));
    std::array<std::uint8_t, 22> other{0x72, 0x05, 0x20};
    BOOST_TEST(!registersIn(other));
}

BOOST_AUTO_TEST_SUITE_END()
