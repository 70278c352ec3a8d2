#include "terminal/answers.h"

#include <algorithm>

namespace remise::terminal {

using domain::Value;

namespace {

std::pair<std::string_view, std::string_view> split(std::string_view text, char at) {
    const auto place = text.find(at);
    if (place == std::string_view::npos) return {text, {}};
    return {text.substr(0, place), text.substr(place + 1)};
}

/// "$a|b": the first of the answers that is there.
const Value& firstOf(std::string_view paths, const Value& answers) {
    static const Value nothing;
    while (!paths.empty()) {
        const auto [path, rest] = split(paths, '|');
        const Value& found = valueAt(answers, path);
        if (!found.isNull()) return found;
        paths = rest;
    }
    return nothing;
}

Value worstOf(const Value& paths, const Value& answers) {
    std::string worst;
    for (const Value& path : paths.array()) {
        const Value& grade = valueAt(answers, path.text());
        if (grade.isText()) worst = std::max(worst, grade.text());
    }
    return worst.empty() ? Value() : Value(worst);
}

std::string asText(const Value& value) {
    if (value.isText()) return value.text();
    if (value.isInteger()) return std::to_string(value.integer());
    return {};
}

}  // namespace

const Value& valueAt(const Value& answers, std::string_view path) {
    const Value* at = &answers;
    while (!path.empty()) {
        const auto [name, rest] = split(path, '.');
        at = &(*at)[name];
        path = rest;
    }
    return *at;
}

void setAt(Value& answers, std::string_view path, Value value) {
    const auto [name, rest] = split(path, '.');
    if (rest.empty()) {
        answers[name] = std::move(value);
    } else {
        setAt(answers[name], rest, std::move(value));
    }
}

void setAll(Value& answers, const Assignments& assignments) {
    for (const auto& [path, value] : assignments)
        setAt(answers, path, value);
}

bool holds(const Value& answers, const Conditions& conditions) {
    return std::ranges::all_of(conditions, [&](const Condition& condition) {
        return std::ranges::find(condition.anyOf, valueAt(answers, condition.path)) != condition.anyOf.end();
    });
}

Value filledIn(const Value& form, const Value& answers) {
    if (form.isText() && form.text().starts_with('$')) {
        return firstOf(std::string_view(form.text()).substr(1), answers);
    }
    if (form.isArray()) {
        Value::Array filled;
        for (const Value& element : form.array()) {
            if (Value value = filledIn(element, answers); !value.isNull()) filled.push_back(std::move(value));
        }
        return filled;
    }
    if (!form.isObject()) return form;
    if (form.has("$worst")) return worstOf(form["$worst"], answers);
    Value::Object filled;
    for (const auto& [name, element] : form.object()) {
        if (Value value = filledIn(element, answers); !value.isNull()) filled[name] = std::move(value);
    }
    return filled;
}

std::string spoken(std::string_view sentence, const Value& answers) {
    std::string out;
    while (true) {
        const auto open = sentence.find('{');
        const auto close = sentence.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) return out.append(sentence);
        out.append(sentence.substr(0, open));
        out.append(asText(valueAt(answers, sentence.substr(open + 1, close - open - 1))));
        sentence.remove_prefix(close + 1);
    }
}

}  // namespace remise::terminal
