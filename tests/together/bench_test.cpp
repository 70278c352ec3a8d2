#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "server/wire/json.h"
#include "terminal/benches.h"
#include "tests/support/http_client.h"
#include "tests/terminal/small_server.h"
#include "tests/together/desk.h"

using namespace remise;
using namespace remise::test;
using domain::Uuid;
using domain::Value;
using namespace std::chrono_literals;

namespace {

/// A machine on a bench, as far as the server sees of it: it has sent its inventory, and says how it stands.
class Machine {
public:
    Machine(House& house, std::string serial)
        : m_port(house.port()), m_token(house.newTerminal()), m_serial(std::move(serial)) {
        ask("/api/v1/inventories?command=" + report,
            R"({"action":"inventory","deviceid":")" + report +
                R"(","itemtype":"Computer","content":{)"
                R"("bios":{"smanufacturer":"LENOVO","smodel":"T480","ssn":")" +
                m_serial +
                R"("},"storages":[{"name":"sda","model":"PM951","serial":"S29NNXAH146409","disksize":256060}]}})");
        say("waiting");
    }

    /// What it hears.
    Value say(const std::string& phase) {
        return ask("/api/v1/benches/" + report,
                   R"({"phase":")" + phase + R"(","machine":{"model":"T480","serial":")" + m_serial + "\"}}");
    }

    const std::string report = Uuid::v4().text();

private:
    Value ask(const std::string& path, const std::string& body) {
        const auto answer = HttpClient(m_port).ask(
            "POST", path, {{"Authorization", "Bearer " + m_token}, {"Content-Type", "application/json"}},
            body);
        auto read = wire::readJson(answer.body);
        if (answer.status >= 300 || !read) throw std::runtime_error(path + ": " + answer.body);
        return *read;
    }

    std::uint16_t m_port;
    std::string m_token;
    std::string m_serial;
};

struct Workshop : House {
    TemporaryFolder disk;
    std::string laptop = receivedLaptop();

    static std::string tile(Desk& desk, int place, const char* member) {
        return desk.screen().benches().value(place).toMap()[member].toString().toStdString();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bench_test, Workshop)

BOOST_AUTO_TEST_CASE(a_machine_that_is_scanned_hears_its_job_and_is_followed_on_the_screen) {
    Desk desk(*this, newTerminal(), disk.path());
    desk.signIn(newWorker(), "sorting");
    desk.sort(laptop);
    desk.leave();
    Machine machine(*this, "PF0ABC12");
    desk.signIn(newWorker(), "test");
    desk.awaitLayout("benches");
    BOOST_TEST(tile(desk, 0, "code").empty());
    desk.hear(laptop);
    desk.awaitLayout("bench");
    desk.screen().chooseBench(QString::fromStdString(machine.report));
    desk.awaitLayout("result");

    const Value heard = machine.say("testing");
    BOOST_TEST(heard.textOr("unit") == laptop);
    BOOST_TEST(heard["job"].textOr("unit") == laptop);
    BOOST_TEST(heard["job"].textOr("erase") == "none");
    BOOST_TEST(kindsOf(laptop).starts_with("receive sort record_inventory"));
    desk.screen().next();
    desk.awaitLayout("benches");
    waitUntil([&] { return tile(desk, 0, "word") == "Se teste" && !tile(desk, 0, "code").empty(); });
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_known_already_is_a_second_one_only_by_a_persons_word) {
    const auto second = receivedLaptop();
    const Machine first(*this, "PF0ABC12"), again(*this, "PF0ABC12");
    Desk desk(*this, newTerminal(), disk.path());
    desk.signIn(newWorker(), "sorting");
    desk.sort(laptop);
    desk.sort(second);
    desk.leave();
    desk.signIn(newWorker(), "test");
    desk.awaitLayout("benches");
    desk.hear(laptop);
    desk.awaitLayout("bench");
    desk.screen().chooseBench(QString::fromStdString(first.report));
    desk.awaitLayout("result");
    desk.hear(second);
    desk.awaitLayout("bench");
    desk.screen().chooseBench(QString::fromStdString(again.report));
    desk.awaitLayout("two");
    BOOST_TEST(desk.screen().knownAs().join("").remove(QChar(0xA0)).toStdString() == laptop);
    desk.screen().confirmTwo();
    desk.awaitLayout("result");
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(what_a_machine_says_is_told_by_the_stream_without_asking) {
    Machine machine(*this, "PF0ABC12");
    terminal::Client client(QUrl(QString("http://127.0.0.1:%1").arg(port())), domain::Language::french);
    client.setToken(newTerminal());
    terminal::Benches benches(client, nullptr, 24h);  // the list is asked for once
    benches.follow(true);
    waitUntil([&] { return benches.all().size() == 1; });
    waitUntil([&] {
        machine.say("testing");
        return benches.all()[0]["state"].textOr("phase") == "testing";
    });
    BOOST_TEST(!benches.areOld());
}

BOOST_AUTO_TEST_SUITE_END()
