#include "server/proof/heads.h"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "server/proof/seal.h"
#include "server/proof/sha256.h"

using namespace remise::proof;
using remise::domain::Digest;

namespace {

const std::vector<std::string> sorted{"container:CBBBBBBBBB", "drive:DBBBBBBBBB",     "drive:DBBBBBBBBC",
                                      "request:2026-00412",   "request:2026-1234567", "unit:BCDFGHJR"};

Digest headOf(const std::string& entity) {
    return sha256(entity);
}

Heads all(const std::vector<std::string>& entities) {
    Heads heads;
    for (const std::string& entity : entities)
        heads.add(entity, 3, headOf(entity));
    return heads;
}

Digest leafOf(const std::string& entity) {
    return leafHash(historyLeaf(entity, 3, headOf(entity)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(heads_test)

BOOST_AUTO_TEST_CASE(the_leaves_stand_in_the_order_of_the_names_whatever_order_they_came_in) {
    std::vector<Digest> leaves;
    for (const std::string& entity : sorted)
        leaves.push_back(leafOf(entity));
    BOOST_TEST((all({sorted.rbegin(), sorted.rend()}).root() == treeRoot(leaves)));
}

BOOST_AUTO_TEST_CASE(each_head_has_a_path_to_the_root) {
    Heads heads = all(sorted);
    const auto paths = heads.pathsOf(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        BOOST_TEST((follow(leafOf(sorted[i]), paths[i]) == heads.root()));
}

BOOST_AUTO_TEST_CASE(what_is_not_there_has_no_path) {
    BOOST_CHECK_THROW((void)all(sorted).pathsOf({"unit:BCDFGHJJ"}), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(a_name_that_no_history_can_have_is_not_taken) {
    Heads heads;
    BOOST_CHECK_THROW(heads.add("unit", 1, {}), std::length_error);
    BOOST_CHECK_THROW(heads.add("unit:BCDFGHJKLMNPQRST", 1, {}), std::length_error);
}

BOOST_AUTO_TEST_SUITE_END()
