#include "tests/server/domain/memory_world.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/codes.h"
#include "server/domain/fold.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/ways.h"

namespace remise::test {

using namespace domain;

namespace {

constexpr Milliseconds today = 1'790'000'000'000;

std::string codeOf(Subject subject, std::uint64_t id) {
    switch (subject) {
        case Subject::unit:
            return encodeCode("", id, unitLetters);
        case Subject::drive:
            return encodeCode("D", id, 8);
        case Subject::container:
            return encodeCode("K", id, 8);
        case Subject::request:
            return "2026-" + std::to_string(10000 + id);
    }
    return "";
}

}  // namespace

bool holdsNull(const Value& value) {
    if (value.isArray()) return std::any_of(value.array().begin(), value.array().end(), holdsNull);
    if (value.isObject())
        return std::any_of(value.object().begin(), value.object().end(),
                           [](const auto& member) { return holdsNull(member.second); });
    return value.isNull();
}

MemoryWorld::MemoryWorld() : shelf(encodeCode("L", 7, 8)) {
    member.association = Uuid::v4();
}

Author MemoryWorld::person(Role role) {
    Author author;
    author.role = role;
    author.actor = Uuid::v4();
    author.lastingActor = Uuid::v4();
    author.site = "bocage";
    return author;
}

Author MemoryWorld::at(Author author, std::string_view site) {
    author.site = site;
    return author;
}

Author MemoryWorld::signedByTwo() const {
    Author author = worker;
    author.second = colleague.lastingActor;
    return author;
}

Author MemoryWorld::leaderWithPin() const {
    Author author = leader;
    author.pinChecked = true;
    return author;
}

Command MemoryWorld::command(std::string_view kind, const std::string& subject, Value data) {
    Command command;
    command.id = Uuid::v7(today);
    command.at = today;
    command.station = "test";
    command.kind = kind;
    command.subject = subject;
    command.data = std::move(data);
    return command;
}

std::string MemoryWorld::send(const Command& command, const Author& author) {
    load(command);
    const auto decision = decide(command, author, today, *this);
    m_loaded.clear();
    if (!decision) return std::string(decision.refusal().code());
    accept(*decision);
    return "";
}

std::string MemoryWorld::send(std::string_view kind, const std::string& subject, Value data,
                              const Author& author) {
    return send(command(kind, subject, std::move(data)), author);
}

std::string MemoryWorld::send(std::string_view kind, const std::string& subject, Value data) {
    const KindRow* row = kindNamed(kind);
    const bool office = row && !row->roles.contains(Role::worker);
    return send(kind, subject, std::move(data),
                office && row->roles.contains(Role::team) ? team
                : office                                  ? logistics
                                                          : worker);
}

void MemoryWorld::must(std::string_view kind, const std::string& subject, Value data) {
    const std::string refused = send(kind, subject, std::move(data));
    BOOST_REQUIRE_MESSAGE(refused.empty(), std::string(kind) + " was refused: " + refused);
}

void MemoryWorld::must(std::string_view kind, const std::string& subject, Value data, const Author& author) {
    const std::string refused = send(kind, subject, std::move(data), author);
    BOOST_REQUIRE_MESSAGE(refused.empty(), std::string(kind) + " was refused: " + refused);
}

/// What the ledger would have in its hands, no more.
void MemoryWorld::load(const Command& command) {
    m_loaded.clear();
    const KindRow* row = kindNamed(command.kind);
    if (!row) return;
    for (const auto& reference : referencesOf(command, *row))
        m_loaded.insert(reference);
    for (const auto& reference : std::set<Key>(m_loaded))
        if (const auto known = m_entities.find(reference); known != m_entities.end())
            for (const auto& follower : followersOf(*row, known->second))
                m_loaded.insert(follower);
}

void MemoryWorld::accept(const Decision& decision) {
    BOOST_REQUIRE(!decision.steps.empty());
    m_lastEvents.clear();
    std::map<Key, int> changes;
    for (const Decision::Step& step : decision.steps) {
        const Key key{step.subject, step.code};
        auto& history = m_histories[key];
        BOOST_REQUIRE_EQUAL(step.event.seq, static_cast<std::int64_t>(history.size()) + 1);
        BOOST_REQUIRE_MESSAGE(!holdsNull(step.event.data), canonicalJson(step.event.data));
        const std::string from = history.empty() ? "" : history.back().stageAfter;
        BOOST_REQUIRE_MESSAGE(isWay(step.subject, step.event.kind, from, step.event.stageAfter),
                              step.event.kind + " from " + from + " to " + step.event.stageAfter);
        history.push_back(step.event);
        ++changes[key];
        m_lastEvents += (m_lastEvents.empty() ? "" : " ") + std::string(subjectName(step.subject)) + ":" +
                        step.event.kind;
    }
    for (const auto& [key, entity] : decision.entities) {
        if (key.first == Subject::unit) m_beforeLast.erase(key.second);
        if (key.first == Subject::unit && changes[key] == 1 && entity.version > 1)
            m_beforeLast.emplace(key.second, std::pair{m_entities.at(key), m_histories[key].back()});
        m_entities.insert_or_assign(key, entity);
        checkReplay(key);
    }
}

void MemoryWorld::checkReplay(const Key& key) const {
    const Entity& entity = m_entities.at(key);
    BOOST_REQUIRE_MESSAGE(!holdsNull(entity.state), canonicalJson(entity.state));
    Entity replayed, before;
    replayed.subject = key.first;
    for (const Event& event : m_histories.at(key)) {
        const Entity last = replayed;
        fold(replayed, event, &before);
        before = last;
    }
    BOOST_REQUIRE_EQUAL(canonicalJson(replayed.state), canonicalJson(entity.state));
    BOOST_REQUIRE_EQUAL(replayed.stage, entity.stage);
    BOOST_REQUIRE_EQUAL(replayed.version, entity.version);
}

const Entity* MemoryWorld::find(Subject subject, std::string_view code) const {
    const Key key{subject, std::string(code)};
    const auto found = m_entities.find(key);
    return found != m_entities.end() && m_loaded.contains(key) ? &found->second : nullptr;
}

Outcome<Entity> MemoryWorld::begin(Subject subject, std::string_view code) {
    for (std::uint64_t id = 0; id < m_nextId; ++id)
        if (codeOf(subject, id) == code) {
            BOOST_REQUIRE(!m_entities.contains({subject, std::string(code)}));
            Entity entity;
            entity.subject = subject;
            entity.id = id;
            entity.code = code;
            return entity;
        }
    return Refusal(refusals::notIssued, {{"code", std::string(code)}});
}

std::string MemoryWorld::newCode(Subject subject) {
    return codeOf(subject, m_nextId++);
}

Entity MemoryWorld::beginNew(Subject subject) {
    Entity entity;
    entity.subject = subject;
    entity.id = m_nextId;
    entity.code = newCode(subject);
    return entity;
}

bool MemoryWorld::holdsUnits(std::string_view container) const {
    return std::any_of(m_entities.begin(), m_entities.end(), [&](const auto& one) {
        const Entity& entity = one.second;
        return entity.subject == Subject::unit && findStage(Subject::unit, entity.stage)->onSite &&
               entity.state.textOr("container") == container;
    });
}

const std::pair<Entity, Event>* MemoryWorld::beforeLast(std::string_view unit) const {
    const auto found = m_beforeLast.find(unit);
    return found == m_beforeLast.end() ? nullptr : &found->second;
}

const Entity& MemoryWorld::get(Subject subject, const std::string& code) const {
    const auto found = m_entities.find({subject, code});
    BOOST_REQUIRE(found != m_entities.end());
    return found->second;
}

const Entity& MemoryWorld::unit(const std::string& code) const {
    return get(Subject::unit, code);
}
const Entity& MemoryWorld::drive(const std::string& code) const {
    return get(Subject::drive, code);
}
const Entity& MemoryWorld::container(const std::string& code) const {
    return get(Subject::container, code);
}
const Entity& MemoryWorld::request(const std::string& number) const {
    return get(Subject::request, number);
}

const std::vector<Event>& MemoryWorld::history(Subject subject, const std::string& code) const {
    return m_histories.at({subject, code});
}

std::string MemoryWorld::next(const std::string& code) const {
    return nextStep(unit(code));
}

Value MemoryWorld::allTestsPass() {
    Value tests = Value::Object{};
    forEachWord(findPolicy("laptop")->tests, [&](std::string_view test) { tests[test] = "pass"; });
    return Value::Object{{"tests", tests}};
}

Value MemoryWorld::receiving() {
    return Value::Object{{"category", "laptop"},
                         {"owner", "ours"},
                         {"basis", "gift"},
                         {"legal_status", "product"},
                         {"lot", "L1"}};
}

Value MemoryWorld::stocking(const std::string& shelf) {
    return Value::Object{
        {"product", "LAP-B"}, {"location", shelf}, {"price_cents", 14900}, {"warranty_months", 12}};
}

std::string MemoryWorld::laptop() {
    const std::string code = newCode(Subject::unit);
    must("receive", code, receiving());
    return code;
}

std::string MemoryWorld::putDrive(const std::string& unit) {
    const std::string code = newCode(Subject::drive);
    must("attach_drive", unit, Value::Object{{"drive", code}, {"serial", "S-" + code}});
    return code;
}

Value MemoryWorld::certifying(const std::string& drive) {
    return Value::Object{{"drive", drive},
                         {"method", "overwrite_zero"},
                         {"level", "clear"},
                         {"verification", "full_read"},
                         {"report", Uuid::v4().text()}};
}

void MemoryWorld::erase(const std::string& unit, const std::string& drive) {
    must("certify_drive", unit, certifying(drive), itself);
}

void MemoryWorld::work(const std::string& unit) {
    must("sort", unit, Value::Object{{"category", "laptop"}, {"verdict", "keep"}});
    must("record_test", unit, allTestsPass());
    must("grade", unit, Value::Object{{"cosmetic", "B"}});
    must("install", unit, Value::Object{{"os", "linux"}});
    must("clean", unit);
}

std::string MemoryWorld::box() {
    const std::string code = newCode(Subject::container);
    must("open_container", code, Value::Object{{"container_kind", "box"}});
    return code;
}

std::string MemoryWorld::unitOf(const std::string& number) const {
    return request(number).state["units"].object().begin()->first;
}

std::string MemoryWorld::ask(Value::Array lines, std::string_view way) {
    const std::string number = codeOf(Subject::request, m_nextId);
    must("submit", "",
         Value::Object{{"way", way}, {"association", member.association.text()}, {"lines", std::move(lines)}},
         member);
    return number;
}

std::string MemoryWorld::requestAt(std::string_view stage, int quantity) {
    Value::Array units;
    if (stage != "submitted" && stage != "incomplete" && stage != "queued")
        for (int i = 0; i < quantity; ++i)
            units.emplace_back(laptopAt("in_stock"));
    const std::string number = ask({Value::Object{{"product", "LAP-B"}, {"quantity", quantity}}},
                                   stage == "quoted" ? "commande" : "demande");
    const auto each = [&](std::string_view kind, const Value& data, const Author& author) {
        for (const Value& one : units)
            must(kind, one.text(), data, author);
    };
    const auto is = [&](std::string_view reached) { return stage == reached; };
    if (is("submitted")) return number;
    if (is("incomplete")) must("return_for_completion", number, Value::Object{{"missing", "purpose"}});
    if (is("refused")) must("refuse", number, Value::Object{{"reason", "not_eligible"}});
    if (is("incomplete") || is("refused")) return number;
    must("validate", number);
    if (is("queued") || is("quoted")) return number;
    must("propose", number, Value::Object{{"units", units}});
    if (is("cancelled")) must("cancel", number, {}, member);
    if (is("proposed") || is("cancelled")) return number;
    must("accept", number, {}, member);
    if (is("paid")) must("pay", number, Value::Object{{"means", "card"}, {"amount_cents", 14900}});
    if (is("confirmed") || is("paid")) return number;
    each("pick", {}, worker);
    if (is("preparing")) return number;
    each("pack", Value::Object{{"accessories", Value::Array{"charger"}}}, worker);
    const Value parcel = Value::Object{{"carrier", "gls"}, {"tracking", "GLS12345678"}};
    if (is("partly_shipped")) {
        must("ship", units[0].text(), parcel);
        return number;
    }
    each("ship", parcel, worker);
    if (is("shipped")) return number;
    each("deliver", {}, logistics);
    if (is("closed")) must("close", number);
    return number;
}

std::string MemoryWorld::laptopAt(std::string_view stage) {
    const auto is = [&](std::string_view reached) { return stage == reached; };
    if (is("reserved")) return unitOf(requestAt("confirmed"));
    if (is("picked")) return unitOf(requestAt("preparing"));
    if (is("shipped")) return unitOf(requestAt("shipped"));
    if (is("delivered")) return unitOf(requestAt("delivered"));
    if (is("packed") || is("handed_over") || is("returned")) {
        const std::string code = laptopAt("picked");
        must("pack", code, Value::Object{{"accessories", Value::Array{"charger"}}});
        if (is("packed")) return code;
        must("hand_over", code, Value::Object{{"collection_code", "4711"}});
        if (is("returned")) must("return", code, Value::Object{{"reason", "refused"}, {"unopened", true}});
        return code;
    }
    const std::string code = laptop(), drive = putDrive(code);
    must("seal_drive", drive, Value::Object{{"bin", "B1"}}, signedByTwo());
    if (is("received")) return code;
    if (is("blocked")) must("block", code);
    if (is("lost")) must("lose", code);
    if (is("merged"))
        must("merge", code, Value::Object{{"into", laptop()}, {"reason", "twice"}}, leaderWithPin());
    if (is("handed_back")) {
        must("correct", code, Value::Object{{"field", "owner"}, {"value", "client"}, {"reason", "typo"}},
             leaderWithPin());
        must("hand_back", code, Value::Object{{"signature", Uuid::v4().text()}}, logistics);
    }
    if (is("to_dismantle") || is("dismantled")) must("to_dismantle", code);
    if (is("dismantled")) must("dismantle", code);
    if (is("to_recycle") || is("recycled")) must("to_recycle", code);
    if (is("recycled")) must("recycle", code, Value::Object{{"slip", "BE-1"}, {"weight_g", 2200}}, logistics);
    if (unit(code).stage == stage) return code;
    work(code);
    if (is("in_work")) return code;
    must("control", code, {}, colleague);
    if (is("controlled")) return code;
    must("stock", code, stocking(shelf));
    return code;
}

}  // namespace remise::test
