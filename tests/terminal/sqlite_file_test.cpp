#include "terminal/sqlite_file.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "terminal/outbox_file.h"
#include "tests/support/temporary_folder.h"

using namespace remise::terminal;
namespace fs = std::filesystem;

namespace {

constexpr auto owners = fs::perms::owner_read | fs::perms::owner_write;

fs::perms rightsOf(const fs::path& path) {
    return fs::status(path).permissions();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_file_test)

BOOST_AUTO_TEST_CASE(what_is_kept_is_closed_to_others_also_where_it_was_open_before) {
    const remise::test::TemporaryFolder folder;
    const fs::path path = folder.path() / "outbox.sqlite", journal = folder.path() / "outbox.sqlite-journal";
    { OutboxFile file(folder.path()); }
    std::ofstream(journal).flush();
    for (const fs::path& wide : {path, journal})
        fs::permissions(wide, fs::perms::owner_all | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(folder.path(), fs::perms::all);
    OutboxFile file(folder.path());
    BOOST_TEST((rightsOf(folder.path()) == fs::perms::owner_all));
    BOOST_TEST((rightsOf(path) == owners));
    BOOST_TEST((rightsOf(journal) == owners));
}

BOOST_AUTO_TEST_CASE(a_folder_that_all_may_use_stays_open_to_all) {
    const remise::test::TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::all | fs::perms::sticky_bit);
    OutboxFile file(folder.path());
    BOOST_TEST((rightsOf(folder.path()) == (fs::perms::all | fs::perms::sticky_bit)));
    BOOST_TEST((rightsOf(folder.path() / "outbox.sqlite") == owners));
}

BOOST_AUTO_TEST_SUITE_END()
