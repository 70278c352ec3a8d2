#include "tests/support/usb/emulated_printer.h"

#include <algorithm>
#include <stdexcept>

#include "tests/support/usb/bytes.h"

namespace remise::test::usb {
namespace {

struct Make {
    int vendor;
    int product;
    std::string maker;
    std::string model;
    std::string deviceId;
};

/// What a language's printer does with what it has been sent: looks at the newest of it, and answers.
class Printer : public EmulatedDevice {
public:
    Printer(Make make, std::string serial, Paper paper)
        : m_paper(paper), m_make(std::move(make)), m_serial(std::move(serial)) {}

    void comeFrom(const Origin& origin) {
        if (!origin.deviceId.empty()) m_make.deviceId = origin.deviceId;
        if (origin.vendor != 0) m_make.vendor = origin.vendor;
    }

    [[nodiscard]] std::string descriptors() const override {
        const auto low = [](int n) { return n & 0xff; };
        const auto high = [](int n) { return n >> 8; };
        return bytes({18, 1, 0, 2, 0, 0, 0, 64, low(m_make.vendor), high(m_make.vendor), low(m_make.product),
                      high(m_make.product), 0, 1, 1, 2, m_serial.empty() ? 0 : 3, 1}) +
               bytes({9, 2, 32, 0, 1, 1, 0, 0xc0, 50}) + bytes({9, 4, 0, 0, 2, 7, 1, 2, 0}) +
               bytes({7, 5, 0x01, 2, 0, 2, 0}) + bytes({7, 5, 0x82, 2, 0, 2, 0});
    }
    [[nodiscard]] std::string text(int index) const override {
        return index == 1 ? m_make.maker : index == 2 ? m_make.model : index == 3 ? m_serial : "";
    }
    /// GET_DEVICE_ID and GET_PORT_STATUS of the printer class.
    std::optional<std::string> control(const Setup& setup) override {
        if (setup.type == 0xa1 && setup.request == 0) {
            const int size = static_cast<int>(m_make.deviceId.size()) + 2;
            return bytes({size >> 8, size & 0xff}) + m_make.deviceId;
        }
        if (setup.type == 0xa1 && setup.request == 1)
            return bytes({m_paper.state == Paper::State::out ? 0x30 : 0x18});
        return {};
    }
    void take(std::string_view more) override {
        taken += more;
        if (m_paper.state == Paper::State::silent) return;
        m_unheard += more;
        listen();
    }
    std::optional<std::string> say(std::size_t atMost) override {
        if (m_says.empty()) return {};
        const std::string said = m_says.substr(0, atMost);
        m_says.erase(0, said.size());
        return said;
    }

protected:
    virtual void listen() = 0;

    /// Takes the next of these words out of what came; nothing when none of them is there yet.
    std::optional<std::string> heard(std::initializer_list<std::string_view> words) {
        std::size_t first = std::string::npos;
        std::string_view which;
        for (const std::string_view word : words)
            if (const std::size_t at = m_unheard.find(word); at < first) {
                first = at;
                which = word;
            }
        if (first == std::string::npos) return {};
        m_unheard.erase(0, first + which.size());
        return std::string(which);
    }
    void answer(const std::string& words) {
        m_says += m_paper.state == Paper::State::garbage ? std::string("\xde\xad\xbe\xef", 4) : words;
    }

    Paper m_paper;

private:
    Make m_make;
    std::string m_serial;
    std::string m_unheard;
    std::string m_says;
};

class Zpl : public Printer {
public:
    Zpl(std::string serial, Paper paper)
        : Printer(
              {0x0a5f, 0x0184, "Zebra Technologies", "ZTC ZD421-203dpi ZPL",
               "MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;"},
              std::move(serial), paper) {}

private:
    void listen() override {
        while (const auto word = heard({"~HS", "~HI", "~HQES", "^XZ"})) {
            const bool isOut = m_paper.state == Paper::State::out,
                       isOpen = m_paper.state == Paper::State::lidOpen;
            if (*word == "~HS")
                answer(std::string("\x02") + "030," + (isOut ? "1" : "0") +
                       ",0,0200,000,0,0,0,000,0,0,0\x03\r\n\x02" + "001,0," + (isOpen ? "1" : "0") +
                       ",0,1,2,6,0,00000000,1,000\x03\r\n\x02" + "1234,0\x03\r\n");
            if (*word == "~HI") answer("\x02ZD421-203dpi,V93.21.07Z,8,8192KB\x03\r\n");
            if (*word == "~HQES")
                answer(
                    "\x02\r\n  PRINTER STATUS\r\n   ERRORS:         0 00000000 00000000\r\n"
                    "   WARNINGS:       0 00000000 00000000\r\n\x03");
        }
    }
};

class BrotherQl : public Printer {
public:
    BrotherQl(std::string serial, Paper paper)
        : Printer({0x04f9, 0x2042, "Brother", "QL-700", "MFG:Brother;CMD:PT-CBP;MDL:QL-700;CLS:PRINTER;"},
                  std::move(serial), paper) {}

private:
    enum Kind { reply = 0, completed = 1, error = 2, phase = 6 };

    [[nodiscard]] std::string status(Kind kind, int printing) const {
        const int error1 = m_paper.state == Paper::State::out ? 0x01 : 0;
        const int error2 = m_paper.state == Paper::State::lidOpen ? 0x10 : 0;
        return bytes({0x80,
                      0x20,
                      0x42,
                      0x34,
                      0x35,
                      0x30,
                      0,
                      0,
                      error1,
                      error2,
                      m_paper.width,
                      m_paper.length == 0 ? 0x0a : 0x0b,
                      0,
                      0,
                      0x3f,
                      0,
                      0,
                      m_paper.length,
                      kind,
                      printing,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0,
                      0});
    }
    /// A row of the picture may hold any byte: the last page is told by the byte behind its rows, which the
    /// driver sends as the end of a transfer.
    void listen() override {
        while (heard({std::string_view("\x1biS", 3)}))
            answer(status(reply, 0));
        if (taken.ends_with('\x1a') && taken.size() > 200)
            answer(status(phase, 1) + status(completed, 1) + status(phase, 0));
    }
};

class Escpos : public Printer {
public:
    Escpos(std::string serial, Paper paper)
        : Printer({0x04b8, 0x0e28, "EPSON", "TM-T20III", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;"},
                  std::move(serial), paper) {}

private:
    void listen() override {
        const bool isOut = m_paper.state == Paper::State::out,
                   isOpen = m_paper.state == Paper::State::lidOpen;
        while (const auto word =
                   heard({"\x10\x04\x01", "\x10\x04\x02", "\x10\x04\x03", "\x10\x04\x04", "\x1dr\x01"})) {
            if (*word == "\x1dr\x01")
                answer(bytes({0}));
            else if (word->back() == 1)
                answer(bytes({isOut || isOpen ? 0x1a : 0x12}));
            else if (word->back() == 2)
                answer(bytes({isOpen ? 0x16 : isOut ? 0x32 : 0x12}));
            else if (word->back() == 3)
                answer(bytes({0x12}));
            else
                answer(bytes({isOut ? 0x72 : 0x12}));
        }
    }
};

}  // namespace

std::unique_ptr<EmulatedDevice> emulatedPrinter(const std::string& language, std::string serial,
                                                const Origin& origin, Paper paper) {
    std::unique_ptr<Printer> printer;
    if (language == "zpl") printer = std::make_unique<Zpl>(std::move(serial), paper);
    if (language == "brother_ql") printer = std::make_unique<BrotherQl>(std::move(serial), paper);
    if (language == "escpos") printer = std::make_unique<Escpos>(std::move(serial), paper);
    if (!printer) throw std::runtime_error("no emulated printer speaks " + language);
    printer->comeFrom(origin);
    return printer;
}

}  // namespace remise::test::usb
