#include "drivers/reports/json_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "drivers/reports/clean_text.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

namespace {

constexpr std::size_t largestReport = 16U << 20;
constexpr int deepestNesting = 32;

/// Looked at before parsing, so that a mountain of brackets costs nothing.
int nestingDepth(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '[' || c == '{'))
            deepest = std::max(deepest, ++depth);
        else if (!inText && (c == ']' || c == '}'))
            --depth;
    }
    return deepest;
}

const json* find(const json& object, const char* member) {
    const auto found = object.find(member);
    return found == object.end() ? nullptr : &*found;
}

std::optional<std::int64_t> leadingNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || (end != text.data() + text.size() && *end != ' ')) return {};
    return number;
}

}  // namespace

domain::Outcome<json> readJson(std::string_view bytes) {
    if (bytes.size() > largestReport) return Refusal(domain::refusals::tooLarge, {{"limit", "16 MiB"}});
    const std::string text = validUtf8(bytes);
    if (nestingDepth(text) > deepestNesting)
        return Refusal(domain::refusals::reportTooDeep, {{"limit", std::to_string(deepestNesting)}});
    try {
        json parsed = json::parse(text);
        if (!parsed.is_structured()) return Refusal(domain::refusals::reportField, {{"field", "{ }"}});
        return parsed;
    } catch (const json::parse_error& error) {
        return Refusal(domain::refusals::notJson, {{"why", "byte " + std::to_string(error.byte)}});
    } catch (const json::out_of_range& error) {
        return Refusal(domain::refusals::notJson, {{"why", cleanText(error.what())}});
    }
}

domain::Outcome<json> readJsonObject(std::string_view bytes) {
    auto parsed = readJson(bytes);
    if (parsed && !parsed->is_object()) return Refusal(domain::refusals::reportField, {{"field", "{ }"}});
    return parsed;
}

const json& partOf(const json& object, const char* member) {
    static const json nothing;
    const json* value = find(object, member);
    return value == nullptr ? nothing : *value;
}

std::string textOf(const json& object, const char* member) {
    const json* value = find(object, member);
    if (value == nullptr) return {};
    if (value->is_string()) return cleanText(value->get_ref<const std::string&>());
    return value->is_number_integer() ? value->dump() : std::string();
}

std::string nameOf(const json& object, const char* member) {
    std::string name = textOf(object, member);
    return domain::isPlaceholder(name) ? std::string() : name;
}

std::optional<std::string> identityOf(const json& object, const char* member) {
    std::string serial = textOf(object, member);
    if (!domain::isIdentity(serial)) return {};
    return serial;
}

std::optional<std::int64_t> countOf(const json& object, const char* member, std::int64_t most) {
    const json* value = find(object, member);
    std::optional<std::int64_t> count;
    if (value == nullptr) return {};
    if (value->is_number_unsigned() && value->get<std::uint64_t>() <= static_cast<std::uint64_t>(most))
        count = value->get<std::int64_t>();
    else if (value->is_number_float() && value->get<double>() >= 1 &&
             value->get<double>() <= static_cast<double>(most))
        count = std::llround(value->get<double>());
    else if (value->is_string())
        count = leadingNumber(cleanText(value->get_ref<const std::string&>()));
    return count && *count >= 1 && *count <= most ? count : std::nullopt;
}

std::optional<std::int64_t> numberOf(const json& object, const char* member) {
    const json& value = partOf(object, member);
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= static_cast<std::uint64_t>(most))
        return value.get<std::int64_t>();
    if (!value.is_string()) return {};
    const auto& text = value.get_ref<const std::string&>();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
    return whole ? std::optional(number) : std::nullopt;
}

bool flagOf(const json& object, const char* member) {
    return truthOf(object, member).value_or(false);
}

std::optional<bool> truthOf(const json& object, const char* member) {
    const json& value = partOf(object, member);
    return value.is_boolean() ? std::optional(value.get<bool>()) : std::nullopt;
}

}  // namespace remise::drivers::reports
