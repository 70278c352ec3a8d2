#include "drivers/printers/usb_id.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers;

BOOST_AUTO_TEST_SUITE(usb_id_test)

BOOST_AUTO_TEST_CASE(an_id_is_written_and_read_back) {
    for (const UsbId& id :
         {UsbId{0x04f9, 0x209d, "000A1Z"}, UsbId{0x0a5f, 1, "@1-3.2"}, UsbId{1, 2, "a:b c"}})
        BOOST_TEST((readUsbId(textOf(id)) == id));
    BOOST_TEST(textOf({0x04f9, 0x209d, "7"}) == "usb:04f9:209d:7");
}

BOOST_AUTO_TEST_CASE(what_has_another_form_is_no_id) {
    for (const char* text :
         {"", "usb:", "usb:04f9:209d", "usb:04f9:209d:", "usb:4f9:209d:7", "usb:04f9:20zd:7",
          "usb:04f9-209d:7", "tcp:04f9:209d:7", "usb:+4f9:209d:7", "usb:04f9:209d7:7"})
        BOOST_TEST(!readUsbId(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
