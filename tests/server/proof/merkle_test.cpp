#include "server/proof/merkle.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <numeric>

#include "server/proof/sha256.h"

using namespace remise;
using namespace remise::proof;
using domain::Digest;
namespace data = boost::unit_test::data;

namespace {

std::vector<Digest> leaves(std::size_t count) {
    std::vector<Digest> hashes;
    for (std::size_t i = 0; i < count; ++i)
        hashes.push_back(leafHash("leaf " + std::to_string(i)));
    return hashes;
}

/// RFC 6962, section 2.1, word for word: split at the largest power of two smaller than n.
Digest rootAsTheRfcSays(const std::vector<Digest>& hashes) {
    if (hashes.size() == 1) return hashes.front();
    std::size_t k = 1;
    while (k * 2 < hashes.size())
        k *= 2;
    const auto middle = hashes.begin() + static_cast<std::ptrdiff_t>(k);
    return nodeHash(rootAsTheRfcSays({hashes.begin(), middle}), rootAsTheRfcSays({middle, hashes.end()}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merkle_test)

BOOST_AUTO_TEST_CASE(the_tree_of_nothing_is_the_hash_of_nothing) {
    BOOST_TEST(treeRoot({}).hex() == sha256("").hex());
}

BOOST_AUTO_TEST_CASE(published_roots_come_out) {
    // The test vectors of Certificate Transparency's reference code: one empty leaf, then "\0".
    BOOST_TEST(treeRoot({leafHash("")}).hex() ==
               "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    BOOST_TEST(treeRoot({leafHash(""), leafHash(std::string(1, '\0'))}).hex() ==
               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
}

BOOST_DATA_TEST_CASE(a_tree_of_any_size_is_the_rfcs, data::xrange(1, 70), size) {
    BOOST_TEST(treeRoot(leaves(static_cast<std::size_t>(size))).hex() ==
               rootAsTheRfcSays(leaves(static_cast<std::size_t>(size))).hex());
}

BOOST_AUTO_TEST_CASE(every_leaf_has_a_path_to_the_root_and_no_other_leaf_takes_it) {
    for (std::size_t size = 1; size < 34; ++size) {
        const auto hashes = leaves(size);
        std::vector<std::size_t> all(size);
        std::iota(all.begin(), all.end(), 0);
        GrowingTree tree(all);
        for (const Digest& hash : hashes)
            tree.add(hash);
        const Digest root = tree.root();
        BOOST_TEST((root == treeRoot(hashes)));
        for (std::size_t i = 0; i < size; ++i) {
            const auto& path = tree.pathOf(i);
            BOOST_TEST((follow(hashes[i], path) == root));
            BOOST_TEST((follow(leafHash("another"), path) == root) == false);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_node_cannot_pass_for_a_leaf) {
    const auto hashes = leaves(2);
    BOOST_TEST((leafHash(hashes[0].raw() + hashes[1].raw()) == treeRoot(hashes)) == false);
}

BOOST_AUTO_TEST_SUITE_END()
