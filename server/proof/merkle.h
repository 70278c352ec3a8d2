#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "server/domain/ids.h"

/// Hash trees as RFC 6962 (section 2.1) builds them: leaves and nodes are hashed apart, so that neither can
/// be shown as the other. docs/proof.md tells it to an auditor.
namespace remise::proof {

/// SHA-256 of the byte 0 and the leaf.
domain::Digest leafHash(std::string_view leaf);
/// SHA-256 of the byte 1 and both children.
domain::Digest nodeHash(const domain::Digest& left, const domain::Digest& right);

enum class Side { left, right };

/// A neighbour on the way from a leaf up to the root, and the side it stands on.
struct PathStep {
    Side side;
    domain::Digest hash;
};
using Path = std::vector<PathStep>;

/// A tree whose leaves come one by one and are not kept: only the nodes at its right edge are.
class GrowingTree {
public:
    /// Paths are kept for the leaves with these numbers, counted from 0.
    explicit GrowingTree(const std::vector<std::size_t>& watched = {});

    void add(const domain::Digest& leafHash);
    /// Once all leaves are there. Of none at all: SHA-256 of nothing.
    domain::Digest root();
    /// From a watched leaf to the root, once that was asked for.
    [[nodiscard]] const Path& pathOf(std::size_t leaf) const { return m_paths.at(leaf); }

private:
    struct Node {
        domain::Digest hash;
        std::size_t leaves = 1;
        std::vector<std::size_t> watched;  ///< leaves below it
    };
    void joinLastTwo();

    std::vector<Node> m_edge;
    std::map<std::size_t, Path> m_paths;
    std::size_t m_added = 0;
};

/// Of the leaves' hashes, in their order.
domain::Digest treeRoot(const std::vector<domain::Digest>& leafHashes);
/// Where the path leads from this leaf.
domain::Digest follow(domain::Digest leaf, const Path&);

}  // namespace remise::proof
