#include "drivers/printers/plugged_in.h"

#include <stdexcept>

namespace remise::drivers {

PluggedIn::PluggedIn(Find find)
    : m_find(std::move(find)), m_identity{.id = {}, .maker = {}, .model = {}, .serial = {}, .language = {}} {
}

PrinterStatus PluggedIn::status() {
    if (m_printer) {
        PrinterStatus now = m_printer->status();
        if (now.state != PrinterState::offline) return now;
    }
    try {
        m_printer = m_find();
    } catch (const std::exception& fault) {
        m_printer.reset();
        return {PrinterState::offline, fault.what()};
    }
    if (!m_printer) return {PrinterState::offline, "no printer is plugged in"};
    m_identity = m_printer->identity();
    return m_printer->status();
}

PrintResult PluggedIn::print(const labels::Bitmap& label, std::string_view name) {
    if (!m_printer)
        if (PrinterStatus now = status(); !m_printer) return {Printed::no, std::move(now)};
    return m_printer->print(label, name);
}

}  // namespace remise::drivers
