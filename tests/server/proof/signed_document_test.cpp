#include "server/proof/signed_document.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using domain::Value;
using proof::Authenticity;

namespace {

struct Signed {
    Signed()
        : document(
              proof::signDocument(Value::Object{{"unit", "BCDFGHJR"}, {"drives", Value::Array{"S1"}}}, key)),
          keys{{key.publicKey().id(), key.publicKey()}} {}

    const proof::SigningKey key = proof::SigningKey::make();
    Value document;
    const proof::PublicKeys keys;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(signed_document_test)

BOOST_AUTO_TEST_CASE(a_document_as_it_was_signed_is_genuine) {
    const Signed s;
    BOOST_TEST(s.document.textOr("key") == s.key.publicKey().id());
    BOOST_TEST(s.document.textOr("signature").size() == 128u);
    BOOST_TEST((proof::checkDocument(s.document, s.keys) == Authenticity::genuine));
}

BOOST_AUTO_TEST_CASE(a_member_changed_added_or_taken_away_shows) {
    const Signed s;
    Value changed = s.document, longer = s.document, shorter = s.document;
    changed["unit"] = "XXXXXXXH";
    longer["erase"] = "purge";
    shorter.object().erase("drives");
    for (const Value& altered : {changed, longer, shorter})
        BOOST_TEST((proof::checkDocument(altered, s.keys) == Authenticity::altered));
}

BOOST_AUTO_TEST_CASE(another_key_does_not_vouch_for_it_even_under_its_name) {
    Signed s;
    const auto stranger = proof::SigningKey::make();
    const Value foreign = proof::signDocument(Value::Object{{"unit", "BCDFGHJR"}}, stranger);
    BOOST_TEST((proof::checkDocument(foreign, s.keys) == Authenticity::unknownKey));
    Value posing = foreign;
    posing["key"] = s.key.publicKey().id();
    BOOST_TEST((proof::checkDocument(posing, s.keys) == Authenticity::altered));
}

BOOST_AUTO_TEST_CASE(what_carries_no_signature_is_not_believed) {
    Signed s;
    for (const auto* member : {"key", "signature"}) {
        Value bare = s.document;
        bare.object().erase(member);
        BOOST_TEST((proof::checkDocument(bare, s.keys) == Authenticity::unsignedText));
    }
    s.document["signature"] = "00";
    BOOST_TEST((proof::checkDocument(s.document, s.keys) == Authenticity::unsignedText));
    BOOST_TEST((proof::checkDocument(Value("text"), s.keys) == Authenticity::unsignedText));
}

BOOST_AUTO_TEST_SUITE_END()
