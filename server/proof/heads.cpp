#include "server/proof/heads.h"

#include <algorithm>
#include <stdexcept>

#include "server/proof/seal.h"

namespace remise::proof {

using domain::Digest;

Heads::Name Heads::nameOf(std::string_view entity) {
    const auto colon = entity.find(':');
    Name name{};
    if (colon == 0 || colon == entity.npos || entity.size() - colon > name.size())
        throw std::length_error("no history is called " + std::string(entity));
    name.front() = entity.front();
    std::ranges::copy(entity.substr(colon + 1), name.begin() + 1);
    return name;
}

void Heads::add(std::string_view entity, std::int64_t seq, const Digest& head) {
    m_heads.push_back({nameOf(entity), leafHash(historyLeaf(entity, seq, head))});
}

void Heads::sort() {
    std::ranges::sort(m_heads, {}, &Head::name);
}

Digest Heads::root() {
    sort();
    GrowingTree tree;
    for (const Head& head : m_heads)
        tree.add(head.leaf);
    return tree.root();
}

std::vector<Path> Heads::pathsOf(const std::vector<std::string>& entities) {
    sort();
    std::vector<std::size_t> numbers;
    for (const std::string& entity : entities) {
        const auto at = std::ranges::lower_bound(m_heads, nameOf(entity), {}, &Head::name);
        if (at == m_heads.end() || at->name != nameOf(entity))
            throw std::out_of_range("there is no head of " + entity);
        numbers.push_back(static_cast<std::size_t>(at - m_heads.begin()));
    }
    GrowingTree tree(numbers);
    for (const Head& head : m_heads)
        tree.add(head.leaf);
    (void)tree.root();
    std::vector<Path> paths;
    for (const std::size_t number : numbers)
        paths.push_back(tree.pathOf(number));
    return paths;
}

}  // namespace remise::proof
