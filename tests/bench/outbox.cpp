#include "terminal/outbox.h"

#include <fcntl.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/wire/command_json.h"
#include "server/wire/json.h"
#include "tests/bench/bench.h"
#include "tests/bench/http_caller.h"
#include "tests/bench/running_server.h"
#include "tests/support/temporary_folder.h"

namespace remise::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// What a terminal's outbox needs around it.
struct Qt {
    int count = 1;
    char name[6] = "bench";
    char* arguments[2] = {name, nullptr};
    QCoreApplication application{count, arguments};
};

domain::Command blockOf(const std::string& unit, const std::string& badge, std::int64_t number) {
    domain::Command command;
    command.at = 1'795'000'000'000 + number;
    command.id = domain::Uuid::v7(command.at);
    command.worker = badge;
    command.station = "bench";
    command.kind = number % 2 == 0 ? "block" : "unblock";
    command.subject = unit;
    command.data = domain::Value::Object{};
    return command;
}

/// What so many percent of them do not exceed.
double percentile(std::vector<double> times, std::size_t percent) {
    std::ranges::sort(times);
    return times[times.size() * percent / 100];
}

/// As many bytes at the end of a plain file, on the disk when it returns.
double plainWrite(int file, const std::string& bytes) {
    const auto begin = Clock::now();
    if (::write(file, bytes.data(), bytes.size()) < 0 || ::fsync(file) != 0)
        throw std::runtime_error("cannot write the reference");
    return Milliseconds(Clock::now() - begin).count();
}

/// Ours and the plain write in turns, so that what else the disk does falls on both.
std::vector<Figure> measureAdd() {
    constexpr int steps = 500;
    const test::TemporaryFolder folder;
    terminal::Client nobody(QUrl("http://127.0.0.1:9"), domain::Language::french);
    terminal::Outbox outbox(nobody, folder.path());
    const int plain =
        ::open((folder.path() / "plain").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::vector<double> ours, theirs;
    for (int i = 0; i < steps; ++i) {
        const auto command = blockOf("BCDFGHJR", "badge", i);
        theirs.push_back(plainWrite(plain, wire::writeCommands({command})));
        const auto begin = Clock::now();
        if (!outbox.add({command})) throw std::runtime_error("the outbox keeps nothing");
        ours.push_back(Milliseconds(Clock::now() - begin).count());
    }
    ::close(plain);
    constexpr const char* base = "write and fsync of as many bytes at the end of a plain file";
    return {{"outbox_add", percentile(ours, 50), percentile(theirs, 50), "ms", base},
            {"outbox_add_p99", percentile(ours, 99), percentile(theirs, 99), "ms", base}};
}

void waitUntilEmpty(const terminal::Outbox& outbox) {
    const QDeadlineTimer patience(120'000);
    while (outbox.waiting() > 0) {
        if (patience.hasExpired()) throw std::runtime_error("the outbox is not emptied");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 100);
    }
}

/// What a terminal did without the network goes to the server, and every command is accepted.
Figure measureDrainOfOutbox() {
    constexpr std::int64_t commands = 5000, atOnce = 50;
    const test::TemporaryFolder folder, own;
    const RunningServer server(folder.path(), RunningServer::Site::demo);
    std::ifstream in(folder.path() / "demo.json");
    const domain::Value demo = *wire::readJson(std::string{std::istreambuf_iterator<char>(in), {}});
    const std::string badge = demo["workers"].array().front().textOr("badge");
    HttpCaller caller(server.port(), demo.textOr("terminal_token"));
    const auto list = *wire::readJson(caller.ask("GET", "/api/v1/units?stage=in_stock&limit=40"));
    const auto& units = list["units"].array();
    const auto perUnit = commands / static_cast<std::int64_t>(units.size());

    terminal::Client client(QUrl(QString("http://127.0.0.1:%1").arg(server.port())),
                            domain::Language::french);
    terminal::Outbox outbox(client, own.path());
    std::int64_t refused = 0, answered = 0;
    QObject::connect(&outbox, &terminal::Outbox::answered, &outbox, [&](const domain::CommandReply& reply) {
        ++answered;
        refused += reply.accepted ? 0 : 1;
    });
    std::vector<domain::Command> some;
    for (std::int64_t i = 0; i < perUnit; ++i)
        for (const auto& unit : units) {
            some.push_back(blockOf(unit.textOr("code"), badge, i));
            if (static_cast<std::int64_t>(some.size()) == atOnce && !outbox.add(std::exchange(some, {})))
                throw std::runtime_error("the outbox keeps nothing");
        }
    client.setToken(demo.textOr("terminal_token"));
    const auto begin = Clock::now();
    outbox.begin();
    waitUntilEmpty(outbox);
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    if (refused > 0) throw std::runtime_error(std::to_string(refused) + " commands were refused");
    return {"outbox_drain_5000", seconds * 5000 / static_cast<double>(answered), 10, "s", "what is promised"};
}

}  // namespace

/// What it costs a worker that every answer is on the disk, and how fast what waited gets to the server.
std::vector<Figure> measureOutbox() {
    Qt qt;
    auto figures = measureAdd();
    figures.push_back(measureDrainOfOutbox());
    return figures;
}

}  // namespace remise::bench
