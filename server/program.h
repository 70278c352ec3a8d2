#pragma once

#include <atomic>
#include <thread>

#include "db/pool.h"
#include "db/probe.h"
#include "db/settings.h"
#include "server/http/event_streams.h"
#include "server/http/pages.h"
#include "server/http/probe_routes.h"
#include "server/http/router.h"
#include "server/identity/authenticate.h"
#include "server/identity/badges.h"
#include "server/identity/forget_daily.h"
#include "server/ledger/feed.h"
#include "server/ledger/seal_daily.h"
#include "server/ledger/writer.h"
#include "server/options.h"
#include "server/workshop/make_job.h"
#include "server/workshop/rate_limit.h"
#include "server/workshop/send_commands.h"
#include "server/workshop/take_erasure.h"
#include "server/workshop/take_inventory.h"
#include "server/workshop/tie_inventory.h"

namespace remise {

/// What a running server is made of, in the order in which it is built; taken down in reverse. Everything but
/// the listening socket and the database itself, so that tests run the whole of it in process.
class Program {
public:
    /// Throws db::SchemaUnfit when this program may not work on these tables. The options outlive it.
    Program(const db::Settings&, const Options&);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Loads the demo in the background unless it is there; until then /readyz says no.
    void loadDemo(std::uint16_t port);

    [[nodiscard]] const http::Router& router() const { return m_router; }
    [[nodiscard]] http::EventStreams& streams() { return m_streams; }

private:
    http::Guards guards();
    bool isReady();
    std::map<std::string, http::Probes::Metric> metrics();
    /// Every route of the server: one line for each file that has some.
    void addRoutes();
    void addPages();

    const Options& m_options;
    std::atomic<bool> m_stopping{false}, m_demoReady{false};
    db::Pool m_pool;
    db::Pool m_scanPool;  // who sends, badges, PINs and counters: long lists never keep a scan waiting
    db::Probe m_probe;
    db::Pool m_writerPool;  // readers that queue for a connection never keep the writer waiting
    ledger::Codes m_codes;
    http::EventStreams m_streams;
    ledger::Feed m_feed;
    ledger::Writer m_writer;
    const identity::ServerSecret m_secret;
    identity::Alerts m_alerts;
    identity::Badges m_badges;
    identity::Authenticator m_authenticator;
    http::Pages m_pages;
    workshop::SendCommands m_commands;
    workshop::RecordInventory m_recordInventory;
    workshop::TakeInventory m_inventories;
    workshop::TieInventory m_tieInventory;
    workshop::TakeErasure m_erasures;
    workshop::MakeJob m_jobs;
    workshop::RateLimit m_passportReaders;
    http::Router m_router;
    std::string m_openapi;
    std::thread m_demoLoader;
    std::optional<identity::ForgetDaily> m_forgetting;  // begins once the tables are known to be fit
    std::optional<ledger::SealDaily> m_sealing;         // the same
};

}  // namespace remise
