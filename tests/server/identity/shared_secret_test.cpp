#include "server/identity/shared_secret.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace remise;
using identity::sharedSecret;

namespace {

struct Organisation {
    test::TestDatabase database;
    test::TemporaryFolder folder;
    std::filesystem::path here = folder.path() / "here", there = folder.path() / "there";

    auto refuses(const std::filesystem::path& file) {
        return [file](const std::runtime_error& error) {
            const std::string said = error.what();
            return said.starts_with(file.string()) && said.find("Copy the file") != std::string::npos;
        };
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(shared_secret_test, Organisation)

BOOST_AUTO_TEST_CASE(servers_with_the_same_file_share_the_secret) {
    const auto first = sharedSecret(database.pool(), here);
    std::filesystem::copy_file(here, there);
    const auto second = sharedSecret(database.pool(), there);
    BOOST_TEST((first.keyedHash("badge", "x") == second.keyedHash("badge", "x")));
}

BOOST_AUTO_TEST_CASE(a_server_without_the_file_is_told_to_copy_it_and_makes_none) {
    (void)sharedSecret(database.pool(), here);
    BOOST_CHECK_EXCEPTION(sharedSecret(database.pool(), there), std::runtime_error, refuses(there));
    BOOST_TEST(!std::filesystem::exists(there));
}

BOOST_AUTO_TEST_CASE(a_server_with_another_secret_is_told_so) {
    (void)sharedSecret(database.pool(), here);
    (void)identity::readOrMakeSecret(there);
    BOOST_CHECK_EXCEPTION(sharedSecret(database.pool(), there), std::runtime_error, refuses(there));
}

BOOST_AUTO_TEST_SUITE_END()
