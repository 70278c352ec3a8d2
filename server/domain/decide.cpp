#include "server/domain/decide.h"

#include "server/domain/codes.h"
#include "server/domain/draft.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/domain/unit_rules.h"

namespace remise::domain {
namespace {

using Reference = std::pair<Subject, std::string>;

std::optional<CodeKind> codeKindOf(Subject subject) {
    switch (subject) {
        case Subject::unit:
            return CodeKind::unit;
        case Subject::drive:
            return CodeKind::drive;
        case Subject::container:
            return CodeKind::container;
        case Subject::request:
            return {};
    }
    return {};
}

/// A damaged code and an unknown one are two things to the person who holds the scanner.
Verdict checkCode(const KindRow& row, const std::string& code) {
    const auto wanted = codeKindOf(row.subject);
    if (code.empty()) return Refusal(refusals::missingCode);
    if (!wanted) return {};
    const auto scanned = codeKind(code);
    if (!scanned) return Refusal(refusals::damagedCode, {{"code", code}});
    if (scanned != wanted)
        return Refusal(refusals::otherCode, {{"code", code}}, {{"wanted", subjectWords(row.subject)}});
    return {};
}

Refusal notNow(const Entity& entity) {
    if (entity.stage == "merged") return Refusal(refusals::merged, {{"into", entity.state.textOr("into")}});
    return wrongStage(entity);
}

/// The entity the command is about: known, or beginning its life where the row says so.
Outcome<Entity> subjectOf(const Command& command, const KindRow& row, World& world) {
    const bool begins = row.from == "-";
    if (command.subject.empty() && begins) return world.beginNew(row.subject);
    if (auto code = checkCode(row, command.subject); !code) return code.refusal();
    const Entity* known = world.find(row.subject, command.subject);
    if (begins) {
        if (known) return Refusal(refusals::alreadyKnown, {{"code", command.subject}});
        return world.begin(row.subject, command.subject);
    }
    if (!known) return Refusal(refusals::unknownCode, {{"code", command.subject}});
    return *known;
}

Verdict checkSignature(const KindRow& row, const Author& author) {
    if (row.signature == Signature::pin && !author.pinChecked) return Refusal(refusals::pinNeeded);
    return {};
}

void addIfText(std::vector<Reference>& references, Subject subject, const Value& code) {
    if (code.isText() && !code.text().empty() && code.text().size() <= 64)
        references.emplace_back(subject, normaliseScan(code.text()));
}

/// Drives in a tool's report: each by itself, as a fact's, or in a list that a fact brings.
void addDrives(std::vector<Reference>& references, const Value& element) {
    addIfText(references, Subject::drive, element["drive"]);
    for (const auto name : {"data", "drives"}) {
        const Value& inside = element[name];
        if (inside.isObject()) addDrives(references, inside);
        if (inside.isArray())
            for (const Value& one : inside.array())
                addDrives(references, one);
    }
}

}  // namespace

std::vector<Reference> referencesOf(const Command& command, const KindRow& row) {
    std::vector<Reference> references;
    addIfText(references, row.subject, command.subject);
    if (!command.data.isObject()) return references;
    for (const Field& field : fieldsOf(row)) {
        const Value& value = command.data[field.name];
        if (field.type == "drive")
            addIfText(references, Subject::drive, value);
        else if (field.type == "container")
            addIfText(references, Subject::container, value);
        else if (field.type == "unit")
            addIfText(references, Subject::unit, value);
        else if (field.type == "request")
            addIfText(references, Subject::request, value);
        else if (field.type == "list" && field.name == "units" && value.isArray())
            for (const Value& unit : value.array())
                addIfText(references, Subject::unit, unit);
        else if (field.type == "list" && (field.name == "drives" || field.name == "facts") && value.isArray())
            for (const Value& element : value.array())
                addDrives(references, element);
    }
    return references;
}

std::vector<Reference> followersOf(const KindRow& row, const Entity& entity) {
    static constexpr std::string_view withDrives = "return fail_control merge";
    std::vector<Reference> references;
    if (entity.subject == Subject::unit) {
        addIfText(references, Subject::request, entity.state["request"]);
        if (containsWord(withDrives, row.name))
            if (const Value& drives = entity.state["drives"]; drives.isObject())
                for (const auto& [code, drive] : drives.object())
                    references.emplace_back(Subject::drive, code);
        if (row.name == "merge")
            if (const Value& drives = entity.state["taken_out"]; drives.isObject())
                for (const auto& [code, status] : drives.object())
                    references.emplace_back(Subject::drive, code);
    } else if (entity.subject == Subject::drive) {
        addIfText(references, Subject::unit, entity.state["unit"]);
        addIfText(references, Subject::unit, entity.state["came_from"]);
    } else if (entity.subject == Subject::request) {
        if (const Value& units = entity.state["units"]; units.isObject())
            for (const auto& [code, stage] : units.object())
                references.emplace_back(Subject::unit, code);
    }
    return references;
}

SubjectView viewOf(const Entity& entity) {
    return {entity.code, entity.stage, entity.subject == Subject::unit ? nextStep(entity) : "",
            entity.version};
}

Outcome<Decision> decide(const Command& command, const Author& author, Milliseconds recordedAt,
                         World& world) {
    const KindRow* row = kindNamed(command.kind);
    if (!row) return Refusal(refusals::unknownKind, {{"kind", command.kind}});
    if (!row->roles.contains(author.role)) return Refusal(refusals::noRight, {{"kind", command.kind}});
    const bool begins = row->from == "-";
    if (begins)  // before a new code is spent
        if (auto data = checkData(*row, command.data); !data) return data.refusal();
    auto found = subjectOf(command, *row, world);
    if (!found) return found.refusal();
    const Entity subject = *found;
    if (command.expects && *command.expects != subject.version)
        return Refusal(refusals::stale, {{"code", subject.code}});
    if (!startsFrom(*row, row->subject, subject.stage)) return notNow(subject);
    if (!begins)
        if (auto data = checkData(*row, command.data); !data) return data.refusal();
    if (auto signature = checkSignature(*row, author); !signature) return signature.refusal();
    const Value data = asPrinted(*row, command.data);
    Draft draft(command, *row, data, author, recordedAt, world);
    if (!subject.exists()) draft.begin(subject);
    Verdict verdict;
    switch (row->subject) {
        case Subject::unit:
            verdict = decideUnit(draft, subject);
            break;
        case Subject::drive:
            verdict = decideDrive(draft, subject);
            break;
        case Subject::container:
            verdict = decideContainer(draft, subject);
            break;
        case Subject::request:
            verdict = decideRequest(draft, subject);
            break;
    }
    if (!verdict) return verdict.refusal();
    return draft.finish({row->subject, subject.code});
}

}  // namespace remise::domain
