#include "drivers/printers/brother_ql/brother_ql_printer.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/models.h"
#include "tests/drivers/printers/scripted_line.h"

using namespace remise;
using namespace std::string_view_literals;
using drivers::LineFault;
using drivers::Printed;
using drivers::PrinterState;
using drivers::PrintResult;
using drivers::brother_ql::BrotherQlPrinter;
using drivers::brother_ql::Stream;
using test::Wire;

BOOST_TEST_DONT_PRINT_LOG_VALUE(Printed)
BOOST_TEST_DONT_PRINT_LOG_VALUE(PrinterState)

namespace {

constexpr int reply = 0, completed = 1, error = 2, phaseChange = 6;

/// The 32 bytes of a printer with 62x29 labels in it.
std::string status(int kind, int error1 = 0, int error2 = 0, int phase = 0) {
    std::string bytes(32, '\0');
    bytes.replace(0, 5, "\x80 B48"sv);
    bytes[8] = static_cast<char>(error1);
    bytes[9] = static_cast<char>(error2);
    bytes[10] = 62;
    bytes[11] = 0x0b;
    bytes[17] = 29;
    bytes[18] = static_cast<char>(kind);
    bytes[19] = static_cast<char>(phase);
    return bytes;
}

drivers::brother_ql::Model model() {
    return std::get<drivers::brother_ql::Model>(drivers::modelNamed("QL-820NWB")->language);
}

BrotherQlPrinter printer(const std::shared_ptr<Wire>& wire) {
    return {
        {.id = "usb:04f9:209d:7", .maker = "Brother", .model = "QL-820NWB", .serial = "7", .language = {}},
        std::make_unique<test::ScriptedLine>(wire),
        model()};
}

/// A printer that is ready, and says this of each label.
std::shared_ptr<Wire> ready(std::deque<std::string> ofALabel) {
    auto wire = std::make_shared<Wire>();
    wire->hears = [ofALabel = std::move(ofALabel)](Wire& self, std::string_view piece) {
        if (piece.ends_with("\x1biS")) self.says.push_back(status(reply));
        if (piece.ends_with("\x1a")) self.says = ofALabel;
    };
    return wire;
}

labels::Bitmap aLabel() {
    labels::Bitmap label(732, 343);
    label.blacken({40, 60, 600, 200});
    return label;
}

Stream streamOf(const labels::Bitmap& label) {
    const auto medium = drivers::brother_ql::mediumOf(drivers::brother_ql::MediaType::dieCut, 62, 29).value();
    return drivers::brother_ql::encode(drivers::brother_ql::fitted(label, medium).value(), medium, model());
}

struct Fault {
    const char* name;
    int error1;
    int error2;
    PrinterState state;
};
std::ostream& operator<<(std::ostream& out, const Fault& fault) {
    return out << fault.name;
}
const std::vector<Fault> faults{
    {"no media", 0x01, 0, PrinterState::noMedia},       {"end of media", 0x02, 0, PrinterState::noMedia},
    {"cutter jam", 0x04, 0, PrinterState::cutterFault}, {"fan", 0x80, 0, PrinterState::headFault},
    {"turned off", 0x20, 0, PrinterState::offline},     {"replace media", 0, 0x01, PrinterState::wrongMedia},
    {"cover open", 0x01, 0x10, PrinterState::lidOpen},  {"cannot feed", 0, 0x40, PrinterState::noMedia},
    {"system error", 0, 0x80, PrinterState::headFault}, {"buffer full", 0, 0x02, PrinterState::unclear},
    {"communication", 0, 0x04, PrinterState::unclear},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(brother_ql_printer_test)

BOOST_AUTO_TEST_CASE(a_label_has_come_out_when_the_printer_says_so) {
    const auto wire = ready({status(phaseChange, 0, 0, 1), status(completed, 0, 0, 1), status(phaseChange)});
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::yes);
    BOOST_TEST(result.status.state == PrinterState::ready);
    BOOST_TEST(wire->got.ends_with(streamOf(aLabel()).whole()));
}

BOOST_DATA_TEST_CASE(nothing_is_sent_to_a_printer_that_cannot_print, faults, fault) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [fault](Wire& self, std::string_view piece) {
        if (piece.ends_with("\x1biS")) self.says.push_back(status(reply, fault.error1, fault.error2));
    };
    auto printed = printer(wire);
    const PrintResult result = printed.print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == fault.state);
    BOOST_TEST(printed.status().state == fault.state);
    BOOST_TEST(!wire->wasAsked("\x1biz"));
}

BOOST_DATA_TEST_CASE(a_fault_before_the_printer_began_leaves_no_label, faults, fault) {
    const auto wire = ready({status(error, fault.error1, fault.error2)});
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == fault.state);
    BOOST_TEST(wire->got.ends_with(drivers::brother_ql::beginning(model())));
}

BOOST_DATA_TEST_CASE(a_fault_while_the_printer_prints_leaves_the_label_in_doubt, faults, fault) {
    const auto wire = ready({status(phaseChange, 0, 0, 1), status(error, fault.error1, fault.error2, 1)});
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::inDoubt);
    BOOST_TEST(result.status.state == fault.state);
}

BOOST_AUTO_TEST_CASE(the_end_may_be_told_in_pieces_and_among_garbage) {
    std::deque<std::string> pieces{"\x03\x04garbage"};
    const std::string both = status(phaseChange, 0, 0, 1) + status(completed);
    for (std::size_t at = 0; at < both.size(); at += 5)
        pieces.push_back(both.substr(at, 5));
    BOOST_TEST(printer(ready(pieces)).print(aLabel(), "A").printed == Printed::yes);
}

BOOST_AUTO_TEST_CASE(a_label_of_which_nothing_is_told_is_in_doubt) {
    BOOST_TEST(printer(ready({})).print(aLabel(), "A").printed == Printed::inDoubt);
    BOOST_TEST(printer(ready({"nonsense"})).print(aLabel(), "A").printed == Printed::inDoubt);
}

BOOST_AUTO_TEST_CASE(a_line_that_breaks_in_the_settings_leaves_no_label_and_in_the_picture_a_doubt) {
    const std::size_t question = drivers::brother_ql::beginning(model()).size() + 3;
    auto wire = ready({});
    wire->breaksAt = question + 5;
    BOOST_TEST(printer(wire).print(aLabel(), "A").printed == Printed::no);
    wire = ready({});
    wire->breaksAt = question + streamOf(aLabel()).settings.size() + 1;
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::inDoubt);
    BOOST_TEST(result.status.state == PrinterState::offline);
}

BOOST_AUTO_TEST_CASE(a_printer_that_stops_taking_bytes_over_a_wrong_roll_printed_nothing) {
    auto wire = ready({});
    wire->breaksAt =
        drivers::brother_ql::beginning(model()).size() + 3 + streamOf(aLabel()).settings.size() + 9;
    wire->fault = LineFault::timeout;
    const auto hears = wire->hears;
    wire->hears = [hears](Wire& self, std::string_view piece) {
        hears(self, piece);
        if (piece.find("\x1biz") != std::string_view::npos) self.says = {status(error, 0, 0x01)};
    };
    const PrintResult result = printer(wire).print(aLabel(), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::wrongMedia);
}

BOOST_AUTO_TEST_CASE(a_label_that_does_not_fit_the_roll_is_the_wrong_media) {
    const auto wire = ready({status(completed)});
    const PrintResult result = printer(wire).print(labels::Bitmap(591, 295), "A");
    BOOST_TEST(result.printed == Printed::no);
    BOOST_TEST(result.status.state == PrinterState::wrongMedia);
    BOOST_TEST(result.status.detail.find("62x29") != std::string::npos);
    BOOST_TEST(!wire->wasAsked("\x1biz"));
}

BOOST_AUTO_TEST_CASE(a_printer_that_answers_nothing_or_garbage_gets_no_label) {
    for (const std::string& answer : {std::string(), std::string("not a status of 32 bytes")}) {
        const auto wire = std::make_shared<Wire>();
        if (!answer.empty()) wire->hears = [answer](Wire& self, std::string_view) { self.says = {answer}; };
        const PrintResult result = printer(wire).print(aLabel(), "A");
        BOOST_TEST(result.printed == Printed::no);
        BOOST_TEST(result.status.state == PrinterState::unclear);
        BOOST_TEST(result.status.detail.find(answer) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_printer_that_tells_nothing_prints_on_the_roll_that_somebody_told) {
    const auto wire = std::make_shared<Wire>();
    BrotherQlPrinter told({}, std::make_unique<test::ScriptedLine>(wire), model(),
                          drivers::brother_ql::mediumNamed("62x29"));
    BOOST_TEST(told.status().state == PrinterState::ready);
    BOOST_TEST(told.print(aLabel(), "A").printed == Printed::yes);
    BOOST_TEST(wire->got.ends_with(streamOf(aLabel()).whole()));
    BOOST_TEST(told.print(labels::Bitmap(591, 295), "A").printed == Printed::no);
}

BOOST_AUTO_TEST_CASE(what_a_printer_tells_counts_more_than_what_somebody_told) {
    const auto wire = ready({status(error, 0, 0x01)});
    BrotherQlPrinter told({}, std::make_unique<test::ScriptedLine>(wire), model(),
                          drivers::brother_ql::mediumNamed("29x90"));
    BOOST_TEST(told.print(aLabel(), "A").status.state == PrinterState::wrongMedia);
    BOOST_TEST(wire->wasAsked("\x1biz"));
}

BOOST_AUTO_TEST_CASE(what_the_printer_says_of_its_own_accord_is_no_answer) {
    const auto wire = std::make_shared<Wire>();
    wire->hears = [](Wire& self, std::string_view) {
        self.says = {status(phaseChange, 0, 0, 1), status(completed, 0x02), status(reply)};
    };
    BOOST_TEST(printer(wire).status().state == PrinterState::ready);
}

BOOST_AUTO_TEST_SUITE_END()
