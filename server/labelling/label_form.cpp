#include "server/labelling/label_form.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "server/domain/refusal_list.h"
#include "server/labelling/label_order.h"

namespace remise::labelling {
namespace {

using domain::Language;
using domain::Value;

constexpr int mostLines = 5;  // of an address; more would be a wall of fields

bool isDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    if (!isDigits(text) || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
        return {};
    return number;
}

/// "149", "149,5" or "149.50".
std::optional<std::int64_t> centsIn(std::string_view text) {
    const std::size_t point = std::min(text.find_first_of(",."), text.size());
    if (point == 0) return {};
    std::string cents(text.substr(std::min(point + 1, text.size())));
    if (cents.size() > 2) return {};
    cents.resize(2, '0');
    return wholeNumber(std::string(text.substr(0, point)) + cents);
}

std::string euros(std::int64_t cents) {
    const std::string rest = std::to_string(cents % 100);
    return std::to_string(cents / 100) + (cents % 100 == 0 ? "" : (rest.size() == 1 ? ",0" : ",") + rest);
}

bool isPrice(const labels::Field& field) {
    return field.shape->name == "cents";
}

bool areLines(const labels::Field& field) {
    return field.shape->name == "lines";
}

bool isNumber(const labels::Field& field) {
    for (const std::string_view shape : {"number", "months", "gigabytes", "grams"})
        if (field.shape->name == shape) return true;
    return false;
}

/// A field of an address is several of the form: to.1, to.2, …
std::string nameOfLine(const labels::Field& field, int line) {
    return field.name + "." + std::to_string(line);
}

Value typedLines(const labels::Field& field, const http::Request& request) {
    Value::Array lines;
    for (int line = 1; line <= mostLines; ++line)
        if (const auto text = request.queryValue(nameOfLine(field, line)); text && !text->empty())
            lines.emplace_back(*text);
    return lines.empty() ? Value() : Value(lines);
}

Value typed(const labels::Field& field, const http::Request& request) {
    if (areLines(field)) return typedLines(field, request);
    const std::string text = request.queryValue(field.name).value_or("");
    const auto number = isPrice(field) ? centsIn(text) : isNumber(field) ? wholeNumber(text) : std::nullopt;
    return number ? Value(*number) : Value(text);
}

std::string shownIn(const labels::Field& field, const Value& value) {
    if (!value.isInteger()) return value.isText() ? value.text() : "";
    return isPrice(field) ? euros(value.integer()) : std::to_string(value.integer());
}

Value formField(std::string name, std::string label, std::string text, const labels::Field& field) {
    return Value::Object{{"field", std::move(name)},
                         {"label", std::move(label)},
                         {"text", std::move(text)},
                         {"is_must", field.need == labels::Need::must},
                         {"is_fixed", false}};
}

}  // namespace

Value typedData(const labels::LabelKind& kind, const http::Request& request) {
    Value data = kind.sample;
    if (request.queryValue("size"))
        for (const labels::Field& field : kind.fields)
            data[field.name] = typed(field, request);
    for (const labels::Field& field : kind.fields)
        if (namesOneThing(field))
            data[field.name] = field.need == labels::Need::must ? kind.sample[field.name] : Value();
    if (const auto language = request.queryValue("lang")) data["lang"] = *language;
    return data;
}

Value formFields(const labels::LabelKind& kind, const Value& data, const http::Strings& strings,
                 Language language) {
    Value::Array fields;
    for (const labels::Field& field : kind.fields) {
        const std::string label = strings.text("labels.field." + field.name, language);
        const Value value = data.has(field.name) ? data[field.name] : Value();
        if (!areLines(field)) {
            fields.push_back(formField(field.name, label, shownIn(field, value), field));
            fields.back()["is_fixed"] = namesOneThing(field);
            continue;
        }
        for (int line = 1; line <= mostLines; ++line) {
            const auto at = static_cast<std::size_t>(line - 1);
            const bool isThere = value.isArray() && at < value.array().size();
            fields.push_back(formField(nameOfLine(field, line), label + " " + std::to_string(line),
                                       isThere ? value.array()[at].text() : "", field));
            fields.back()["is_must"] = field.need == labels::Need::must && line == 1;
        }
    }
    return fields;
}

domain::Refusal inWords(const domain::Refusal& refusal, const http::Strings& strings) {
    domain::Refusal::Details details = refusal.details();
    const auto field = details.find("field");
    if (field == details.end()) return refusal;
    const std::size_t hint = std::min(field->second.find(" ("), field->second.size());
    const std::string key = "labels.field." + field->second.substr(0, hint);
    const std::string after = field->second.substr(hint);
    if (!strings.table(Language::french).contains(key)) return refusal;
    details.erase(field);
    const auto quoted = [&](Language language, const std::string& left, const std::string& right) {
        return left + strings.text(key, language) + right + after;
    };
    return domain::Refusal(
        *domain::refusalNamed(refusal.code()), details,
        {{"field", {quoted(Language::french, "«\u00a0", "\u00a0»"), quoted(Language::english, "“", "”")}}});
}

}  // namespace remise::labelling
