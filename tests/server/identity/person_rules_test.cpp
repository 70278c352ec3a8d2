#include "server/identity/person_rules.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::identity;

BOOST_AUTO_TEST_SUITE(person_rules_test)

BOOST_AUTO_TEST_CASE(an_address_is_kept_in_lower_case_without_blanks) {
    BOOST_TEST(normaliseEmail("  Ada@Example.ORG ").value() == "ada@example.org");
}

const std::string wrongAddresses[] = {"",
                                      "ada",
                                      "@example.org",
                                      "ada@",
                                      "a@b@c.d",
                                      "ada@example",
                                      "ada@.org",
                                      "ada@example..org",
                                      "a da@example.org",
                                      "ada@example.org,b@c.d",
                                      "<ada@example.org>",
                                      "ada@example.org\nBcc: x@y.z"};

BOOST_DATA_TEST_CASE(what_is_no_address_is_refused, wrongAddresses) {
    BOOST_TEST(!normaliseEmail(sample).ok());
}

BOOST_AUTO_TEST_CASE(an_address_of_more_than_254_bytes_is_refused) {
    const std::string host = "@example.org";
    std::string local(254 - host.size(), 'a');
    BOOST_TEST(normaliseEmail(local + host).ok());
    local += 'a';
    BOOST_TEST(!normaliseEmail(local + host).ok());
}

BOOST_AUTO_TEST_CASE(a_name_has_one_to_sixty_letters_of_any_script) {
    BOOST_TEST(normaliseName(" Zoé ").value() == "Zoé");
    BOOST_TEST(!normaliseName(" \t").ok());
    std::string sixty;
    for (int i = 0; i < 60; ++i)
        sixty += "é";
    BOOST_TEST(normaliseName(sixty).ok());
    BOOST_TEST(!normaliseName(sixty + "e").ok());
}

BOOST_AUTO_TEST_SUITE_END()
