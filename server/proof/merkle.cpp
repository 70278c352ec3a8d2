#include "server/proof/merkle.h"

#include <cassert>

#include "server/proof/sha256.h"

namespace remise::proof {

using domain::Digest;

namespace {

/// The level above. A node without a neighbour goes up as it is, which gives the very tree of RFC 6962.
void rise(std::vector<Digest>& level) {
    const std::size_t pairs = level.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i)
        level[i] = nodeHash(level[2 * i], level[2 * i + 1]);
    if (level.size() % 2 == 1) level[pairs] = level.back();
    level.resize(pairs + level.size() % 2);
}

}  // namespace

Digest leafHash(std::string_view leaf) {
    std::string bytes(1, '\0');
    return sha256(bytes.append(leaf));
}

Digest nodeHash(const Digest& left, const Digest& right) {
    std::string bytes(1, '\1');
    bytes.append(left.bytes.begin(), left.bytes.end());
    bytes.append(right.bytes.begin(), right.bytes.end());
    return sha256(bytes);
}

Digest treeRoot(std::vector<Digest> level) {
    if (level.empty()) return sha256("");
    while (level.size() > 1)
        rise(level);
    return level.front();
}

std::vector<PathStep> pathToRoot(std::vector<Digest> level, std::size_t at) {
    assert(at < level.size());
    std::vector<PathStep> path;
    for (; level.size() > 1; at /= 2, rise(level)) {
        if (at % 2 == 1)
            path.push_back({Side::left, level[at - 1]});
        else if (at + 1 < level.size())
            path.push_back({Side::right, level[at + 1]});
    }
    return path;
}

Digest follow(Digest at, const std::vector<PathStep>& path) {
    for (const PathStep& step : path)
        at = step.side == Side::left ? nodeHash(step.hash, at) : nodeHash(at, step.hash);
    return at;
}

}  // namespace remise::proof
