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
