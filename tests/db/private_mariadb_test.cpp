#include "db/private_mariadb.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdio>
#include <fstream>

#include "db/connection.h"
#include "db/database_home.h"
#include "db/error.h"
#include "db/mariadb_folder.h"
#include "tests/support/test_database.h"

using namespace remise;
namespace fs = std::filesystem;

namespace {

void useIt(const db::Settings& settings) {
    db::Connection connection(settings);
    connection.execute("CREATE TABLE IF NOT EXISTS t (id INT)");
    connection.execute("INSERT INTO t VALUES (1)");
}

std::int64_t rowsIn(const db::Settings& settings) {
    db::Connection connection(settings);
    auto result = connection.prepare("SELECT COUNT(*) FROM t").query();
    result.next();
    return result.integer(1);
}

uid_t ownerOf(const fs::path& path) {
    struct stat found {};
    BOOST_REQUIRE(stat(path.c_str(), &found) == 0);
    return found.st_uid;
}

uid_t ownerOf(pid_t process) {
    return ownerOf(fs::path("/proc") / std::to_string(process));
}

boost::test_tools::assertion_result weAreRoot(boost::unit_test::test_unit_id) {
    return geteuid() == 0;
}

bool isAlive(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    // A process that has ended but is not yet reaped by init still has a number.
    return std::getline(file, line) && line.find(") Z") == std::string::npos;
}

constexpr int toldThrough = 3;

/// A second program on the folder (this one, run as `in_another_program`): it starts the database, tells its
/// process, and waits to be killed.
struct OtherProgram {
    pid_t process = 0;
    pid_t mariadb = 0;

    explicit OtherProgram(const fs::path& data) {
        int told[2];
        BOOST_REQUIRE(pipe2(told, O_CLOEXEC) == 0);
        std::string program = fs::read_symlink("/proc/self/exe"), place = data;
        std::string run = "--run_test=private_mariadb_test/in_another_program", rest = "--";
        char* const arguments[] = {program.data(), run.data(), rest.data(), place.data(), nullptr};
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, told[1], toldThrough);
        BOOST_REQUIRE(posix_spawn(&process, program.c_str(), &files, nullptr, arguments, environ) == 0);
        posix_spawn_file_actions_destroy(&files);
        close(told[1]);
        BOOST_REQUIRE(read(told[0], &mariadb, sizeof mariadb) == sizeof mariadb);
        close(told[0]);
    }
    ~OtherProgram() { die(); }

    void die() {
        if (process == 0) return;
        kill(process, SIGKILL);
        waitpid(process, nullptr, 0);
        process = 0;
    }
};

/// Done by an ordinary account, also where the tests are root's. Whether it came to its end.
template <typename Work>
bool isDoneWithoutRoot(const Work& work) {
    const auto mysql = db::Account::named("mysql");
    const pid_t child = fork();
    if (child == 0) {
        try {
            if (geteuid() == 0 && !db::become(*mysql)) _exit(1);
            work();
            _exit(0);
        } catch (const std::exception& fault) {
            std::fprintf(stderr, "%s\n", fault.what());
            _exit(1);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status == 0;
}

struct Fixture {
    test::TemporaryFolder folder;
    fs::path data = folder.path() / "data";
};

/// Whoever will be killed cannot clear up.
struct NoFolder {};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(private_mariadb_test, Fixture)

/// Part of other cases, which start this program again with a folder's name.
boost::test_tools::assertion_result isAnotherProgram(boost::unit_test::test_unit_id) {
    return boost::unit_test::framework::master_test_suite().argc == 2;
}

BOOST_FIXTURE_TEST_CASE(in_another_program, NoFolder, *boost::unit_test::precondition(isAnotherProgram)) {
    const auto& suite = boost::unit_test::framework::master_test_suite();
    const db::PrivateMariadb running(suite.argv[1], test::quickOptions());
    const pid_t number = running.process();
    BOOST_REQUIRE(write(toldThrough, &number, sizeof number) == sizeof number);
    for (;;)
        pause();
}

BOOST_AUTO_TEST_CASE(a_database_that_starts_leaves_the_temporary_files_of_others_alone) {
    // MariaDB clears whatever begins so from its folder for temporary files.
    const fs::path others =
        fs::temp_directory_path() / ("#sql-temptable-" + std::to_string(getpid()) + ".MAI");
    std::ofstream(others) << "in use";
    {
        const db::PrivateMariadb server(data, test::quickOptions());
        BOOST_TEST(fs::exists(others));
        db::Connection connection(server.settings());
        auto place = connection.prepare("SELECT @@tmpdir").query();
        place.next();
        BOOST_TEST(place.text(1) == (data / "mysql.tmp").string());
    }
    BOOST_TEST(fs::remove(others));
}

BOOST_AUTO_TEST_CASE(it_is_made_at_the_first_start_and_found_again_at_the_next) {
    useIt(db::PrivateMariadb(data, test::quickOptions()).settings());
    BOOST_TEST(!fs::exists(data / "mysql.new"));
    BOOST_TEST(!fs::exists(data / "mysql.socket"));
    BOOST_TEST(rowsIn(db::PrivateMariadb(data, test::quickOptions()).settings()) == 1);
}

BOOST_AUTO_TEST_CASE(half_a_database_left_by_a_crash_is_made_anew) {
    fs::create_directories(data / "mysql.new" / "mysql");
    std::ofstream(data / "mysql.new" / "ibdata1") << "half";
    useIt(db::PrivateMariadb(data, test::quickOptions()).settings());
}

BOOST_AUTO_TEST_CASE(a_second_program_on_the_folder_is_refused_and_told_who_has_it) {
    const OtherProgram first(data);
    BOOST_CHECK_EXCEPTION(db::PrivateMariadb(data, test::quickOptions()), db::FolderInUse, [&](auto& error) {
        return std::string(error.what()).find(std::to_string(first.process)) != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(a_tool_joins_the_database_that_another_program_runs) {
    const OtherProgram server(data);
    const auto home = db::openDatabase(data, {}, db::IfRunning::join);
    BOOST_TEST(!home.isOwn());
    useIt(home.settings());
    BOOST_TEST(rowsIn(home.settings()) == 1);
    BOOST_CHECK_THROW(db::openDatabase(data, {}, db::IfRunning::refuse), db::FolderInUse);
}

BOOST_AUTO_TEST_CASE(a_tool_alone_in_the_folder_starts_the_database) {
    const auto home = db::openDatabase(data, {}, db::IfRunning::join);
    BOOST_TEST(home.isOwn());
    useIt(home.settings());
}

BOOST_AUTO_TEST_CASE(whoever_comes_while_a_tool_has_the_folder_hears_that_it_will_be_free) {
    const auto tool = db::openDatabase(data, {}, db::IfRunning::join);
    BOOST_CHECK_EXCEPTION(db::openDatabase(data, {}, db::IfRunning::refuse), db::FolderInUse,
                          [](auto& inUse) { return inUse.tenure() == db::Tenure::passing; });
}

BOOST_AUTO_TEST_CASE(what_root_opens_stays_with_the_owner_of_the_database,
                     *boost::unit_test::precondition(weAreRoot)) {
    fs::permissions(folder.path(), fs::perms(0755));
    { const db::PrivateMariadb made(data, test::quickOptions()); }
    fs::remove(data / "mysql.log");
    { const db::PrivateMariadb again(data, test::quickOptions()); }
    struct stat database {
    }, log{}, lock{};
    stat((data / "mysql").c_str(), &database);
    stat((data / "mysql.log").c_str(), &log);
    stat((data / "mysql.lock").c_str(), &lock);
    BOOST_TEST(database.st_uid != 0u);
    BOOST_TEST(log.st_uid == database.st_uid);
    BOOST_TEST(lock.st_uid == database.st_uid);
}

BOOST_AUTO_TEST_CASE(a_configured_address_wins_over_the_folder) {
    const auto home = db::openDatabase(data, "mysql://user@host/name", db::IfRunning::refuse);
    BOOST_TEST(home.settings().host == "host");
    BOOST_TEST(!fs::exists(data));
}

BOOST_AUTO_TEST_CASE(killed_it_is_started_again_and_nothing_committed_is_lost) {
    const db::PrivateMariadb running(data, test::quickOptions());
    useIt(running.settings());
    const pid_t first = running.process();
    kill(first, SIGKILL);
    while (running.process() == first || running.process() == 0)
        std::this_thread::yield();
    for (;;) {
        try {
            BOOST_TEST(rowsIn(running.settings()) == 1);
            break;
        } catch (const db::Error& error) {
            BOOST_REQUIRE_NE(error.code(), 1146);
            std::this_thread::yield();  // not listening yet
        }
    }
}

BOOST_AUTO_TEST_CASE(it_dies_with_the_program_that_runs_it_and_the_folder_is_free_at_once) {
    OtherProgram program(data);
    BOOST_TEST(isAlive(program.mariadb));
    program.die();
    const db::PrivateMariadb next(data, test::quickOptions());
    BOOST_TEST(!isAlive(program.mariadb));
    useIt(next.settings());
}

BOOST_AUTO_TEST_CASE(it_stops_with_the_object_that_runs_it) {
    pid_t process = 0;
    {
        const db::PrivateMariadb running(data, test::quickOptions());
        process = running.process();
        BOOST_TEST(isAlive(process));
    }
    BOOST_TEST(!isAlive(process));
}

BOOST_AUTO_TEST_CASE(a_folder_too_deep_for_a_socket_gets_one_in_a_short_place) {
    data = folder.path() / std::string(60, 'd') / std::string(60, 'e');
    fs::path place;
    {
        const db::PrivateMariadb running(data, test::quickOptions());
        useIt(running.settings());
        place = fs::path(running.settings().socket).parent_path();
        BOOST_TEST(place.native().size() < 60);
        BOOST_TEST(db::announcedSocket(data).native() == running.settings().socket);
    }
    BOOST_TEST(!fs::exists(place));
}

BOOST_AUTO_TEST_CASE(a_short_place_left_by_a_crash_is_cleared_at_the_next_start) {
    data = folder.path() / std::string(60, 'd') / std::string(60, 'e');
    OtherProgram program(data);
    const auto place = db::announcedSocket(data).parent_path();
    program.die();
    BOOST_TEST(fs::exists(place));
    const db::PrivateMariadb running(data, test::quickOptions());
    BOOST_TEST(!fs::exists(place));
}

BOOST_AUTO_TEST_CASE(a_folder_with_spaces_quotes_and_accents_is_as_good_as_any) {
    data = folder.path() / "d'été $HOME \"x\" *";
    useIt(db::PrivateMariadb(data, test::quickOptions()).settings());
}

BOOST_AUTO_TEST_CASE(as_root_it_runs_as_mysql_where_that_user_can_reach_the_folder,
                     *boost::unit_test::precondition(weAreRoot)) {
    fs::permissions(folder.path(), fs::perms(0755));
    const db::PrivateMariadb running(data, test::quickOptions());
    BOOST_TEST(ownerOf(running.process()) == db::Account::named("mysql")->uid);
    useIt(running.settings());
}

BOOST_AUTO_TEST_CASE(as_root_it_stays_root_where_only_root_can_reach_the_folder,
                     *boost::unit_test::precondition(weAreRoot)) {
    const db::PrivateMariadb running(data, test::quickOptions());
    BOOST_TEST(ownerOf(running.process()) == 0u);
    BOOST_TEST(ownerOf(data / "mysql") == 0u);
    useIt(running.settings());
}

BOOST_AUTO_TEST_CASE(a_link_in_the_folder_does_not_make_root_give_away_or_write_another_file,
                     *boost::unit_test::precondition(weAreRoot)) {
    fs::permissions(folder.path(), fs::perms(0755));
    { const db::PrivateMariadb once(data, test::quickOptions()); }
    BOOST_REQUIRE(ownerOf(data / "mysql") != 0u);
    const fs::path roots = folder.path() / "roots";
    std::ofstream(roots) << "nobody else's";
    for (const char* name : {"mysql.log", "mysql.lock", "mysql.socket.new"}) {
        fs::remove(data / name);
        fs::create_symlink(roots, data / name);
        try {
            const db::PrivateMariadb running(data, test::quickOptions());
            BOOST_TEST(name == "mysql.socket.new");
        } catch (const std::system_error& refused) {
            BOOST_TEST(std::string(refused.what()).find(name) != std::string::npos);
        }
        BOOST_TEST(ownerOf(roots) == 0u);
        BOOST_TEST(fs::file_size(roots) == std::string("nobody else's").size());
        fs::remove(data / name);
    }
}

BOOST_AUTO_TEST_CASE(the_log_may_be_a_link_to_another_disk_and_stays_one_however_long_it_grows) {
    const fs::path elsewhere = folder.path() / "elsewhere", log = elsewhere / "mysql.log";
    fs::permissions(folder.path(), fs::perms(0755));
    for (const auto& each : {data, elsewhere})
        fs::create_directory(each);
    std::ofstream(log) << std::string(2 << 20, '\n');
    fs::create_symlink(log, data / "mysql.log");
    if (geteuid() == 0)
        for (const auto& each : {data, elsewhere, log})
            BOOST_REQUIRE(chown(each.c_str(), db::Account::named("mysql")->uid, 0) == 0);
    BOOST_TEST(isDoneWithoutRoot([&] { const db::PrivateMariadb running(data, test::quickOptions()); }));
    BOOST_TEST(fs::is_symlink(data / "mysql.log"));
    BOOST_TEST(fs::file_size(log) > std::uintmax_t{2 << 20});
}

BOOST_AUTO_TEST_CASE(run_by_mysql_it_still_dies_with_its_program,
                     *boost::unit_test::precondition(weAreRoot)) {
    fs::permissions(folder.path(), fs::perms(0755));
    OtherProgram program(data);
    BOOST_TEST(ownerOf(program.mariadb) == db::Account::named("mysql")->uid);
    program.die();
    const db::PrivateMariadb next(data, test::quickOptions());
    BOOST_TEST(!isAlive(program.mariadb));
}

BOOST_AUTO_TEST_CASE(a_database_server_that_gives_up_is_an_error_with_its_own_words) {
    auto options = test::quickOptions();
    options.more.push_back("--no-such-option");
    useIt(db::PrivateMariadb(data, test::quickOptions()).settings());
    BOOST_CHECK_EXCEPTION(db::PrivateMariadb(data, options), std::runtime_error, [](auto& error) {
        return std::string(error.what()).find("no-such-option") != std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()
