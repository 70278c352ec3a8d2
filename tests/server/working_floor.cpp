#include "tests/server/working_floor.h"

#include <chrono>
#include <stdexcept>

#include "db/command_store.h"
#include "db/pool.h"
#include "server/domain/canonical.h"
#include "server/domain/ids.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "server/wire/json.h"
#include "tests/support/http_client.h"

namespace remise::test {

using namespace domain;

namespace {

Milliseconds now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

WorkingFloor::WorkingFloor(const db::Settings& settings, const identity::ServerSecret& secret) {
    db::Pool pool(settings, 1);
    m_token = identity::createTerminal(pool, "banc " + Uuid::v4().text(), {"nord", {}}, now()).token;
    m_worker = identity::createWorker(pool, secret, {Role::worker, "nord", "fr", ""}, now()).badge;
}

Value WorkingFloor::command(std::string_view kind, std::string_view unit, Value data) const {
    Value made = Value::Object{{"id", Uuid::v7(now()).text()},
                               {"at", formatTime(now())},
                               {"worker", m_worker},
                               {"station", "test"},
                               {"kind", kind}};
    if (!unit.empty()) made["unit"] = unit;
    if (!data.isNull()) made["data"] = std::move(data);
    return made;
}

Value WorkingFloor::sendTo(std::uint16_t port, const Value& command) const {
    try {
        const auto answer =
            HttpClient(port).ask("POST", "/api/v1/commands", {{"Authorization", "Bearer " + m_token}},
                                 canonicalJson(Value::Array{command}));
        auto body = wire::readJson(answer.body);
        if (!body) return {};
        return answer.status == 200 ? body->array().at(0) : Value::Object{{"code", (*body)["code"]}};
    } catch (const std::runtime_error&) {
        return {};
    }
}

Value WorkingFloor::sendUntilAnswered(const std::function<std::uint16_t()>& port,
                                      const Value& command) const {
    for (;;) {
        if (auto reply = sendTo(port(), command); reply.has("status")) return reply;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

std::string WorkingFloor::receivedLaptop(std::uint16_t port) const {
    const auto reply = sendTo(port, command("receive", "",
                                            Value::Object{{"category", "laptop"},
                                                          {"owner", "ours"},
                                                          {"basis", "gift"},
                                                          {"legal_status", "product"},
                                                          {"lot", "L1"}}));
    if (reply.textOr("status") != "accepted") throw std::runtime_error(canonicalJson(reply));
    return reply["unit"].textOr("code");
}

Load::Load(const WorkingFloor& floor, std::function<std::uint16_t()> port)
    : m_floor(floor), m_port(std::move(port)), m_unit(floor.receivedLaptop(m_port())) {
    m_thread = std::thread([this] { work(); });
}

Load::~Load() {
    stop();
}

void Load::stop() {
    m_ending = true;
    if (m_thread.joinable()) m_thread.join();
}

void Load::awaitMore(int more) const {
    for (const int wanted = m_acknowledged + more; m_acknowledged < wanted;)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Load::work() {
    for (int i = 0; !m_ending; ++i) {
        const auto command = m_floor.command(i % 2 ? "unblock" : "block", m_unit);
        if (m_floor.sendUntilAnswered(m_port, command).textOr("status") != "accepted") continue;
        m_ids.push_back(command.textOr("id"));
        m_commands.push_back(command);
        ++m_acknowledged;
    }
}

std::vector<std::string> missingIn(const db::Settings& settings, const Load& load) {
    db::Connection connection(settings);
    std::vector<std::string> missing;
    for (const std::string& id : load.ids()) {
        const auto found = db::findCommands(connection, {*Uuid::parse(id)});
        auto& events = connection.prepare("SELECT COUNT(*) FROM unit_event WHERE command = ?");
        auto rows = events.bind(Uuid::parse(id)->raw()).query();
        rows.next();
        if (found.size() != 1 || rows.integer(1) != 1) missing.push_back(id);
    }
    return missing;
}

}  // namespace remise::test
