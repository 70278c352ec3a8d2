#include "server/admin/known_site.h"

#include <algorithm>
#include <stdexcept>

#include "db/person_store.h"
#include "db/pool.h"

namespace remise::admin {

void requireKnownSite(db::Pool& pool, const std::string& site) {
    const auto known = db::listSites(*pool.take());
    if (std::ranges::find(known, site) != known.end()) return;
    std::string names;
    for (const auto& name : known)
        names += (names.empty() ? "" : ", ") + name;
    throw std::runtime_error(
        "nobody works at a site " + site +
        (known.empty() ? "; add-staff and add-worker come first" : "; there is " + names));
}

}  // namespace remise::admin
