#pragma once

#include "server/identity/alerts.h"
#include "server/identity/authenticate.h"
#include "server/identity/badges.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "server/identity/open_session.h"
#include "tests/support/test_database.h"

namespace remise::test {

/// A database with a secret and a clock of its own, which stands still until it is told.
struct House {
    static constexpr domain::Milliseconds noon = 1'795'348'800'000;  // 2026-11-22T12:00:00Z

    TestDatabase database;
    db::Pool& pool = database.pool();
    identity::ServerSecret secret{{1, 2, 3}};
    identity::SessionCookie cookie{identity::Transport::plain};
    identity::Alerts alerts{pool};
    domain::Milliseconds now = noon;

    identity::CreatedWorker worker(domain::Role role = domain::Role::worker, std::string site = "nord") {
        return identity::createWorker(pool, secret, {role, std::move(site), "fr", ""}, now);
    }

    domain::Uuid staff(domain::Role role, const std::string& email,
                       const std::string& password = "correct horse") {
        return identity::createStaff(pool, {email, password, "Ada", "fr"}, role, "nord", now).value();
    }

    identity::EnrolledTerminal terminal(std::optional<std::string> station = {}) {
        return identity::createTerminal(pool, "banc", {"nord", std::move(station)}, now);
    }

    http::Request request(const std::string& method = "GET", const std::string& path = "/") {
        http::Request made;
        made.method = method;
        made.path = path;
        made.remote = "192.0.2.7";
        made.receivedAt = now;
        return made;
    }

    http::Request bearing(const std::string& token) {
        auto made = request();
        made.headers["authorization"] = "Bearer " + token;
        return made;
    }

    http::Request withCookie(const std::string& token) {
        auto made = request();
        made.cookies["remise_session"] = token;
        return made;
    }
};

/// The code of a refusal, or "" for a yes.
template <typename T>
std::string codeOf(const T& answer) {
    return answer ? "" : std::string(answer.refusal().code());
}

}  // namespace remise::test
