#pragma once

#include <filesystem>

#include "drivers/printers/printer.h"

namespace remise::drivers {

/// A printer without paper: leaves each label in `folder/labels` as NNNN-NAME.zpl and NNNN-NAME.png, the PNG
/// last, both complete from the moment they can be seen. Numbers go on after a restart and across programs
/// that share the folder.
class VirtualPrinter : public Printer {
public:
    explicit VirtualPrinter(const std::filesystem::path& folder);

    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

    /// Where the labels are, for people and tests.
    [[nodiscard]] const std::filesystem::path& labelsFolder() const { return m_labels; }

private:
    PrinterIdentity m_identity;
    std::filesystem::path m_labels;
};

}  // namespace remise::drivers
