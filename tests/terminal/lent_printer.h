#pragma once

#include <initializer_list>
#include <memory>
#include <mutex>
#include <vector>

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

/// The printers that are plugged in somewhere, or none. They may change while they are looked for, on another
/// thread; each has to live longer than whoever looks.
class Plugged {
public:
    using List = std::vector<remise::drivers::Printer*>;

    Plugged() = default;
    Plugged(std::initializer_list<remise::drivers::Printer*> printers) : m_printers(printers) {}
    Plugged& operator=(const List& printers) {
        const std::lock_guard lock(m_mutex);
        m_printers = printers;
        return *this;
    }
    Plugged& operator=(std::initializer_list<remise::drivers::Printer*> printers) {
        return *this = List(printers);
    }
    void clear() { *this = List(); }
    [[nodiscard]] List now() const {
        const std::lock_guard lock(m_mutex);
        return m_printers;
    }

private:
    mutable std::mutex m_mutex;
    List m_printers;
};

inline remise::terminal::Printers::World worldWith(const Plugged& printers) {
    return {[&printers] {
                std::vector<remise::drivers::PrinterIdentity> found;
                for (const auto* printer : printers.now())
                    found.push_back(printer->identity());
                return found;
            },
            [&printers](const std::string& id) -> std::unique_ptr<remise::drivers::Printer> {
                for (auto* printer : printers.now())
                    if (printer->identity().id == id) return std::make_unique<LentPrinter>(*printer);
                return nullptr;
            }};
}
