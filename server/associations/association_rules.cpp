#include "server/associations/association_rules.h"

#include <algorithm>

#include "server/domain/refusals.h"

namespace remise::associations {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Verdict;
using enum domain::AssociationState;

namespace {

constexpr std::size_t mostReasonBytes = 500;

// clang-format off
constexpr FileStep steps[] = {
    {created,    toReview,   false},
    {toReview,   validated,  false},
    {toReview,   incomplete, true},
    {toReview,   refused,    true},
    {incomplete, validated,  false},
    {incomplete, toReview,   false},
    {incomplete, refused,    true},
    {validated,  toRenew,    false},
    {validated,  suspended,  true},
    {toRenew,    validated,  false},
    {toRenew,    suspended,  true},
    {suspended,  validated,  false},
    {suspended,  removed,    true},
    {refused,    toReview,   false},
    {refused,    removed,    true},
};
// clang-format on

}  // namespace

Verdict mayOrder(domain::AssociationState state) {
    if (state == validated || state == toRenew) return {};
    return Refusal(refusals::associationNotValidated);
}

std::span<const FileStep> fileSteps() {
    return steps;
}

Verdict checkFileStep(domain::AssociationState from, domain::AssociationState to, std::string_view reason) {
    const auto step = std::find_if(std::begin(steps), std::end(steps),
                                   [&](const FileStep& s) { return s.from == from && s.to == to; });
    if (step == std::end(steps)) return Refusal(refusals::associationStep);
    if (step->needsReason && reason.empty()) return Refusal(refusals::reasonNeeded);
    if (reason.size() > mostReasonBytes)
        return Refusal(refusals::fieldTooLong, {{"limit", std::to_string(mostReasonBytes)}});
    return {};
}

}  // namespace remise::associations
