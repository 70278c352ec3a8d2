#pragma once

#include <cstdint>
#include <fstream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace remise::test::usb {

/// A control request as it stands on the wire (USB 2.0, 9.3).
struct Setup {
    std::uint8_t type;
    std::uint8_t request;
    std::uint16_t value;
    std::uint16_t index;
};

/// How an emulated printer stands.
struct Paper {
    enum class State { ready, out, lidOpen, cutterJam, headFault, garbage, silent };
    State state = State::ready;
    std::optional<State> then;  ///< how it stands as soon as a label is in it
    int width = 62;             ///< millimetres, for printers that know
    int length = 29;            ///< 0: endless
};

/// What happens to a device, and when: counted in bytes that it was sent.
struct Mishaps {
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
    std::size_t stallAt = never;   ///< refuses a transfer once, and goes on when it is cleared
    std::size_t freezeAt = never;  ///< takes nothing more
    std::size_t unplugAt = never;  ///< its cable is pulled
    std::string unplugOn;          ///< its cable is pulled when it has been sent this
    bool staysStalled = false;     ///< and cannot be cleared
    bool refusesToSay = false;     ///< each time that it is asked
    bool isTaken = false;          ///< another program has it
    bool isForbidden = false;      ///< nobody has the right to open it
    bool isMute = false;           ///< answers no control request: it is still starting
    int replugAfter = -1;          ///< milliseconds until the cable is back; -1: it stays out
    bool isAway = false;           ///< not plugged in until an order does it
    int plugAfter = -1;            ///< not plugged in at first; milliseconds until it is
};

/// A USB device as its own firmware would be: what it answers, whatever bus carries it.
class EmulatedDevice {
public:
    EmulatedDevice() = default;
    EmulatedDevice(const EmulatedDevice&) = delete;
    EmulatedDevice& operator=(const EmulatedDevice&) = delete;
    virtual ~EmulatedDevice() = default;

    /// Device and configuration descriptor, one after the other.
    [[nodiscard]] virtual std::string descriptors() const = 0;
    /// One of the texts that the descriptors number; empty when there is none.
    [[nodiscard]] virtual std::string text(int index) const = 0;
    /// A request of its class; nothing: it stalls.
    virtual std::optional<std::string> control(const Setup&) = 0;
    /// Bytes that have come into it.
    void take(std::string_view bytes) {
        taken += bytes;
        if (!capture.empty()) std::ofstream(capture, std::ios::binary | std::ios::app) << bytes;
        hear(bytes);
    }
    /// What it says when it is asked; nothing: not yet.
    virtual std::optional<std::string> say(std::size_t atMost) = 0;

    Mishaps mishaps;
    Paper paper;
    std::string taken;    ///< everything that came in
    std::string capture;  ///< a file for it; empty when nobody wants it

protected:
    virtual void hear(std::string_view bytes) = 0;
};

}  // namespace remise::test::usb
