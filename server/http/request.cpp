#include "server/http/request.h"

#include <charconv>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"

namespace remise::http {
namespace {

constexpr std::size_t mostFields = 500;

domain::Outcome<std::int64_t> readInteger(const std::string& name, std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return domain::Refusal(domain::refusals::badParameter, {{"name", name}, {"why", "0…9"}});
    return number;
}

}  // namespace

std::string Form::exactText(std::string_view name) const {
    const auto found = m_fields.find(name);
    return found == m_fields.end() || found->second.empty() ? "" : found->second.front();
}

std::string Form::text(std::string_view name) const {
    const auto found = m_fields.find(name);
    return found == m_fields.end() || found->second.empty() ? ""
                                                            : std::string(trimmed(found->second.front()));
}

std::vector<std::string> Form::texts(std::string_view name) const {
    const auto found = m_fields.find(name);
    return found == m_fields.end() ? std::vector<std::string>{} : found->second;
}

domain::Outcome<std::int64_t> Form::integer(std::string_view name) const {
    return readInteger(std::string(name), text(name));
}

std::optional<std::string> Request::queryValue(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

std::string Request::header(const std::string& lowerCaseName) const {
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? "" : found->second;
}

std::string Request::parameter(const std::string& name) const {
    return parameters.at(name);
}

domain::Outcome<std::int64_t> Request::queryInteger(const std::string& name, std::int64_t fallback,
                                                    Bounds bounds) const {
    const auto text = queryValue(name);
    if (!text) return fallback;
    const auto number = readInteger(name, *text);
    if (!number || (*number >= bounds.least && *number <= bounds.most)) return number;
    const std::string most = bounds.most == Bounds{}.most ? "…" : "–" + std::to_string(bounds.most);
    return domain::Refusal(domain::refusals::badParameter,
                           {{"name", name}, {"why", std::to_string(bounds.least) + most}});
}

domain::Outcome<Form> Request::form() const {
    const std::string type = lowerCase(trimmed(split(header("content-type"), ';').front()));
    if (type != "application/x-www-form-urlencoded")
        return domain::Refusal(domain::refusals::badForm, {{"why", "Content-Type"}});
    const auto pairs = readPairs(body, mostFields);
    if (!pairs) return domain::Refusal(domain::refusals::badForm, {{"why", "UTF-8, %XX"}});
    Form::Fields fields;
    for (const auto& [name, value] : *pairs)
        fields[name].push_back(value);
    return Form(std::move(fields));
}

bool Request::wantsHtml() const {
    if (path.starts_with("/api/") || path == "/api") return false;
    const std::string accept = lowerCase(header("accept"));
    return accept.find("json") == accept.npos || accept.find("text/html") != accept.npos;
}

std::string Request::address() const {
    std::string text = path;
    for (char separator = '?'; const auto& [name, value] : query) {
        text += separator + percentEncode(name) + '=' + percentEncode(value);
        separator = '&';
    }
    return text;
}

std::string localAddress(std::string_view wanted, std::string_view fallback) {
    const bool isPath = !wanted.empty() && wanted[0] == '/' &&
                        (wanted.size() == 1 || (wanted[1] != '/' && wanted[1] != '\\'));
    const bool isClean = isPlainText(wanted) && wanted.find('\\') == wanted.npos;
    return std::string(isPath && isClean ? wanted : fallback);
}

}  // namespace remise::http
