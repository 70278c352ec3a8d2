#include "server/domain/words.h"

#include <chrono>

namespace remise::domain {

namespace {

using namespace std::chrono;

constexpr std::string_view thinBlank = "\u202f";  // narrow, does not break
constexpr std::string_view firmBlank = "\u00a0";  // does not break

constexpr std::string_view monthsFr[] = {"janvier",   "février", "mars",     "avril",
                                         "mai",       "juin",    "juillet",  "août",
                                         "septembre", "octobre", "novembre", "décembre"};
constexpr std::string_view monthsEn[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

/// Both changes of the year happen at 01:00 UTC on the last Sunday of March and of October.
Milliseconds changeOf(year y, month m) {
    return duration_cast<milliseconds>(sys_days(y / m / Sunday[last]).time_since_epoch() + hours(1)).count();
}

struct Local {
    year_month_day date;
    std::int64_t minutes;  ///< since midnight
};

Local local(Milliseconds utc) {
    const auto moment = sys_time<milliseconds>(milliseconds(utc + parisOffset(utc)));
    const auto day = floor<days>(moment);
    return {year_month_day(day), duration_cast<minutes>(moment - day).count()};
}

std::string twoDigits(std::int64_t n) {
    return n < 10 ? "0" + std::to_string(n) : std::to_string(n);
}

}  // namespace

Milliseconds parisOffset(Milliseconds utc) {
    const year y = year_month_day(floor<days>(sys_time<milliseconds>(milliseconds(utc)))).year();
    const bool summer = utc >= changeOf(y, March) && utc < changeOf(y, October);
    return duration_cast<milliseconds>(hours(summer ? 2 : 1)).count();
}

std::string numberInWords(std::int64_t number, Language language) {
    const std::string digits = std::to_string(number < 0 ? -number : number);
    std::string text = number < 0 ? "-" : "";
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += language == Language::english ? std::string_view(",") : thinBlank;
        text += digits[i];
    }
    return text;
}

std::string moneyInWords(std::int64_t cents, Language language) {
    const bool english = language == Language::english;
    const std::int64_t rest = (cents < 0 ? -cents : cents) % 100;
    std::string text = numberInWords(cents / 100, language);
    if (rest != 0) text += (english ? "." : ",") + twoDigits(rest);
    return english ? "€" + text : text + std::string(firmBlank) + "€";
}

std::string dateInWords(Milliseconds utc, Language language) {
    const auto [date, minutes] = local(utc);
    const unsigned day = static_cast<unsigned>(date.day());
    const auto month = static_cast<unsigned>(date.month()) - 1;
    const bool english = language == Language::english;
    const std::string first = !english && day == 1 ? "1er" : std::to_string(day);
    return first + std::string(firmBlank) + std::string(english ? monthsEn[month] : monthsFr[month]) + " " +
           std::to_string(static_cast<int>(date.year()));
}

std::string momentInWords(Milliseconds utc, Language language) {
    const auto minutes = local(utc).minutes;
    const std::string hour = std::to_string(minutes / 60);
    const std::string minute = twoDigits(minutes % 60);
    if (language == Language::english) return dateInWords(utc, language) + " at " + hour + ":" + minute;
    return dateInWords(utc, language) + " à " + hour + std::string(firmBlank) + "h" + std::string(firmBlank) +
           minute;
}

std::string weightInWords(std::int64_t grams, Language language) {
    const std::int64_t tenths = (grams + 50) / 100;
    std::string text = numberInWords(grams >= 100'000 ? (grams + 500) / 1000 : tenths / 10, language);
    if (grams < 100'000 && tenths % 10 != 0)
        text += (language == Language::english ? "." : ",") + std::to_string(tenths % 10);
    return text + std::string(firmBlank) + "kg";
}

}  // namespace remise::domain
