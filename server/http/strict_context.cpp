#include "server/http/strict_context.h"

#include <stdexcept>

#include "server/http/escapes.h"
#include "server/http/template_check.h"

namespace remise::http {

using kainjow::mustache::data;

data mustacheData(const domain::Value& value) {
    if (value.isNull()) return data(false);
    if (value.isBool()) return data(value.boolean());
    if (value.isInteger()) return data(std::to_string(value.integer()));
    if (value.isText()) return value.text().empty() ? data(false) : data(value.text());
    if (value.isArray()) {
        data list(data::type::list);
        for (const auto& element : value.array())
            list.push_back(mustacheData(element));
        return list;
    }
    data object(data::type::object);
    for (const auto& [name, member] : value.object())
        object.set(name, mustacheData(member));
    return object;
}

const data* StrictContext::get(const std::string& name) const {
    if (name == ".") return m_chain.back();
    if (name.starts_with("t.")) {
        const auto text = m_texts.find(std::string_view(name).substr(2));
        if (text == m_texts.end()) complain("no string named " + name.substr(2));
        return &text->second;
    }
    const data* found = find(name);
    if (!found) complain("the data has nothing named " + name);
    if (name.ends_with("_url") && found->is_string() && !isSafeAddress(found->string_value()))
        complain("not an address to link to: " + name);
    return found;
}

const data* StrictContext::find(std::string_view name) const {
    const auto parts = split(name, '.');
    const data* found = nullptr;
    for (auto scope = m_chain.rbegin(); scope != m_chain.rend() && !found; ++scope)
        found = (*scope)->get(std::string(parts.front()));
    for (std::size_t i = 1; i < parts.size() && found; ++i)
        found = found->get(std::string(parts[i]));
    return found;
}

/// Partials are put in when templates are compiled; none is left to look up.
const data* StrictContext::get_partial(const std::string& name) const {
    complain("partial " + name + " was not put in");
}

void StrictContext::complain(const std::string& what) const {
    throw std::logic_error("template " + std::string(m_template) + ": " + what);
}

}  // namespace remise::http
