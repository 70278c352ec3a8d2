#include "labels/field.h"

#include <algorithm>
#include <chrono>

#include "labels/amounts.h"
#include "server/domain/codes.h"
#include "server/domain/identifiers.h"

namespace remise::labels {
namespace {

using domain::CodeKind;
using domain::Language;
using domain::Value;

constexpr std::size_t mostLines = 6;

std::size_t charactersIn(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool isShortText(const Value& value, const Field& field) {
    return value.isText() && charactersIn(value.text()) <= field.longest;
}

bool isName(const Value& value, const Field& field) {
    return isShortText(value, field) && !value.text().starts_with(' ');
}

bool isPrintableAscii(const Value& value, const Field& field) {
    return isShortText(value, field) &&
           std::all_of(value.text().begin(), value.text().end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool isWebAddress(const Value& value, const Field& field) {
    return isPrintableAscii(value, field) &&
           (value.text().starts_with("https://") || value.text().starts_with("http://")) &&
           value.text().find(' ') == std::string::npos;
}

bool areLines(const Value& value, const Field& field) {
    return value.isArray() && !value.array().empty() && value.array().size() <= mostLines &&
           std::all_of(value.array().begin(), value.array().end(),
                       [&](const Value& line) { return isShortText(line, field); });
}

bool isGrade(const Value& value, const Field&) {
    return value.isText() && value.text().size() == 1 && value.text()[0] >= 'A' && value.text()[0] <= 'Z';
}

bool isAmount(const Value& value, const Field& field) {
    return value.isInteger() && value.integer() >= 0 &&
           std::to_string(value.integer()).size() <= field.longest;
}

bool isDay(int year, int month, int day) {
    return std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

bool isDate(const Value& value, const Field&) {
    if (!value.isText() || value.text().size() != 10) return false;
    constexpr std::string_view form = "0000-00-00";
    const std::string& day = value.text();
    return std::equal(form.begin(), form.end(), day.begin(),
                      [](char f, char c) { return f == '0' ? c >= '0' && c <= '9' : c == f; }) &&
           isDay(std::stoi(day), std::stoi(day.substr(5)), std::stoi(day.substr(8)));
}

bool isShippingCode(const Value& value, const Field&) {
    return value.isText() && value.text().size() == 18 && domain::isSscc(value.text());
}

template <CodeKind kind>
bool isCode(const Value& value, const Field&) {
    return value.isText() && domain::codeKind(value.text()) == kind;
}

template <CodeKind kind>
Value widestCode(const Field&) {
    return domain::encodeCode(domain::codePrefix(kind), 0, domain::codeLetters(kind));
}

std::string asItIs(const Value& value, Language) {
    return value.isText() ? value.text() : std::to_string(value.integer());
}

std::string underEachOther(const Value& value, Language) {
    std::string all;
    for (const Value& line : value.array())
        all += (all.empty() ? "" : "\n") + line.text();
    return all;
}

/// "BCDF GHJR": eyes and voices keep four letters at a time.
std::string inGroups(const Value& value, Language) {
    const std::string code = domain::normaliseScan(value.text());
    std::string groups;
    for (std::size_t at = 0; at < code.size(); at += 4)
        groups += (at == 0 ? "" : " ") + code.substr(at, 4);
    return groups;
}

std::string firstWord(const Value& value, Language) {
    const std::string& name = value.text();
    return name.substr(0, name.find(' '));
}

Value manyWide(const Field& field) {
    return std::string(field.longest, 'W');
}

Value longAddress(const Field& field) {
    return "https://" + std::string(field.longest - 8, 'a');
}

Value manyLines(const Field& field) {
    return Value::Array(mostLines, manyWide(field));
}

Value manyDigits(const Field& field) {
    std::int64_t number = 0;
    for (std::size_t digits = 0; digits < field.longest; ++digits)
        number = number * 10 + 8;
    return number;
}

Value anySscc() {
    const std::string digits = "37601234567890123";
    return digits + domain::gs1CheckDigit(digits);
}

// clang-format off
constexpr Shape shapes[] = {
    {"unit_code",      0,   isCode<CodeKind::unit>,      inGroups,       widestCode<CodeKind::unit>},
    {"drive_code",     0,   isCode<CodeKind::drive>,     inGroups,       widestCode<CodeKind::drive>},
    {"container_code", 0,   isCode<CodeKind::container>, inGroups,       widestCode<CodeKind::container>},
    {"location_code",  0,   isCode<CodeKind::location>,  inGroups,       widestCode<CodeKind::location>},
    {"badge_code",     0,   isCode<CodeKind::badge>,     asItIs,         widestCode<CodeKind::badge>},
    {"mode_code",      0,   isCode<CodeKind::modeCard>,  inGroups,       widestCode<CodeKind::modeCard>},
    {"web_address",    100, isWebAddress,                asItIs,         longAddress},
    {"text",           80,  isShortText,                 asItIs,         manyWide},
    {"ascii",          20,  isPrintableAscii,            asItIs,         manyWide},
    {"first_name",     80,  isName,                      firstWord,      manyWide},
    {"lines",          40,  areLines,                    underEachOther, manyLines},
    {"grade",          1,   isGrade,                     asItIs,         manyWide},
    {"sscc",           18,  isShippingCode,              asItIs,         [](const Field&) { return anySscc(); }},
    {"date",           10,  isDate,                      shownDate,      [](const Field&) { return Value("2028-08-28"); }},
    {"number",         6,   isAmount,                    asItIs,         manyDigits},
    {"cents",          7,   isAmount,                    shownMoney,     manyDigits},
    {"months",         3,   isAmount,                    shownMonths,    manyDigits},
    {"gigabytes",      6,   isAmount,                    shownGigabytes, manyDigits},
    {"grams",          7,   isAmount,                    shownWeight,    manyDigits},
};
// clang-format on

}  // namespace

const Shape* shapeNamed(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(shapes), std::end(shapes), [&](const Shape& s) { return s.name == name; });
    return found == std::end(shapes) ? nullptr : found;
}

bool accepts(const Field& field, const Value& value) {
    return field.shape->accepts(value, field);
}

std::string shown(const Field& field, const Value& value, Language language) {
    return field.shape->shown(value, language);
}

std::string coded(const Field& field, const Value& data) {
    std::string value = asItIs(data[field.name], Language::french);
    if (field.shape->accepts == isWebAddress) {
        const std::string page = "/u/" + domain::normaliseScan(data.textOr("code"));
        if (value.ends_with(page)) return value;
        while (value.ends_with('/'))
            value.pop_back();
        return value + page;
    }
    return domain::codeKind(value) ? domain::normaliseScan(value) : value;
}

}  // namespace remise::labels
