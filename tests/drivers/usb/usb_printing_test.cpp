#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/drivers/usb/on_usb.h"

using namespace remise::test::usb;

namespace {

constexpr int printed = 0, notPrinted = 1, inDoubt = 4;

const std::string zebra = "usb:0a5f:0184:D2J1", brother = "usb:04f9:2042:B1", epson = "usb:04b8:0e28:E1";

/// What befalls a printer, and what remise-label says of the label.
struct Story {
    std::string device;
    std::string printer;
    int status;
    std::string says;
};

std::ostream& operator<<(std::ostream& out, const Story& story) {
    return out << story.device;
}

const Story stories[] = {
    {"zpl,serial=D2J1", zebra, printed, "printed 1 label on usb:0a5f:0184:D2J1"},
    {"escpos,serial=E1", epson, printed, "printed 1 label on usb:04b8:0e28:E1"},

    {"zpl,serial=D2J1,paper=out", zebra, notPrinted, "the roll is empty"},
    {"brother_ql,serial=B1,paper=out", brother, notPrinted, "the roll is empty"},
    {"escpos,serial=E1,paper=out", epson, notPrinted, "the roll is empty"},
    {"zpl,serial=D2J1,paper=open", zebra, notPrinted, "the lid is open"},
    {"brother_ql,serial=B1,paper=open", brother, notPrinted, "the lid is open"},
    {"escpos,serial=E1,paper=open", epson, notPrinted, "the lid is open"},
    {"brother_ql,serial=B1,width=29,length=90", brother, notPrinted, "the wrong roll is in"},
    {"zpl,serial=D2J1,paper=garbage", zebra, notPrinted, "it answers nothing that is known of it"},
    {"brother_ql,serial=B1,paper=garbage", brother, notPrinted, "it answers nothing that is known of it"},
    {"escpos,serial=E1,paper=garbage", epson, notPrinted, "it answers nothing that is known of it"},
    {"brother_ql,serial=B1,paper=silent", brother, notPrinted, "it answers nothing"},
    {"zpl,serial=D2J1,taken=yes", zebra, notPrinted, "offline"},
    {"zpl,serial=D2J1,stall=0,broken=yes", zebra, notPrinted, "refuses to talk (stalled)"},

    {"zpl,serial=D2J1,stall=1000", zebra, printed, "printed 1 label"},
    {"zpl,serial=D2J1,unplug=1000", zebra, notPrinted, "offline"},
    {"zpl,serial=D2J1,unplug=1000,replug=50", zebra, notPrinted, "the printer went away"},
    {"zpl,serial=D2J1,freeze=1000", zebra, notPrinted, "the printer answers nothing"},
    {"escpos,serial=E1,unplug=3000", epson, inDoubt, "may have come out or not"},
    {"escpos,serial=E1,freeze=3000", epson, inDoubt, "may have come out or not"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(usb_printing_test)

BOOST_DATA_TEST_CASE(a_label_ends_printed_not_printed_or_in_doubt_as_it_befell_the_printer, stories) {
    const Ran ran = labelOnUsb({sample.device}, printOn(sample.printer));
    BOOST_TEST(ran.status == sample.status, ran.said);
    BOOST_TEST((ran.said.find(sample.says) != std::string::npos), ran.said);
}

BOOST_AUTO_TEST_CASE(every_printer_that_is_plugged_in_is_found_with_how_it_is) {
    const Ran ran = labelOnUsb(
        {"zpl,serial=D2J2,paper=out", "zpl,serial=D2J1", "keyboard", "brother_ql,serial=B1"}, "printers");
    BOOST_TEST(ran.status == 1);
    std::size_t at = 0;
    for (const std::string line :
         {"usb:04f9:2042:B1   Brother QL-700   ready",
          "usb:0a5f:0184:D2J1   Zebra Technologies ZTC ZD421-203dpi ZPL   ready",
          "usb:0a5f:0184:D2J2   Zebra Technologies ZTC ZD421-203dpi ZPL   no labels"}) {
        at = ran.said.find(line, at);
        BOOST_TEST_REQUIRE((at != std::string::npos), line << " is not in its place in " << ran.said);
    }
}

BOOST_AUTO_TEST_CASE(a_printer_whose_language_nobody_knows_is_named_all_the_same) {
    const Ran ran = labelOnUsb({"zpl,serial=X1,vendor=1d0f,id=MFG:Acme;MDL:Mystery;CMD:MAGIC;"}, "printers");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST((ran.said.find("usb:1d0f:0184:X1") != std::string::npos), ran.said);
}

BOOST_AUTO_TEST_CASE(the_only_printer_needs_no_name_and_of_two_one_is_named) {
    const std::string badge = R"(print badge --data '{"code":"BCDFGHJKLNPRSTVXBCDFGD","name":"Zoé"}')";
    const Ran one = labelOnUsb({"zpl,serial=D2J1", "keyboard"}, badge);
    BOOST_TEST((one.said.find("printed 1 label on " + zebra) != std::string::npos), one.said);
    const Ran two = labelOnUsb({"zpl,serial=D2J1", "zpl,serial=D2J2"}, badge);
    BOOST_TEST(two.status == 2);
    BOOST_TEST((two.said.find("several printers are plugged in: --printer " + zebra) != std::string::npos),
               two.said);
    const Ran none = labelOnUsb({"keyboard"}, badge);
    BOOST_TEST(none.status == 2);
    BOOST_TEST((none.said.find("no printer is plugged in") != std::string::npos), none.said);
}

BOOST_AUTO_TEST_CASE(a_printer_is_ready_soon_after_it_is_plugged_in) {
    const Ran ran = labelOnUsb({"zpl,serial=D2J1,plug=300"}, "printers --wait");
    BOOST_TEST(ran.status == 0, ran.said);
    BOOST_TEST_MESSAGE("hot plug to ready: " << millisecondsSincePlugged(ran) << " ms");
}

BOOST_AUTO_TEST_SUITE_END()
