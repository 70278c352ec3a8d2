#include "server/associations/review_association.h"

#include "server/associations/association_rules.h"
#include "server/domain/refusals.h"

namespace remise::associations {

using domain::Refusal;
using domain::Verdict;

Verdict reviewAssociation(db::Pool& pool, const db::AssociationStep& step) {
    if (auto verdict = checkFileStep(step.before, step.after, step.reason); !verdict) return verdict;
    const bool recorded = db::transact(
        pool, [&](db::Connection& connection) { return db::recordAssociationStep(connection, step); });
    if (!recorded) return Refusal(domain::refusals::associationStep);
    return {};
}

}  // namespace remise::associations
