#include "server/workshop/review_order.h"

#include <algorithm>
#include <set>

namespace remise::workshop {
namespace {

using Pointers = std::vector<const db::Review*>;

/// The command, then what was made on top of it, and so on down.
void append(const db::Review& review, bool isInWake, const Pointers& all, ReviewGroup& group,
            std::set<domain::Uuid>& placed) {
    if (!placed.insert(review.command).second) return;
    group.lines.push_back({&review, isInWake});
    for (const db::Review* next : all)
        if (next->after == review.command) append(*next, true, all, group, placed);
}

ReviewGroup inOrder(const std::string& subject, const Pointers& all) {
    ReviewGroup group{subject, {}};
    std::set<domain::Uuid> known, placed;
    for (const db::Review* review : all)
        known.insert(review->command);
    for (const db::Review* review : all)
        if (!review->after || !known.contains(*review->after)) append(*review, false, all, group, placed);
    for (const db::Review* review : all)  // commands that name each other
        append(*review, false, all, group, placed);
    return group;
}

}  // namespace

std::vector<ReviewGroup> groupReviews(const std::vector<db::Review>& reviews) {
    std::vector<std::pair<std::string, Pointers>> bySubject;
    for (const db::Review& review : reviews) {
        auto group = std::find_if(bySubject.begin(), bySubject.end(),
                                  [&](const auto& known) { return known.first == review.subject; });
        if (group == bySubject.end()) group = bySubject.insert(group, {review.subject, {}});
        // Behind the last of the same sender.
        auto& lines = group->second;
        const auto last = std::find_if(lines.rbegin(), lines.rend(), [&](const db::Review* known) {
            return known->sender == review.sender;
        });
        lines.insert(last == lines.rend() ? lines.end() : last.base(), &review);
    }
    std::vector<ReviewGroup> groups;
    for (const auto& [subject, lines] : bySubject)
        groups.push_back(inOrder(subject, lines));
    return groups;
}

}  // namespace remise::workshop
