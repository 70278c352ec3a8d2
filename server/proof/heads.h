#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "server/proof/merkle.h"

namespace remise::proof {

/// The heads of all histories of the house, as a seal holds them: one leaf each, in the order of their names.
/// Takes 48 bytes for each.
class Heads {
public:
    void reserve(std::size_t histories) { m_heads.reserve(histories); }
    /// Throws std::length_error when no history could have this name.
    void add(std::string_view entity, std::int64_t seq, const domain::Digest& head);
    [[nodiscard]] std::size_t size() const { return m_heads.size(); }

    [[nodiscard]] domain::Digest root();
    /// From the leaves of these histories to the root. Throws std::out_of_range when one is not there.
    [[nodiscard]] std::vector<Path> pathsOf(const std::vector<std::string>& entities);

private:
    /// The first letter of what it is, and its code: sorts as the whole name does.
    using Name = std::array<char, 16>;
    struct Head {
        Name name;
        domain::Digest leaf;
    };
    static Name nameOf(std::string_view entity);
    void sort();

    std::vector<Head> m_heads;
};

}  // namespace remise::proof
