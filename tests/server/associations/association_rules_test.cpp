#include "server/associations/association_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::associations;
using enum domain::AssociationState;

namespace {

std::string codeOf(const domain::Verdict& verdict) {
    return verdict ? "" : std::string(verdict.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(association_rules_test)

BOOST_AUTO_TEST_CASE(only_a_validated_association_orders_and_one_to_renew_still_does) {
    for (const auto state : domain::everyAssociationState)
        BOOST_TEST(mayOrder(state).ok() == (state == validated || state == toRenew));
}

BOOST_AUTO_TEST_CASE(what_the_association_reads_needs_a_reason) {
    BOOST_TEST(codeOf(checkFileStep(toReview, validated, "")) == "");
    BOOST_TEST(codeOf(checkFileStep(toReview, incomplete, "")) == "reason_needed");
    BOOST_TEST(codeOf(checkFileStep(toReview, incomplete, "Il manque les statuts.")) == "");
    BOOST_TEST(codeOf(checkFileStep(toReview, refused, std::string(501, 'x'))) == "field_too_long");
}

BOOST_AUTO_TEST_CASE(a_file_moves_only_along_the_table) {
    BOOST_TEST(codeOf(checkFileStep(removed, validated, "because")) == "association_step");
    BOOST_TEST(codeOf(checkFileStep(created, validated, "because")) == "association_step");
    BOOST_TEST(codeOf(checkFileStep(validated, validated, "because")) == "association_step");
}

BOOST_AUTO_TEST_SUITE_END()
