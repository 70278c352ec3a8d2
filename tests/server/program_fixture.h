#pragma once

#include <map>
#include <string>

#include "server/program.h"
#include "tests/support/test_database.h"

namespace remise::test {

/// Parts of a request that a test cares about.
struct Asked {
    std::string method = "GET";
    std::string target{};  ///< path and query
    std::string body{};
    std::string token{};  ///< bearer; empty: nobody in particular
    std::map<std::string, std::string> headers{};
    std::string remote = "127.0.0.1";
};

/// The whole server in process on a database of its own, with a terminal, two workers and a leader.
class ProgramFixture {
public:
    ProgramFixture();

    http::Reply ask(const Asked&);
    /// As the terminal.
    http::Reply get(const std::string& target);
    http::Reply post(const std::string& target, std::string body);
    /// A person of this role with a session; its cookie.
    std::string cookieOf(domain::Role);
    /// A person of this role with a token for programs; a member of this association where it is one.
    std::string bearerOf(domain::Role, const domain::Uuid& association = domain::Uuid::v4());

    /// One element of POST /api/v1/commands, by the worker.
    domain::Value command(std::string_view kind, std::string_view unit, domain::Value data = {});
    /// The answers, in order; the request must have been taken.
    domain::Value send(const domain::Value::Array& commands);
    /// The one answer's status: "accepted", or the code of the refusal.
    std::string sendOne(const domain::Value& command);

    /// A laptop that has just come in; its code.
    std::string receivedLaptop();
    domain::Value unit(const std::string& code);
    std::int64_t count(const std::string& table, const std::string& where = "1 = 1");

    static domain::Value json(const http::Reply&);
    /// Its `code`, or its status when it is no problem.
    static std::string codeOf(const http::Reply&);
    static domain::Milliseconds now();
    static std::string newId();
    static constexpr std::string_view station = "test";

private:
    domain::Uuid personOf(domain::Role, const domain::Uuid& association);

public:
    TestDatabase database;
    TemporaryFolder folder;
    Options options;
    identity::ServerSecret secret;
    std::string token, worker, colleague, leader;
    Program program;
};

}  // namespace remise::test
