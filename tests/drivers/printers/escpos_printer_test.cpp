#include "drivers/printers/escpos/escpos_printer.h"

#include <array>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/printers/escpos/escpos_status.h"
#include "tests/drivers/printers/scripted_line.h"

using namespace remise;
using drivers::LineFault;
using drivers::Printed;
using drivers::PrinterState;
using drivers::PrintResult;
using drivers::escpos::Cutter;
using drivers::escpos::EscposPrinter;
using drivers::escpos::RealTimeStatus;
using test::Wire;

BOOST_TEST_DONT_PRINT_LOG_VALUE(Printed)
BOOST_TEST_DONT_PRINT_LOG_VALUE(PrinterState)

namespace {

constexpr RealTimeStatus fine{0x12, 0x12, 0x12, 0x12};

EscposPrinter printer(const std::shared_ptr<Wire>& wire) {
    return {{.id = "usb:04b8:0e15:7", .maker = "Epson", .model = "TM-T20II", .serial = "7", .language = {}},
            std::make_unique<test::ScriptedLine>(wire),
            576,
            Cutter::cuts};
}

void answerRealTime(Wire& wire, std::string_view piece, const RealTimeStatus& status) {
    if (piece.size() == 3 && piece.starts_with("\x10\x04"))
        wire.says.push_back(
            std::string(1, static_cast<char>(status.at(static_cast<std::size_t>(piece[2] - 1)))));
}

/// A printer in this state that knows both questions, and gets into the other state by a label.
std::shared_ptr<Wire> wireOf(const RealTimeStatus& before, const RealTimeStatus& after) {
    auto wire = std::make_shared<Wire>();
    wire->hears = [before, after](Wire& self, std::string_view piece) {
        const bool hasLabel = self.wasAsked("\x1dv0");
        answerRealTime(self, piece, hasLabel ? after : before);
        const bool goesOn = !hasLabel || after == fine;
        if (piece == "\x1dr\x01" && goesOn) self.says.push_back(std::string(1, '\0'));
    };
    return wire;
}

labels::Bitmap aLabel() {
    labels::Bitmap label(400, 200);
    label.blacken({40, 20, 300, 100});
    return label;
}

struct Fault {
    const char* name;
    RealTimeStatus status;
    PrinterState state;
};
std::ostream& operator<<(std::ostream& out, const Fault& fault) {
    return out << fault.name;
}
const std::vector<Fault> faults{
    {"cover open", {0x1a, 0x16, 0x12, 0x12}, PrinterState::lidOpen},
    {"paper end", {0x1a, 0x32, 0x12, 0x72}, PrinterState::noMedia},
    {"cutter", {0x1a, 0x52, 0x1a, 0x12}, PrinterState::cutterFault},
    {"unrecoverable", {0x1a, 0x52, 0x32, 0x12}, PrinterState::headFault},
    {"too hot", {0x1a, 0x52, 0x52, 0x12}, PrinterState::headFault},
    {"offline", {0x1a, 0x12, 0x12, 0x12}, PrinterState::paused},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(escpos_printer_test)

BOOST_AUTO_TEST_CASE(a_label_has_come_out_when_the_question_behind_it_is_answered) {
    const auto wire = wireOf(fine, fine);
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::yes);
    const std::string stream = drivers::escpos::encode(aLabel(), 576, Cutter::cuts);
    BOOST_TEST(wire->got.find(stream + "\x1dr\x01") != std::string::npos);
}

BOOST_DATA_TEST_CASE(nothing_is_sent_to_a_printer_that_cannot_print, faults, fault) {
    const auto wire = wireOf(fault.status, fine);
    auto asked = printer(wire);
    BOOST_TEST(asked.status().state == fault.state);
    const PrintResult result = asked.print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == fault.state);
    BOOST_TEST(!wire->wasAsked("\x1dv0"));
}

BOOST_DATA_TEST_CASE(a_fault_with_the_label_inside_leaves_it_in_doubt_and_forgotten, faults, fault) {
    const auto wire = wireOf(fine, fault.status);
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::inDoubt);
    BOOST_TEST(result.status.state == fault.state);
    BOOST_TEST(wire->got.ends_with("\x10\x05\x02"));
}

BOOST_AUTO_TEST_CASE(a_paper_that_is_nearly_at_its_end_still_prints) {
    const RealTimeStatus nearEnd{0x12, 0x12, 0x12, 0x1e};
    BOOST_TEST(printer(wireOf(nearEnd, nearEnd)).status().state == PrinterState::ready);
}

BOOST_AUTO_TEST_CASE(a_printer_that_does_not_know_the_question_has_printed_when_it_does_not_complain) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view piece) { answerRealTime(self, piece, fine); };
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::yes);
}

BOOST_AUTO_TEST_CASE(a_silent_printer_prints_on_the_word_of_its_port_alone) {
    const auto wire = std::make_shared<Wire>();
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::no);
    wire->port = std::uint8_t{0x18};
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::yes);
    wire->hasWayBack = false;
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::yes);
    wire->port = std::uint8_t{0x30};
    BOOST_TEST(printer(wire).status().state == PrinterState::noMedia);
}

BOOST_AUTO_TEST_CASE(a_picture_that_was_cut_off_is_in_doubt_and_filled_up_before_the_next) {
    const auto wire = wireOf(fine, fine);
    wire->breaksAt = drivers::escpos::whiteBand(576).size() + 600;
    wire->fault = LineFault::timeout;
    auto cut = printer(wire);
    BOOST_TEST(cut.print(aLabel(), "A").printed == Printed::inDoubt);
    wire->breaksAt = std::string::npos;
    wire->got.clear();
    BOOST_TEST(cut.print(aLabel(), "B").printed == Printed::yes);
    BOOST_TEST(wire->got.find(drivers::escpos::whiteBand(576) + "\x1b@") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_printer_just_plugged_in_kept_of_a_picture_is_filled_up_once) {
    const auto wire = wireOf(fine, fine);
    auto again = printer(wire);
    const std::string filled = drivers::escpos::whiteBand(576) + "\x1b@";
    BOOST_TEST(again.print(aLabel(), "A").printed == Printed::yes);
    BOOST_TEST(wire->got.find(filled) != std::string::npos);
    wire->got.clear();
    BOOST_TEST(again.print(aLabel(), "B").printed == Printed::yes);
    BOOST_TEST(wire->got.find(filled) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_that_breaks_before_the_picture_leaves_no_label) {
    const auto wire = wireOf(fine, fine);
    wire->breaksAt = 12;
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::no);
}

BOOST_AUTO_TEST_CASE(garbage_is_told_and_nothing_is_printed) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view) { self.says = {"\xff\xee"}; };
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::unclear);
    BOOST_TEST(result.status.detail.find("\\xff\\xee") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_label_wider_than_the_head_is_the_wrong_media) {
    const PrintResult result = printer(wireOf(fine, fine)).print(labels::Bitmap(577, 10), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::wrongMedia);
}

BOOST_AUTO_TEST_SUITE_END()
