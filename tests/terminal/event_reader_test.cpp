#include "terminal/event_reader.h"

#include <boost/test/unit_test.hpp>

using remise::terminal::EventReader;

BOOST_AUTO_TEST_SUITE(event_reader_test)

BOOST_AUTO_TEST_CASE(an_event_is_told_once_it_is_whole_however_its_bytes_come) {
    EventReader reader;
    const std::string bytes = ": beat\n\nid: 7\ndata: {\"a\":1}\n\ndata: one\r\ndata:two\r\n\r\ndata: later";
    std::vector<std::string> events;
    for (const char byte : bytes)
        for (auto& event : reader.read({&byte, 1}))
            events.push_back(event);
    BOOST_REQUIRE(events.size() == 2);
    BOOST_TEST(events[0] == "{\"a\":1}");
    BOOST_TEST(events[1] == "one\ntwo");
    BOOST_TEST(reader.read("\n\n").at(0) == "later");
}

BOOST_AUTO_TEST_CASE(what_has_no_data_is_no_event) {
    BOOST_TEST(EventReader().read("\n\n: beat\n\nretry: 3000\n\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
