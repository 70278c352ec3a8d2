#include "db/probe.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "db/connection.h"
#include "tests/support/test_database.h"

using namespace remise;

namespace {

/// Somebody who listens and never says a word, as a database does that stands still.
struct SilentListener {
    test::TemporaryFolder folder;
    std::string path = (folder.path() / "silent.sock").string();
    int listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    SilentListener() {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        listen(listening, 8);
    }
    ~SilentListener() { close(listening); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(probe_test)

BOOST_AUTO_TEST_CASE(a_database_that_answers_is_ready) {
    test::TestDatabase database(test::Tables::none);
    db::Probe probe(database.settings());
    BOOST_TEST(probe.isReady());
    BOOST_TEST(probe.isReady());
}

BOOST_AUTO_TEST_CASE(a_database_that_is_away_or_says_nothing_is_not_ready) {
    const SilentListener silent;
    for (const std::string& path : {silent.path, std::string("/nowhere/at/all.sock")}) {
        db::Settings settings;
        settings.socket = path;
        db::Probe probe(settings);
        BOOST_TEST(!probe.isReady());
    }
}

BOOST_AUTO_TEST_SUITE_END()
