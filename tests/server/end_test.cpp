#include <boost/test/unit_test.hpp>
#include <csignal>

#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

using namespace remise;

namespace {

/// A server whose parent ignores SIGINT, as a shell does for what runs in its background.
struct InTheBackground {
    test::TemporaryFolder folder;
    std::unique_ptr<test::ServerProcess> server;

    InTheBackground() {
        const auto before = std::signal(SIGINT, SIG_IGN);
        server = std::make_unique<test::ServerProcess>(folder.path() / "data");
        std::signal(SIGINT, before);
        server->awaitReady();
    }
    [[nodiscard]] bool hurried() const {
        return server->log().find("ends without finishing") != std::string::npos;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(end_test, InTheBackground)

BOOST_AUTO_TEST_CASE(ctrl_c_that_the_parent_hears_for_it_is_no_first_word) {
    kill(server->process(), SIGINT);
    kill(server->process(), SIGTERM);
    BOOST_TEST(server->awaitEnd() == 0);
    BOOST_TEST(!hurried());
}

BOOST_AUTO_TEST_CASE(a_window_that_closes_ends_the_server_cleanly) {
    kill(server->process(), SIGHUP);
    BOOST_TEST(server->awaitEnd() == 0);
    BOOST_TEST(!hurried());
}

BOOST_AUTO_TEST_SUITE_END()
