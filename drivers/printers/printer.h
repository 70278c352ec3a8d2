#pragma once

#include <string>
#include <string_view>

#include "drivers/printers/status.h"
#include "labels/bitmap.h"

namespace remise::drivers {

/// Whether a label is on paper. In doubt: its bytes had begun to leave and nothing tells how it ended; a
/// second one may only be made with the first one found or destroyed.
enum class Printed { yes, no, inDoubt };

struct PrintResult {
    Printed printed;
    PrinterStatus status;  ///< as found after the label, or the reason why it did not come out
};

struct PrinterIdentity {
    /// Stable over unplugging and restarts: `usb:VENDOR:PRODUCT:SERIAL`, `tcp:ADDRESS`, `virtual:FOLDER`.
    std::string id;
    std::string maker;
    std::string model;
    std::string serial;
    std::string language;  ///< `zpl`, `brother_ql`, `escpos`, `virtual`
    /// How fine the labels for it have to be drawn. Some have to be asked: right once status() was answered.
    labels::Resolution resolution{labels::dpi203};
    /// It is there and has not told what it is: no right to it, or it is still starting. It has no language
    /// then, and perhaps another id later.
    bool isSilent = false;
};

/// Something that makes paper of a picture in dots. Every printer's language lives in a folder of its own
/// beside this file.
class Printer {
public:
    Printer() = default;
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    virtual ~Printer() = default;

    [[nodiscard]] virtual const PrinterIdentity& identity() const = 0;
    /// Asks the device; takes at most a second or two, never for ever. Throws never: what fails is a state.
    virtual PrinterStatus status() = 0;
    /// Prints one label and waits until the printer tells how it went, as far as it can tell. `name` says
    /// what it is (a unit's code) for queues and files. Throws never: what fails is a result.
    virtual PrintResult print(const labels::Bitmap&, std::string_view name) = 0;
};

}  // namespace remise::drivers
