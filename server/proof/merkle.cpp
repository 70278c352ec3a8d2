#include "server/proof/merkle.h"

#include <utility>

#include "server/proof/sha256.h"

namespace remise::proof {

using domain::Digest;

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

GrowingTree::GrowingTree(const std::vector<std::size_t>& watched) {
    for (const std::size_t leaf : watched)
        m_paths[leaf];
}

/// Two of equal size become one, as when a binary number is counted up: the sizes at the edge are those of
/// the RFC's split.
void GrowingTree::add(const Digest& leafHash) {
    const std::size_t number = m_added++;
    m_edge.push_back({leafHash, 1, {}});
    if (m_paths.contains(number)) m_edge.back().watched.push_back(number);
    while (m_edge.size() > 1 && m_edge[m_edge.size() - 2].leaves == m_edge.back().leaves)
        joinLastTwo();
}

Digest GrowingTree::root() {
    while (m_edge.size() > 1)
        joinLastTwo();
    return m_edge.empty() ? sha256("") : m_edge.front().hash;
}

void GrowingTree::joinLastTwo() {
    const Node right = std::move(m_edge.back());
    m_edge.pop_back();
    Node& left = m_edge.back();
    for (const std::size_t leaf : left.watched)
        m_paths[leaf].push_back({Side::right, right.hash});
    for (const std::size_t leaf : right.watched)
        m_paths[leaf].push_back({Side::left, left.hash});
    left.hash = nodeHash(left.hash, right.hash);
    left.leaves += right.leaves;
    left.watched.insert(left.watched.end(), right.watched.begin(), right.watched.end());
}

Digest treeRoot(const std::vector<Digest>& leafHashes) {
    GrowingTree tree;
    for (const Digest& hash : leafHashes)
        tree.add(hash);
    return tree.root();
}

Digest follow(Digest at, const Path& path) {
    for (const PathStep& step : path)
        at = step.side == Side::left ? nodeHash(step.hash, at) : nodeHash(at, step.hash);
    return at;
}

}  // namespace remise::proof
