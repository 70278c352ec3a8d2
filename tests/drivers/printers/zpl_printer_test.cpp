#include "drivers/printers/zpl/zpl_printer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/printers/zpl/zpl.h"
#include "tests/drivers/printers/scripted_zpl.h"

using namespace remise;
using drivers::LineFault;
using drivers::Printed;
using drivers::PrinterState;
using drivers::PrintResult;
using test::Wire;
using test::zplPrinter;
using test::zplWire;

namespace {

labels::Bitmap aLabel() {
    labels::Bitmap label(400, 200);
    label.blacken({40, 20, 300, 100});
    return label;
}

struct Refusal {
    const char* name;
    std::string answer;
    PrinterState state;
};
std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
    return out << refusal.name;
}
const std::vector<Refusal> refusals{
    {"paper out", test::zplPaperOut, PrinterState::noMedia},
    {"head up", test::zplHeadUp, PrinterState::lidOpen},
    {"pause", test::zplPaused, PrinterState::paused},
    {"too hot", test::zplTooHot, PrinterState::headFault},
};

struct Error {
    std::string digits;
    PrinterState state;
};
std::ostream& operator<<(std::ostream& out, const Error& error) {
    return out << error.digits;
}
const std::vector<Error> errors{
    {"00000008", PrinterState::cutterFault}, {"00000040", PrinterState::headFault},
    {"00000200", PrinterState::headFault},   {"00010000", PrinterState::paused},
    {"00000100", PrinterState::unclear},
};

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Printed)
BOOST_TEST_DONT_PRINT_LOG_VALUE(PrinterState)

BOOST_AUTO_TEST_SUITE(zpl_printer_test)

BOOST_AUTO_TEST_CASE(a_label_has_come_out_when_the_printer_has_nothing_left_to_do) {
    const auto wire = zplWire({test::zplReady, test::zplBusy, test::zplBusy, test::zplReady});
    const PrintResult result = zplPrinter(wire).print(aLabel(), "BCDFGHJR");
    BOOST_TEST(result.printed == Printed::yes);
    BOOST_TEST(result.status.state == PrinterState::ready);
    BOOST_TEST(wire->got.find(drivers::zpl::encode(aLabel())) != std::string::npos);
    BOOST_TEST(!wire->wasAsked("~JA"));
}

BOOST_DATA_TEST_CASE(nothing_is_sent_to_a_printer_that_cannot_print, refusals, refusal) {
    const auto wire = zplWire({refusal.answer});
    auto printer = zplPrinter(wire);
    const PrintResult result = printer.print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == refusal.state);
    BOOST_TEST(printer.status().state == refusal.state);
    BOOST_TEST(!wire->wasAsked("^XA"));
}

BOOST_DATA_TEST_CASE(a_fault_behind_the_label_leaves_it_in_doubt_and_forgotten_by_the_printer, refusals,
                     refusal) {
    const auto wire = zplWire({test::zplReady, test::zplBusy, refusal.answer});
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::inDoubt);
    BOOST_TEST(result.status.state == refusal.state);
    BOOST_TEST(wire->got.ends_with("~JA\n"));
}

BOOST_AUTO_TEST_CASE(a_label_that_was_cut_off_before_its_end_is_not_printed) {
    for (const LineFault fault : {LineFault::timeout, LineFault::stalled, LineFault::unplugged}) {
        const auto wire = zplWire({test::zplReady});
        wire->breaksAt = 60;
        wire->fault = fault;
        const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
        BOOST_TEST(result.printed == Printed::no);
        BOOST_TEST(!wire->wasAsked("^XZ"));
    }
}

BOOST_AUTO_TEST_CASE(a_label_whose_end_may_have_come_through_is_in_doubt) {
    const auto wire = zplWire({test::zplReady});
    const std::string before = "~HS\n~HI\n~HQES\n";
    wire->breaksAt = before.size() + drivers::zpl::encode(aLabel()).size() - 4;
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::inDoubt);
    BOOST_TEST(result.status.state == PrinterState::offline);
}

BOOST_AUTO_TEST_CASE(a_label_that_stalled_is_cancelled_and_sent_anew_from_its_beginning) {
    const auto wire = zplWire({test::zplReady});
    wire->breaksAt = 60;
    wire->fault = LineFault::stalled;
    wire->recovers = true;
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::yes);
    BOOST_TEST(wire->recoveries == 1);
    BOOST_TEST(wire->got.find("~JA\n" + drivers::zpl::encode(aLabel())) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(answers_may_come_in_pieces_and_behind_the_rest_of_older_ones) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view piece) {
        if (piece != "~HS\n") return;
        self.says.push_back("0,00000003,1,000\x03\r\n");
        for (std::size_t at = 0; at < test::zplReady.size(); at += 7)
            self.says.push_back(test::zplReady.substr(at, 7));
    };
    BOOST_TEST(zplPrinter(wire).status().state == PrinterState::ready);
}

BOOST_AUTO_TEST_CASE(a_printer_that_answers_nothing_gets_no_label) {
    const auto wire = std::make_shared<Wire>();
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::unclear);
    BOOST_TEST(!wire->wasAsked("^XA"));
}

BOOST_AUTO_TEST_CASE(an_imitation_that_answers_nothing_prints_on_the_word_of_its_port) {
    const auto wire = std::make_shared<Wire>();
    wire->port = std::uint8_t{0x18};
    BOOST_TEST(zplPrinter(wire, 0, "Copycat").print(aLabel(), "A").printed == Printed::yes);
    wire->port = std::uint8_t{0x38};
    const PrintResult result = zplPrinter(wire, 0, "Copycat").print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::noMedia);
}

BOOST_AUTO_TEST_CASE(a_printer_that_falls_silent_and_a_silent_zebra_are_not_believed_to_be_ready) {
    const auto wire = zplWire({test::zplReady});
    auto imitation = zplPrinter(wire, 0, "Copycat");
    BOOST_TEST(imitation.status().state == PrinterState::ready);
    wire->hears = [](Wire&, std::string_view) {};
    wire->port = std::uint8_t{0x18};
    BOOST_TEST(imitation.status().state == PrinterState::unclear);
    BOOST_TEST(zplPrinter(wire).print(aLabel(), "A").printed == Printed::no);
}

BOOST_AUTO_TEST_CASE(garbage_is_told_and_nothing_is_printed) {
    const auto wire = zplWire({std::string("\x02garb\xff\x03 age\r\n", 13)});
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::unclear);
    BOOST_TEST(result.status.detail.find("garb\\xff") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_printer_that_babbles_for_ever_is_left) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view) { self.says.assign(100'000, std::string(500, 'x')); };
    BOOST_TEST(zplPrinter(wire).status().state == PrinterState::unclear);
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_busy_for_ever_is_left) {
    const auto wire = zplWire({test::zplBusy});
    const PrintResult result = zplPrinter(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::busy);
}

BOOST_AUTO_TEST_CASE(the_rest_of_a_label_that_was_cut_off_is_cancelled_first) {
    const auto wire = zplWire({test::zplHalfAFormat, test::zplReady});
    BOOST_TEST(zplPrinter(wire).print(aLabel(), "A").printed == Printed::yes);
    BOOST_TEST(wire->got.find("~JA") < wire->got.find("^XA"));
}

BOOST_AUTO_TEST_CASE(a_label_wider_than_the_head_is_the_wrong_media) {
    const auto wire = zplWire({test::zplReady});
    const PrintResult result = zplPrinter(wire, 399).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::wrongMedia);
}

BOOST_AUTO_TEST_CASE(how_fine_the_head_is_the_printer_says_itself) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view piece) {
        if (piece == "~HS\n") self.says.push_back(test::zplReady);
        if (piece == "~HI\n") self.says.push_back("\x02ZD421-300dpi,V93.21.07Z,12,8192KB\x03\r\n");
    };
    auto printer = zplPrinter(wire);
    printer.status();
    BOOST_TEST(printer.identity().resolution.dotsPerMillimetre == labels::dpi300.dotsPerMillimetre);
}

BOOST_DATA_TEST_CASE(a_fault_that_only_the_second_question_tells_keeps_the_label_from_being_sent, errors,
                     error) {
    const auto wire = zplWire({test::zplReady}, error.digits);
    auto printer = zplPrinter(wire);
    BOOST_TEST(printer.status().state == error.state);
    BOOST_TEST(printer.print(aLabel(), "A").printed == Printed::no);
    BOOST_TEST(!wire->wasAsked("^XA"));
}

BOOST_AUTO_TEST_CASE(a_printer_that_does_not_know_the_second_question_is_asked_it_once) {
    const auto wire = zplWire({test::zplReady});
    BOOST_TEST(zplPrinter(wire).print(aLabel(), "A").printed == Printed::yes);
    BOOST_TEST(wire->got.find("~HQES") == wire->got.rfind("~HQES"));
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_away_is_offline) {
    for (const LineFault fault : {LineFault::unplugged, LineFault::refused}) {
        const auto wire = std::make_shared<Wire>();
        wire->breaksAt = 0;
        wire->fault = fault;
        BOOST_TEST(zplPrinter(wire).status().state == PrinterState::offline);
        BOOST_TEST(zplPrinter(wire).print(aLabel(), "A").printed == Printed::no);
    }
}

BOOST_AUTO_TEST_SUITE_END()
