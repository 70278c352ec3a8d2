#include "server/requests/proposal_rules.h"

#include <algorithm>

namespace remise::requests {

std::vector<LineProposal> openLines(const domain::Value& lines,
                                    const std::map<std::string, std::int64_t>& kept) {
    std::vector<LineProposal> open;
    if (!lines.isArray()) return open;
    for (const auto& line : lines.array()) {
        const std::string product = line.textOr("product");
        auto same =
            std::find_if(open.begin(), open.end(), [&](const auto& l) { return l.product == product; });
        if (same == open.end()) same = open.insert(open.end(), {product, 0, {}});
        same->wanted += line.integerOr("quantity", 0);
    }
    for (auto& line : open)
        if (const auto has = kept.find(line.product); has != kept.end()) line.wanted -= has->second;
    std::erase_if(open, [](const LineProposal& line) { return line.wanted <= 0; });
    return open;
}

std::vector<LineProposal> propose(std::vector<LineProposal> lines, const std::vector<Candidate>& inStock) {
    for (const auto& unit : inStock)
        for (auto& line : lines)
            if (line.product == unit.product && static_cast<std::int64_t>(line.units.size()) < line.wanted) {
                line.units.push_back(unit.code);
                break;
            }
    return lines;
}

}  // namespace remise::requests
