#include "tests/support/usb/emulated_scanner.h"

#include <algorithm>
#include <deque>

#include "tests/support/usb/bytes.h"

namespace remise::test::usb {
namespace {

constexpr std::size_t reportSize = 64, dataAt = 5, dataSize = 56, lastByte = 63;

/// USB HID Point of Sale Usage Tables 1.02, chapter 3: bar code scanner (8C/02), its scanned data report (12)
/// with symbology identifiers (FB, FC, FD), data (FE) and whether it goes on (FF).
std::string scannerReports() {
    return bytes({0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01, 0x09, 0x12, 0xa1, 0x02, 0x85, 0x02, 0x15, 0x00, 0x26,
                  0xff, 0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3a, 0x81, 0x02, 0x95, 0x01, 0x05,
                  0x8c, 0x09, 0xfb, 0x09, 0xfc, 0x09, 0xfd, 0x95, 0x03, 0x81, 0x02, 0x95, 0x38, 0x09, 0xfe,
                  0x82, 0x02, 0x01, 0x95, 0x02, 0x81, 0x03, 0x95, 0x01, 0x09, 0xff, 0x81, 0x02, 0xc0, 0xc0});
}

/// Device Class Definition for HID 1.11, appendix E.6: a keyboard, cut down to its keys.
std::string keyboardReports() {
    return bytes({0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65,
                  0x15, 0x00, 0x25, 0x65, 0x75, 0x08, 0x95, 0x08, 0x81, 0x00, 0xc0});
}

std::string fromHex(std::string_view digits) {
    std::string made;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        made += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    return made;
}

class HidDevice : public EmulatedDevice {
public:
    HidDevice(int product, std::string serial, std::string reports, const std::vector<std::string>& codes)
        : m_product(product), m_serial(std::move(serial)), m_reports(std::move(reports)) {
        for (const std::string& code : codes)
            code.starts_with('!') ? m_says.push_back(fromHex(code.substr(1))) : read(code);
    }

    [[nodiscard]] std::string descriptors() const override {
        const int size = static_cast<int>(m_reports.size());
        return bytes({18, 1, 0, 2, 0, 0, 0, 64, 0x2e, 0x0c, m_product & 0xff, m_product >> 8, 0, 1, 1, 2, 3,
                      1}) +
               bytes({9, 2, 34, 0, 1, 1, 0, 0xa0, 50}) + bytes({9, 4, 0, 0, 1, 3, 0, 0, 0}) +
               bytes({9, 0x21, 0x11, 1, 0, 1, 0x22, size, 0}) + bytes({7, 5, 0x81, 3, 64, 0, 4});
    }
    [[nodiscard]] std::string text(int index) const override {
        return index == 1 ? "Honeywell" : index == 2 ? "Scanner" : index == 3 ? m_serial : "";
    }
    /// Only its report descriptor (HID 1.11, 7.1.1).
    std::optional<std::string> control(const Setup& setup) override {
        if (setup.type == 0x81 && setup.request == 6 && setup.value == 0x2200) return m_reports;
        return {};
    }
    std::optional<std::string> say(std::size_t atMost) override {
        if (m_says.empty()) return {};
        const std::string said = m_says.front().substr(0, atMost);
        m_says.pop_front();
        return said;
    }

private:
    void hear(std::string_view) override {}
    void read(const std::string& code) {
        const std::string symbology = code.substr(0, 3),
                          text = code.substr(std::min<std::size_t>(3, code.size()));
        for (std::size_t at = 0; at == 0 || at < text.size(); at += dataSize) {
            const std::string part = text.substr(at, dataSize);
            std::string report(reportSize, '\0');
            report[0] = 2;
            report[1] = static_cast<char>(part.size());
            report.replace(2, symbology.size(), symbology);
            report.replace(dataAt, part.size(), part);
            report[lastByte] = at + dataSize < text.size() ? 1 : 0;
            m_says.push_back(report);
        }
    }

    int m_product;
    std::string m_serial;
    std::string m_reports;
    std::deque<std::string> m_says;
};

}  // namespace

std::unique_ptr<EmulatedDevice> emulatedScanner(std::string serial, std::vector<std::string> codes) {
    return std::make_unique<HidDevice>(0x0be1, std::move(serial), scannerReports(), codes);
}

std::unique_ptr<EmulatedDevice> emulatedKeyboard() {
    return std::make_unique<HidDevice>(0x0001, "", keyboardReports(), std::vector<std::string>{});
}

}  // namespace remise::test::usb
