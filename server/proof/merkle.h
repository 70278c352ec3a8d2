#pragma once

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

/// Of the leaves' hashes, in their order. Of none at all: SHA-256 of nothing.
domain::Digest treeRoot(std::vector<domain::Digest> leafHashes);

enum class Side { left, right };

/// A neighbour on the way from a leaf up to the root, and the side it stands on.
struct PathStep {
    Side side;
    domain::Digest hash;
};

/// What leads from this leaf to the root. There must be such a leaf.
std::vector<PathStep> pathToRoot(std::vector<domain::Digest> leafHashes, std::size_t leaf);
/// Where the path leads from this leaf.
domain::Digest follow(domain::Digest leaf, const std::vector<PathStep>& path);

}  // namespace remise::proof
