#pragma once

#include <functional>
#include <memory>

#include "drivers/printers/printer.h"

namespace remise::drivers {

/// A printer that comes and goes: opened when something is wanted of it, it stays open for as long as it is
/// there, and is looked for anew only when it is gone.
class PluggedIn : public Printer {
public:
    /// `find` opens the printer that is meant, or gives none; a throw says why it cannot be used.
    using Find = std::function<std::unique_ptr<Printer>()>;
    explicit PluggedIn(Find find, PrinterIdentity awaited = {});

    /// Of the printer that was found last; before that, what is known of it.
    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    Find m_find;
    std::unique_ptr<Printer> m_printer;
    PrinterIdentity m_identity;
};

}  // namespace remise::drivers
