#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "drivers/printers/brother_ql/model.h"
#include "drivers/printers/device_id.h"
#include "drivers/printers/escpos/escpos.h"
#include "labels/bitmap.h"

namespace remise::drivers {

namespace zpl {
/// What a ZPL printer's row says; 0 where the printer has to be asked.
struct Model {
    labels::Dots headWidth;
};
}  // namespace zpl

namespace escpos {
struct Model {
    labels::Dots headWidth;
    Cutter cutter;
};
}  // namespace escpos

/// A printer that we know. Adding one is a row in models.cpp and its golden stream (docs/drivers.md).
struct PrinterModel {
    std::string_view name;  ///< what its device id calls it, and how a network printer is told: tcp:…/NAME
    std::string_view maker;
    std::uint16_t vendor;   ///< USB; 0 when the device id has to do
    std::uint16_t product;  ///< USB; 0 for all of this vendor's that no other row names
    labels::Resolution resolution;
    std::variant<zpl::Model, brother_ql::Model, escpos::Model> language;
};

std::span<const PrinterModel> printerModels();

/// By the name in its device id, then by its USB numbers, then by the language that its device id promises.
/// Nothing for a printer whose language we do not know.
std::optional<PrinterModel> modelOf(const DeviceId&, std::uint16_t vendor, std::uint16_t product);
std::optional<PrinterModel> modelNamed(std::string_view name);
/// `zpl`, `brother_ql`, `escpos`.
std::string_view languageOf(const PrinterModel&);

}  // namespace remise::drivers
