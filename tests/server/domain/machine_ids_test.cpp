#include "server/domain/machine_ids.h"

#include <boost/test/unit_test.hpp>

using namespace remise::domain;
using enum MachineIdKind;

BOOST_AUTO_TEST_SUITE(machine_ids_test)

BOOST_AUTO_TEST_CASE(a_uuid_is_one_in_both_byte_orders) {
    const auto uuid = canonicalUuid("33221100-5544-7766-8899-aabbccddeeff");
    BOOST_TEST(uuid == "00112233-4455-6677-8899-AABBCCDDEEFF");
    BOOST_TEST(canonicalUuid("00112233-4455-6677-8899-AABBCCDDEEFF") == uuid);
    BOOST_TEST(canonicalUuid("{00112233445566778899aabbccddeeff}") == uuid);
    BOOST_TEST(canonicalUuid("00112233-4455-6677-8899-AABBCCDDEEFE") != uuid);
}

BOOST_AUTO_TEST_CASE(what_is_no_uuid_has_no_spelling) {
    for (const char* wrong : {"", "Not Settable", "00112233-4455-6677-8899-AABBCCDDEEF", "g0112233-4455"})
        BOOST_TEST(canonicalUuid(wrong).empty(), wrong);
}

BOOST_AUTO_TEST_CASE(one_common_serial_uuid_or_board_makes_them_one) {
    const MachineIds machine{{serial, "PF0ABC12"}, {uuid, "U"}, {board, "B"}, {mac, "M"}};
    BOOST_TEST((whySame(machine, {{serial, "PF0ABC12"}}) == std::set{serial}));
    BOOST_TEST((whySame(machine, {{serial, "OTHER"}, {board, "B"}, {uuid, "U"}}) == std::set{uuid, board}));
    BOOST_TEST(whySame(machine, {{serial, "OTHER"}}).empty());
    BOOST_TEST(whySame(machine, {}).empty());
    BOOST_TEST(whySame(machine, {{board, "PF0ABC12"}}).empty());
}

BOOST_AUTO_TEST_CASE(a_network_card_counts_where_nothing_else_tells_them_apart) {
    const MachineIds dock{{mac, "M"}, {serial, "ONE"}};
    BOOST_TEST((whySame({{mac, "M"}}, dock) == std::set{mac}));
    BOOST_TEST(whySame({{mac, "M"}, {serial, "TWO"}}, dock).empty());
    BOOST_TEST((whySame({{mac, "M"}, {serial, "ONE"}}, dock) == std::set{serial, mac}));
}

BOOST_AUTO_TEST_SUITE_END()
