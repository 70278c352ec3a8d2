#pragma once

#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <string>

#include "drivers/printers/line.h"

namespace remise::test {

/// A line with a printer at its other end that is nothing but what a test says. The test keeps the wire, the
/// printer under test the line.
struct Wire {
    /// What came through to the printer.
    std::string got;
    /// What the printer says next, a piece for each read.
    std::deque<std::string> says;
    /// What the printer does with each piece that came through whole.
    std::function<void(Wire&, std::string_view piece)> hears = [](Wire&, std::string_view) {};

    /// From this byte on nothing comes through any more, and sending ends with the fault.
    std::size_t breaksAt = std::numeric_limits<std::size_t>::max();
    drivers::LineFault fault = drivers::LineFault::unplugged;
    bool recovers = false;
    bool hasWayBack = true;
    std::optional<std::uint8_t> port;
    int recoveries = 0;

    [[nodiscard]] bool isBroken() const { return got.size() >= breaksAt; }
    /// The printer says this once it has heard a piece with the question in it.
    [[nodiscard]] bool wasAsked(std::string_view question) const {
        return got.find(question) != std::string::npos;
    }
};

class ScriptedLine : public drivers::Line {
public:
    explicit ScriptedLine(std::shared_ptr<Wire> wire) : m_wire(std::move(wire)) {}

    drivers::Sent send(std::string_view bytes, Patience) override {
        const std::size_t room = m_wire->breaksAt - std::min(m_wire->breaksAt, m_wire->got.size());
        const std::size_t through = std::min(bytes.size(), room);
        m_wire->got += bytes.substr(0, through);
        if (through < bytes.size()) return {through, m_wire->fault};
        m_wire->hears(*m_wire, bytes);
        return {through, drivers::LineFault::none};
    }

    drivers::Received receive(std::size_t atMost, Patience) override {
        const bool isGone =
            m_wire->fault == drivers::LineFault::unplugged || m_wire->fault == drivers::LineFault::refused;
        if (m_wire->isBroken() && isGone) return {{}, m_wire->fault};
        if (!m_wire->hasWayBack) return {{}, drivers::LineFault::none};
        if (m_wire->says.empty()) return {{}, drivers::LineFault::timeout};
        std::string piece = std::move(m_wire->says.front());
        m_wire->says.pop_front();
        if (piece.size() > atMost) {
            m_wire->says.push_front(piece.substr(atMost));
            piece.resize(atMost);
        }
        return {piece, drivers::LineFault::none};
    }

    bool recover() override {
        ++m_wire->recoveries;
        if (m_wire->recovers) m_wire->breaksAt = std::numeric_limits<std::size_t>::max();
        return m_wire->recovers;
    }

    std::optional<std::string> deviceId() override { return std::nullopt; }
    std::optional<std::uint8_t> portStatus() override { return m_wire->port; }

private:
    std::shared_ptr<Wire> m_wire;
};

}  // namespace remise::test
