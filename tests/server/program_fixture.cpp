#include "tests/server/program_fixture.h"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "server/http/read_head.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "server/identity/open_session.h"
#include "server/wire/json.h"

namespace remise::test {

using namespace domain;

namespace {

Options optionsFor(const std::filesystem::path& folder) {
    Options options;
    options.data = folder;
    options.publicUrl = "http://remise.example";
    options.sealKey = folder / "keys" / "seal-key.pem";  // no file unless a test makes one
    options.sealsTo = folder / "seals";
    return options;
}

}  // namespace

ProgramFixture::ProgramFixture()
    : options(optionsFor(folder.path())),
      secret(identity::readOrMakeSecret(folder.path() / "secret")),
      token(identity::createTerminal(database.pool(), "banc", {"nord", {}}, now()).token),
      worker(identity::createWorker(database.pool(), secret, {Role::worker, "nord", "fr", ""}, now()).badge),
      colleague(
          identity::createWorker(database.pool(), secret, {Role::worker, "nord", "fr", ""}, now()).badge),
      leader(identity::createWorker(database.pool(), secret, {Role::leader, "nord", "fr", ""}, now()).badge),
      program(database.settings(), options) {
}

http::Reply ProgramFixture::ask(const Asked& asked) {
    http::Head head{asked.method, asked.target, {}};
    for (const auto& [name, value] : asked.headers)
        head.headers.emplace_back(name, value);
    if (!asked.token.empty()) head.headers.emplace_back("Authorization", "Bearer " + asked.token);
    http::Request request;
    request.remote = asked.remote;
    request.receivedAt = now();
    if (const auto read = http::readHead(head, request); !read)
        return program.router().refuse(request, read.refusal());
    request.body = asked.body;
    return program.router().dispatch(request);
}

http::Reply ProgramFixture::get(const std::string& target) {
    return ask({.target = target, .token = token});
}

http::Reply ProgramFixture::post(const std::string& target, std::string body) {
    return ask({.method = "POST", .target = target, .body = std::move(body), .token = token});
}

std::string ProgramFixture::cookieOf(Role role) {
    return "remise_session=" +
           identity::openSession(database.pool(), personOf(role, Uuid::v4()), now()).token;
}

std::string ProgramFixture::bearerOf(Role role, const Uuid& association) {
    return identity::openApiSession(database.pool(), personOf(role, association), now()).token;
}

Uuid ProgramFixture::personOf(Role role, const Uuid& association) {
    auto& pool = database.pool();
    const identity::NewAccount account{Uuid::v4().text() + "@remise.example", "correct horse", "Ada", "fr"};
    if (role == Role::worker)
        return identity::createWorker(pool, secret, {role, "nord", "fr", ""}, now()).person;
    if (role != Role::association) return identity::createStaff(pool, account, role, "nord", now()).value();
    const auto member = identity::prepareMember(account, association, now());
    BOOST_REQUIRE(member.ok());
    const auto connection = pool.take();
    BOOST_REQUIRE(identity::registerMember(*connection, *member).ok());
    return member->id;
}

Value ProgramFixture::command(std::string_view kind, std::string_view unit, Value data) {
    Value made = Value::Object{
        {"id", newId()}, {"at", formatTime(now())}, {"worker", worker}, {"station", station}, {"kind", kind}};
    if (!unit.empty()) made["unit"] = unit;
    if (!data.isNull()) made["data"] = std::move(data);
    return made;
}

Value ProgramFixture::send(const Value::Array& commands) {
    const auto reply = post("/api/v1/commands", canonicalJson(commands));
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    return json(reply);
}

std::string ProgramFixture::sendOne(const Value& command) {
    const Value reply = send({command}).array().at(0);
    return reply.textOr("status") == "accepted" ? "accepted" : reply["refusal"].textOr("code");
}

std::string ProgramFixture::receivedLaptop() {
    const Value replies = send({command("receive", "",
                                        Value::Object{{"category", "laptop"},
                                                      {"owner", "ours"},
                                                      {"basis", "gift"},
                                                      {"legal_status", "product"},
                                                      {"lot", "L1"}})});
    const Value& reply = replies.array().at(0);
    BOOST_REQUIRE_MESSAGE(reply.textOr("status") == "accepted", canonicalJson(reply));
    return reply["unit"].textOr("code");
}

Value ProgramFixture::unit(const std::string& code) {
    const auto reply = get("/api/v1/units/" + code);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    return json(reply);
}

std::int64_t ProgramFixture::count(const std::string& table, const std::string& where) {
    const auto connection = database.pool().take();
    auto rows = connection->prepare("SELECT COUNT(*) FROM " + table + " WHERE " + where).query();
    rows.next();
    return rows.integer(1);
}

Value ProgramFixture::json(const http::Reply& reply) {
    auto value = wire::readJson(reply.body);
    BOOST_REQUIRE_MESSAGE(value.ok(), reply.body);
    return std::move(*value);
}

std::string ProgramFixture::codeOf(const http::Reply& reply) {
    return reply.type == "application/problem+json" ? json(reply).textOr("code")
                                                    : std::to_string(reply.status);
}

Milliseconds ProgramFixture::now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string ProgramFixture::newId() {
    return Uuid::v7(now()).text();
}

}  // namespace remise::test
