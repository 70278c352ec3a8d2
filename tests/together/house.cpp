#include "tests/together/house.h"

#include <chrono>
#include <stdexcept>

#include "db/pool.h"
#include "server/identity/open_session.h"
#include "server/ledger/seal_files.h"
#include "server/ledger/verify.h"
#include "server/wire/json.h"
#include "tests/support/http_client.h"

namespace remise::test {

using namespace domain;

namespace {

Milliseconds now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string addressOf(const db::Settings& settings) {
    return "unix://" + settings.socket + "?user=" + settings.user + "&database=" + settings.database;
}

}  // namespace

House::House() : m_server(m_folder.path() / "server", addressOf(m_database.settings())) {
    m_server.awaitReady();
    ledger::SealKeys(m_folder.path() / "server" / "keys" / "seal-key.pem").make();
    m_secret.emplace(identity::readOrMakeSecret(m_folder.path() / "server" / "secret"));
    m_floor.emplace(m_database.settings(), *m_secret);
}

std::string House::newTerminal() {
    return identity::createTerminal(pool(), "poste " + Uuid::v4().text(), {"nord", {}}, now()).token;
}

std::string House::newWorker() {
    return identity::createWorker(pool(), *m_secret, {Role::worker, "nord", "fr", ""}, now()).badge;
}

Value House::read(Role role, const std::string& target) {
    const identity::NewAccount account{Uuid::v4().text() + "@remise.example", "correct horse", "Ada", "fr"};
    const auto person = identity::createStaff(pool(), account, role, "nord", now()).value();
    const auto token = identity::openApiSession(pool(), person, now()).token;
    const auto answer = HttpClient(port()).ask("GET", target, {{"Authorization", "Bearer " + token}});
    auto body = wire::readJson(answer.body);
    if (answer.status != 200 || !body) throw std::runtime_error(target + ": " + answer.body);
    return std::move(*body);
}

std::string House::kindsOf(const std::string& code) {
    std::string kinds;
    const Value unit = this->unit(code);
    for (const Value& event : unit["events"].array())
        kinds += (kinds.empty() ? "" : " ") + event.textOr("kind");
    return kinds;
}

bool House::hasAlert(const std::string& kind) {
    const Value list = read(Role::manager, "/api/v1/alerts");
    return std::ranges::any_of(list["alerts"].array(),
                               [&](const Value& alert) { return alert.textOr("kind") == kind; });
}

bool House::isWhole() {
    return ledger::verify(pool()).content();
}

}  // namespace remise::test
