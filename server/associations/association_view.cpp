#include "server/associations/association_view.h"

#include "server/domain/words.h"

namespace remise::associations {

using domain::Association;
using domain::AssociationState;
using domain::Value;

namespace {

const char* badgeOf(AssociationState state) {
    switch (state) {
        case AssociationState::validated:
            return "go";
        case AssociationState::suspended:
        case AssociationState::refused:
        case AssociationState::removed:
            return "stop";
        default:
            return "wait";
    }
}

std::string addressOf(const Association& association) {
    return association.street + ", " + association.postcode + " " + association.city;
}

}  // namespace

Value associationView(const Association& association, const http::Strings& strings,
                      domain::Language language) {
    const auto say = [&](const std::string& key) { return strings.text("associations." + key, language); };
    const auto choice = [&](const std::string& field, const std::string& value) {
        return say(field + "." + value);
    };
    Value::Array facts;
    const auto add = [&](const std::string& label, const std::string& text) {
        if (!text.empty()) facts.push_back(Value::Object{{"label", label}, {"text", text}});
    };
    add(say("field.legal_kind"), choice("legal_kind", association.legalKind));
    add(say("field.rna"), association.rna);
    add(say("field.siren"), association.siren);
    add(say("field.court_entry"), association.courtEntry);
    add(say("address"), addressOf(association));
    add(say("field.activity"), choice("activity", association.activity));
    add(say("field.budget"), choice("budget", association.budget));
    add(say("field.employees"), choice("employees", association.employees));
    const std::string state(domain::associationStateName(association.state));
    return Value::Object{
        {"id", association.id.text()},
        {"association", association.name},
        {"city", association.city},
        {"badge", Value::Object{{"state", badgeOf(association.state)}, {"label", say("state." + state)}}},
        {"since", strings.text("associations.since", language,
                               {{"date", domain::dateInWords(association.changedAt, language)}})},
        {"facts", facts}};
}

}  // namespace remise::associations
