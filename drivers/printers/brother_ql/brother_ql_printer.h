#pragma once

#include <memory>
#include <optional>

#include "drivers/printers/brother_ql/brother_ql_status.h"
#include "drivers/printers/conversation.h"

namespace remise::drivers::brother_ql {

/// A Brother QL. It tells on its own when a label has begun to print and when it is done. Over the network it
/// tells nothing: then somebody has to have told which roll is in, and a label counts as printed when the
/// printer has taken all of it.
class BrotherQlPrinter : public Printer {
public:
    BrotherQlPrinter(PrinterIdentity, std::unique_ptr<Line>, const Model&,
                     std::optional<Medium> toldRoll = std::nullopt);

    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    struct Found {
        PrinterStatus status;
        std::optional<Medium> medium;
        bool answered;
    };
    Found found();
    Found foundWhenIdle();
    PrintResult send(const labels::Bitmap& printable, const Found& before);
    PrintResult waitForTheEnd(int mostSilent);
    PrintResult givenUp(Printed, PrinterStatus);

    PrinterIdentity m_identity;
    std::unique_ptr<Line> m_line;
    Model m_model;
    std::optional<Medium> m_toldRoll;
};

}  // namespace remise::drivers::brother_ql
