#include "terminal/workbench/radio_test.h"

#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace remise::workbench {

namespace fs = std::filesystem;

std::vector<std::string> wifiInterfaces(const fs::path& sys) {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& device : fs::directory_iterator(sys / "class/net", none))
        if (fs::exists(device.path() / "wireless") || fs::exists(device.path() / "phy80211"))
            names.push_back(device.path().filename());
    return names;
}

int networksIn(std::string_view printed) {
    int networks = 0;
    while (!printed.empty()) {
        const auto end = std::min(printed.find('\n'), printed.size());
        if (printed.starts_with("BSS ")) ++networks;
        printed.remove_prefix(std::min(end + 1, printed.size()));
    }
    return networks;
}

std::optional<int> bluetoothNeighbours() {
    // The kernel's own numbers (net/bluetooth/hci_sock.h), which its headers for programs do not have.
    constexpr int bluetooth = 31, hci = 1;
    constexpr unsigned long deviceUp = 0x400448c9, inquiry = 0x800448f0;
    constexpr std::size_t mostAnswers = 255, answerBytes = 14;
    struct Inquiry {
        std::uint16_t device = 0;
        std::uint16_t flags = 1;                            // not what was found before
        std::array<std::uint8_t, 3> lap{0x33, 0x8b, 0x9e};  // everybody
        std::uint8_t length = 8;                            // times 1.28 s
        std::uint8_t answers = static_cast<std::uint8_t>(mostAnswers);
    };
    const int handle = ::socket(bluetooth, SOCK_RAW | SOCK_CLOEXEC, hci);
    if (handle < 0) return {};
    (void)::ioctl(handle, deviceUp, 0);  // it may be up already
    std::array<std::uint8_t, sizeof(Inquiry) + mostAnswers * answerBytes> buffer{};
    Inquiry asked;
    std::memcpy(buffer.data(), &asked, sizeof asked);
    const int done = ::ioctl(handle, inquiry, buffer.data());
    ::close(handle);
    if (done < 0) return {};
    std::memcpy(&asked, buffer.data(), sizeof asked);
    return asked.answers;
}

}  // namespace remise::workbench
