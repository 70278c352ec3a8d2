#include "server/http/pages.h"

#include <stdexcept>

#include "server/domain/refusals.h"
#include "server/http/escapes.h"
#include "server/http/navigation.h"
#include "server/http/strict_context.h"
#include "server/http/template_set.h"

namespace remise::http {
namespace {

using domain::Language;
using domain::Value;

const std::string inLayout = "layout:";

StrictContext::Texts textsOf(const Strings::Table& table) {
    StrictContext::Texts texts;
    for (const auto& [key, text] : table)
        texts.emplace(key, kainjow::mustache::data(text));
    return texts;
}

Value describe(const Caller& caller) {
    Value::Object value{{"signed_in", caller.role.has_value()}, {"name", caller.name}, {"csrf", caller.csrf}};
    for (const domain::Role role : domain::everyRole)
        value["is_" + std::string(domain::roleName(role))] = caller.role == role;
    return value;
}

}  // namespace

struct Pages::Compiled {
    std::map<std::string, kainjow::mustache::mustache, std::less<>> templates;
    std::map<Language, StrictContext::Texts> texts;
};

Pages::Pages(const embedded::Files& templates, const embedded::Files& strings, std::string staticVersion,
             std::string contact)
    : m_strings(strings),
      m_staticVersion(std::move(staticVersion)),
      m_contact(std::move(contact)),
      m_compiled(std::make_unique<Compiled>()) {
    const TemplateSet set(templates);
    for (const std::string& name : set.names()) {
        m_compiled->templates.emplace(name, compileTemplate(name, set.expanded(name)));
        m_compiled->templates.emplace(inLayout + name, compileTemplate(name, set.inLayout(name)));
    }
    for (const Language language : {Language::french, Language::english})
        m_compiled->texts.emplace(language, textsOf(m_strings.table(language)));
}

Pages::~Pages() = default;

std::string Pages::render(std::string_view name, const Value& data, const Request& request) const {
    return fill(name, data, request);
}

Reply Pages::page(std::string_view name, const Value& data, const Request& request, int status) const {
    return Reply::html(fill(inLayout + std::string(name), data, request), status);
}

Reply Pages::refusalPage(const domain::Refusal& refusal, const Request& request) const {
    const bool isReading = request.method == "GET" || request.method == "HEAD";
    if (refusal.status() == 401 && !request.caller.role && isReading)
        return Reply::redirect("/connexion?retour=" + percentEncode(request.address()));
    return page("http/refusal",
                Value::Object{{"title", statusTitle(refusal.status(), request.language)},
                              {"sentence", refusal.text(request.language)},
                              {"is_fault", refusal.status() >= 500},
                              {"needs_sign_in", refusal.status() == 401},
                              {"read_at", isReading ? request.address() : "/"}},
                request, refusal.status());
}

Value Pages::common(const Request& request, const std::string& readAt) const {
    const bool isFrench = request.language == Language::french;
    return Value::Object{
        {"lang", domain::languageTag(request.language)},
        {"other_lang", isFrench ? "en" : "fr"},
        {"other_language_url",
         (isFrench ? "/langue/en?retour=" : "/langue/fr?retour=") + percentEncode(readAt)},
        {"caller", describe(request.caller)},
        {"places", navigation(request, m_strings)},
        {"static_version", m_staticVersion},
        {"contact", m_contact},
        {"request_number", request.id},
    };
}

/// The compiled template is shared by all threads: rendering only reads it, as it has no partials or lambdas
/// left.
std::string Pages::fill(std::string_view name, const Value& data, const Request& request) const {
    const auto found = m_compiled->templates.find(name);
    if (found == m_compiled->templates.end())
        throw std::logic_error("no template named " + std::string(name));
    const auto shared = mustacheData(common(request, data.textOr("read_at", request.address())));
    const auto own = mustacheData(data);
    StrictContext context(name, m_compiled->texts.at(request.language));
    context.push(&shared);
    context.push(&own);
    return found->second.render(context);
}

}  // namespace remise::http
