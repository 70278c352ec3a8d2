#pragma once

#include <memory>

#include "drivers/printers/conversation.h"
#include "drivers/printers/escpos/escpos.h"

namespace remise::drivers::escpos {

/// A receipt printer. A label has come out when the printer has answered a question that stood behind it in
/// the line, and has nothing to complain of; where it does not know that question, not complaining has to do.
class EscposPrinter : public Printer {
public:
    EscposPrinter(PrinterIdentity, std::unique_ptr<Line>, labels::Dots headWidth, Cutter);

    [[nodiscard]] const PrinterIdentity& identity() const override { return m_identity; }
    PrinterStatus status() override;
    PrintResult print(const labels::Bitmap&, std::string_view name) override;

private:
    PrinterStatus statusWhenQuiet(const Received& heard);
    enum class Tells { nothing, itsEnd };
    bool isThrough(Line::Patience);
    PrintResult waitForTheEnd(Tells);
    PrintResult cutOff(PrinterStatus);

    PrinterIdentity m_identity;
    std::unique_ptr<Line> m_line;
    labels::Dots m_headWidth;
    Cutter m_cutter;
    bool m_hasAnswered = false;
    bool m_mayWantRows = true;  ///< of a picture that was cut off, perhaps before this program began
};

}  // namespace remise::drivers::escpos
