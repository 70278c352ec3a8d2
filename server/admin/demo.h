#pragma once

#include <atomic>
#include <filesystem>
#include <string>

#include "db/pool.h"
#include "server/identity/secrets.h"
#include "server/ledger/codes.h"

/// A small believable site: people, catalogue, associations, 300 units with histories made by real commands,
/// requests in several states. Loaded once, at the first start with --demo.
namespace remise::admin {

struct DemoPlace {
    std::filesystem::path file;  ///< demo.json
    std::string url;
};

/// True when the demo is there: its file and what it speaks of.
bool hasDemo(db::Pool&, const DemoPlace&);

/// Loads what is missing, then writes the file (mode 0600). May be interrupted and run again: a half-loaded
/// demo is gone on with, its secrets are made anew. `stop` ends it early.
void loadDemo(db::Pool&, ledger::Codes&, const identity::ServerSecret&, const DemoPlace&,
              const std::atomic<bool>& stop);

}  // namespace remise::admin
