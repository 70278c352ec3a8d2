#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <future>

#include "tests/drivers/usb/on_usb.h"

using namespace remise::test::usb;

namespace {

constexpr int printed = 0, notPrinted = 1, inDoubt = 4;

const std::string zebraId = "usb:0a5f:0184:D2J1", zebra = printOn(zebraId),
                  epson = printOn("usb:04b8:0e28:E1"), brother = printOn("usb:04f9:2042:B1 --size 62x29");

const std::string wide =
    R"(print location --data '{"code":"LBCDFGHJKK","name":"A-03-2"}' --size 100x50 --printer usb:04b8:0e28:E1)";

/// What befalls a printer, and what remise-label says of the label.
struct Story {
    std::string device;
    std::string words;
    int status;
    std::string says;
};

std::ostream& operator<<(std::ostream& out, const Story& story) {
    return out << story.device;
}

// Before the label a Zebra gets some 20 bytes of questions, an Epson 30, a Brother 410 and its settings up to
// 440.
// clang-format off
const Story stories[] = {
    // All is well, or becomes so.
    {"zpl,serial=D2J1", zebra, printed, "printed 1 label on usb:0a5f:0184:D2J1"},
    {"brother_ql,serial=B1", brother, printed, "printed 1 label on usb:04f9:2042:B1"},
    {"escpos,serial=E1", epson, printed, "printed 1 label on usb:04b8:0e28:E1"},

    // A stall, which goes away or does not.
    {"zpl,serial=D2J1,stall=1000", zebra, printed, "printed 1 label"},
    {"brother_ql,serial=B1,stall=0", brother, printed, "printed 1 label"},
    {"escpos,serial=E1,stall=0", epson, printed, "printed 1 label"},
    {"brother_ql,serial=B1,stall=420", brother, notPrinted, "refuses to talk (stalled)"},
    {"brother_ql,serial=B1,stall=1000", brother, inDoubt, "may have come out or not"},
    {"escpos,serial=E1,stall=12000", epson, inDoubt, "may have come out or not"},
    {"zpl,serial=D2J1,stall=0,broken=yes", zebra, notPrinted, "refuses to talk (stalled)"},
    {"brother_ql,serial=B1,stall=0,broken=yes", brother, notPrinted, "refuses to talk (stalled)"},
    {"escpos,serial=E1,stall=0,broken=yes", epson, notPrinted, "refuses to talk (stalled)"},

    // Its cable is pulled: before the label, in it, at its end, and put back meanwhile.
    {"zpl,serial=D2J1,unplug=2", zebra, notPrinted, "it is not there, or not any more"},
    {"brother_ql,serial=B1,unplug=420", brother, notPrinted, "it is not there, or not any more"},
    {"escpos,serial=E1,unplug=13", epson, notPrinted, "it is not there, or not any more"},
    {"escpos,serial=E1,unplug=25", epson, notPrinted, "it is not there, or not any more"},
    {"zpl,serial=D2J1,unplug=1000", zebra, notPrinted, "it is not there, or not any more"},
    {"zpl,serial=D2J1,unplug=^XZ", zebra, inDoubt, "may have come out or not"},
    {"zpl,serial=D2J1,unplug=1000,replug=50", zebra, notPrinted, "it is not there, or not any more"},
    {"brother_ql,serial=B1,unplug=1000", brother, inDoubt, "may have come out or not"},
    {"brother_ql,serial=B1,unplug=1000,replug=50", brother, inDoubt, "may have come out or not"},
    {"escpos,serial=E1,unplug=3000", epson, notPrinted, "not printed"},  // rows for what it may have kept
    {"escpos,serial=E1,unplug=12000", epson, inDoubt, "may have come out or not"},
    {"zpl,serial=D2J1,taken=yes", zebra, notPrinted, "offline"},
    {"brother_ql,serial=B1,taken=yes", brother, notPrinted, "offline"},
    {"escpos,serial=E1,taken=yes", epson, notPrinted, "offline"},

    // No labels, lid, cutter, head: before the label, and with the label in it.
    {"zpl,serial=D2J1,paper=out", zebra, notPrinted, "the roll is empty"},
    {"brother_ql,serial=B1,paper=out", brother, notPrinted, "the roll is empty"},
    {"escpos,serial=E1,paper=out", epson, notPrinted, "the roll is empty"},
    {"zpl,serial=D2J1,then=out", zebra, inDoubt, "the roll is empty"},
    {"brother_ql,serial=B1,then=out", brother, inDoubt, "the roll is empty"},
    {"escpos,serial=E1,then=out", epson, inDoubt, "the roll is empty"},
    {"zpl,serial=D2J1,paper=open", zebra, notPrinted, "the lid is open"},
    {"brother_ql,serial=B1,paper=open", brother, notPrinted, "the lid is open"},
    {"escpos,serial=E1,paper=open", epson, notPrinted, "the lid is open"},
    {"zpl,serial=D2J1,then=open", zebra, inDoubt, "the lid is open"},
    {"brother_ql,serial=B1,then=open", brother, inDoubt, "the lid is open"},
    {"escpos,serial=E1,then=open", epson, inDoubt, "the lid is open"},
    {"zpl,serial=D2J1,paper=cutter", zebra, notPrinted, "the cutter is jammed"},
    {"brother_ql,serial=B1,paper=cutter", brother, notPrinted, "the cutter is jammed"},
    {"escpos,serial=E1,paper=cutter", epson, notPrinted, "the cutter is jammed"},
    {"zpl,serial=D2J1,then=cutter", zebra, inDoubt, "the cutter is jammed"},
    {"brother_ql,serial=B1,then=cutter", brother, inDoubt, "the cutter is jammed"},
    {"escpos,serial=E1,then=cutter", epson, inDoubt, "the cutter is jammed"},
    {"zpl,serial=D2J1,paper=head", zebra, notPrinted, "the print head is too hot or damaged"},
    {"brother_ql,serial=B1,paper=head", brother, notPrinted, "the print head is too hot or damaged"},
    {"escpos,serial=E1,paper=head", epson, notPrinted, "the print head is too hot or damaged"},

    // The wrong roll, as far as a language can tell (a Zebra cannot).
    {"brother_ql,serial=B1,width=29,length=90", brother, notPrinted, "the wrong roll is in"},
    {"brother_ql,serial=B1,width=63,length=0", brother, notPrinted, "the wrong roll is in"},
    {"escpos,serial=E1", wide, notPrinted, "the wrong roll is in"},

    // Garbage, or nothing at all. A silent Epson prints on the word of its port status.
    {"zpl,serial=D2J1,paper=garbage", zebra, notPrinted, "it answers nothing that is known of it"},
    {"brother_ql,serial=B1,paper=garbage", brother, notPrinted, "it answers nothing that is known of it"},
    {"escpos,serial=E1,paper=garbage", epson, notPrinted, "it answers nothing that is known of it"},
    {"zpl,serial=D2J1,paper=silent", zebra, notPrinted, "the printer answers nothing"},
    {"brother_ql,serial=B1,paper=silent", brother, notPrinted, "the printer answers nothing"},
    {"escpos,serial=E1,paper=silent", epson, printed, "printed 1 label"},
    {"zpl,serial=D2J1,then=garbage", zebra, inDoubt, "it answers nothing that is known of it"},
};

// They take nothing more, or say nothing more: each is waited for, all of them at once.
const Story waits[] = {
    {"zpl,serial=D2J1,freeze=1000", zebra, notPrinted, "the printer answers nothing"},
    {"brother_ql,serial=B1,freeze=1000", brother, inDoubt, "may have come out or not"},
    {"escpos,serial=E1,freeze=12000", epson, inDoubt, "may have come out or not"},
    {"escpos,serial=E1,then=silent", epson, inDoubt, "may have come out or not"},
};
// clang-format on

void check(const Ran& ran, const Story& story) {
    BOOST_TEST(ran.status == story.status, story << ": " << ran.said);
    BOOST_TEST((ran.said.find(story.says) != std::string::npos), story << ": " << ran.said);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(usb_printing_test)

BOOST_DATA_TEST_CASE(a_label_ends_printed_not_printed_or_in_doubt_as_it_befell_the_printer, stories) {
    check(labelOnUsb({sample.device}, sample.words), sample);
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_waited_for_in_vain_is_given_up) {
    std::vector<std::future<Ran>> runs;
    for (const Story& story : waits)
        runs.push_back(std::async(std::launch::async, labelOnUsb, std::vector{story.device}, story.words));
    for (std::size_t n = 0; n < runs.size(); ++n)
        check(runs[n].get(), waits[n]);
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
    BOOST_TEST((one.said.find("printed 1 label on " + zebraId) != std::string::npos), one.said);
    const Ran two = labelOnUsb({"zpl,serial=D2J1", "zpl,serial=D2J2"}, badge);
    BOOST_TEST(two.status == 2);
    BOOST_TEST((two.said.find("several printers are plugged in: --printer " + zebraId) != std::string::npos),
               two.said);
    const Ran none = labelOnUsb({"keyboard"}, badge);
    BOOST_TEST(none.status == 2);
    BOOST_TEST((none.said.find("no printer is plugged in") != std::string::npos), none.said);
}

BOOST_AUTO_TEST_CASE(of_two_the_same_each_answers_for_its_serial) {
    const std::vector<std::string> two{"zpl,serial=D2J2,paper=out", "zpl,serial=D2J1"};
    const Ran empty = labelOnUsb(two, printOn("usb:0a5f:0184:D2J2")), full = labelOnUsb(two, zebra);
    BOOST_TEST(empty.status == notPrinted, empty.said);
    BOOST_TEST((empty.said.find("the roll is empty") != std::string::npos), empty.said);
    BOOST_TEST(full.status == printed, full.said);
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_plugged_in_and_may_not_be_used_is_told_with_what_to_do) {
    const Ran ran = labelOnUsb({"zpl,serial=D2J1,taken=yes"}, "printers");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST((ran.said.find("docs/drivers.md says how") != std::string::npos), ran.said);
}

BOOST_AUTO_TEST_CASE(a_printer_that_may_not_be_opened_is_told_by_its_place_and_is_offline) {
    for (const std::string silent : {"forbidden", "mute"}) {
        const std::vector<std::string> devices{"zpl,serial=D2J1," + silent + "=yes"};
        const Ran ran = labelOnUsb(devices, "printers --json");
        BOOST_TEST(ran.status == 1);
        BOOST_TEST((ran.said.find("\"id\":\"usb:0a5f:0184:@1-1\"") != std::string::npos), ran.said);
        BOOST_TEST((ran.said.find("\"language\":\"\"") != std::string::npos), ran.said);
        BOOST_TEST((ran.said.find("\"state\":\"offline\"") != std::string::npos), ran.said);
        const Ran label = labelOnUsb(devices, "print test --data '{}'");
        BOOST_TEST(label.status == 2);
        BOOST_TEST((label.said.find("may not be used") != std::string::npos), label.said);
    }
}

/// Before the right to it was there, it was listed by its socket: that name must not keep it from its own.
BOOST_AUTO_TEST_CASE(a_printer_with_a_serial_is_not_opened_by_its_socket) {
    const std::vector<std::string> devices{"zpl,serial=D2J1"};
    BOOST_TEST(
        (labelOnUsb(devices, "printers usb:0a5f:0184:@1-1").said.find("offline") != std::string::npos));
    const Ran without = labelOnUsb({"zpl"}, "printers usb:0a5f:0184:@1-1");
    BOOST_TEST((without.said.find("ready") != std::string::npos), without.said);
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_away_is_offline_whether_its_model_is_known_by_number_or_not) {
    for (const std::string id : {"usb:0a5f:0184:D2J1", "usb:1d0f:0184:X1"}) {
        const Ran ran = labelOnUsb({}, "printers " + id);
        BOOST_TEST(ran.status == 1, ran.said);
        BOOST_TEST((ran.said.find(id + "   ") == 0), ran.said);
        BOOST_TEST((ran.said.find("offline") != std::string::npos), ran.said);
    }
}

BOOST_AUTO_TEST_CASE(a_printer_is_ready_soon_after_it_is_plugged_in) {
    const Ran ran = labelOnUsb({"zpl,serial=D2J1,plug=300"}, "printers --wait");
    BOOST_TEST(ran.status == 0, ran.said);
    BOOST_TEST_MESSAGE("hot plug to ready: " << millisecondsSincePlugged(ran) << " ms");
}

BOOST_AUTO_TEST_SUITE_END()
