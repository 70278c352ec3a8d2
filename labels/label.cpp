#include "labels/label.h"

#include <array>
#include <charconv>
#include <cmath>

#include "labels/badge_card.h"
#include "labels/unit_label.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"

namespace remise::labels {
namespace {

using domain::Outcome;
using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

struct Kind {
    std::string_view name;
    Paper paper;
    domain::CodeKind code;
    std::string_view other;  ///< the field beside `code` that it cannot do without
    Bitmap (*draw)(const Value&);
};

Bitmap unit(const Value& data) {
    return drawUnitLabel({data.textOr("code"), data.textOr("url"), data.textOr("model")});
}

Bitmap badge(const Value& data) {
    return drawBadgeCard({data.textOr("code"), data.textOr("name")});
}

constexpr std::array kinds{Kind{"unit", {{50}, {25}}, domain::CodeKind::unit, "url", unit},
                           Kind{"badge", {{85.6}, {54}}, domain::CodeKind::badge, "name", badge}};

const Kind* kindNamed(std::string_view name) {
    for (const Kind& kind : kinds)
        if (kind.name == name) return &kind;
    return nullptr;
}

Refusal unknownKind(std::string_view kind) {
    std::string all;
    for (const std::string& known : labelKinds())
        all += (all.empty() ? "" : ", ") + known;
    return Refusal(refusals::labelKindUnknown, {{"kind", std::string(kind)}, {"kinds", all}});
}

std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::optional<double> readNumber(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size()) return {};
    if (!std::isfinite(value) || value <= 0 || value > 1000) return {};
    return value;
}

}  // namespace

std::optional<Paper> paperNamed(std::string_view name) {
    const std::size_t by = name.find('x');
    if (by == std::string_view::npos) return {};
    const auto width = readNumber(name.substr(0, by));
    const auto height = readNumber(name.substr(by + 1));
    if (!width || !height) return {};
    return Paper{{*width}, {*height}};
}

std::string nameOf(const Paper& paper) {
    return number(paper.width.value) + "x" + number(paper.height.value);
}

std::vector<std::string> labelKinds() {
    std::vector<std::string> names;
    for (const Kind& kind : kinds)
        names.emplace_back(kind.name);
    return names;
}

std::vector<Paper> papersOf(std::string_view name) {
    const Kind* kind = kindNamed(name);
    return kind ? std::vector<Paper>{kind->paper} : std::vector<Paper>{};
}

Outcome<Bitmap> drawLabel(std::string_view name, const Value& data, const Paper& paper, Resolution) {
    const Kind* kind = kindNamed(name);
    if (!kind) return unknownKind(name);
    if (nameOf(paper) != nameOf(kind->paper))
        return Refusal(refusals::labelPaperUnknown,
                       {{"paper", nameOf(paper)}, {"papers", nameOf(kind->paper)}});
    for (const std::string_view field : {std::string_view("code"), kind->other})
        if (data.textOr(field).empty()) return Refusal(refusals::labelLacks, {{"field", std::string(field)}});
    if (domain::codeKind(data.textOr("code")) != kind->code)
        return Refusal(refusals::labelField, {{"field", "code"}});
    try {
        return kind->draw(data);
    } catch (const std::exception&) {  // the only thing that can fail is a code too dense for the paper
        return Refusal(refusals::labelTooSmall,
                       {{"paper", nameOf(paper)}, {"field", std::string(kind->other)}});
    }
}

Outcome<Bitmap> drawLabel(std::string_view name, const Value& data) {
    const Kind* kind = kindNamed(name);
    if (!kind) return unknownKind(name);
    return drawLabel(name, data, kind->paper);
}

}  // namespace remise::labels
