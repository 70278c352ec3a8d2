#include "drivers/scanners/scanners.h"

#include <map>

#include "drivers/scanners/hid_pos/hid_pos.h"
#include "drivers/usb/hid_reports.h"

namespace remise::drivers {

struct Scanners::Reading : usb::HidListener {
    explicit Reading(Heard callBack) : heard(std::move(callBack)), usb(*this) {}

    bool wants(std::string_view reportDescriptor) override { return hid_pos::isScanner(reportDescriptor); }
    void report(const std::string& place, std::string_view bytes) override {
        if (auto scan = codes[place].take(bytes)) heard(std::move(*scan));
    }
    /// Half a code goes with the scanner that had begun it.
    void gone(const std::string& place) override { codes.erase(place); }

    Heard heard;
    std::map<std::string, hid_pos::Reports> codes;
    usb::HidReports usb;
};

Scanners::Scanners(Heard heard) : m_reading(std::make_unique<Reading>(std::move(heard))) {
}

Scanners::~Scanners() = default;

}  // namespace remise::drivers
