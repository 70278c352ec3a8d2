#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers {

/// How a transfer over a line ended.
enum class LineFault {
    none,
    timeout,    ///< the patience ran out; what was counted until then did go
    stalled,    ///< the device refused the transfer and has to be cleared (USB stall)
    unplugged,  ///< the device is gone, or the connection was closed
    refused,    ///< there from the first byte on: no right to it, taken by another program, nobody listens
};

struct Sent {
    std::size_t bytes;  ///< so many are in the device's hands for certain; never more than were sent
    LineFault fault;
};

struct Received {
    std::string bytes;
    LineFault fault;
};

/// The way of bytes to one printer and back: a USB interface of class 07 or a TCP connection. It knows no
/// printer's language. Not for two threads at once.
class Line {
public:
    Line() = default;
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    virtual ~Line() = default;

    using Patience = std::chrono::milliseconds;

    /// Sends all of it, or says how far it came within the patience, which counts anew whenever bytes went.
    virtual Sent send(std::string_view bytes, Patience) = 0;
    /// What the device says next, at most so many bytes; empty without a fault when the line has no way back.
    virtual Received receive(std::size_t atMost, Patience) = 0;
    /// Makes a stalled line usable again; false when it stays broken.
    virtual bool recover() = 0;
    /// The IEEE 1284 device id ("MFG:Zebra;CMD:ZPL;MDL:ZD421;…"); nothing where the line has none.
    virtual std::optional<std::string> deviceId() = 0;
    /// The USB printer class's port status byte (bit 5 paper empty, 4 selected, 3 no error); nothing where
    /// the line has none.
    virtual std::optional<std::uint8_t> portStatus() = 0;
};

}  // namespace remise::drivers
