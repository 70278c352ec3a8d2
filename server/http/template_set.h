#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/embedded.h"

namespace remise::http {

/// The templates by name, each checked, with partials put in. "catalogue/templates/shelf.html" is named
/// "catalogue/shelf"; "http/templates/partials/steps.html" is the partial "steps".
class TemplateSet {
public:
    explicit TemplateSet(const embedded::Files&);

    /// All that are pages or parts of pages of their own: not partials, not the layout.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::string expanded(const std::string& name) const;
    /// The layout with the template as its `{{> content}}`.
    [[nodiscard]] std::string inLayout(const std::string& name) const;

private:
    [[nodiscard]] std::string expand(const std::string& name, const std::string& content, int depth) const;

    std::map<std::string, std::string_view> m_texts;
};

/// Throws std::invalid_argument naming the template when mustache can't read it.
kainjow::mustache::mustache compileTemplate(const std::string& name, const std::string& text);

}  // namespace remise::http
