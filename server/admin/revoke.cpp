#include "server/admin/revoke.h"

#include <algorithm>
#include <stdexcept>

#include "db/person_store.h"
#include "db/pool.h"
#include "db/terminal_store.h"
#include "server/identity/create_person.h"

namespace remise::admin {
namespace {

/// The only one of them that `isMeant`.
template <typename T, typename Meant>
T onlyOne(std::vector<T> all, const std::string& what, Meant isMeant) {
    std::erase_if(all, [&](const T& one) { return !isMeant(one); });
    if (all.empty()) throw std::runtime_error(what + ": there is none at this site");
    if (all.size() > 1) throw std::runtime_error(what + ": there are " + std::to_string(all.size()));
    return std::move(all.front());
}

}  // namespace

std::string revokeTerminal(db::Pool& pool, const std::string& site, const std::string& nameOrId) {
    const auto connection = pool.take();
    const auto terminal =
        onlyOne(db::listTerminals(*connection, site), "terminal " + nameOrId, [&](const db::Terminal& one) {
            return one.active && (one.name == nameOrId || one.id.text() == nameOrId);
        });
    db::retireTerminal(*connection, terminal.id);
    return terminal.name + " " + terminal.id.text();
}

std::uint64_t revokeBadgesOf(db::Pool& pool, const std::string& site, const std::string& name,
                             domain::Milliseconds now) {
    const auto person = onlyOne(db::listStaff(*pool.take(), site), "person " + name,
                                [&](const db::Person& one) { return one.active && one.name == name; });
    return identity::revokeBadges(pool, person.id, now);
}

}  // namespace remise::admin
