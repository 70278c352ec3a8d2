#include "terminal/workbench/screen/usb_places.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace remise::workbench;
using remise::test::TemporaryFolder;

namespace {

/// A made folder of Linux's USB devices, as sysfs has it: a port lies below the interface of its hub.
struct MadeDevices {
    TemporaryFolder folder;

    /// `hub`: "usb1" for the first controller, "1-2" for the hub in its second port.
    [[nodiscard]] fs::path pathOf(const std::string& hub, int port) const {
        const std::string name = hub.starts_with("usb") ? hub.substr(3) + "-0:1.0" : hub + ":1.0";
        return folder.path() / name / (hub + "-port" + std::to_string(port));
    }

    void port(const std::string& hub, int port, const char* connection, const fs::path& peer = {}) const {
        const fs::path path = pathOf(hub, port);
        fs::create_directories(path);
        std::ofstream(path / "connect_type") << connection << "\n";
        if (!peer.empty()) fs::create_directory_symlink(peer, path / "peer");
    }
    void plug(const std::string& hub, int port, const char* deviceClass = "00") const {
        const fs::path device = pathOf(hub, port) / "device";
        fs::create_directory(device);
        std::ofstream(device / "bDeviceClass") << deviceClass << "\n";
    }
    void unplug(const std::string& hub, int port) const { fs::remove_all(pathOf(hub, port) / "device"); }

    [[nodiscard]] UsbPlaces read() const { return usbPlaces(folder.path()); }
};

std::string textOf(const std::vector<UsbPlace>& places) {
    std::string text;
    for (const UsbPlace& place : places)
        text += place.name + (place.isFilled ? "* " : " ");
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(usb_places_test)

BOOST_AUTO_TEST_CASE(a_place_is_a_port_that_leads_out_of_the_case) {
    const MadeDevices made;
    made.port("usb1", 1, "hotplug");
    made.port("usb1", 2, "hardwired");
    made.port("usb1", 3, "not used");
    made.port("usb1", 4, "hotplug");
    made.plug("usb1", 2);
    made.plug("usb1", 4);
    BOOST_TEST(made.read().areKnown);
    BOOST_TEST(textOf(made.read().places) == "usb1-port1 usb1-port4* ");
}

BOOST_AUTO_TEST_CASE(both_sides_of_a_usb_3_port_are_one_place) {
    const MadeDevices made;
    made.port("usb1", 1, "hotplug", "../../2-0:1.0/usb2-port1");
    made.port("usb2", 1, "hotplug", "../../1-0:1.0/usb1-port1");
    made.plug("usb2", 1);
    BOOST_TEST(textOf(made.read().places) == "usb1-port1* ");
}

BOOST_AUTO_TEST_CASE(a_hub_that_somebody_plugged_in_is_one_place_and_one_that_is_built_in_has_its_own) {
    const MadeDevices made;
    made.port("usb1", 1, "hotplug");
    made.plug("usb1", 1, "09");
    made.port("1-1", 1, "hotplug");
    made.plug("1-1", 1);
    made.port("usb1", 2, "hardwired");
    made.plug("usb1", 2, "09");
    made.port("1-2", 3, "hotplug");
    made.port("1-1.1", 1, "hotplug");
    BOOST_TEST(textOf(made.read().places) == "1-2-port3 usb1-port1* ");
}

BOOST_AUTO_TEST_CASE(where_the_firmware_does_not_say_every_port_may_be_one_but_those_that_hold_hubs) {
    const MadeDevices made;
    made.port("usb1", 1, "unknown");
    made.plug("usb1", 1, "09");
    made.port("1-1", 1, "unknown");
    made.port("usb1", 2, "unknown");
    BOOST_TEST(!made.read().areKnown);
    BOOST_TEST(textOf(made.read().places) == "1-1-port1 usb1-port2 ");
}

BOOST_AUTO_TEST_CASE(a_machine_without_usb_has_no_places) {
    BOOST_TEST(usbPlaces("/nowhere").places.empty());
}

BOOST_AUTO_TEST_CASE(a_place_stays_good_when_the_stick_goes_on_to_the_next) {
    const MadeDevices made;
    made.port("usb1", 1, "hotplug");
    made.port("usb1", 2, "hotplug");
    made.port("usb1", 3, "hotplug");
    made.plug("usb1", 3);
    SeenPlaces seen;
    BOOST_TEST(seen.look(made.read()));
    BOOST_TEST(textOf(seen.shown()) == "usb1-port1 usb1-port2 usb1-port3* ");
    BOOST_TEST(!seen.look(made.read()));
    made.plug("usb1", 1);
    BOOST_TEST(seen.look(made.read()));
    made.unplug("usb1", 1);
    BOOST_TEST(!seen.look(made.read()));
    made.plug("usb1", 2);
    BOOST_TEST(seen.look(made.read()));
    BOOST_TEST(textOf(seen.shown()) == "usb1-port1* usb1-port2* usb1-port3* ");
}

BOOST_AUTO_TEST_CASE(where_places_are_not_known_only_what_is_plugged_in_now_counts) {
    const MadeDevices made;
    made.port("usb1", 1, "unknown");
    made.port("usb1", 2, "unknown");
    made.plug("usb1", 1);  // the built-in camera, or a mouse: nobody knows
    SeenPlaces seen;
    seen.look(made.read());
    BOOST_TEST(seen.shown().empty());
    made.plug("usb1", 2);
    BOOST_TEST(seen.look(made.read()));
    BOOST_TEST(textOf(seen.shown()) == "usb1-port2* ");
    made.unplug("usb1", 1);
    seen.look(made.read());
    made.plug("usb1", 1);
    BOOST_TEST(seen.look(made.read()));
    BOOST_TEST(textOf(seen.shown()) == "usb1-port1* usb1-port2* ");
}

BOOST_AUTO_TEST_SUITE_END()
