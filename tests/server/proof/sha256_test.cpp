#include "server/proof/sha256.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

using namespace remise::proof;
namespace data = boost::unit_test::data;

namespace {

struct Vector {
    std::string text, hex;
};
/// FIPS 180-4, NIST's examples.
const Vector vectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};
std::ostream& operator<<(std::ostream& out, const Vector& vector) {
    return out << vector.text.substr(0, 20);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sha256_test)

BOOST_DATA_TEST_CASE(the_published_examples_have_their_hashes, data::make(vectors), vector) {
    BOOST_TEST(sha256(vector.text).hex() == vector.hex);
}

BOOST_AUTO_TEST_CASE(one_hash_leaves_nothing_behind_for_the_next) {
    for (int i = 0; i < 3; ++i)
        for (const Vector& vector : vectors)
            BOOST_TEST(sha256(vector.text).hex() == vector.hex);
}

BOOST_AUTO_TEST_CASE(each_thread_hashes_for_itself) {
    std::vector<std::thread> threads;
    std::vector<std::string> hashes(8);
    for (auto& hash : hashes)
        threads.emplace_back([&hash] {
            for (int i = 0; i < 1000; ++i)
                hash = sha256("abc").hex();
        });
    for (auto& thread : threads)
        thread.join();
    for (const auto& hash : hashes)
        BOOST_TEST(hash == vectors[1].hex);
}

BOOST_AUTO_TEST_CASE(the_published_examples_have_their_hmac) {
    // RFC 4231, test cases 1, 2 and 6.
    BOOST_TEST(Hmac(std::string(20, '\x0b')).of("Hi There").hex() ==
               "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    BOOST_TEST(Hmac("Jefe").of("what do ya want for nothing?").hex() ==
               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    BOOST_TEST(
        Hmac(std::string(131, '\xaa')).of("Test Using Larger Than Block-Size Key - Hash Key First").hex() ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

BOOST_AUTO_TEST_CASE(random_bytes_are_as_many_as_asked_and_never_the_same) {
    BOOST_TEST(randomBytes(32).size() == 32u);
    BOOST_TEST(randomBytes(0).empty());
    BOOST_TEST(randomBytes(32) != randomBytes(32));
}

BOOST_AUTO_TEST_SUITE_END()
