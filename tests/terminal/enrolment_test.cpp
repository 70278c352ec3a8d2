#include "terminal/enrolment.h"

#include <QTemporaryDir>
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "terminal/token_file.h"
#include "tests/terminal/lent_printer.h"
#include "tests/terminal/small_server.h"

using namespace remise::terminal;

namespace {

/// A server that gives the token "fresh" for one code, once, and a kiosk with a folder of its own.
struct Kiosk {
    QTemporaryDir folder;
    SmallServer server;
    Client client{server.url(), remise::domain::Language::french};
    Cache cache{folder.path().toStdString()};
    Plugged plugged;
    Printers printers{worldWith(plugged), folder.path().toStdString()};
    Printing printing{client, cache, printers};
    Outbox outbox{client, folder.path().toStdString()};
    Shell shell{client, outbox, cache, printing};
    Options options;
    Enrolment enrolment{client, shell, options};
    int hangUps = 0;

    Kiosk() {
        options.data = folder.path().toStdString();
        server.answer = [this](const SmallServer::Asked& asked) { return answer(asked); };
    }
    SmallServer::Said answer(const SmallServer::Asked& asked) {
        if (hangUps > 0 && hangUps--) return {.hangsUp = true};
        if (asked.path == "/api/v1/terminals") return {200, R"({"token":"fresh"})"};
        if (asked.head.find("Bearer fresh\r\n") == std::string::npos)
            return {401, R"({"code":"token_unknown","detail":"Ce terminal n'est pas connu ici."})"};
        return {200, R"({"procedures":[]})"};
    }
    [[nodiscard]] auto trades() const {
        return std::ranges::count(server.asked, "/api/v1/terminals", &SmallServer::Asked::path);
    }
    void waitForProcedures() {
        waitUntil([&] {
            return std::ranges::any_of(server.asked, [](const auto& asked) {
                return asked.path == "/api/v1/procedures" &&
                       asked.head.find("Bearer fresh\r\n") != std::string::npos;
            });
        });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(enrolment_test)

BOOST_FIXTURE_TEST_CASE(a_new_terminal_trades_its_code_for_a_token_and_keeps_it, Kiosk) {
    options.enrolmentCode = "once";
    enrolment.begin();
    waitForProcedures();
    BOOST_TEST(readToken(options.data) == "fresh");
}

BOOST_FIXTURE_TEST_CASE(a_kept_token_goes_before_the_code_of_the_command_line, Kiosk) {
    writeToken(options.data, "fresh");
    options.enrolmentCode = "used long ago";
    enrolment.begin();
    waitForProcedures();
    BOOST_TEST(trades() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_token_that_is_no_longer_known_is_replaced_by_a_new_code, Kiosk) {
    writeToken(options.data, "revoked");
    options.enrolmentCode = "new";
    enrolment.begin();
    waitForProcedures();
    BOOST_TEST(trades() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_server_that_is_away_is_asked_again_with_the_same_code, Kiosk) {
    hangUps = 1;
    options.enrolmentCode = "once";
    enrolment.begin();
    waitForProcedures();
    BOOST_TEST(trades() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
