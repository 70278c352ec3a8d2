#include "server/identity/passwords.h"

#include <sodium.h>

#include <boost/test/unit_test.hpp>

using namespace remise::identity;

namespace {

const ServerSecret ours{{1, 2, 3}}, theirs{{4, 5, 6}};

}  // namespace

BOOST_AUTO_TEST_SUITE(passwords_test)

BOOST_AUTO_TEST_CASE(a_password_matches_its_own_hash_only) {
    const auto hash = hashPassword("correct horse");
    BOOST_TEST(hash.starts_with("$argon2id$"));
    BOOST_TEST(passwordMatches(hash, "correct horse"));
    BOOST_TEST(!passwordMatches(hash, "Correct horse"));
    BOOST_TEST(!passwordMatches(hash, ""));
}

BOOST_AUTO_TEST_CASE(the_same_password_is_never_hashed_alike) {
    BOOST_TEST(hashPassword("correct horse") != hashPassword("correct horse"));
}

BOOST_AUTO_TEST_CASE(nobodys_hash_costs_what_a_real_one_costs) {
    BOOST_TEST(crypto_pwhash_str_needs_rehash(nobodysPasswordHash,
                                              crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                                              crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE) == 0);
    BOOST_TEST(crypto_pwhash_str_needs_rehash(hashPassword("correct horse").c_str(),
                                              crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                                              crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE) == 0);
}

BOOST_AUTO_TEST_CASE(a_password_needs_ten_characters_of_any_script) {
    BOOST_TEST(!checkPassword("123456789").ok());
    BOOST_TEST(checkPassword("1234567890").ok());
    BOOST_TEST(!checkPassword("ééééé").ok());
    BOOST_TEST(checkPassword("пароль на десять").ok());
    BOOST_TEST(!checkPassword(std::string(257, 'x')).ok());
}

BOOST_AUTO_TEST_CASE(a_pin_has_four_to_eight_digits) {
    BOOST_TEST(checkPinShape("0417").ok());
    BOOST_TEST(checkPinShape("12345678").ok());
    BOOST_TEST(!checkPinShape("123").ok());
    BOOST_TEST(!checkPinShape("123456789").ok());
    BOOST_TEST(!checkPinShape("12a4").ok());
}

BOOST_AUTO_TEST_CASE(a_pins_hash_tells_nothing_without_the_servers_secret) {
    const auto hash = hashPin(ours, "0417");
    BOOST_TEST(pinMatches(ours, hash, "0417"));
    BOOST_TEST(!pinMatches(ours, hash, "0418"));
    BOOST_TEST(!pinMatches(theirs, hash, "0417"));
}

BOOST_AUTO_TEST_SUITE_END()
