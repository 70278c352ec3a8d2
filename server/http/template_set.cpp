#include "server/http/template_set.h"

#include <stdexcept>

#include "server/http/escapes.h"
#include "server/http/template_check.h"

namespace remise::http {
namespace {

constexpr int deepest = 8;
const std::string layout = "http/layout";
const std::string partials = "partials/";

/// "http/templates/partials/steps.html" → "partials/steps", "catalogue/templates/shelf.html" →
/// "catalogue/shelf".
std::string templateName(std::string_view path) {
    constexpr std::string_view folder = "/templates/", ending = ".html";
    const auto at = path.find(folder);
    const std::string_view below =
        path.substr(at + folder.size(), path.size() - at - folder.size() - ending.size());
    if (below.starts_with(partials)) return std::string(below);
    return std::string(path.substr(0, at)) + '/' + std::string(below);
}

}  // namespace

TemplateSet::TemplateSet(const embedded::Files& files) {
    for (const auto& [path, text] : files) {
        const std::string name = templateName(path);
        checkTemplate(name, text);
        if (!m_texts.emplace(name, text).second)
            throw std::invalid_argument("template " + name + ": given twice");
    }
}

std::vector<std::string> TemplateSet::names() const {
    std::vector<std::string> names;
    for (const auto& [name, text] : m_texts)
        if (name != layout && !name.starts_with(partials)) names.push_back(name);
    return names;
}

std::string TemplateSet::expanded(const std::string& name) const {
    return expand(name, "", 0);
}

std::string TemplateSet::inLayout(const std::string& name) const {
    return expand(layout, name, 0);
}

/// Puts every `{{> partial}}` in; `content` is what the layout's own `{{> content}}` stands for.
std::string TemplateSet::expand(const std::string& name, const std::string& content, int depth) const {
    const auto found = m_texts.find(name);
    if (found == m_texts.end())
        throw std::invalid_argument("template " + name + " is included but not there");
    if (depth > deepest) throw std::invalid_argument("template " + name + " includes itself");
    const std::string_view text = found->second;
    std::string whole;
    for (std::size_t at = 0;;) {
        const auto open = text.find("{{>", at);
        whole += text.substr(at, open == text.npos ? open : open - at);
        if (open == text.npos) return whole;
        const auto close = text.find("}}", open);
        const std::string wanted(trimmed(text.substr(open + 3, close - open - 3)));
        const bool isCapability = wanted.find('/') != wanted.npos;
        const std::string target = wanted == "content" ? content : isCapability ? wanted : partials + wanted;
        whole += expand(target, "", depth + 1);
        at = close + 2;
    }
}

kainjow::mustache::mustache compileTemplate(const std::string& name, const std::string& text) {
    kainjow::mustache::mustache compiled(text);
    if (!compiled.is_valid())
        throw std::invalid_argument("template " + name + ": " + compiled.error_message());
    return compiled;
}

}  // namespace remise::http
