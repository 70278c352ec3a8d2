#pragma once

#include <string>

#include "drivers/printers/zpl/zpl_printer.h"
#include "tests/drivers/printers/scripted_line.h"

namespace remise::test {

/// A whole answer to ~HS, from the three strings without STX, ETX and line ends.
inline std::string hostStatus(const std::string& first, const std::string& second,
                              const std::string& third = "1234,0") {
    std::string answer;
    for (const std::string& text : {first, second, third})
        answer += "\x02" + text + "\x03\r\n";
    return answer;
}

inline const std::string zplReady =
    hostStatus("030,0,0,1245,000,0,0,0,000,0,0,0", "001,0,0,0,1,2,6,0,00000000,1,000");
inline const std::string zplBusy =
    hostStatus("030,0,0,1245,001,0,0,0,000,0,0,0", "001,0,0,0,1,2,6,0,00000001,1,000");
inline const std::string zplPaperOut =
    hostStatus("030,1,0,1245,000,0,0,0,000,0,0,0", "001,0,0,0,1,2,6,0,00000001,1,000");
inline const std::string zplHeadUp =
    hostStatus("030,0,0,1245,000,0,0,0,000,0,0,0", "001,0,1,0,1,2,6,0,00000000,1,000");
inline const std::string zplPaused =
    hostStatus("030,0,1,1245,000,0,0,0,000,0,0,0", "001,0,0,0,1,2,6,0,00000000,1,000");
inline const std::string zplTooHot =
    hostStatus("030,0,0,1245,000,0,0,0,000,0,0,1", "001,0,0,0,1,2,6,0,00000000,1,000");
inline const std::string zplHalfAFormat =
    hostStatus("030,0,0,1245,000,0,0,1,000,0,0,0", "001,0,0,0,1,2,6,0,00000000,1,000");

/// A printer that answers ~HS with these, one after the other, and with the last one from then on; ~HQES with
/// these errors, or not at all.
inline std::shared_ptr<Wire> zplWire(std::deque<std::string> answers, const std::string& errors = {}) {
    auto wire = std::make_shared<Wire>();
    wire->hears = [answers = std::move(answers), errors](Wire& self, std::string_view piece) mutable {
        if (piece == "~HQES\n" && !errors.empty())
            self.says.push_back("\x02\r\n  PRINTER STATUS\r\n   ERRORS:         1 00000000 " + errors +
                                "\r\n   WARNINGS:       0 00000000 00000000\r\n\x03");
        if (piece.find("~HS") == std::string_view::npos || answers.empty()) return;
        self.says.push_back(answers.front());
        if (answers.size() > 1) answers.pop_front();
    };
    return wire;
}

inline drivers::zpl::ZplPrinter zplPrinter(const std::shared_ptr<Wire>& wire, labels::Dots headWidth = 0,
                                           const std::string& maker = "Zebra Technologies") {
    return {{.id = "usb:0a5f:0166:7", .maker = maker, .model = "ZD421", .serial = "7", .language = "zpl"},
            std::make_unique<ScriptedLine>(wire),
            headWidth};
}

}  // namespace remise::test
