#include "tests/server/ledger/ledger_fixture.h"

#include <stdexcept>

#include "db/entity_store.h"
#include "server/domain/codes.h"
#include "server/domain/policy.h"
#include "server/proof/sha256.h"

namespace remise::test {

using namespace domain;

namespace {

// No checks of Boost.Test's here: those are for one thread of a test only, and this serves many, and bench/.
void must(const CommandReply& reply) {
    if (!reply.accepted) throw std::runtime_error("refused: " + reply.refusalMessage);
}

}  // namespace

LedgerFixture::LedgerFixture()
    : codes(database.pool()), writer(std::make_unique<ledger::Writer>(database.pool(), codes)) {
    shelf = encodeCode("L", 7, 8);
}

Author LedgerFixture::person(Role role) {
    Author author;
    author.role = role;
    author.actor = Uuid::v4();
    author.lastingActor = Uuid::v4();
    author.site = "bocage";
    return author;
}

Command LedgerFixture::command(std::string_view kind, std::string_view subject, Value data) {
    Command command;
    command.id = Uuid::v7(1'790'000'000'000);
    command.at = 1'790'000'000'000;
    command.station = "test";
    command.kind = kind;
    command.subject = subject;
    command.data = std::move(data);
    return command;
}

ledger::Submission LedgerFixture::submission(Command command, const Author& author) {
    ledger::Submission submission;
    submission.content =
        proof::sha256(command.id.text() + command.kind + command.subject + canonicalJson(command.data));
    submission.command = std::move(command);
    submission.sender = {author.lastingActor, author, Language::french};
    return submission;
}

CommandReply LedgerFixture::send(Command command, const Author& author) {
    std::vector<ledger::Submission> one;
    one.push_back(submission(std::move(command), author));
    auto replies = writer->submit(std::move(one));
    if (!replies) throw std::runtime_error("not taken: " + std::string(replies.refusal().code()));
    return replies->front();
}

CommandReply LedgerFixture::send(std::string_view kind, std::string_view subject, Value data,
                                 const Author& author) {
    return send(command(kind, subject, std::move(data)), author);
}

CommandReply LedgerFixture::send(std::string_view kind, std::string_view subject, Value data) {
    return send(kind, subject, std::move(data), worker);
}

Value LedgerFixture::allTestsPass() {
    Value tests = Value::Object{};
    std::string_view rest = findPolicy("laptop")->tests;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        tests[rest.substr(0, end)] = "pass";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return Value::Object{{"tests", tests}};
}

std::string LedgerFixture::receivedLaptop() {
    const auto reply = send("receive", "",
                            Value::Object{{"category", "laptop"},
                                          {"owner", "ours"},
                                          {"basis", "gift"},
                                          {"legal_status", "product"},
                                          {"lot", "L1"},
                                          {"maker", "Lenovo"},
                                          {"model", "T480"}});
    must(reply);
    const auto attached =
        send("attach_drive", reply.subject->code, Value::Object{{"serial", "S-" + reply.subject->code}});
    must(attached);
    return reply.subject->code;
}

std::string LedgerFixture::driveOf(const std::string& unit) {
    return entity(Subject::unit, unit).state["drives"].object().begin()->first;
}

CommandReply LedgerFixture::certify(const std::string& unit) {
    Author server = worker;
    server.role = Role::system;
    return send("certify_drive", unit,
                Value::Object{{"drive", driveOf(unit)},
                              {"method", "overwrite_zero"},
                              {"level", "clear"},
                              {"verification", "full_read"},
                              {"report", Uuid::v4().text()}},
                server);
}

std::string LedgerFixture::laptopAt(std::string_view stage) {
    const std::string unit = receivedLaptop();
    if (stage == "received") return unit;
    must(send("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}}));
    must(send("record_test", unit, allTestsPass()));
    must(certify(unit));
    must(send("grade", unit, Value::Object{{"cosmetic", "B"}}));
    must(send("install", unit, Value::Object{{"os", "linux"}}));
    must(send("clean", unit));
    if (stage == "in_work") return unit;
    must(send("control", unit, {}, colleague));
    if (stage == "controlled") return unit;
    must(send(
        "stock", unit,
        Value::Object{
            {"product", "LAP-B"}, {"location", shelf}, {"price_cents", 14900}, {"warranty_months", 12}}));
    return unit;
}

Entity LedgerFixture::entity(Subject subject, const std::string& code) {
    const auto connection = database.pool().take();
    const auto found = db::findEntityByCode(*connection, subject, code);
    if (!found) throw std::runtime_error("there is no " + code);
    return *found;
}

std::int64_t LedgerFixture::count(const std::string& table) {
    const auto connection = database.pool().take();
    auto rows = connection->prepare("SELECT COUNT(*) FROM " + table).query();
    rows.next();
    return rows.integer(1);
}

}  // namespace remise::test
