#include "terminal/token_file.h"

#include <sys/stat.h>

#include <QTemporaryDir>
#include <boost/test/unit_test.hpp>

using namespace remise::terminal;

namespace {

struct Folder {
    QTemporaryDir folder;
    std::filesystem::path path{folder.path().toStdString()};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(token_file_test)

BOOST_FIXTURE_TEST_CASE(a_token_is_kept_for_its_owner_only, Folder) {
    writeToken(path / "terminal", "secret");
    BOOST_TEST(readToken(path / "terminal") == "secret");
    struct stat file {};
    BOOST_REQUIRE(stat((path / "terminal/token").c_str(), &file) == 0);
    BOOST_TEST((file.st_mode & 0777) == 0600);
}

BOOST_FIXTURE_TEST_CASE(a_new_token_takes_the_place_of_the_old, Folder) {
    writeToken(path, "a longer old one");
    writeToken(path, "new");
    BOOST_TEST(readToken(path) == "new");
}

BOOST_FIXTURE_TEST_CASE(a_terminal_that_was_never_enrolled_has_none, Folder) {
    BOOST_TEST(readToken(path).empty());
}

BOOST_AUTO_TEST_SUITE_END()
