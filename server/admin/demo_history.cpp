#include "server/admin/demo_history.h"

#include <algorithm>
#include <stdexcept>

#include "db/erasure_policy_store.h"
#include "db/setting_store.h"
#include "server/admin/demo_data.h"
#include "server/admin/demo_erasure.h"
#include "server/domain/policy.h"
#include "server/identity/badges.h"
#include "server/proof/sha256.h"

namespace remise::admin {

using namespace domain;

namespace {

/// How far the units of the demo have come, and how many of each; 300 in all.
struct Share {
    std::string_view until;
    int units;
};
constexpr Share shares[] = {
    {"receive", 26},   {"sort", 22},    {"record_test", 20}, {"certify_drive", 14}, {"grade", 10},
    {"install", 9},    {"clean", 10},   {"control", 12},     {"stock", 96},         {"block", 5},
    {"to_recycle", 8}, {"recycle", 10}, {"to_dismantle", 4}, {"lose", 2},           {"request", 52},
};

Value allPass(std::string_view tests) {
    Value results = Value::Object{};
    while (!tests.empty()) {
        const auto end = std::min(tests.find(' '), tests.size());
        results[tests.substr(0, end)] = "pass";
        tests.remove_prefix(std::min(end + 1, tests.size()));
    }
    return results;
}

/// UUID version 8: made by a rule of our own.
Uuid ruledId(const std::string& name) {
    Uuid id = Uuid::fromRaw(proof::sha256(name).raw());
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x80);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

}  // namespace

struct DemoHistory::Unit {
    std::string code, drive;
    const DemoModel* model = nullptr;
    std::string_view until;
    Milliseconds start = 0;
    Uuid donor;
};

DemoHistory::DemoHistory(db::Pool& pool, ledger::Codes& codes, Milliseconds today,
                         const std::atomic<bool>& stop)
    : m_pool(pool),
      m_codes(codes),
      m_today(today),
      m_stop(stop),
      m_clock(today - 60 * day),
      m_writer(pool, codes, {.now = [this] { return m_clock.load(); }}) {
}

std::size_t DemoHistory::random(std::size_t below) {
    return m_random() % below;
}

/// The codes of the first run, in the order in which they were given out.
std::vector<std::string> DemoHistory::leaseOnce(Subject subject, std::size_t count) {
    const std::string name = "demo_first_" + std::string(subjectName(subject));
    std::string first;
    {
        const auto connection = m_pool.take();
        first = db::settingOr(*connection, name, "");
    }
    if (first.empty()) {
        auto codes = m_codes.lease(subject, count);
        const auto connection = m_pool.take();
        connection->prepare("UPDATE setting SET content = ? WHERE name = ?")
            .bind(codes.front())
            .bind(name)
            .execute();
        return codes;
    }
    std::vector<std::string> codes;
    const std::uint64_t id = m_codes.id(subject, first).value();
    for (std::size_t i = 0; i < count; ++i)
        codes.push_back(m_codes.code(subject, id + i));
    return codes;
}

/// The n-th command has the same id in every run.
Uuid DemoHistory::nextId() {
    return ruledId("demo command " + std::to_string(++m_sent));
}

void DemoHistory::plan(Milliseconds at, Act act) {
    m_plan.emplace_back(std::min(at, m_today - minute), std::move(act));
}

Author DemoHistory::author(const Uuid& person, Role role) {
    Author author;
    author.role = role;
    author.site = demoSite;
    if (person.isNil()) return author;
    const auto key = std::pair{person, m_clock.load() / day};
    auto known = m_actors.find(key);
    if (known == m_actors.end())
        known = m_actors.emplace(key, identity::actorsFor(m_pool, person, m_clock.load())).first;
    author.actor = known->second.ofTheDay;
    author.lastingActor = known->second.lasting;
    return author;
}

void DemoHistory::send(std::string_view kind, const std::string& subject, Value data, const Uuid& person,
                       Role role, const Uuid& second) {
    ledger::Submission submission;
    Command& command = submission.command;
    command.id = nextId();
    command.at = m_clock;
    command.station = std::string(kind);
    command.kind = kind;
    command.subject = subject;
    command.data = std::move(data);
    submission.content = proof::sha256(command.id.text());
    submission.sender = {person, author(person, role), Language::french};
    if (!second.isNil()) submission.sender.author.second = author(second, Role::worker).lastingActor;
    m_waiting.push_back(std::move(submission));
    if (m_waiting.size() >= 64) flush();
}

void DemoHistory::flush() {
    if (m_waiting.empty()) return;
    const auto sent = m_waiting;
    const auto replies = m_writer.submit(std::exchange(m_waiting, {}));
    if (!replies) throw std::runtime_error("demo: " + replies.refusal().text(Language::english));
    for (std::size_t i = 0; i < sent.size(); ++i)
        if (const CommandReply& reply = replies.value()[i]; !reply.accepted)
            throw std::runtime_error("demo: " + sent[i].command.kind + " of " + sent[i].command.subject +
                                     " was refused: " + reply.refusalCode + " " + reply.refusalMessage);
}

std::string DemoHistory::serialOf(const Unit& unit) {
    return "SN-" + unit.drive.substr(1, 7);
}

std::string DemoHistory::driveModelOf(const Unit& unit) {
    return unit.model->driveMb > 400000 ? "ST500LM" : "MZVLB256";
}

/// As the workbench and the server do it: a report that is kept, and what it proves.
void DemoHistory::erase(const Unit& unit, const Uuid& person) {
    const DemoDrive drive{unit.code,
                          serialOf(unit),
                          driveModelOf(unit),
                          std::string(unit.model->medium),
                          std::string(unit.model->maker),
                          std::string(unit.model->model),
                          std::int64_t{unit.model->driveMb},
                          ruledId("demo erasure " + unit.drive),
                          author(person, Role::system).lastingActor,
                          m_clock};
    db::keepErasureReport(*m_pool.take(), demoErasureReport(drive));
    send("certify_drive", unit.code, demoCertification(drive, unit.drive, m_policy), person, Role::system);
}

void DemoHistory::planUnit(const Unit& unit) {
    const CategoryPolicy& policy = *findPolicy(unit.model->category);
    Milliseconds at = unit.start;
    const auto next = [&] { return at += 2 * hour + static_cast<Milliseconds>(random(20)) * hour; };
    const Uuid one = m_people.workers[random(m_people.workers.size())];
    Uuid other = one;
    while (other == one)
        other = m_people.workers[random(m_people.workers.size())];
    bool done = false;
    const auto step = [&](std::string_view kind, Value data, const Uuid& who, const Uuid& second = {}) {
        if (done) return;
        plan(next(), [this, kind, data, who, second, code = unit.code] {
            send(kind, code, data, who, Role::leader, second);
        });
        done = unit.until == kind;
    };
    const bool data = containsWord(policy.facts, "erased");
    step("receive",
         Value::Object{{"category", policy.category},
                       {"owner", "ours"},
                       {"basis", "gift"},
                       {"legal_status", "product"},
                       {"lot", "lot-" + unit.donor.text().substr(0, 8)},
                       {"donor", unit.donor.text()},
                       {"maker", unit.model->maker},
                       {"model", unit.model->model},
                       {"serial", "DM" + unit.code.substr(0, 6)},
                       {"weight_g", policy.weightGrams}},
         one);
    if (data && unit.until != "receive")
        step("attach_drive",
             Value::Object{{"drive", unit.drive},
                           {"serial", serialOf(unit)},
                           {"model", driveModelOf(unit)},
                           {"medium", unit.model->medium},
                           {"capacity_mb", std::int64_t{unit.model->driveMb}}},
             one);
    if (unit.until == "lose") step("lose", {}, one);
    const bool scrap = unit.until == "to_recycle" || unit.until == "recycle" || unit.until == "to_dismantle";
    step("sort",
         Value::Object{{"category", policy.category},
                       {"verdict", !scrap                         ? "keep"
                                   : unit.until == "to_dismantle" ? "dismantle"
                                                                  : "recycle"}},
         one);
    if (unit.until == "block") step("block", Value::Object{{"reason", "bios_locked"}}, one);
    if (!scrap) step("record_test", Value::Object{{"tests", allPass(policy.tests)}}, one);
    if (data && !done) {
        plan(next(), [this, unit, one] { erase(unit, one); });
        done = unit.until == "certify_drive";
    }
    if (scrap) {
        step(unit.until == "to_dismantle" ? "to_dismantle" : "to_recycle", {}, one);
        step("recycle", Value::Object{{"slip", "BE-2026-0117"}, {"weight_g", policy.weightGrams}},
             m_people.workers.front());
        return;
    }
    const std::string letter(unit.model->sku.substr(unit.model->sku.size() - 1));
    step("grade", Value::Object{{"cosmetic", letter}, {"battery_health", static_cast<int>(62 + random(38))}},
         other);
    if (containsWord(policy.facts, "installed"))
        step("install", Value::Object{{"os", "linux"}, {"version", "Linux Mint 22"}}, one);
    step("clean", {}, other);
    step("control", {}, other);
    const auto products = demoProducts(0);
    const auto product = std::find_if(products.begin(), products.end(),
                                      [&](const auto& p) { return p.sku == unit.model->sku; });
    step("stock",
         Value::Object{{"product", unit.model->sku},
                       {"location", m_shelves[random(m_shelves.size())]},
                       {"price_cents", product->priceCents},
                       {"warranty_months", 12},
                       {"channel", "solidatech"}},
         one);
}

void DemoHistory::run() {
    std::stable_sort(m_plan.begin(), m_plan.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [at, act] : m_plan) {
        if (m_stop) return;
        // One clock reading for what happens within the same hour.
        if (at / hour != m_clock.load() / hour) {
            flush();
            m_clock = at;
        }
        act();
    }
    flush();
}

void DemoHistory::make(const People& people, const std::vector<Association>& associations,
                       const std::vector<Uuid>& donors, const std::vector<std::string>& shelves) {
    m_people = people;
    m_shelves = shelves;
    m_policy = ruledId("demo erasure policy");
    db::keepErasurePolicy(*m_pool.take(),
                          {m_policy, demoSite, "hdd ssd nvme emmc",
                           "Démonstration : la direction accepte une réécriture relue en entier.",
                           author(people.manager, Role::manager).lastingActor, m_clock});
    std::vector<Unit> units;
    for (const Share& share : shares)
        for (int i = 0; i < share.units; ++i) {
            Unit unit;
            unit.until = share.until;
            // Two units in three are laptops, the first eight models.
            unit.model = &demoModels()[random(3) ? random(8) : random(demoModels().size())];
            const bool finished =
                share.until == "stock" || share.until == "request" || share.until == "recycle";
            unit.start = m_today - (finished ? 30 + static_cast<Milliseconds>(random(28))
                                             : 4 + static_cast<Milliseconds>(random(10))) *
                                       day;
            unit.donor = donors[random(donors.size())];
            units.push_back(unit);
        }
    const auto codes = leaseOnce(Subject::unit, units.size());
    const auto drives = leaseOnce(Subject::drive, units.size());
    std::map<std::string, std::vector<std::string>> forRequests;
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].code = codes[i];
        units[i].drive = drives[i];
        if (units[i].until == "request") {
            units[i].until = "stock";
            units[i].start = m_today - 50 * day;
            forRequests[std::string(units[i].model->sku)].push_back(units[i].code);
        }
        planUnit(units[i]);
    }
    static constexpr std::string_view ends[] = {"close",  "deliver", "ship",    "pack", "pick",
                                                "accept", "propose", "deliver", "ship"};
    std::size_t n = 0;
    for (auto& [sku, codesOfSku] : forRequests)
        while (!codesOfSku.empty()) {
            RequestPlan request;
            request.association = associations[n % 24].id;
            request.sku = sku;
            request.way = n % 2 ? "commande" : "demande";
            request.until = ends[n % std::size(ends)];
            request.quantity = static_cast<int>(std::min<std::size_t>(codesOfSku.size(), 1 + n % 3));
            request.units.assign(codesOfSku.end() - request.quantity, codesOfSku.end());
            codesOfSku.resize(codesOfSku.size() - static_cast<std::size_t>(request.quantity));
            request.start = m_today - 18 * day + static_cast<Milliseconds>(n) * 5 * hour;
            planRequest(request);
            ++n;
        }
    for (const char* until : {"submitted", "submitted", "validate", "validate"}) {
        RequestPlan waiting;
        waiting.association = associations[n % 24].id;
        waiting.sku = demoModels()[n % 8].sku;
        waiting.way = n % 2 ? "commande" : "demande";
        waiting.until = until;
        waiting.quantity = static_cast<int>(1 + n % 4);
        waiting.start = m_today - 3 * day + static_cast<Milliseconds>(n++) * hour;
        planRequest(waiting);
    }
    run();
}

}  // namespace remise::admin
