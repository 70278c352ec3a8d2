#include "server/associations/registration_rules.h"

#include <algorithm>

#include "server/domain/identifiers.h"
#include "server/domain/refusals.h"

namespace remise::associations {

namespace refusals = domain::refusals;
using domain::Refusal;

namespace {

// clang-format off
constexpr FormField fields[] = {
    {"name",        "association", "text",     "organization",     true,  true},
    {"legal_kind",  "association", "choice",   "",                 true,  false},
    {"rna",         "identity",    "text",     "",                 false, true},
    {"siren",       "identity",    "text",     "",                 false, true},
    {"court_entry", "identity",    "text",     "",                 false, true},
    {"street",      "place",       "text",     "street-address",   true,  false},
    {"postcode",    "place",       "text",     "postal-code",      true,  false},
    {"city",        "place",       "text",     "address-level2",   true,  false},
    {"activity",    "segments",    "choice",   "",                 true,  false},
    {"budget",      "segments",    "choice",   "",                 true,  false},
    {"employees",   "segments",    "choice",   "",                 true,  false},
    {"first_name",  "person",      "text",     "given-name",       true,  true},
    {"email",       "person",      "email",    "email",            true,  false},
    {"password",    "person",      "password", "new-password",     true,  true},
};
// clang-format on

const std::string& valueOf(const Typed& typed, std::string_view field) {
    static const std::string nothing;
    const auto found = typed.find(field);
    return found == typed.end() ? nothing : found->second;
}

/// Reads one field after the other and keeps what is wrong with them.
class Reader {
public:
    Reader(const Typed& typed, Wrongs& wrongs) : m_typed(typed), m_wrongs(wrongs) {}

    std::string text(std::string_view field, std::size_t most) {
        const std::string& value = valueOf(m_typed, field);
        if (value.empty())
            wrong(field, Refusal(refusals::fieldMissing));
        else if (value.size() > most)
            wrong(field, Refusal(refusals::fieldTooLong, {{"limit", std::to_string(most)}}));
        return value;
    }

    std::string choice(std::string_view field) {
        const std::string& value = valueOf(m_typed, field);
        const auto choices = choicesOf(field);
        if (std::find(choices.begin(), choices.end(), value) == choices.end())
            wrong(field, Refusal(refusals::fieldChoice));
        return value;
    }

    /// Empty is no fault here: which identifier is needed depends on the legal kind.
    std::string identifier(std::string_view field, bool (*isValid)(std::string_view),
                           const domain::RefusalKind& otherwise) {
        const std::string value = domain::tidyIdentifier(valueOf(m_typed, field));
        if (!value.empty() && !isValid(value)) wrong(field, Refusal(otherwise));
        return value;
    }

    std::string postcode() {
        const std::string value = domain::tidyIdentifier(valueOf(m_typed, "postcode"));
        const bool isRight = value.size() == 5 && std::all_of(value.begin(), value.end(),
                                                              [](char c) { return c >= '0' && c <= '9'; });
        if (!isRight) wrong("postcode", Refusal(refusals::badPostcode));
        return value;
    }

    void wrong(std::string_view field, Refusal refusal) { m_wrongs.emplace(field, std::move(refusal)); }

private:
    const Typed& m_typed;
    Wrongs& m_wrongs;
};

/// Each legal kind is known by its own number: RNA or SIREN, the court's entry in Alsace-Moselle.
void checkIdentity(const domain::Association& association, Reader& reader) {
    const bool hasNumber = !association.rna.empty() || !association.siren.empty();
    if (association.legalKind == "local_law") {
        if (association.courtEntry.empty() && !hasNumber)
            reader.wrong("court_entry", Refusal(refusals::courtEntryNeeded));
    } else if (!hasNumber) {
        reader.wrong("rna", Refusal(refusals::identifierNeeded));
    }
}

}  // namespace

std::span<const FormField> formFields() {
    return fields;
}

std::span<const std::string_view> choicesOf(std::string_view field) {
    if (field == "legal_kind") return domain::legalKinds;
    if (field == "activity") return domain::activities;
    if (field == "budget") return domain::budgets;
    if (field == "employees") return domain::employeeCounts;
    return {};
}

domain::Association readAssociation(const Typed& typed, Wrongs& wrongs) {
    Reader reader(typed, wrongs);
    domain::Association association;
    association.name = reader.text("name", 200);
    association.legalKind = reader.choice("legal_kind");
    association.rna = reader.identifier("rna", domain::isRna, refusals::badRna);
    association.siren = reader.identifier("siren", domain::isSiren, refusals::badSiren);
    association.courtEntry = valueOf(typed, "court_entry");
    if (association.courtEntry.size() > 120)
        reader.wrong("court_entry", Refusal(refusals::fieldTooLong, {{"limit", "120"}}));
    checkIdentity(association, reader);
    association.street = reader.text("street", 200);
    association.postcode = reader.postcode();
    association.city = reader.text("city", 120);
    association.activity = reader.choice("activity");
    association.budget = reader.choice("budget");
    association.employees = reader.choice("employees");
    return association;
}

}  // namespace remise::associations
