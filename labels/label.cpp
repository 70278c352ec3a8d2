#include "labels/label.h"

#include "labels/draw_element.h"
#include "labels/layout.h"
#include "server/domain/refusal_list.h"
#include "server/domain/refusals.h"

namespace remise::labels {
namespace {

using domain::Outcome;
using domain::Refusal;
using domain::Value;
using domain::Verdict;
namespace refusals = domain::refusals;

template <typename Items, typename Name>
std::string listed(const Items& items, Name name) {
    std::string all;
    for (const auto& item : items)
        all += (all.empty() ? "" : ", ") + name(item);
    return all;
}

Refusal unknownKind(std::string_view name) {
    const std::string known = listed(everyLabelKind(), [](const LabelKind& kind) { return kind.name; });
    return Refusal(refusals::labelKindUnknown, {{"kind", std::string(name)}, {"kinds", known}});
}

Refusal unknownPaper(const LabelKind& kind, const Paper& paper) {
    const std::string known = listed(kind.layouts, [](const Layout& layout) { return nameOf(layout.paper); });
    return Refusal(refusals::labelPaperUnknown, {{"paper", nameOf(paper)}, {"papers", known}});
}

bool isEmpty(const Value& value) {
    return value.isNull() || (value.isText() && value.text().empty());
}

Refusal ofField(const domain::RefusalKind& refusal, const std::string& field) {
    return Refusal(refusal, {{"field", field}});
}

Refusal noSuchField(const LabelKind& kind, const std::string& name) {
    const std::string known = listed(kind.fields, [](const Field& field) { return field.name; });
    return Refusal(refusals::labelNoField, {{"field", name}, {"fields", known + ", lang"}});
}

/// What would do, in no language: how long a text may be, else an example.
std::string hintFor(const LabelKind& kind, const Field& field, const Value& given) {
    const Value example = kind.sample.has(field.name) ? kind.sample[field.name] : field.shape->worst(field);
    if (given.isText() && example.isText() && given.text().size() > field.longest && field.longest > 0)
        return "≤ " + std::to_string(field.longest);
    if (example.isText()) return "ex. " + example.text();
    return example.isInteger() ? "ex. " + std::to_string(example.integer()) : "[…]";
}

/// The data without what is empty, when all of it is what the kind's fields want.
Outcome<Value> fitting(const LabelKind& kind, const Value& data) {
    if (!data.isObject()) return ofField(refusals::labelLacks, kind.fields.front().name);
    Value known;
    for (const auto& [name, value] : data.object()) {
        if (isEmpty(value)) continue;
        const Field* field = kind.field(name);
        if (!field && name != "lang") return noSuchField(kind, name);
        const bool fits = field ? accepts(*field, value) : value == Value("fr") || value == Value("en");
        if (!fits)
            return ofField(refusals::labelField,
                           field ? name + " (" + hintFor(kind, *field, value) + ")" : "lang (fr, en)");
        known[name] = value;
    }
    for (const Field& field : kind.fields)
        if (field.need == Need::must && !known.has(field.name))
            return ofField(refusals::labelLacks, field.name);
    return known;
}

}  // namespace

std::vector<std::string> labelKinds() {
    std::vector<std::string> names;
    for (const LabelKind& kind : everyLabelKind())
        names.push_back(kind.name);
    return names;
}

std::vector<Paper> papersOf(std::string_view name) {
    std::vector<Paper> papers;
    if (const LabelKind* kind = labelKindNamed(name))
        for (const Layout& layout : kind->layouts)
            papers.push_back(layout.paper);
    return papers;
}

Value sampleOf(std::string_view name) {
    const LabelKind* kind = labelKindNamed(name);
    return kind ? kind->sample : Value();
}

Outcome<Bitmap> drawLabel(std::string_view name, const Value& data, const Paper& paper,
                          Resolution resolution) {
    const LabelKind* kind = labelKindNamed(name);
    if (!kind) return unknownKind(name);
    const Layout* layout = kind->layout(paper);
    if (!layout) return unknownPaper(*kind, paper);
    const auto known = fitting(*kind, data);
    if (!known) return known.refusal();

    Bitmap picture(fromMillimetres(paper.width, resolution), fromMillimetres(paper.height, resolution));
    for (const Element& element : layout->elements) {
        const Verdict drawn = drawElement(picture, *kind, element, *known, resolution);
        if (drawn) continue;
        domain::Refusal::Details details = drawn.refusal().details();
        details["paper"] = nameOf(paper);
        return Refusal(*domain::refusalNamed(drawn.refusal().code()), details);
    }
    return picture;
}

Outcome<Bitmap> drawLabel(std::string_view name, const Value& data) {
    const LabelKind* kind = labelKindNamed(name);
    if (!kind) return unknownKind(name);
    return drawLabel(name, data, kind->layouts.front().paper);
}

}  // namespace remise::labels
