#include "server/associations/registration_pages.h"

#include "server/associations/register_association.h"

namespace remise::associations {

using domain::Language;
using domain::Value;

namespace {

constexpr std::size_t smallForm = 16384;

class RegistrationForm {
public:
    RegistrationForm(const http::Strings& strings, Language language)
        : m_strings(strings), m_language(language) {}

    [[nodiscard]] Value view(const Typed& typed, const Wrongs& wrongs) const {
        Value::Array groups;
        for (const std::string group : {"association", "identity", "place", "segments", "person"}) {
            Value::Array boxes;
            for (const auto& field : formFields())
                if (field.group == group) boxes.push_back(box(field, typed, wrongs));
            groups.push_back(Value::Object{{"legend", say("associations.group." + group)}, {"boxes", boxes}});
        }
        return groups;
    }

private:
    [[nodiscard]] std::string say(const std::string& key) const { return m_strings.text(key, m_language); }

    [[nodiscard]] Value box(const FormField& field, const Typed& typed, const Wrongs& wrongs) const {
        const std::string name(field.name);
        const auto value = typed.find(field.name);
        const auto wrong = wrongs.find(field.name);
        // A password never comes back, however it was typed.
        const std::string shown = value == typed.end() || field.type == "password" ? "" : value->second;
        return Value::Object{{"box", name},
                             {"label", say("associations.field." + name)},
                             {"hint", field.hasHint ? say("associations.hint." + name) : ""},
                             {"input_type", field.type},
                             {"autocomplete", field.autocomplete},
                             {"is_required", field.isRequired},
                             {"is_choice", field.type == "choice"},
                             {"choices", choices(field, shown)},
                             {"typed", shown},
                             {"wrong", wrong == wrongs.end() ? "" : wrong->second.text(m_language)}};
    }

    [[nodiscard]] Value choices(const FormField& field, const std::string& chosen) const {
        Value::Array list;
        for (const auto choice : choicesOf(field.name))
            list.push_back(Value::Object{
                {"value", choice},
                {"label", say("associations." + std::string(field.name) + "." + std::string(choice))},
                {"is_chosen", chosen == choice}});
        return list;
    }

    const http::Strings& m_strings;
    Language m_language;
};

http::Reply showForm(const http::Pages& pages, const http::Request& request, const Typed& typed,
                     const Wrongs& wrongs) {
    const RegistrationForm form(pages.strings(), request.language);
    return pages
        .page("associations/register",
              Value::Object{{"title", pages.strings().text("associations.register", request.language)},
                            {"has_wrongs", !wrongs.empty()},
                            {"groups", form.view(typed, wrongs)}},
              request, wrongs.empty() ? 200 : 422)
        .with("Cache-Control", "no-store");
}

Typed readTyped(const http::Form& form) {
    Typed typed;
    for (const auto& field : formFields()) {
        const bool isSecret = field.type == "password";
        typed.emplace(field.name, isSecret ? form.exactText(field.name) : form.text(field.name));
    }
    return typed;
}

http::Reply takeIn(db::Pool& pool, const identity::ServerSecret& secret, const http::Pages& pages,
                   const http::Request& request) {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const Typed typed = readTyped(*form);
    Wrongs wrongs;
    if (const auto taken = registerAssociation(pool, secret, typed, request, wrongs); !taken)
        return http::Reply::problem(taken.refusal(), request.language);
    if (!wrongs.empty() && !request.wantsHtml())
        return http::Reply::problem(wrongs.begin()->second, request.language);
    if (!wrongs.empty()) return showForm(pages, request, typed, wrongs);
    return pages.page(
        "associations/registered",
        Value::Object{{"title", pages.strings().text("associations.registered", request.language)},
                      {"name", typed.find("name")->second}},
        request);
}

}  // namespace

void addRegistrationPages(http::Router& router, db::Pool& pool, const identity::ServerSecret& secret,
                          const http::Pages& pages) {
    router.add({"GET", "/inscription",
                [&](const http::Request& request) { return showForm(pages, request, {}, {}); }});
    router.add({"POST", "/inscription",
                [&](const http::Request& request) { return takeIn(pool, secret, pages, request); },
                smallForm});
}

}  // namespace remise::associations
