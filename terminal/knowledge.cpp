#include "terminal/knowledge.h"

#include <QPointer>
#include <array>
#include <chrono>
#include <map>

#include "server/domain/kinds.h"
#include "server/domain/refusals.h"

namespace remise::terminal {

using namespace std::chrono_literals;
using domain::Command;
using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

namespace {

constexpr auto fetchEvery = 15min;
/// What lies in the stock or has left the house is looked up when somebody asks for it. The cages and boxes
/// that are open hold these.
constexpr std::array stagesOnTheFloor{"received", "in_work", "controlled", "reserved",     "picked",
                                      "packed",   "blocked", "returned",   "to_dismantle", "to_recycle"};
constexpr const char* pickList = "/api/v1/pick-list";
constexpr std::array lists{"/api/v1/catalogue", "/api/v1/locations", pickList};

Answer yes(Value body) {
    Answer answer;
    answer.body = std::move(body);
    return answer;
}

std::optional<std::int64_t> versionIn(Cache& cache, const std::string& code) {
    const auto unit = cache.unit(code);
    return unit ? std::optional(unit->now.version) : std::nullopt;
}

}  // namespace

Knowledge::Knowledge(Client& client, Outbox& outbox, Cache& cache, QObject* parent)
    : QObject(parent), m_client(client), m_outbox(outbox), m_cache(cache) {
    connect(&m_outbox, &Outbox::answered, this, &Knowledge::heard);
    m_again.setInterval(fetchEvery);
    connect(&m_again, &QTimer::timeout, this, &Knowledge::fetch);
}

Answer Knowledge::no(const domain::RefusalKind& kind) const {
    Answer answer;
    answer.trouble = troubleOf(Refusal(kind), m_client.language());
    return answer;
}

void Knowledge::list(const std::string& path, Then then) {
    if (const auto kept = m_client.isAway() ? listHere(path) : std::nullopt) return then(yes(*kept));
    m_client.get(path, [this, path, then = std::move(then)](const Answer& answer) {
        if (answer.ok()) m_cache.keepAnswer(path, answer.body);
        const auto kept = answer.isAway() ? listHere(path) : std::nullopt;
        then(kept ? yes(*kept) : answer);
    });
}

/// What was picked here since is on no list any more.
std::optional<Value> Knowledge::listHere(const std::string& path) {
    auto kept = m_cache.answer(path);
    if (kept && path == pickList && (*kept)["units"].isArray())
        std::erase_if((*kept)["units"].array(), [this](const Value& line) {
            const auto unit = m_cache.unit(line.textOr("code"));
            return unit && unit->now.stage != "reserved";
        });
    return kept;
}

void Knowledge::lookUp(const std::string& code, Then then) {
    const bool askHere = m_client.isAway() || m_outbox.isAheadOn(code);
    if (const auto here = askHere ? lookUpHere(code) : std::nullopt) return then(*here);
    m_client.get("/api/v1/units/" + code, [this, code, version = versionIn(m_cache, code),
                                           then = std::move(then)](const Answer& answer) {
        if (answer.isAway()) return then(lookUpHere(code).value_or(no(refusals::notKnownHere)));
        const auto unit = answer.ok() ? foldedFrom(answer.body) : std::nullopt;
        // Where the unit has moved on here since we asked, the answer may be from before.
        const bool mayBeOld = m_outbox.isAheadOn(code) || versionIn(m_cache, code) != version;
        if (!mayBeOld) unit ? m_cache.keepUnit(*unit) : m_cache.forgetUnit(code);
        then(answer);
    });
}

std::optional<Answer> Knowledge::lookUpHere(const std::string& code) {
    const auto unit = m_cache.unit(code);
    return unit ? std::optional(yes(asLookedUp(unit->now))) : std::nullopt;
}

void Knowledge::signIn(const std::string& badge, Then then) {
    if (const auto person = m_client.isAway() ? m_cache.person(badge) : std::nullopt)
        return then(yes(*person));
    Value wish;
    wish["badge"] = badge;
    m_client.post("/api/v1/badge", wish, [this, badge, then = std::move(then)](const Answer& answer) {
        if (answer.ok()) m_cache.keepPerson(badge, answer.body);
        if (!answer.isAway()) {
            if (!answer.ok()) m_cache.forgetPerson(badge);
            return then(answer);
        }
        const auto person = m_cache.person(badge);
        then(person ? yes(*person) : no(refusals::badgeNotKnownHere));
    });
}

Signer Knowledge::signerOf(const Command& command) {
    Signer signer;
    const auto person = m_cache.person(command.worker);
    if (const auto role = person ? domain::roleNamed(person->textOr("role")) : std::nullopt)
        signer.role = *role;
    signer.pseudonym = m_cache.pseudonym(command.worker);
    if (const std::string second = command.data["second"].textOr("badge"); !second.empty())
        signer.second = m_cache.pseudonym(second);
    return signer;
}

Knowledge::Outlook Knowledge::foresee(const std::vector<Command>& commands) {
    Outlook outlook;
    std::map<std::string, KnownUnit> units;
    for (const Command& command : commands) {
        const domain::KindRow* row = domain::kindNamed(command.kind);
        if (m_client.isAway() && row && row->offline == domain::Offline::waits)
            outlook.verdict = Refusal(refusals::waitsForServer);
        if (!units.contains(command.subject))
            if (auto known = m_cache.unit(command.subject)) units.emplace(command.subject, std::move(*known));
        const auto before = units.find(command.subject);
        const bool isKnown = before != units.end(), begins = row && row->from == "-";
        const bool canTell = begins || (isKnown && (command.kind != "undo" || before->second.before));
        if (!canTell) {
            outlook.unclear.push_back(command.subject);
            continue;
        }
        auto after = decideHere(command, signerOf(command), isKnown ? &before->second : nullptr);
        if (after) {
            units.insert_or_assign(command.subject, *after);
        } else {
            outlook.unclear.push_back(command.subject);
            if (m_client.isAway() && outlook.verdict) outlook.verdict = after.refusal();
        }
    }
    for (auto& [code, unit] : units)
        outlook.units.push_back(std::move(unit));
    return outlook;
}

void Knowledge::moveOn(const Outlook& outlook) {
    for (const KnownUnit& unit : outlook.units)
        m_cache.keepUnit(unit);
    for (const std::string& code : outlook.unclear)
        m_cache.forgetUnit(code);
}

std::optional<domain::SubjectView> Knowledge::view(const std::string& code) {
    const auto unit = m_cache.unit(code);
    return unit ? std::optional(domain::viewOf(unit->now)) : std::nullopt;
}

/// The server's word is law: where it differs, what was thought here is forgotten.
void Knowledge::heard(const domain::CommandReply& reply, const Command& command) {
    if (m_outbox.isAheadOn(command.subject)) return;
    const auto known = reply.accepted && reply.subject ? m_cache.unit(command.subject) : std::nullopt;
    const bool agrees =
        known && known->now.version == reply.subject->version && known->now.stage == reply.subject->stage;
    if (!agrees) m_cache.forgetUnit(command.subject);
}

void Knowledge::begin() {
    m_again.start();
    fetch();
}

void Knowledge::fetch() {
    if (std::exchange(m_isFetching, true)) return;
    for (const char* path : lists)
        list(path, [](const Answer&) {});
    m_cache.trimUnits();
    m_cache.forgetOldPeople();
    fetchUnits(0, "");
}

void Knowledge::fetchUnits(std::size_t stage, const std::string& after) {
    const std::string path =
        std::string("/api/v1/units?state=1&limit=200&stage=") + stagesOnTheFloor[stage] + "&after=" + after;
    m_client.get(path, [this, stage](const Answer& answer) {
        if (!answer.ok()) {
            m_isFetching = false;
            return;
        }
        keepUnits(answer.body["units"]);
        const std::string next = answer.body.textOr("next_page");
        if (!next.empty()) return fetchUnits(stage, next);
        if (stage + 1 < stagesOnTheFloor.size()) return fetchUnits(stage + 1, "");
        m_isFetching = false;
    });
}

void Knowledge::keepUnits(const Value& units) {
    if (!units.isArray()) return;
    m_cache.together([&] {
        for (const Value& entry : units.array()) {
            const auto unit = knownFrom(entry);
            if (!unit || m_outbox.isAheadOn(unit->now.code)) continue;
            const auto known = m_cache.unit(unit->now.code);
            if (!known || known->now.version < unit->now.version) m_cache.keepUnit(*unit);
        }
    });
}

}  // namespace remise::terminal
