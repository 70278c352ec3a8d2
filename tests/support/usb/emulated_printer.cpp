#include "tests/support/usb/emulated_printer.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "tests/support/usb/bytes.h"

namespace remise::test::usb {
namespace {

using State = Paper::State;

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
    Printer(Make make, std::string serial) : m_make(std::move(make)), m_serial(std::move(serial)) {}

    void comeFrom(const Origin& origin) {
        if (!origin.deviceId.empty()) m_make.deviceId = origin.deviceId;
        if (origin.vendor != 0) m_make.vendor = origin.vendor;
        if (origin.product != 0) m_make.product = origin.product;
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
        if (setup.type == 0xa1 && setup.request == 1) return bytes({is(State::out) ? 0x30 : 0x18});
        return {};
    }
    std::optional<std::string> say(std::size_t atMost) override {
        if (m_says.empty()) return {};
        const std::string said = m_says.substr(0, atMost);
        m_says.erase(0, said.size());
        return said;
    }

protected:
    virtual void listen() = 0;
    void hear(std::string_view more) override {
        if (paper.state == State::silent) return;
        m_unheard += more;
        listen();
    }
    [[nodiscard]] bool is(State state) const { return paper.state == state; }
    void labelIsIn() { paper.state = std::exchange(paper.then, {}).value_or(paper.state); }

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
        m_says += is(State::garbage) ? std::string("\xde\xad\xbe\xef", 4) : words;
    }

private:
    Make m_make;
    std::string m_serial;
    std::string m_unheard;
    std::string m_says;
};

class Zpl : public Printer {
public:
    explicit Zpl(std::string serial)
        : Printer(
              {0x0a5f, 0x0184, "Zebra Technologies", "ZTC ZD421-203dpi ZPL",
               "MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-203dpi ZPL;CLASS:PRINTER;"},
              std::move(serial)) {}

private:
    void listen() override {
        while (const auto word = heard({"~HS", "~HI", "~HQES", "~JA", "^XA", "^XZ"})) {
            if (*word == "~HS") answer(hostStatus());
            if (*word == "~HI") answer("\x02ZD421-203dpi,V93.21.07Z,8,8192KB\x03\r\n");
            if (*word == "~HQES") answer(errors());
            if (*word == "^XZ") labelIsIn();
            m_isInFormat = *word == "^XA" || (m_isInFormat && word->starts_with('~') && *word != "~JA");
        }
    }
    [[nodiscard]] std::string hostStatus() const {
        const auto flag = [](bool is) { return is ? "1" : "0"; };
        return std::string("\x02") + "030," + flag(is(State::out)) + ",0,0200,000,0,0," + flag(m_isInFormat) +
               ",000,0,0,0\x03\r\n\x02" + "001,0," + flag(is(State::lidOpen)) +
               ",0,1,2,6,0,00000000,1,000\x03\r\n\x02" + "1234,0\x03\r\n";
    }
    [[nodiscard]] std::string errors() const {
        const std::string digit = is(State::cutterJam) ? "08" : is(State::headFault) ? "40" : "00";
        return "\x02\r\n  PRINTER STATUS\r\n   ERRORS:         " + std::string(digit == "00" ? "0" : "1") +
               " 00000000 000000" + digit + "\r\n   WARNINGS:       0 00000000 00000000\r\n\x03";
    }

    bool m_isInFormat = false;
};

class BrotherQl : public Printer {
public:
    explicit BrotherQl(std::string serial)
        : Printer({0x04f9, 0x2042, "Brother", "QL-700", "MFG:Brother;CMD:PT-CBP;MDL:QL-700;CLS:PRINTER;"},
                  std::move(serial)) {}

private:
    enum Kind { reply = 0, completed = 1, error = 2, phase = 6 };

    [[nodiscard]] std::string status(Kind kind, int printing) const {
        const int error1 = is(State::out) ? 0x01 : is(State::cutterJam) ? 0x04 : 0;
        const int error2 = is(State::lidOpen) ? 0x10 : is(State::headFault) ? 0x80 : 0;
        const int type = paper.length == 0 ? 0x0a : 0x0b;
        return bytes({0x80, 0x20,   0x42,   0x34,         0x35, 0x30,    0,
                      0,    error1, error2, paper.width,  type, 0,       0,
                      0x3f, 0,      0,      paper.length, kind, printing}) +
               std::string(12, '\0');
    }
    /// A row of the picture may hold any byte: the last page is told by the byte behind its rows, which the
    /// driver sends as the end of a transfer.
    void listen() override {
        while (heard({std::string_view("\x1biS", 3)}))
            answer(status(reply, 0));
        if (!taken.ends_with('\x1a') || taken.size() <= 200) return;
        answer(status(phase, 1));
        labelIsIn();
        answer(is(State::ready) ? status(completed, 1) + status(phase, 0) : status(error, 1));
    }
};

class Escpos : public Printer {
public:
    explicit Escpos(std::string serial)
        : Printer({0x04b8, 0x0e28, "EPSON", "TM-T20III", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;"},
                  std::move(serial)) {}

private:
    /// DLE EOT 1 to 4, and GS r 1, which waits for the picture before it.
    void listen() override {
        constexpr std::string_view cut("\x1dV\x42\0", 4);
        while (const auto word = heard(
                   {"\x10\x04\x01", "\x10\x04\x02", "\x10\x04\x03", "\x10\x04\x04", "\x1dr\x01", cut})) {
            const bool hasError = is(State::cutterJam) || is(State::headFault);
            if (*word == cut)
                labelIsIn();
            else if (*word == "\x1dr\x01")
                answer(bytes({0}));
            else if (word->back() == 1)
                answer(bytes({is(State::out) || is(State::lidOpen) || hasError ? 0x1a : 0x12}));
            else if (word->back() == 2)
                answer(bytes({is(State::lidOpen) ? 0x16 : is(State::out) ? 0x32 : hasError ? 0x52 : 0x12}));
            else if (word->back() == 3)
                answer(bytes({is(State::cutterJam) ? 0x1a : is(State::headFault) ? 0x32 : 0x12}));
            else
                answer(bytes({is(State::out) ? 0x72 : 0x12}));
        }
    }
};

}  // namespace

std::unique_ptr<EmulatedDevice> emulatedPrinter(const std::string& language, std::string serial,
                                                const Origin& origin) {
    std::unique_ptr<Printer> printer;
    if (language == "zpl") printer = std::make_unique<Zpl>(std::move(serial));
    if (language == "brother_ql") printer = std::make_unique<BrotherQl>(std::move(serial));
    if (language == "escpos") printer = std::make_unique<Escpos>(std::move(serial));
    if (!printer) throw std::runtime_error("no emulated printer speaks " + language);
    printer->comeFrom(origin);
    return printer;
}

}  // namespace remise::test::usb
