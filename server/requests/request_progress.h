#pragma once

#include <string_view>
#include <vector>

namespace remise::requests {

enum class Mark { done, current, ahead, stopped };

/// One mark of the tracker: key of its word in the catalogue of strings (requests.step.…).
struct ProgressStep {
    std::string_view key;
    Mark mark;
};

/// The steps an association follows, in order, for a request at this stage. A request that was called off or
/// refused shows where it stopped.
std::vector<ProgressStep> progressOf(std::string_view stage);

/// True as long as something may still happen to it.
bool isOpen(std::string_view stage);
/// May its association still call it off? The rules of the ledger have the last word.
bool mayCancel(std::string_view stage);

/// Short reasons: the ledger takes no free text. Each has a sentence in the catalogue of strings.
inline constexpr std::string_view missingReasons[] = {"purpose", "quantity", "papers", "address"};
inline constexpr std::string_view refusalReasons[] = {"not_eligible", "too_many", "twice", "not_available"};
inline constexpr std::string_view declineReasons[] = {"not_fitting", "too_late", "no_need"};

}  // namespace remise::requests
