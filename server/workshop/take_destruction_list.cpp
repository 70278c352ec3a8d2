#include "server/workshop/take_destruction_list.h"

#include <algorithm>
#include <set>

#include "db/entity_store.h"
#include "server/domain/canonical.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/proof/sha256.h"
#include "server/workshop/destruction_rules.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t mostBins = 50, longestBins = 1000, longestSlip = 100;

std::set<std::string> binsIn(const std::string& text) {
    std::set<std::string> bins;
    std::string bin;
    for (const char c : text + " ") {
        if (c != ' ' && c != ',' && c != ';' && c != '\n' && c != '\r' && c != '\t') {
            bin += c;
        } else if (!bin.empty()) {
            bins.insert(bin);
            bin.clear();
        }
    }
    return bins;
}

std::string joined(const std::set<std::string>& bins) {
    std::string text;
    for (const std::string& bin : bins)
        text += (text.empty() ? "" : " ") + bin;
    return text;
}

/// The same for the same list and drive, so that a second confirmation makes no second command.
Uuid commandFor(const Uuid& list, std::string_view drive) {
    const auto digest = proof::sha256("destroyed " + list.text() + " " + std::string(drive));
    return Uuid::fromRaw(digest.raw().substr(0, 16));
}

wire::ReadCommand destroyed(const http::Request& request, const Uuid& list, const std::string& drive,
                            const std::string& slip) {
    wire::ReadCommand read;
    read.command.id = commandFor(list, drive);
    read.command.at = request.receivedAt;
    read.command.station = "destruction";
    read.command.kind = "confirm_destruction";
    read.command.subject = drive;
    read.command.data = Value::Object{{"list", list.text()}, {"slip", slip}};
    read.content = canonicalJson(Value::Object{{"kind", read.command.kind}, {"data", read.command.data}});
    return read;
}

}  // namespace

Outcome<db::DestructionList> TakeDestructionList::keep(const http::Request& request,
                                                       const BroughtList& brought) const {
    const std::set<std::string> bins = binsIn(brought.bins);
    if (bins.empty()) return Refusal(refusals::missingData, {{"field", "bins"}});
    if (bins.size() > mostBins || joined(bins).size() > longestBins || !std::ranges::all_of(bins, isWord))
        return Refusal(refusals::badData, {{"field", "bins"}});
    const auto listed = drivers::reports::readContractorList(brought.text);
    if (!listed) return listed.refusal();
    const auto connection = m_pool.take();
    auto held = db::drivesInCustody(*connection);
    std::erase_if(held, [&](const Entity& drive) {
        return !bins.contains(drive.state.textOr("bin")) ||
               drive.state.textOr("site", request.caller.site) != request.caller.site;
    });
    if (held.empty()) return Refusal(refusals::noSuchBin, {{"bins", joined(bins)}});
    db::DestructionList list;
    list.id = brought.id;
    list.site = request.caller.site;
    list.bins = joined(bins);
    list.person = request.caller.lastingActor;
    list.receivedAt = request.receivedAt;
    list.sha256 = proof::sha256(brought.text);
    list.body = brought.text;
    list.result = canonicalJson(toValue(compare(*listed, held)));
    db::keepDestructionList(*connection, list);
    const auto kept = db::findDestructionList(*connection, list.id);
    if (!kept || kept->sha256 != list.sha256 || kept->bins != list.bins) return Refusal(refusals::idReused);
    // At once: a list that names none of them is the one that nobody would confirm.
    if (const auto missing = readCanonical(kept->result)["missing"].array().size(); missing > 0)
        m_alerts.raise(identity::AlertKind::driveMissing, list.id.text(),
                       Value::Object{{"name", list.bins + " (" + std::to_string(missing) + ")"}},
                       request.receivedAt);
    return *kept;
}

Outcome<db::DestructionList> TakeDestructionList::confirm(const http::Request& request, const Uuid& id,
                                                          const std::string& slip) const {
    const auto list = db::findDestructionList(*m_pool.take(), id);
    if (!list || list->site != request.caller.site) return Refusal(refusals::notFound);
    if (slip.find_first_not_of(" \t") == slip.npos)
        return Refusal(refusals::missingData, {{"field", "slip"}});
    if (slip.size() > longestSlip) return Refusal(refusals::badData, {{"field", "slip"}});
    if (list->person == request.caller.lastingActor) return Refusal(refusals::samePerson);
    const Value result = readCanonical(list->result);
    for (const Value& drive : result["present"].array()) {
        const std::string code = drive.textOr("drive");
        const auto now = db::findEntityByCode(*m_pool.take(), Subject::drive, code);
        if (!now || now->stage == "destroyed") continue;
        const auto reply =
            m_commands.sendFor(request, destroyed(request, id, code, slip), request.caller.lastingActor);
        if (!reply) return reply.refusal();
        if (!reply->accepted) return Refusal(refusals::notDestroyed, {{"drive", code}});
    }
    db::confirmDestructionList(*m_pool.take(), id, request.receivedAt);
    return *db::findDestructionList(*m_pool.take(), id);
}

}  // namespace remise::workshop
