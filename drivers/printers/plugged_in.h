#pragma once

#include <functional>
#include <memory>

#include "drivers/printers/printer.h"

namespace remise::drivers {

/// Whichever printer is plugged in: nothing to choose, nothing to install. It stays with the one it found
/// for as long as that is there, and looks for another only when it is gone.
class PluggedIn : public Printer {
public:
    /// `find` opens the first printer that is there, or gives none.
    using Find = std::function<std::unique_ptr<Printer>()>;
    explicit PluggedIn(Find find);

    /// Of the printer that was found last.
    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    Find m_find;
    std::unique_ptr<Printer> m_printer;
    PrinterIdentity m_identity;
};

/// The first USB printer whose language we speak; none when none is there.
std::unique_ptr<Printer> firstPluggedIn();

}  // namespace remise::drivers
