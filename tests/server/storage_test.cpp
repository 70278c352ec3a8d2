#include "db/storage.h"

#include <sys/mount.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>

#include "db/database_home.h"
#include "db/transaction.h"
#include "server/ledger/verify.h"
#include "tests/server/working_floor.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

using namespace remise;
using test::ServerProcess;
namespace fs = std::filesystem;

namespace {

/// A small disk of its own. Mounting one needs the rights for it.
struct SmallDisk {
    test::TemporaryFolder folder;
    fs::path path = folder.path() / "disk";
    bool isThere;

    SmallDisk() {
        fs::permissions(folder.path(), fs::perms(0755));
        fs::create_directory(path);
        isThere = mount("tmpfs", path.c_str(), "tmpfs", 0, "size=256m,mode=755") == 0;
    }
    ~SmallDisk() {
        if (isThere) umount2(path.c_str(), MNT_DETACH);
    }
    /// Fills it but for so many bytes.
    void leave(std::uintmax_t bytes) const {
        std::ofstream filler(path / "filler", std::ios::binary | std::ios::app);
        const std::string piece(1 << 20, 'x');
        while (fs::space(path).available > bytes && filler << piece << std::flush) {
        }
    }
    void makeRoom() const { fs::remove(path / "filler"); }
};

struct Site {
    SmallDisk disk;
    fs::path data = disk.path / "data";
    std::unique_ptr<ServerProcess> server;
    std::unique_ptr<test::WorkingFloor> floor;
    std::string unit;

    /// False when this machine gives no disk to fill.
    [[nodiscard]] bool opens() {
        if (!disk.isThere) {
            BOOST_TEST_MESSAGE("skipped: a disk to fill can be mounted by root only");
            return false;
        }
        server = std::make_unique<ServerProcess>(data);
        server->awaitReady();
        floor = std::make_unique<test::WorkingFloor>(settings(), identity::readOrMakeSecret(data / "secret"));
        unit = floor->receivedLaptop(server->port());
        return true;
    }
    [[nodiscard]] db::Settings settings() const {
        return db::openDatabase(data, {}, db::IfRunning::join).settings();
    }
    [[nodiscard]] domain::Value send(std::string_view kind) const {
        return floor->sendTo(server->port(), floor->command(kind, unit));
    }
    [[nodiscard]] bool isWhole() const {
        db::Pool pool(settings(), 4);
        return ledger::verify(pool).content();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(storage_test, Site)

BOOST_AUTO_TEST_CASE(with_nearly_no_room_left_nothing_is_written_and_everybody_is_told) {
    if (!opens()) return;
    disk.leave(16 << 20);
    const auto block = floor->command("block", unit);
    BOOST_TEST(floor->sendTo(server->port(), block).textOr("code") == "storage_full");
    BOOST_TEST(server->readiness() == 503);
    disk.makeRoom();
    BOOST_TEST(floor->sendTo(server->port(), block).textOr("status") == "accepted");
    BOOST_TEST(server->readiness() == 200);
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(the_disk_of_the_binary_logs_needs_room_too) {
    if (!disk.isThere) return;
    const test::TemporaryFolder other;
    auto options = test::quickOptions();
    options.more.insert(options.more.end(),
                        {"--log-bin=" + (disk.path / "binlog").string(), "--server-id=1"});
    const db::PrivateMariadb database(other.path() / "db", options);
    db::Connection connection(database.settings());
    { const db::Transaction begun(connection); }
    disk.leave(16 << 20);
    BOOST_CHECK_EXCEPTION(db::Transaction{connection}, db::Error, db::isStorageFull);
    disk.makeRoom();
    const db::Transaction again(connection);
}

BOOST_AUTO_TEST_CASE(a_database_that_dies_on_a_full_disk_comes_back_by_itself_when_there_is_room) {
    if (!opens()) return;
    test::Load person(*floor, [this] { return server->port(); });
    person.awaitMore(30);
    disk.leave(0);
    kill(test::databaseOf(*server), SIGKILL);
    BOOST_TEST(server->readiness() == 503);
    const auto refusal = send("block").textOr("code");
    BOOST_TEST((refusal == "unavailable" || refusal == "storage_full"), refusal);
    disk.makeRoom();
    server->awaitReady();
    person.awaitMore(10);
    person.stop();
    BOOST_TEST(test::missingIn(settings(), person).empty());
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_CASE(a_database_on_a_disk_that_became_read_only_comes_back_when_it_can_write) {
    if (!opens()) return;
    const fs::path files = data / "mysql";
    BOOST_REQUIRE(mount(files.c_str(), files.c_str(), nullptr, MS_BIND, nullptr) == 0);
    BOOST_REQUIRE(mount(nullptr, files.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0);
    kill(test::databaseOf(*server), SIGKILL);
    BOOST_TEST(server->readiness() == 503);
    BOOST_TEST(send("block").textOr("code") == "unavailable");
    BOOST_REQUIRE(umount2(files.c_str(), MNT_DETACH) == 0);
    server->awaitReady();
    BOOST_TEST(send("block").textOr("status") == "accepted");
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_SUITE_END()
