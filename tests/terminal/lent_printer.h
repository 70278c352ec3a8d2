#pragma once

#include <memory>

#include "terminal/printers.h"

/// A printer that somebody else owns, for whoever opens printers.
class LentPrinter : public remise::drivers::Printer {
public:
    explicit LentPrinter(remise::drivers::Printer& printer) : m_printer(printer) {}
    [[nodiscard]] const remise::drivers::PrinterIdentity& identity() const override {
        return m_printer.identity();
    }
    remise::drivers::PrinterStatus status() override { return m_printer.status(); }
    remise::drivers::PrintResult print(const remise::labels::Bitmap& label, std::string_view name) override {
        return m_printer.print(label, name);
    }

private:
    remise::drivers::Printer& m_printer;
};

/// A place where these printers are plugged in, or none. The list may change, between looks, as long as it
/// is there.
using Plugged = std::vector<remise::drivers::Printer*>;
inline remise::terminal::Printers::World worldWith(const Plugged& printers) {
    return {[&printers] {
                std::vector<remise::drivers::PrinterIdentity> found;
                for (const auto* printer : printers)
                    found.push_back(printer->identity());
                return found;
            },
            [&printers](const std::string& id) -> std::unique_ptr<remise::drivers::Printer> {
                for (auto* printer : printers)
                    if (printer->identity().id == id) return std::make_unique<LentPrinter>(*printer);
                return nullptr;
            }};
}
