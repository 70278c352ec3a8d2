#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "db/connection.h"
#include "db/migrate.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;

namespace {

/// The program itself, as whoever looks after the server runs it.
struct Administrator : test::LedgerFixture {
    test::TemporaryFolder folder;

    /// Its exit status.
    int run(const std::string& arguments, const db::Settings& settings) {
        const std::string address = "unix://" + settings.socket + "?user=" + settings.user +
                                    "&password=" + settings.password + "&database=" + settings.database;
        const std::string line = "REMISE_DATABASE='" + address + "' " REMISE_BINARY_DIR "/bin/remise-admin " +
                                 arguments + " >/dev/null 2>&1";
        const int status = std::system(line.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    int run(const std::string& command) {
        return run(command + " --data " + folder.path().string(), database.settings());
    }
};

/// One that has ended but is not reaped yet still has a number.
bool isAlive(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    return std::getline(file, line) && line.find(") Z") == std::string::npos;
}

pid_t startBackup(const Administrator& administrator, const std::filesystem::path& data,
                  const std::filesystem::path& to, const std::string& path) {
    const pid_t process = fork();
    if (process != 0) return process;
    const auto& settings = administrator.database.settings();
    setenv(
        "REMISE_DATABASE",
        ("unix://" + settings.socket + "?user=" + settings.user + "&database=" + settings.database).c_str(),
        1);
    setenv("PATH", path.c_str(), 1);
    execl(REMISE_BINARY_DIR "/bin/remise-admin", "remise-admin", "backup", "--data", data.c_str(), "--to",
          to.c_str(), nullptr);
    _exit(127);
}

/// A backup whose dump never ends.
struct SlowBackup {
    std::filesystem::path to, begun;
    pid_t process = 0;

    explicit SlowBackup(Administrator& administrator)
        : to(administrator.folder.path() / "kept"), begun(administrator.folder.path() / "begun") {
        const auto programs = administrator.folder.path() / "bin",
                   data = administrator.folder.path() / "data";
        for (const auto& each : {to, programs, data})
            std::filesystem::create_directory(each);
        std::ofstream(data / "secret") << "s3cret\n";
        std::ofstream(programs / "mariadb-dump")
            << "#!/bin/sh\necho $$ > " << begun.string() << ".new\nmv " << begun.string() << ".new "
            << begun.string() << "\nexec sleep 1000\n";
        std::filesystem::permissions(programs / "mariadb-dump", std::filesystem::perms(0755));
        process = startBackup(administrator, data, to, programs.string() + ":/usr/bin:/bin");
        while (!std::filesystem::exists(begun))
            BOOST_REQUIRE(waitpid(process, nullptr, WNOHANG) == 0);
    }
    [[nodiscard]] int awaitEnd() const {
        int status = 0;
        waitpid(process, &status, 0);
        return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    }
    /// Waits for it; a test that hangs here has found that it goes on.
    [[nodiscard]] bool hasDumpEnded() const {
        pid_t dump = 0;
        std::ifstream(begun) >> dump;
        while (isAlive(dump))
            std::this_thread::yield();
        return dump > 0;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(remise_admin_main_test, Administrator)

BOOST_AUTO_TEST_CASE(verify_ends_with_0_only_while_the_ledger_is_whole) {
    laptopAt("in_stock");
    BOOST_TEST(run("verify") == 0);
    {
        const auto connection = database.pool().take();
        connection->execute("UPDATE unit SET stage = 'delivered'");
    }
    BOOST_TEST(run("verify") == 1);
}

BOOST_AUTO_TEST_CASE(reparse_reads_kept_inventories_again) {
    {
        const auto connection = database.pool().take();
        connection->execute(
            "INSERT INTO inventory (id, site, received_at, sender, format, state, refusal, sha256, summary, "
            "body) "
            "VALUES (REPEAT('i', 16), '', 1, REPEAT('s', 16), 'unknown', 'unread', 'not_json', REPEAT('h', "
            "32), "
            "'{}', '{\"deviceid\": \"x\", \"content\": {}}')");
    }
    BOOST_TEST(run("reparse") == 0);
    BOOST_TEST(count("inventory WHERE state = 'unassigned'") == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_call_ends_with_2) {
    BOOST_TEST(run("", database.settings()) == 2);
    BOOST_TEST(run("verify", database.settings()) == 2);
    BOOST_TEST(run("dance") == 2);
    BOOST_TEST(run("verify --loudly") == 2);
    BOOST_TEST(run("add-worker --site nord --role king") == 2);
    BOOST_TEST(run("restore --from here --until yesterday") == 2);
    const auto kept = folder.path() / "kept";
    std::filesystem::create_directory(kept);
    for (const char* keep : {" --keep 0", " --keep 5x", " --kep 720"})
        BOOST_TEST(run("backup --to " + kept.string() + keep) == 2);
    BOOST_TEST(std::filesystem::is_empty(kept));
    BOOST_TEST(run("restore --from here --untill '2026-11-22 14:05:00'") == 2);
}

BOOST_AUTO_TEST_CASE(a_terminal_is_enrolled_only_at_a_site_where_somebody_works) {
    BOOST_TEST(run("enrol-terminal --site nord") == 1);
    BOOST_TEST(run("add-worker --site nord") == 0);
    BOOST_TEST(run("enrol-terminal --site nord") == 0);
    BOOST_TEST(run("enrol-terminal --site nrod") == 1);
    BOOST_TEST(run("enrol-terminal --site ''") == 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_done_ends_with_1) {
    test::TestDatabase empty(test::Tables::none);
    const std::string data = " --data " + folder.path().string();
    BOOST_TEST(run("verify" + data, empty.settings()) == 1);
    BOOST_TEST(run("migrate" + data, empty.settings()) == 0);
    BOOST_TEST(run("verify" + data, empty.settings()) == 0);
    db::Settings nowhere = database.settings();
    nowhere.socket = folder.path() / "nobody";
    BOOST_TEST(run("verify" + data, nowhere) == 1);
    receivedLaptop();
    BOOST_TEST(run("seed") == 1);
}

BOOST_AUTO_TEST_CASE(a_backup_of_a_folder_that_holds_nothing_makes_nothing_there) {
    const auto typo = folder.path() / "typo";
    const std::string line = "env -u REMISE_DATABASE " REMISE_BINARY_DIR "/bin/remise-admin backup --data " +
                             typo.string() + " --to " + folder.path().string() + " 2>/dev/null";
    BOOST_TEST(std::system(line.c_str()) != 0);
    BOOST_TEST(std::filesystem::is_empty(folder.path()));
}

BOOST_AUTO_TEST_CASE(a_disk_that_is_not_plugged_in_is_no_new_place_for_backups) {
    const auto place = folder.path() / "no-disk";
    BOOST_TEST(run("backup --to " + place.string() + " --keep 9") == 1);
    BOOST_TEST(!std::filesystem::exists(place));
}

BOOST_AUTO_TEST_CASE(a_backup_that_is_asked_to_end_clears_up_and_its_programs_end_with_it) {
    SlowBackup backup(*this);
    kill(backup.process, SIGTERM);
    BOOST_TEST(backup.awaitEnd() == 128 + SIGTERM);
    BOOST_TEST(backup.hasDumpEnded());
    BOOST_TEST(std::filesystem::is_empty(backup.to));
}

BOOST_AUTO_TEST_CASE(a_backup_that_waits_for_the_tables_ends_when_it_is_asked_to) {
    db::Connection holder(database.settings());
    db::holdTables(holder);
    const pid_t backup = startBackup(*this, folder.path(), folder.path() / "kept", "/usr/bin:/bin");
    const auto isWaiting = [&] {
        auto rows = holder
                        .prepare(
                            "SELECT COUNT(*) FROM information_schema.processlist"
                            " WHERE state = 'User lock' AND db = DATABASE()")
                        .query();
        return rows.next() && rows.integer(1) == 1;
    };
    while (!isWaiting())
        BOOST_REQUIRE(waitpid(backup, nullptr, WNOHANG) == 0);
    kill(backup, SIGTERM);
    int status = 0;
    waitpid(backup, &status, 0);
    BOOST_TEST(WIFSIGNALED(status));
}

BOOST_AUTO_TEST_CASE(the_programs_of_a_killed_backup_die_with_it) {
    SlowBackup backup(*this);
    kill(backup.process, SIGKILL);
    BOOST_TEST(backup.awaitEnd() == -SIGKILL);
    BOOST_TEST(backup.hasDumpEnded());
}

BOOST_AUTO_TEST_SUITE_END()
