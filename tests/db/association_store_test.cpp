#include "db/association_store.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace remise;
using enum domain::AssociationState;

namespace {

domain::Association association(std::string rna, domain::Milliseconds since = 1000) {
    domain::Association made;
    made.id = domain::Uuid::v7(since);
    made.name = "L'été à Bâle 🚲 \"<b>\"";
    made.legalKind = "loi_1901";
    made.rna = std::move(rna);
    made.state = toReview;
    made.createdAt = made.changedAt = since;
    return made;
}

struct Store {
    test::TestDatabase database;
    db::Lease lease = database.pool().take();
    db::Connection& connection = *lease;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(association_store_test, Store)

BOOST_AUTO_TEST_CASE(an_association_comes_back_as_it_was_written) {
    const auto written = association("W751515517");
    db::addAssociation(connection, written);
    const auto read = db::findAssociation(connection, written.id);
    BOOST_REQUIRE(read);
    BOOST_TEST(read->name == written.name);
    BOOST_TEST(read->rna == "W751515517");
    BOOST_TEST(read->siren == "");
    BOOST_TEST((read->state == toReview));
    BOOST_TEST(!read->validatedAt);
}

BOOST_AUTO_TEST_CASE(an_empty_identifier_matches_nobody_and_may_be_there_many_times) {
    db::addAssociation(connection, association(""));
    db::addAssociation(connection, association(""));
    BOOST_TEST(!db::findAssociationByIdentifier(connection, "", ""));
    db::addAssociation(connection, association("W751515517"));
    BOOST_TEST(db::findAssociationByIdentifier(connection, "W751515517", "").has_value());
    BOOST_CHECK_THROW(db::addAssociation(connection, association("W751515517")), db::Error);
}

BOOST_AUTO_TEST_CASE(a_step_is_taken_once_from_the_version_that_was_seen) {
    const auto file = association("W751515517");
    db::addAssociation(connection, file);
    const db::AssociationStep step{file.id, 1, toReview, validated, "", domain::Uuid::v4(), 5000};
    BOOST_TEST(db::recordAssociationStep(connection, step));
    BOOST_TEST(!db::recordAssociationStep(connection, step));
    BOOST_TEST(db::findAssociation(connection, file.id)->validatedAt.value_or(0) == 5000);
    BOOST_TEST(db::listAssociationSteps(connection, file.id).size() == 1U);
}

BOOST_AUTO_TEST_CASE(those_that_wait_longest_come_first_page_by_page) {
    const auto young = association("W751515517", 3000), old = association("W9R1011072", 1000);
    db::addAssociation(connection, young);
    db::addAssociation(connection, old);
    const auto first = db::listAssociations(connection, {toReview, nullptr, 1});
    BOOST_REQUIRE(first.size() == 1);
    BOOST_TEST((first[0].id == old.id));
    const auto second = db::listAssociations(connection, {toReview, &first[0], 1});
    BOOST_REQUIRE(second.size() == 1);
    BOOST_TEST((second[0].id == young.id));
    BOOST_TEST(db::listAssociations(connection, {toReview, &second[0], 1}).empty());
    BOOST_TEST(db::listAssociations(connection, {validated, nullptr, 10}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
