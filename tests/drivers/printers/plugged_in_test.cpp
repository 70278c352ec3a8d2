#include "drivers/printers/plugged_in.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace remise;
using drivers::PluggedIn;
using drivers::Printed;
using drivers::PrinterState;

namespace {

struct Plugged : drivers::Printer {
    explicit Plugged(std::string id, const PrinterState& now)
        : me{.id = std::move(id), .maker = {}, .model = {}, .serial = {}, .language = "zpl"}, state(now) {}
    [[nodiscard]] const drivers::PrinterIdentity& identity() const override { return me; }
    drivers::PrinterStatus status() override { return {state, ""}; }
    drivers::PrintResult print(const labels::Bitmap&, std::string_view) override {
        return {state == PrinterState::ready ? Printed::yes : Printed::no, status()};
    }
    drivers::PrinterIdentity me;
    const PrinterState& state;
};

const labels::Bitmap blank(16, 8);

}  // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Printed)
BOOST_TEST_DONT_PRINT_LOG_VALUE(PrinterState)

BOOST_AUTO_TEST_SUITE(plugged_in_test)

BOOST_AUTO_TEST_CASE(nothing_is_plugged_in_until_it_is) {
    PrinterState now = PrinterState::ready;
    bool isThere = false;
    PluggedIn printer([&] { return isThere ? std::make_unique<Plugged>("usb:a", now) : nullptr; });
    BOOST_TEST(printer.status().state == PrinterState::offline);
    BOOST_TEST(printer.print(blank, "A").printed == Printed::no);
    isThere = true;
    BOOST_TEST(printer.print(blank, "A").printed == Printed::yes);
    BOOST_TEST(printer.identity().id == "usb:a");
}

BOOST_AUTO_TEST_CASE(one_that_was_named_goes_by_its_id_while_it_is_away) {
    const PrinterState now = PrinterState::ready;
    const drivers::PrinterIdentity awaited = Plugged("usb:a", now).me;
    PluggedIn printer([] { return nullptr; }, awaited);
    BOOST_TEST(printer.status().state == PrinterState::offline);
    BOOST_TEST(printer.identity().id == "usb:a");
}

BOOST_AUTO_TEST_CASE(another_is_looked_for_only_when_the_first_is_gone) {
    PrinterState first = PrinterState::noMedia;
    const PrinterState second = PrinterState::ready;
    int looks = 0;
    PluggedIn printer([&] {
        return ++looks == 1 ? std::make_unique<Plugged>("usb:a", first)
                            : std::make_unique<Plugged>("usb:b", second);
    });
    BOOST_TEST(printer.status().state == PrinterState::noMedia);
    BOOST_TEST(printer.status().state == PrinterState::noMedia);
    BOOST_TEST(looks == 1);
    first = PrinterState::offline;
    BOOST_TEST(printer.status().state == PrinterState::ready);
    BOOST_TEST(printer.identity().id == "usb:b");
}

BOOST_AUTO_TEST_CASE(a_bus_that_cannot_be_used_is_a_printer_that_is_offline) {
    PluggedIn printer([]() -> std::unique_ptr<drivers::Printer> { throw std::runtime_error("no USB"); });
    BOOST_TEST(printer.status().state == PrinterState::offline);
    BOOST_TEST(printer.print(blank, "A").status.detail == "no USB");
}

BOOST_AUTO_TEST_SUITE_END()
