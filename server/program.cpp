#include "server/program.h"

#include <iostream>

#include "db/capacity.h"
#include "db/entity_store.h"
#include "db/migrate.h"
#include "db/storage.h"
#include "server/admin/demo.h"
#include "server/associations/registration_pages.h"
#include "server/associations/review_pages.h"
#include "server/catalogue/catalogue_api.h"
#include "server/catalogue/catalogue_pages.h"
#include "server/documents/certificate_api.h"
#include "server/documents/issue_certificate.h"
#include "server/domain/refusals.h"
#include "server/http/choose_language.h"
#include "server/http/static_files.h"
#include "server/identity/alert_api.h"
#include "server/identity/rights.h"
#include "server/identity/session_api.h"
#include "server/identity/shared_secret.h"
#include "server/identity/sign_in_pages.h"
#include "server/identity/terminal_api.h"
#include "server/impact/steering_pages.h"
#include "server/labelling/label_api.h"
#include "server/labelling/label_pages.h"
#include "server/logistics/goods_pages.h"
#include "server/logistics/pick_list_api.h"
#include "server/openapi.h"
#include "server/requests/request_api.h"
#include "server/requests/request_pages.h"
#include "server/requests/team_pages.h"
#include "server/workshop/bench_api.h"
#include "server/workshop/bench_pages.h"
#include "server/workshop/board_pages.h"
#include "server/workshop/command_api.h"
#include "server/workshop/destruction_pages.h"
#include "server/workshop/erasure_api.h"
#include "server/workshop/feed_api.h"
#include "server/workshop/file_api.h"
#include "server/workshop/inventory_api.h"
#include "server/workshop/job_api.h"
#include "server/workshop/passport_pages.h"
#include "server/workshop/policy_pages.h"
#include "server/workshop/proof_api.h"
#include "server/workshop/release_erasure.h"
#include "server/workshop/review_api.h"
#include "server/workshop/review_pages.h"
#include "server/workshop/station_api.h"
#include "server/workshop/unit_api.h"
#include "server/workshop/waiting_pages.h"

namespace remise {
namespace {

/// What a scan asks the database before its commands go to the writer is short: longer means that nothing
/// comes any more.
constexpr std::chrono::seconds scanLimit{5};

/// A database that is away is told as such (503), any other fault keeps its number.
std::optional<domain::Refusal> explainFault(const std::exception& fault) {
    const auto* error = dynamic_cast<const db::Error*>(&fault);
    if (error && db::isStorageFull(*error)) return domain::Refusal(domain::refusals::storageFull);
    if (error && error->isAway()) return domain::Refusal(domain::refusals::unavailable);
    return {};
}

identity::SessionCookie cookieOf(const Options& options) {
    const bool isTls = !options.certificate.empty() || options.isPublicByTls();
    return identity::SessionCookie(isTls ? identity::Transport::tls : identity::Transport::plain);
}

/// A drive's certificate is there before the lid is closed, with the key and the names of that day.
workshop::TakeErasure::Certified issuesCertificates(db::Pool& pool, const Options& options) {
    const documents::Issuer issuer{ledger::SealKeys(options.sealKey), options.publicUrl};
    return [&pool, issuer](const std::string& code, domain::Milliseconds at) {
        // Without a key there is none yet, and a fault here takes nothing back: who first asks gets it then.
        try {
            const auto connection = pool.take();
            const auto drive = db::findEntityByCode(*connection, domain::Subject::drive, code);
            if (drive) (void)documents::issueCertificate(*connection, issuer, *drive, at);
        } catch (const std::exception& fault) {
            std::cerr << "remise-server: the certificate of " << code << " waits: " << fault.what()
                      << std::endl;
        }
    };
}

constexpr std::size_t mostConnections = 28;  // of all pools together, and a few

/// Before anything that uses its tables is made: says what to do when they are not there.
const db::Settings& fit(const db::Settings& database) {
    db::Connection connection(database);
    db::requireFitSchema(connection);
    if (const auto small = db::limitsTooSmall(connection, mostConnections))
        std::cerr << "remise-server: " << *small << std::endl;
    return database;
}

}  // namespace

Program::Program(const db::Settings& database, const Options& options)
    : m_options(options),
      m_pool(fit(database), 12),
      m_scanPool(m_pool, 8, scanLimit),
      m_probe(database),
      m_writerPool(m_pool, 6, database.readLimit),
      m_codes(m_writerPool),
      m_feed(
          m_pool, [this](const auto& items) { workshop::publishFeed(m_streams, items); },
          [this] { return m_streams.count() > 0; }),
      m_writer(m_writerPool, m_codes),
      m_secret(identity::sharedSecret(m_pool, options.data / "secret")),
      m_alerts(m_scanPool),
      m_badges(m_scanPool, m_secret),
      m_authenticator(m_scanPool, cookieOf(options), m_alerts),
      m_pages(embedded::templates(), embedded::strings(), http::contentVersion(embedded::staticFiles()),
              options.contactAddress()),
      m_commands(m_scanPool, m_writer, m_badges, m_alerts),
      m_recordInventory(m_pool, m_commands, m_codes),
      m_inventories(m_pool, m_recordInventory, m_badges),
      m_tieInventory(m_pool, m_recordInventory, m_badges),
      m_erasures(m_pool, m_secret, m_badges, m_commands, issuesCertificates(m_pool, options)),
      m_jobs(m_pool, m_badges, m_tieInventory, ledger::SealKeys(options.sealKey)),
      m_router(guards()) {
    addRoutes();
    if (options.isPublicByTls()) m_router.requireTls();
    m_openapi = canonicalJson(describeApi(m_router.routes()));
    m_writer.whenCommitted([this] { m_feed.wake(); });
    m_forgetting.emplace(m_pool);
    m_sealing.emplace(m_pool, m_codes, ledger::SealKeys(options.sealKey), options.sealsTo);
}

Program::~Program() {
    m_stopping = true;
    if (m_demoLoader.joinable()) m_demoLoader.join();
}

void Program::addRoutes() {
    http::addProbeRoutes(m_router, {[this] { return isReady(); }, [this] { return metrics(); }});
    http::addStaticRoutes(m_router, embedded::staticFiles());
    m_router.add({"GET", "/api/v1/openapi.json",
                  [this](const http::Request&) { return http::Reply::jsonText(m_openapi); }});
    identity::addSignInRoutes(m_router, m_pool, m_secret, m_authenticator, m_pages);
    identity::addSessionRoutes(m_router, m_pool, m_secret);
    identity::addTerminalRoutes(m_router, m_pool, m_secret, m_badges, m_alerts);
    identity::addAlertRoutes(m_router, m_pool, m_alerts);
    workshop::addCommandRoutes(m_router, m_commands);
    workshop::addReviewRoutes(m_router, m_pool);
    workshop::addUnitRoutes(m_router, m_pool, m_codes);
    workshop::addProofRoute(m_router, m_pool);
    workshop::addFeedRoutes(m_router, m_pool);
    workshop::addStationRoutes(m_router, m_pool, m_codes, m_options.publicUrl);
    workshop::addInventoryRoutes(m_router, m_pool, m_inventories, m_tieInventory,
                                 {m_pool, m_secret, m_options.agentsFrom});
    workshop::addErasureRoutes(m_router, m_pool, m_erasures);
    workshop::addBenchRoutes(m_router, m_pool, m_streams, m_commands);
    workshop::addJobRoutes(m_router, m_jobs);
    workshop::addFileRoutes(m_router, m_pool);
    catalogue::addCatalogueRoutes(m_router, m_pool);
    requests::addRequestRoutes(m_router, m_pool, m_commands);
    labelling::addLabelRoute(m_router);
    documents::addCertificateRoutes(m_router, m_pool, ledger::SealKeys(m_options.sealKey),
                                    m_options.publicUrl);
    addPages();
}

void Program::addPages() {
    http::addLanguageRoute(m_router);
    catalogue::addCataloguePages(m_router, m_pool, m_pages);
    associations::addRegistrationPages(m_router, m_pool, m_secret, m_pages);
    associations::addReviewPages(m_router, m_pool, m_pages);
    requests::addRequestPages(m_router, m_pool, m_pages, m_commands);
    requests::addTeamPages(m_router, m_pool, m_pages, m_commands);
    logistics::addPickListRoute(m_router, m_pool);
    logistics::addGoodsPages(m_router, m_pool, m_pages, m_commands);
    workshop::addBoardPages(m_router, m_pool, m_pages);
    workshop::addDestructionRoutes(m_router, m_pool, m_pages, m_commands, m_alerts);
    workshop::addReleaseRoutes(m_router, m_pool, m_pages, m_commands);
    workshop::addPolicyPages(m_router, m_pool, m_pages);
    workshop::addBenchPages(m_router, m_pool, m_pages);
    workshop::addReviewPages(m_router, m_pool, m_pages);
    workshop::addWaitingPages(m_router, m_pool, m_pages, m_tieInventory);
    workshop::addPassportPages(m_router, m_pool, m_pages, m_passportReaders);
    impact::addSteeringPages(m_router, m_pool, m_pages);
    labelling::addLabelPages(m_router, m_pages);
}

void Program::loadDemo(std::uint16_t port) {
    const admin::DemoPlace place{m_options.data / "demo.json", m_options.addressOf(port)};
    if (admin::hasDemo(m_pool, place)) {
        m_demoReady = true;
        return;
    }
    m_demoLoader = std::thread([this, place] {
        try {
            admin::loadDemo(m_pool, m_codes, m_secret, place, m_stopping);
            m_demoReady = !m_stopping;
        } catch (const std::exception& trouble) {
            std::cerr << "remise-server: the demo could not be loaded: " << trouble.what() << std::endl;
        }
    });
}

http::Guards Program::guards() {
    return {.authenticate = [this](http::Request& request) { return m_authenticator.authenticate(request); },
            .authorise = identity::authorise,
            .explainFault = explainFault,
            .refusalPage =
                [this](const domain::Refusal& refusal, const http::Request& request) {
                    return m_pages.refusalPage(refusal, request);
                }};
}

bool Program::isReady() {
    return (!m_options.demo || m_demoReady) && m_probe.isReady();
}

std::map<std::string, http::Probes::Metric> Program::metrics() {
    const http::Traffic& traffic = m_router.traffic();
    const auto replies = [&](std::size_t statusClass) {
        return static_cast<std::int64_t>(traffic.answered.at(statusClass));
    };
    std::map<std::string, http::Probes::Metric> all{
        {"remise_event_streams",
         {"open server-sent event streams", "gauge", static_cast<std::int64_t>(m_streams.count())}},
        {"remise_connections", {"open connections, streams not counted", "gauge", traffic.connections}},
        {"remise_gathered_bytes", {"requests that come and replies that go", "gauge", traffic.gathered}},
        {"remise_requests_waiting", {"whole requests that no worker has yet", "gauge", traffic.waiting}},
        {"remise_overloaded_total",
         {"turned away for want of room", "counter", static_cast<std::int64_t>(traffic.overloaded)}},
        {"remise_too_slow_total",
         {"clients dropped for their slowness", "counter", static_cast<std::int64_t>(traffic.tooSlow)}},
        {"remise_replies_2xx_total", {"replies that went well", "counter", replies(2)}},
        {"remise_replies_4xx_total", {"refusals", "counter", replies(4)}},
        {"remise_replies_5xx_total", {"faults", "counter", replies(5)}}};
    for (const auto kind : identity::everyAlert)
        all["remise_alerts_" + std::string(identity::alertName(kind)) + "_total"] = {
            "alerts for managers", "counter", m_alerts.raised(kind)};
    return all;
}

}  // namespace remise
