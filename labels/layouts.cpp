#include <algorithm>

#include "labels/layout.h"
#include "server/domain/embedded.h"

namespace remise::labels {
namespace {

std::vector<LabelKind> readAll() {
    std::vector<LabelKind> kinds;
    for (const auto& [file, json] : embedded::labelLayouts())
        kinds.push_back(readLabelKind(file.substr(0, file.rfind('.')), json));
    return kinds;
}

}  // namespace

bool Element::isWanted(const domain::Value& data) const {
    const auto isField = [](const Piece& piece) { return piece.kind == Piece::Kind::field; };
    const auto isGiven = [&](const Piece& piece) { return isField(piece) && data.has(piece.text); };
    if (!with.empty() && !data.has(with)) return false;
    if (!without.empty() && data.has(without)) return false;
    return std::none_of(says.begin(), says.end(), isField) || std::any_of(says.begin(), says.end(), isGiven);
}

const Field* LabelKind::field(std::string_view wanted) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == wanted; });
    return found == fields.end() ? nullptr : &*found;
}

const Layout* LabelKind::layout(const Paper& paper) const {
    const auto found = std::find_if(layouts.begin(), layouts.end(), [&](const Layout& layout) {
        return layout.paper.width.value == paper.width.value &&
               layout.paper.height.value == paper.height.value;
    });
    return found == layouts.end() ? nullptr : &*found;
}

const std::vector<LabelKind>& everyLabelKind() {
    static const std::vector<LabelKind> kinds = readAll();
    return kinds;
}

const LabelKind* labelKindNamed(std::string_view name) {
    const auto& kinds = everyLabelKind();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const LabelKind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

}  // namespace remise::labels
