#pragma once

#include <memory>
#include <optional>

#include "drivers/printers/brother_ql/brother_ql_status.h"
#include "drivers/printers/conversation.h"

namespace remise::drivers::brother_ql {

/// A Brother QL. It tells on its own when a label has begun to print and when it is done.
class BrotherQlPrinter : public Printer {
public:
    BrotherQlPrinter(PrinterIdentity, std::unique_ptr<Line>, const Model&);

    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    struct Found {
        PrinterStatus status;
        std::optional<Medium> medium;
    };
    Found found();
    Found foundWhenIdle();
    PrintResult send(const labels::Bitmap& printable, const Medium&);
    PrintResult waitForTheEnd(int mostSilent);
    PrintResult givenUp(Printed, PrinterStatus);

    PrinterIdentity m_identity;
    std::unique_ptr<Line> m_line;
    Model m_model;
};

}  // namespace remise::drivers::brother_ql
