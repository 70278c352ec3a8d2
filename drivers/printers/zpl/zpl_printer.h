#pragma once

#include <memory>
#include <string_view>

#include "drivers/printers/conversation.h"
#include "drivers/printers/zpl/zpl_status.h"

namespace remise::drivers::zpl {

/// A Zebra or one that speaks its language. A label has come out when the printer, asked after it, has
/// nothing waiting and nothing to complain of. How fine its head is, it is asked when it first answers.
class ZplPrinter : public Printer {
public:
    /// `headWidth` 0: not known, every width is sent.
    ZplPrinter(PrinterIdentity, std::unique_ptr<Line>, labels::Dots headWidth);

    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    struct Found {
        PrinterStatus status;
        bool answered;     ///< in ~HS's own words, not by its port status alone
        bool halfAFormat;  ///< of a label that was cut off: what comes next would be taken for its rest
    };
    Found found();
    Found foundWhenIdle();
    void askResolution();
    PrinterStatus statusWithErrors(const HostStatus&);
    PrintResult waitForTheEnd(const Found& before);
    PrintResult givenUp(Printed, PrinterStatus);

    PrinterIdentity m_identity;
    std::unique_ptr<Line> m_line;
    labels::Dots m_headWidth;
    bool m_hasAnswered = false;
    bool m_tellsErrors = true;  ///< until it did not know the question
};

}  // namespace remise::drivers::zpl
