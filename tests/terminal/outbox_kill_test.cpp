#include <QProcess>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "terminal/outbox.h"
#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/sent_work.h"

using namespace remise::terminal;
using remise::domain::Uuid;

namespace {

/// Runs the adder and kills it -9 after `lines` commands and a moment; what it had said was kept.
std::vector<std::string> addUntilKilled(const std::filesystem::path& folder, int lines, int moment) {
    QProcess adder;
    adder.start(QString(REMISE_BINARY_DIR) + "/bin/outbox_adder",
                {QString::fromStdString(folder.string()), QString::fromStdString(floor_of::unit)});
    std::string said;
    while (std::ranges::count(said, '\n') < lines) {
        BOOST_REQUIRE(adder.waitForReadyRead());
        said += adder.readAll().toStdString();
    }
    adder.waitForFinished(moment);  // it goes on meanwhile
    adder.kill();
    BOOST_REQUIRE(adder.waitForFinished());
    said += adder.readAll().toStdString();
    std::vector<std::string> ids;
    for (std::size_t at = 0, end = 0; (end = said.find('\n', at)) != std::string::npos; at = end + 1)
        ids.push_back(said.substr(at, end - at));
    return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outbox_kill_test)

BOOST_AUTO_TEST_CASE(what_a_terminal_said_was_kept_is_there_once_whenever_it_was_killed) {
    const auto seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const remise::test::TemporaryFolder folder;
    std::vector<std::string> said;
    constexpr int kills = 25;
    for (int kill = 0; kill < kills; ++kill) {
        const auto ids = addUntilKilled(folder.path(), static_cast<int>(random() % 12),
                                        static_cast<int>(random() % 20) + 1);
        said.insert(said.end(), ids.begin(), ids.end());
    }

    std::set<std::string> kept;
    std::int64_t number = 0;
    OutboxFile file(folder.path());
    BOOST_TEST(file.damagedFiles() == 0);
    for (const KeptCommand& one : file.read()) {
        BOOST_TEST(kept.insert(one.command.id.text()).second);
        BOOST_TEST(*one.command.counter > number);
        number = *one.command.counter;
    }
    BOOST_TEST_MESSAGE(said.size() << " commands said to be kept, " << kept.size() << " kept");
    for (const std::string& id : said)
        BOOST_TEST(kept.contains(id));
    BOOST_TEST(kept.size() <= said.size() + kills, "at most the one under way at each kill was not told");
}

BOOST_AUTO_TEST_CASE(everything_kept_reaches_the_server_in_order_although_it_dies_after_half_of_its_answers) {
    const remise::test::TemporaryFolder folder;
    const auto said = addUntilKilled(folder.path(), 700, 1);
    sent_work::Ledger ledger;
    ledger.answer = [&](const SmallServer::Asked& asked) {
        return ledger.requests % 2 == 1 ? SmallServer::Said{.hangsUp = true} : sent_work::acceptAll(asked);
    };
    Client client(ledger.server.url(), remise::domain::Language::french);
    Outbox outbox(client, folder.path());
    std::vector<Uuid> answered;
    QObject::connect(&outbox, &Outbox::answered, &outbox,
                     [&](const auto& reply) { answered.push_back(reply.id); });
    outbox.begin();
    waitUntil([&] { return outbox.waiting() == 0; });
    BOOST_REQUIRE(answered.size() >= said.size());
    for (std::size_t i = 0; i < said.size(); ++i)
        BOOST_TEST(answered[i].text() == said[i]);
    BOOST_TEST(std::set(answered.begin(), answered.end()).size() == answered.size());
}

BOOST_AUTO_TEST_SUITE_END()
