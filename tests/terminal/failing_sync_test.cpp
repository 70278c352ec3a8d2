#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>

#include "tests/terminal/sent_work.h"
#include "tests/terminal/workbench.h"

namespace {

/// The disk fails when SQLite asks it to hold on to a journal that it has just emptied: the change is made
/// by then, although SQLite says that it could not be.
bool failsAfterTheChange = false;

int syncedOr(int failure, long (*sync)(int), int file) {
    struct stat found {};
    if (failsAfterTheChange && ::fstat(file, &found) == 0 && found.st_size == 0) {
        errno = failure;
        return -1;
    }
    return static_cast<int>(sync(file));
}

}  // namespace

// SQLite finds these before those of the C library.
extern "C" int fsync(int file) {
    return syncedOr(
        EIO, [](int f) { return ::syscall(SYS_fsync, f); }, file);
}
extern "C" int fdatasync(int file) {
    return syncedOr(
        EIO, [](int f) { return ::syscall(SYS_fdatasync, f); }, file);
}

using namespace remise::terminal;
using namespace sent_work;

BOOST_AUTO_TEST_SUITE(failing_sync_test)

BOOST_AUTO_TEST_CASE(what_was_called_not_stored_is_never_sent_and_work_goes_on) {
    Ledger ledger;
    const remise::test::TemporaryFolder folder;
    Client client(ledger.server.url(), remise::domain::Language::french);
    auto outbox = std::make_unique<Outbox>(client, folder.path());
    const auto unkept = clean(floor_of::unit);
    failsAfterTheChange = true;
    const auto verdict = outbox->add({unkept});
    failsAfterTheChange = false;
    BOOST_TEST(!verdict.ok());
    BOOST_TEST(outbox->add({clean(floor_of::unit)}).ok());
    outbox.reset();
    BOOST_TEST(Outbox(client, folder.path()).waiting() == 1);
}

BOOST_AUTO_TEST_CASE(what_was_called_not_stored_is_not_sent_by_a_start_right_after_it_either) {
    Ledger ledger;
    const remise::test::TemporaryFolder folder;
    Client client(ledger.server.url(), remise::domain::Language::french);
    auto outbox = std::make_unique<Outbox>(client, folder.path());
    failsAfterTheChange = true;
    const auto verdict = outbox->add({clean(floor_of::unit)});
    failsAfterTheChange = false;
    BOOST_TEST(!verdict.ok());
    outbox.reset();
    BOOST_TEST(Outbox(client, folder.path()).waiting() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
