#include "server/identity/secrets.h"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "server/domain/codes.h"
#include "tests/support/test_database.h"

using namespace remise;
using namespace remise::identity;

namespace {

const ServerSecret ours{{1, 2, 3}}, theirs{{4, 5, 6}};

}  // namespace

BOOST_AUTO_TEST_SUITE(secrets_test)

BOOST_AUTO_TEST_CASE(a_badge_is_a_code_of_its_kind_and_no_two_are_alike) {
    std::set<std::string> badges;
    for (int i = 0; i < 100; ++i) {
        const auto badge = newBadge();
        BOOST_TEST((domain::codeKind(badge) == domain::CodeKind::badge));
        badges.insert(badge);
    }
    BOOST_TEST(badges.size() == 100u);
}

BOOST_AUTO_TEST_CASE(a_badge_reads_the_same_in_lower_case_and_with_blanks) {
    const auto badge = newBadge();
    std::string lower;
    for (const char c : badge)
        lower += static_cast<char>(std::tolower(c));
    BOOST_TEST((badgeHash(ours, " " + lower + "\r\n") == badgeHash(ours, badge)));
}

BOOST_AUTO_TEST_CASE(without_the_servers_secret_a_badges_hash_cannot_be_found) {
    const auto badge = newBadge();
    BOOST_TEST((badgeHash(ours, badge) != badgeHash(theirs, badge)));
    BOOST_TEST((badgeHash(ours, badge) != tokenHash(badge)));
}

BOOST_AUTO_TEST_CASE(the_same_letters_for_two_purposes_have_two_hashes) {
    BOOST_TEST((ours.keyedHash("pin", "1234") != ours.keyedHash("badge", "1234")));
}

BOOST_AUTO_TEST_CASE(a_keyed_hash_is_hmac_sha_256) {
    // echo -n 'p\0text' | openssl dgst -sha256 -mac HMAC -macopt hexkey:010203000…
    const auto digest = ours.keyedHash("p", "text");
    BOOST_TEST(digest.hex() == "cd177874f6c641b8d6bce362cafea6e89ba97ede126b59169f1b017edb0c7306");
}

BOOST_AUTO_TEST_CASE(a_token_has_256_bits_in_43_plain_characters) {
    const auto token = newToken();
    BOOST_TEST(token.size() == 43u);
    BOOST_TEST(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
               token.npos);
    BOOST_TEST(token != newToken());
}

BOOST_AUTO_TEST_CASE(an_access_code_may_be_typed_without_its_dashes) {
    const auto code = newEnrolmentCode();
    std::string typed;
    for (const char c : code)
        if (c != '-') typed += static_cast<char>(std::tolower(c));
    BOOST_TEST(code.size() == 19u);
    BOOST_TEST((enrolmentHash(ours, typed) == enrolmentHash(ours, code)));
}

BOOST_AUTO_TEST_CASE(a_new_pin_is_never_one_digit_repeated) {
    for (int i = 0; i < 2000; ++i) {
        const auto pin = newPin(2);
        BOOST_TEST(pin.size() == 2u);
        BOOST_TEST(pin[0] != pin[1]);
    }
}

BOOST_AUTO_TEST_CASE(a_missing_secret_is_made_once_and_for_its_owner_only) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "secret";
    const auto first = readOrMakeSecret(file), second = readOrMakeSecret(file);
    BOOST_TEST((first.keyedHash("p", "x") == second.keyedHash("p", "x")));
    struct stat seen {};
    BOOST_TEST(::stat(file.c_str(), &seen) == 0);
    BOOST_TEST((seen.st_mode & 0777) == 0600u);
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_holds_no_secret_is_told_by_name) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "secret";
    std::ofstream(file) << "hello\n";
    BOOST_CHECK_EXCEPTION(readOrMakeSecret(file), std::runtime_error, [&](const auto& error) {
        return std::string(error.what()).find(file.string()) != std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()
