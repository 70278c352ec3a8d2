#include <atomic>
#include <chrono>
#include <fstream>
#include <future>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <thread>

#include "db/database_home.h"
#include "db/pool.h"
#include "server/domain/ids.h"
#include "server/identity/enrol_terminal.h"
#include "server/wire/json.h"
#include "tests/bench/bench.h"
#include "tests/bench/crowd.h"
#include "tests/bench/http_caller.h"
#include "tests/bench/load.h"
#include "tests/bench/plain_client.h"
#include "tests/bench/running_server.h"
#include "tests/support/temporary_folder.h"

namespace remise::bench {
namespace {

constexpr const char* scanBase =
    "the C client's five plain statements, one transaction a scan, same database";
constexpr const char* selectBase = "a raw point select by code, same database";

/// A server with its demo, and what is needed to work with it.
struct Site {
    test::TemporaryFolder folder;
    RunningServer server{folder.path(), RunningServer::Site::demo};
    domain::Value demo;
    std::string token, badge;
    std::vector<std::string> units;
    std::vector<char> blocked;  ///< of the units; each belongs to one connection at a time

    Site() {
        std::ifstream in(folder.path() / "demo.json");
        demo = *wire::readJson(std::string{std::istreambuf_iterator<char>(in), {}});
        token = demo.textOr("terminal_token");
        badge = std::as_const(demo)["workers"].array().front().textOr("badge");
        HttpCaller caller(server.port(), token);
        const auto list = *wire::readJson(caller.ask("GET", "/api/v1/units?stage=in_stock&limit=500"));
        for (const auto& unit : list["units"].array())
            units.push_back(unit.textOr("code"));
        blocked.resize(units.size());
        PlainClient(folder.path()).prepare(static_cast<int>(units.size()));
    }
};

/// Tokens of so many more terminals.
std::vector<std::string> enrol(const Site& site, int count) {
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    db::Pool pool(db::openDatabase(site.folder.path(), {}, db::IfRunning::join).settings(), 1);
    std::vector<std::string> tokens;
    for (int i = 0; i < count; ++i)
        tokens.push_back(
            identity::createTerminal(pool, "crowd " + std::to_string(i), {"nord", {}}, now).token);
    return tokens;
}

/// Blocks and unblocks its own units in turn; every command must be accepted.
class Scanner {
public:
    Scanner(Site& site, std::size_t first, std::size_t step, int batch)
        : m_site(site), m_http(site.server.port(), site.token), m_batch(batch) {
        for (std::size_t i = first; i < site.units.size(); i += step)
            m_units.push_back(i);
    }

    int scan() {
        std::string body = "[";
        for (int i = 0; i < m_batch; ++i) {
            const std::size_t unit = m_units[m_next++ % m_units.size()];
            const bool blocks = !m_site.blocked[unit];
            m_site.blocked[unit] = blocks;
            body += (i ? ",{\"id\":\"" : "{\"id\":\"") +
                    domain::Uuid::v7(1'795'000'000'000 + static_cast<std::int64_t>(m_next)).text() +
                    R"(","at":"2026-11-22T08:00:00Z","station":"bench","worker":")" + m_site.badge +
                    R"(","kind":")" + (blocks ? "block" : "unblock") + R"(","unit":")" + m_site.units[unit] +
                    R"(","data":{}})";
        }
        const std::string reply = m_http.ask("POST", "/api/v1/commands", body + "]");
        if (reply.find("refused") != std::string::npos)
            throw std::runtime_error("refused: " + reply.substr(0, 300));
        return m_batch;
    }

private:
    Site& m_site;
    HttpCaller m_http;
    int m_batch;
    std::vector<std::size_t> m_units;  ///< places in the site's list
    std::size_t m_next = 0;
};

std::vector<Client> scanners(Site& site, std::size_t connections, int batch) {
    std::vector<Client> clients;
    for (std::size_t i = 0; i < connections; ++i)
        clients.emplace_back(
            [scanner = std::make_shared<Scanner>(site, i, connections, batch)] { return scanner->scan(); });
    return clients;
}

template <typename Deed>
std::vector<Client> plainClients(const Site& site, std::size_t connections, Deed deed) {
    std::vector<Client> clients;
    for (std::size_t i = 0; i < connections; ++i)
        clients.emplace_back([client = std::make_shared<PlainClient>(site.folder.path()), deed, connections,
                              unit = static_cast<int>(i),
                              units = static_cast<int>(site.units.size())]() mutable {
            deed(*client, unit);
            unit = (unit + static_cast<int>(connections)) % units;
            return 1;
        });
    return clients;
}

}  // namespace

/// Accepted scans over HTTP. Each connection has units of its own, as stations have.
std::vector<Figure> measureScans() {
    Site site;
    const auto plainScan = [](PlainClient& client, int unit) { client.scan(unit); };
    std::vector<Figure> figures;
    for (const std::size_t connections : {1u, 16u, 64u}) {
        const auto [ours, theirs] =
            alternate(scanners(site, connections, 1), plainClients(site, connections, plainScan));
        const std::string name = "scan_" + std::to_string(connections);
        figures.push_back({name, ours.perSecond, theirs.perSecond, "scans/s", scanBase});
        figures.push_back({name + "_p99", ours.p99Milliseconds, theirs.p99Milliseconds, "ms", scanBase});
    }
    const auto [ours, theirs] = alternate(scanners(site, 16, 10), plainClients(site, 16, plainScan));
    figures.push_back({"scan_batch10_16", ours.perSecond, theirs.perSecond, "scans/s", scanBase});
    return figures;
}

/// A unit's current state by its code.
std::vector<Figure> measureLookUps() {
    const Site site;
    std::vector<Client> clients;
    for (std::size_t i = 0; i < 16; ++i)
        clients.emplace_back(
            [http = std::make_shared<HttpCaller>(site.server.port(), site.token), &site, next = i]() mutable {
                http->ask("GET", "/api/v1/units/" + site.units[next++ % site.units.size()] + "?events=0");
                return 1;
            });
    const auto [ours, theirs] = alternate(
        clients, plainClients(site, 16, [](PlainClient& client, int unit) { client.select(unit); }));
    return {{"lookup_16", ours.perSecond, theirs.perSecond, "look-ups/s", selectBase},
            {"lookup_16_p99", ours.p99Milliseconds, theirs.p99Milliseconds, "ms", selectBase}};
}

/// A terminal that was away sends what it kept, in batches, while others scan.
std::vector<Figure> measureDrain() {
    using namespace std::chrono_literals;
    constexpr std::size_t others = 8;
    constexpr int batch = 50, kept = 5000;  // as the terminal's outbox sends
    constexpr auto breath = 20ms;           // and lets others through between two
    Site site;
    auto clients = scanners(site, others + 1, 1);
    clients.pop_back();  // its units are the returning terminal's
    runLoad(clients, 1s);
    const Load quiet = runLoad(clients, 5s);

    Scanner away(site, others, others + 1, batch);
    std::atomic<bool> stop{false};
    auto drained = std::async(std::launch::async, [&] {
        const auto begin = std::chrono::steady_clock::now();
        double sent = 0;
        while (!stop) {
            sent += away.scan();
            std::this_thread::sleep_for(breath);
        }
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() * kept / sent;
    });
    const Load busy = runLoad(clients, 5s);
    stop = true;
    return {
        {"drain_5000", drained.get(), 10, "s", "the longest it may take"},
        {"drain_others_p99", busy.p99Milliseconds, quiet.p99Milliseconds, "ms", "the same others in quiet"}};
}

/// Scans among clients that send a byte a second, are silent or follow, against the same scans without them.
std::vector<Figure> measureFront() {
    using namespace std::chrono_literals;
    constexpr int rounds = 3;
    constexpr auto length = 3s;  // a slow client is not sent away meanwhile
    Site site;
    const auto clients = scanners(site, 16, 1);
    const auto followers = enrol(site, 25);
    runLoad(clients, 1s);
    Load among, alone;
    for (int i = 0; i < rounds; ++i) {
        const auto add = [](Load& sum, const Load& more) {
            sum.perSecond += more.perSecond / rounds;
            sum.p99Milliseconds += more.p99Milliseconds / rounds;
        };
        add(alone, runLoad(clients, length));
        const Crowd crowd(site.server.port(), followers);
        add(among, runLoad(clients, length));
    }
    const char* base = "the same 16 scanners without 200 slow clients, 2,000 silent ones and 200 streams";
    return {{"front_slow", among.perSecond, alone.perSecond, "scans/s", base},
            {"front_slow_p99", among.p99Milliseconds, alone.p99Milliseconds, "ms", base}};
}

}  // namespace remise::bench
