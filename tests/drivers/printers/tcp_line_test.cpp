#include "drivers/printers/tcp/tcp_line.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <future>
#include <system_error>

#include "drivers/printers/decode.h"
#include "drivers/printers/printers.h"
#include "drivers/printers/zpl/zpl.h"
#include "tests/drivers/printers/scripted_zpl.h"

using namespace remise;
using drivers::Line;
using drivers::LineFault;
using drivers::readTcpAddress;
using drivers::TcpLine;

BOOST_TEST_DONT_PRINT_LOG_VALUE(LineFault)

namespace {

constexpr Line::Patience patience{2000};
constexpr Line::Patience little{50};

/// A port of this computer where somebody listens.
class Listener {
public:
    Listener() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        if (bind(m_socket, any, size) != 0 || listen(m_socket, 4) != 0 ||
            getsockname(m_socket, any, &size) != 0)
            throw std::system_error(errno, std::generic_category(), "Cannot listen");
        m_port = ntohs(address.sin_port);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { stop(); }

    void stop() {
        if (m_socket >= 0) close(m_socket);
        m_socket = -1;
    }
    [[nodiscard]] drivers::TcpAddress address() const { return {"127.0.0.1", m_port}; }
    [[nodiscard]] std::string id() const { return "tcp:127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] int accept() const { return ::accept(m_socket, nullptr, nullptr); }

private:
    int m_socket;
    std::uint16_t m_port = 0;
};

/// A network printer: answers ~HS, notes all that it gets until the line is closed.
std::string printOn(const Listener& listener) {
    const int line = listener.accept();
    std::string got;
    char bytes[4096];
    for (ssize_t count; (count = read(line, bytes, sizeof bytes)) > 0;) {
        const std::string_view piece(bytes, static_cast<std::size_t>(count));
        got += piece;
        if (piece.ends_with("~HS\n"))
            static_cast<void>(!write(line, test::zplReady.data(), test::zplReady.size()));
    }
    close(line);
    return got;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tcp_line_test)

BOOST_AUTO_TEST_CASE(addresses_of_the_house_are_taken) {
    BOOST_TEST((readTcpAddress("192.168.1.20") == drivers::TcpAddress{"192.168.1.20", 9100}));
    BOOST_TEST((readTcpAddress("10.1.2.3:9101") == drivers::TcpAddress{"10.1.2.3", 9101}));
    BOOST_TEST((readTcpAddress("[fd00::9]:9102") == drivers::TcpAddress{"fd00::9", 9102}));
    for (const char* address :
         {"172.16.0.1", "172.31.255.255", "169.254.7.7", "127.0.0.1:40000", "fe80::1", "::1"})
        BOOST_TEST(readTcpAddress(address).has_value(), address);
}

BOOST_AUTO_TEST_CASE(names_and_addresses_outside_of_the_house_are_not) {
    for (const char* address :
         {"", "printer.example", "8.8.8.8", "172.32.0.1", "192.169.0.1", "2001:db8::1", "::ffff:8.8.8.8",
          "0.0.0.0", "192.168.1.20:80", "192.168.1.20:", "192.168.1.20:0", "192.168.1.20:99999", "[fd00::9",
          "192.168.1", "192.168.1.20:9100x", "::ffff:192.168.1.20"})
        BOOST_TEST(!readTcpAddress(address).has_value(), address);
}

BOOST_AUTO_TEST_CASE(bytes_go_there_and_back) {
    const Listener listener;
    TcpLine line(listener.address());
    BOOST_TEST(line.send("hello", patience).bytes == 5U);
    const int printer = listener.accept();
    char bytes[5];
    BOOST_TEST(read(printer, bytes, 5) == 5);
    BOOST_TEST(write(printer, "ready", 5) == 5);
    BOOST_TEST(line.receive(100, patience).bytes == "ready");
    BOOST_TEST((line.receive(100, little).fault == LineFault::timeout));
    close(printer);
    BOOST_TEST((line.receive(100, patience).fault == LineFault::unplugged));
    BOOST_TEST((line.send("more", patience).fault == LineFault::unplugged));
}

BOOST_AUTO_TEST_CASE(a_port_where_nobody_listens_refuses) {
    Listener listener;
    listener.stop();
    TcpLine line(listener.address());
    BOOST_TEST((line.send("hello", patience).fault == LineFault::refused));
}

BOOST_AUTO_TEST_CASE(a_printer_that_takes_no_more_is_told_with_what_it_took) {
    const Listener listener;
    TcpLine line(listener.address());
    const std::string much(std::size_t{32} << 20, 'x');
    const drivers::Sent sent = line.send(much, little);
    BOOST_TEST((sent.fault == LineFault::timeout));
    BOOST_TEST(sent.bytes > 0U);
    BOOST_TEST(sent.bytes < much.size());
}

BOOST_AUTO_TEST_CASE(a_brother_on_the_network_gets_labels_for_the_roll_that_its_id_names) {
    const Listener listener;
    auto got = std::async(std::launch::async, [&] { return printOn(listener); });
    labels::Bitmap label(732, 343);
    label.blacken({40, 60, 600, 200});
    {
        const auto printer = drivers::openPrinter(listener.id() + "/QL-820NWB/62x29");
        BOOST_TEST((printer->print(label, "A").printed == drivers::Printed::yes));
    }
    const auto labels = drivers::decode(got.get());
    BOOST_TEST_REQUIRE(labels.size() == 1U);
    BOOST_TEST(labels[0].width() == 696);
    BOOST_TEST(labels[0].height() == 271);
    BOOST_TEST(labels[0].isBlack(22, 24));
}

BOOST_AUTO_TEST_CASE(a_lost_connection_is_made_anew_when_asked_to_only) {
    const Listener listener;
    TcpLine line(listener.address());
    line.send("hello", patience);
    close(listener.accept());
    BOOST_TEST((line.receive(100, patience).fault == LineFault::unplugged));
    BOOST_TEST((line.send("rest of a label", patience).fault == LineFault::unplugged));
    BOOST_TEST(line.recover());
    BOOST_TEST((line.send("hello", patience).fault == LineFault::none));
}

BOOST_AUTO_TEST_CASE(a_label_gets_to_a_network_printer_and_is_told_to_be_out) {
    const Listener listener;
    auto got = std::async(std::launch::async, [&] { return printOn(listener); });
    labels::Bitmap label(400, 200);
    label.blacken({40, 20, 300, 100});
    {
        const auto printer = drivers::openPrinter(listener.id());
        BOOST_TEST((printer->print(label, "A").printed == drivers::Printed::yes));
    }
    BOOST_TEST(got.get().find(drivers::zpl::encode(label)) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_network_printer_that_is_away_is_offline) {
    Listener listener;
    listener.stop();
    const auto printer = drivers::openPrinter(listener.id() + "/TM-T20III");
    BOOST_TEST(printer->identity().language == "escpos");
    BOOST_TEST((printer->status().state == drivers::PrinterState::offline));
}

BOOST_AUTO_TEST_CASE(ids_that_name_no_printer_are_told_why) {
    for (const char* id :
         {"", "tcp:8.8.8.8", "tcp:192.168.1.20/QL-9999", "tcp:192.168.1.20/QL-700/63", "virtual:", "lpt:1"})
        BOOST_CHECK_THROW(drivers::openPrinter(id), drivers::NoSuchPrinter);
}

BOOST_AUTO_TEST_SUITE_END()
