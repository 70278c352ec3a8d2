#include "drivers/reports/lshw_nodes.h"

#include <nlohmann/json.hpp>

#include "drivers/reports/json_reader.h"
#include "drivers/reports/memory_words.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

/// The JSON is at most 32 deep, so this is too.
void visitBelow(const LshwNode& node, const std::function<void(const LshwNode&)>& visit) {
    visit(node);
    const json& children = partOf(node.said, "children");
    if (!children.is_array()) return;
    const std::string type = node.type();
    const bool isFlash = type == "memory" && isFirmwareFlash(textOf(node.said, "description"));
    const bool isUsb = textOf(node.said, "businfo").starts_with("usb@") && type != "bus";
    for (const json& child : children)
        if (child.is_object())
            visitBelow({.said = child,
                        .behindUsb = node.behindUsb || isUsb,
                        .inFlash = node.inFlash || isFlash,
                        .inNvme = type == "storage" && node.id() == "nvme"},
                       visit);
}

}  // namespace

std::string LshwNode::type() const {
    return textOf(said, "class");
}

std::string LshwNode::id() const {
    const std::string id = textOf(said, "id");
    return id.substr(0, id.find(':'));
}

bool LshwNode::has(const char* capability) const {
    const json& capabilities = partOf(said, "capabilities");
    return capabilities.is_object() && capabilities.contains(capability);
}

std::string LshwNode::device() const {
    const json& names = partOf(said, "logicalname");
    const json& first = names.is_array() && !names.empty() ? names.front() : names;
    if (!first.is_string()) return {};
    std::string name = nameIn(first.get_ref<const std::string&>());
    if (name.starts_with("/dev/")) name.erase(0, 5);
    return name;
}

void forEachNode(const json& root, const std::function<void(const LshwNode&)>& visit) {
    if (root.is_object()) visitBelow({.said = root}, visit);
}

}  // namespace remise::drivers::reports
