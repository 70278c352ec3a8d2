#include "server/impact/alert_view.h"

#include <cstdlib>

#include "server/domain/canonical.h"
#include "server/domain/words.h"

namespace remise::impact {

using domain::Language;
using domain::Value;

namespace {

constexpr domain::Milliseconds aMinute = 60'000, anHour = 60 * aMinute, aDay = 24 * anHour;

/// "3 jours", "5 heures", "12 minutes": the largest unit of which there are two, rounded.
std::string span(domain::Milliseconds time, const http::Strings& strings, Language language) {
    const auto in = [&](domain::Milliseconds unit, const char* key) {
        return strings.text(key, language,
                            {{"count", domain::numberInWords((time + unit / 2) / unit, language)}});
    };
    if (time >= 2 * aDay) return in(aDay, "alert.days");
    return time >= 2 * anHour ? in(anHour, "alert.hours") : in(aMinute, "alert.minutes");
}

std::string sentence(const db::Alert& alert, const http::Strings& strings, Language language) {
    const Value details = domain::readCanonical(alert.details);
    const std::string name = details.textOr("name", alert.about);
    const std::string key = "alert." + alert.kind;
    if (!strings.table(language).contains(key)) return alert.kind + " · " + name;
    if (alert.kind == "token_refused" && details.has("name"))
        return strings.text("alert.terminal_withdrawn", language, {{"name", name}});
    const auto skew = details.integerOr("skew_ms", 0);
    return strings.text(skew < 0 ? "alert.clock_behind" : key, language,
                        {{"name", name}, {"skew", span(std::abs(skew), strings, language)}});
}

}  // namespace

Value alertView(const std::vector<db::Alert>& alerts, const http::Strings& strings, Language language) {
    Value::Array rows;
    for (const db::Alert& alert : alerts)
        rows.push_back(Value::Object{{"what", sentence(alert, strings, language)},
                                     {"when", domain::momentInWords(alert.lastAt, language)},
                                     {"times", domain::numberInWords(alert.times, language)}});
    return rows;
}

}  // namespace remise::impact
