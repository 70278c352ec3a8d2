#include "server/proof/signature.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/ids.h"

using namespace remise::proof;
using remise::domain::Digest;

namespace {

/// RFC 8032, section 7.1, test 2, its private key as a PEM file holds it.
const std::string pem =
    "-----BEGIN PRIVATE KEY-----\n"
    "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";

std::string bytes(std::string_view hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signature_test)

BOOST_AUTO_TEST_CASE(a_key_from_a_file_signs_and_its_public_key_agrees) {
    const auto key = SigningKey::make();
    const auto again = SigningKey::fromPem(key.pem());
    const auto known = PublicKey::fromPem(key.publicKey().pem());
    BOOST_TEST(known.id() == key.publicKey().id());
    BOOST_TEST(known.id().size() == 16u);
    BOOST_TEST(again.sign("words") == key.sign("words"));
    BOOST_TEST(known.verifies(again.sign("words"), "words"));
}

BOOST_AUTO_TEST_CASE(another_word_another_signature_or_another_key_is_refused) {
    const auto key = SigningKey::make();
    const std::string signature = key.sign("words");
    const auto known = key.publicKey();
    BOOST_TEST(!known.verifies(signature, "word"));
    BOOST_TEST(!known.verifies("", "words"));
    BOOST_TEST(!known.verifies(signature + "x", "words"));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        std::string wrong = signature;
        wrong[i] = static_cast<char>(wrong[i] ^ 1);
        BOOST_TEST(!known.verifies(wrong, "words"));
    }
    BOOST_TEST(!SigningKey::make().publicKey().verifies(signature, "words"));
}

BOOST_AUTO_TEST_CASE(the_published_signature_comes_out) {
    const auto key = SigningKey::fromPem(pem);
    BOOST_TEST(key.sign("r") == bytes("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
}

BOOST_AUTO_TEST_CASE(what_is_no_key_is_said_to_be_none) {
    BOOST_CHECK_THROW((void)SigningKey::fromPem("secret"), std::runtime_error);
    BOOST_CHECK_THROW((void)PublicKey::fromPem("-----BEGIN PUBLIC KEY-----\n"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
