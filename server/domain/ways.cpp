#include "server/domain/ways.h"

#include <algorithm>

#include "server/domain/policy.h"
#include "server/domain/stages.h"

namespace remise::domain {
namespace {

using enum Subject;

// clang-format off
constexpr Way table[] = {
// subject    event             from                             to                                  because
{unit,      "unblock",        "blocked",                       "received in_work",                 ""},
{unit,      "find",           "lost",                          "on_site shipped",                  ""},
{unit,      "undo",           "in_work",                       "received in_work",                 ""},
{unit,      "undo",           "on_site",                       "=",                                ""},
{unit,      "attach_drive",   "any",                           "=",                                "merge"},
{unit,      "remove_drive",   "any",                           "=",                                "attach_drive record_inventory merge"},
{unit,      "drive_changed",  "any",                           "=",                                "attach_drive seal_drive destroy_drive confirm_destruction fail_control return"},
{unit,      "release",        "lost",                          "=",                                "decline cancel"},
{unit,      "absorb",         "any",                           "=",                                "merge"},

{drive,     "attach_drive",   "-",                             "detected",                         "attach_drive record_inventory"},
{drive,     "attach_drive",   "any",                           "=",                                "attach_drive record_inventory merge"},
{drive,     "remove_drive",   "any",                           "=",                                "remove_drive attach_drive merge"},
{drive,     "certify_drive",  "detected failed",               "certified",                        "certify_drive"},
{drive,     "certify_drive",  "detected failed",               "to_check",                         "certify_drive"},
{drive,     "release_drive",  "detected failed",               "certified",                        "release_drive"},
{drive,     "check_drive",    "to_check",                      "certified failed to_destroy",      "check_drive"},
{drive,     "record_erasure", "detected",                      "to_destroy",                       "record_erasure"},
{drive,     "record_erasure", "detected",                      "failed",                           "record_erasure"},
{drive,     "record_erasure", "failed",                        "to_destroy",                       "record_erasure"},
{drive,     "relabel",        "any",                           "=",                                "relabel"},
{drive,     "reopen",         "certified",                     "detected",                         "fail_control return attach_drive record_inventory"},

{container, "combine",        "open",                          "=",                                "combine"},

{request,   "validate",       "submitted",                     "queued quoted",                    ""},
{request,   "decline",        "proposed",                      "queued quoted",                    ""},
{request,   "pay",            "confirmed",                     "paid",                             ""},
{request,   "pay",            "preparing partly_shipped shipped delivered", "=",                   ""},
{request,   "progress",       "any",                           "=",                                "what happens to its units"},
{request,   "progress",       "confirmed paid",                "preparing",                        "pick"},
{request,   "progress",       "preparing",                     "partly_shipped shipped delivered", "ship hand_over"},
{request,   "progress",       "partly_shipped",                "shipped delivered",                "ship hand_over deliver"},
{request,   "progress",       "shipped",                       "delivered",                        "deliver"},
{request,   "progress",       "preparing",                     "confirmed paid",                   "unpick block"},
{request,   "progress",       "partly_shipped",                "confirmed paid preparing",         "return"},
{request,   "progress",       "shipped",                       "confirmed paid",                   "return"},
};
// clang-format on

bool leads(Subject subject, std::string_view words, std::string_view from, std::string_view to) {
    if (words == "=") return from == to;
    const auto stages = stagesOf(subject, words);
    return std::find(stages.begin(), stages.end(), to) != stages.end();
}

}  // namespace

std::span<const Way> otherWays() {
    return table;
}

std::vector<std::string> stagesOf(Subject subject, std::string_view words) {
    std::vector<std::string> found;
    if (containsWord(words, "-")) found.emplace_back("");
    for (const StageRow& stage : stages())
        if (stage.subject == subject && (containsWord(words, stage.name) || containsWord(words, "any") ||
                                         (containsWord(words, "on_site") && stage.onSite)))
            found.emplace_back(stage.name);
    return found;
}

bool isWay(Subject subject, std::string_view kind, std::string_view from, std::string_view to) {
    const KindRow* row = kindNamed(kind);
    if (row && row->subject == subject && row->to != "?" && startsFrom(*row, subject, from) &&
        leads(subject, row->to, from, to))
        return true;
    return std::any_of(std::begin(table), std::end(table), [&](const Way& way) {
        if (way.subject != subject || way.kind != kind) return false;
        const auto starts = stagesOf(subject, way.from);
        return std::find(starts.begin(), starts.end(), from) != starts.end() &&
               leads(subject, way.to, from, to);
    });
}

}  // namespace remise::domain
