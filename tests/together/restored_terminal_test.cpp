#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/terminal/small_server.h"
#include "tests/together/desk.h"

using namespace remise;
using namespace remise::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> codesIn(const fs::path& folder) {
    terminal::Cache cache(folder);
    std::set<std::string> codes;
    while (const auto code = cache.takeCode())
        codes.insert(*code);
    return codes;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(restored_terminal_test, House)

BOOST_AUTO_TEST_CASE(an_old_copy_of_a_terminal_is_found_out_doubles_nothing_and_gets_codes_of_its_own) {
    const auto token = newTerminal(), badge = newWorker();
    const auto before = receivedLaptop(), since = receivedLaptop(), afterwards = receivedLaptop();
    const TemporaryFolder disk, image, another;
    {
        Desk desk(*this, token, disk.path());
        desk.signIn(badge, "sorting");
        desk.sort(before);
        fs::copy(disk.path(), image.path(), fs::copy_options::recursive);
        fs::copy(disk.path(), another.path(), fs::copy_options::recursive);
        desk.sort(since);
        waitUntil([&] { return desk.outbox().waiting() == 0; });
    }
    BOOST_TEST(!hasAlert("terminal_restored"));
    const auto oldCodes = codesIn(another.path());

    Desk old(*this, token, image.path());
    waitUntil([&] { return hasAlert("terminal_restored"); });
    old.signIn(badge, "sorting");
    old.sort(afterwards);
    waitUntil([&] { return old.outbox().waiting() == 0; });
    BOOST_TEST(*old.kept().at(0).counter == 3, "it counts on from what the server has seen");
    for (const auto& unit : {before, since, afterwards})
        BOOST_TEST(kindsOf(unit) == "receive sort");
    waitUntil([&] { return old.cache().codesLeft() > 0; });
    BOOST_TEST(!oldCodes.empty());
    while (const auto code = old.cache().takeCode())
        BOOST_TEST(!oldCodes.contains(*code));
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_SUITE_END()
