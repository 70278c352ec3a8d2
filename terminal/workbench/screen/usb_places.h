#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

/// Where a plug goes into the machine under test, and whether something was ever seen there.
namespace remise::workbench {

/// One opening of the case. The USB 2 and the USB 3 side of it are one.
struct UsbPlace {
    std::string name;  ///< of the kernel's port: "usb1-port3"
    bool isFilled = false;
};

struct UsbPlaces {
    /// The firmware says which ports lead out of the case; otherwise all that could be are here.
    bool areKnown = false;
    std::vector<UsbPlace> places;  ///< by name
};

/// `devices`: Linux's folder of USB devices (Documentation/ABI/testing/sysfs-bus-usb: connect_type, peer,
/// device). Empty where there is no such folder.
[[nodiscard]] UsbPlaces usbPlaces(const std::filesystem::path& devices = "/sys/bus/usb/devices");

/// Which places have worked since the test began.
class SeenPlaces {
public:
    /// Looks again. True when something changed.
    bool look(const UsbPlaces&);

    /// What is shown: every place where they are known, else those that have worked. `isFilled`: something
    /// was seen there.
    [[nodiscard]] std::vector<UsbPlace> shown() const;

private:
    UsbPlaces m_last;
    bool m_isFirst = true;
    std::set<std::string> m_before;  ///< filled from the start: perhaps a device that is built in
    std::set<std::string> m_seen;
};

}  // namespace remise::workbench
