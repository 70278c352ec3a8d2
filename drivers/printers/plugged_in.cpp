#include "drivers/printers/plugged_in.h"

#include <stdexcept>

namespace remise::drivers {

PluggedIn::PluggedIn(Find find, PrinterIdentity awaited)
    : m_find(std::move(find)), m_identity(std::move(awaited)) {
}

PrinterStatus PluggedIn::status() {
    if (m_printer) {
        PrinterStatus now = m_printer->status();
        if (now.state != PrinterState::offline) return now;
    }
    m_printer.reset();  // whatever it still held of a device is free for the next
    try {
        m_printer = m_find();
    } catch (const std::exception& fault) {
        return {PrinterState::offline, fault.what()};
    }
    if (!m_printer) return {PrinterState::offline, "it is not plugged in"};
    m_identity = m_printer->identity();
    return m_printer->status();
}

PrintResult PluggedIn::print(const labels::Bitmap& label, std::string_view name) {
    if (!m_printer)
        if (PrinterStatus now = status(); !m_printer) return {Printed::no, std::move(now)};
    return m_printer->print(label, name);
}

}  // namespace remise::drivers
