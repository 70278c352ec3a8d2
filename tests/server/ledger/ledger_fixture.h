#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/ledger/writer.h"
#include "tests/support/test_database.h"

namespace remise::test {

/// A ledger on a fresh database, with two workers and a leader, and short ways to say what they do.
class LedgerFixture {
public:
    LedgerFixture();

    domain::CommandReply send(domain::Command, const domain::Author&);
    domain::CommandReply send(std::string_view kind, std::string_view subject, domain::Value data = {});
    domain::CommandReply send(std::string_view kind, std::string_view subject, domain::Value data,
                              const domain::Author&);
    static domain::Command command(std::string_view kind, std::string_view subject, domain::Value data = {});
    static ledger::Submission submission(domain::Command, const domain::Author&);

    /// A laptop that has just come in, with one drive; its code.
    std::string receivedLaptop();
    /// The same, brought to a stage by its usual way: received, in_work (all facts), controlled, in_stock.
    std::string laptopAt(std::string_view stage);
    std::string driveOf(const std::string& unit);
    /// Its one drive, as the server does from a report that proves it.
    domain::CommandReply certify(const std::string& unit);
    domain::Entity entity(domain::Subject, const std::string& code);
    std::int64_t count(const std::string& table);

    static domain::Author person(domain::Role);
    static domain::Value allTestsPass();

    TestDatabase database;
    ledger::Codes codes;
    std::unique_ptr<ledger::Writer> writer;
    domain::Author worker = person(domain::Role::worker), colleague = person(domain::Role::worker),
                   leader = person(domain::Role::leader), office = person(domain::Role::team);
    std::string shelf = "LBBBBBBBBB";
};

}  // namespace remise::test
