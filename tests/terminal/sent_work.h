#pragma once

#include <string>
#include <vector>

#include "server/domain/command.h"
#include "tests/terminal/small_server.h"

/// Commands as a terminal sends them, and a server that takes them.
namespace sent_work {

/// One that cleans a unit.
remise::domain::Command clean(const std::string& unit);

std::vector<remise::domain::Command> commandsIn(const SmallServer::Asked& asked);
SmallServer::Said acceptAll(const SmallServer::Asked& asked);
SmallServer::Said refuseAll(const SmallServer::Asked& asked);

/// Answers the greeting, and commands by `answer`; keeps the commands in the order in which they came.
struct Ledger {
    SmallServer server;
    std::function<SmallServer::Said(const SmallServer::Asked&)> answer = acceptAll;
    std::string greeting = R"({"counter":0,"restored":false})";
    std::vector<remise::domain::Command> came;
    int requests = 0;  ///< that brought commands

    Ledger();
};

}  // namespace sent_work
