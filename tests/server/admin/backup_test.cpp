#include "server/admin/backup.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <fstream>
#include <thread>

#include "db/database_home.h"
#include "db/feed_store.h"
#include "db/migrate.h"
#include "db/restore_store.h"
#include "db/transaction.h"
#include "server/admin/backup_folder.h"
#include "server/admin/backup_place.h"
#include "server/admin/find_backup.h"
#include "server/admin/restore.h"
#include "server/ledger/verify.h"
#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using admin::BackupUnfit;
namespace fs = std::filesystem;

namespace {

constexpr domain::Milliseconds now = 1'790'000'000'000;

std::string addressOf(const db::Settings& settings) {
    return "unix://" + settings.socket + "?user=" + settings.user + "&database=" + settings.database;
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void overwrite(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

auto names(const std::string& file) {
    return [file](const BackupUnfit& unfit) {
        return std::string(unfit.what()).find(file) != std::string::npos;
    };
}

domain::Milliseconds clockNow() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// A workshop with one laptop in stock, and an empty database to bring it back into.
struct Workshop : test::LedgerFixture {
    test::TemporaryFolder folder;
    fs::path data = folder.path() / "data", to = folder.path() / "backup", back = folder.path() / "back";
    ledger::SealKeys keys{data / "keys" / "seal-key.pem"};
    test::TestDatabase empty{test::Tables::none};
    std::string laptop = laptopAt("in_stock");

    Workshop() {
        fs::create_directory(data);
        overwrite(data / "secret", "s3cret\n");
        (void)keys.make();
    }
    fs::path backUp() { return admin::makeBackup(database.settings(), data, keys, to, now); }
    void restore() { admin::restoreBackup(to, back, addressOf(empty.settings())); }
    /// Gives everything that was done its place in the feed, as a server does.
    void sequenceAll() {
        const auto connection = database.pool().take();
        db::Transaction transaction(*connection);
        BOOST_REQUIRE(db::sequence(*connection, 1000) > 0);
        transaction.commit();
    }
    std::int64_t countBack(const std::string& table) {
        const auto connection = empty.pool().take();
        auto rows = connection->prepare("SELECT COUNT(*) FROM " + table).query();
        rows.next();
        return rows.integer(1);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(backup_test, Workshop)

BOOST_AUTO_TEST_CASE(what_was_backed_up_comes_back_whole_with_its_secret) {
    BOOST_TEST(backUp() == to);
    restore();
    BOOST_TEST(contentOf(back / "secret") == "s3cret\n");
    BOOST_TEST(ledger::verify(empty.pool()).content());
    for (const char* table : {"command", "unit", "unit_event", "drive_event", "setting"})
        BOOST_TEST(countBack(table) == count(table));
}

BOOST_AUTO_TEST_CASE(it_comes_back_into_a_private_database_of_its_own) {
    backUp();
    admin::restoreBackup(to, back, {});
    const auto home = db::openDatabase(back, {}, db::IfRunning::refuse);
    db::Pool pool(home.settings(), 4);
    const auto report = ledger::verify(pool);
    BOOST_TEST(report.content());
    BOOST_TEST(report.events == 12u);
}

BOOST_AUTO_TEST_CASE(all_that_was_acknowledged_before_a_backup_is_in_it_while_work_goes_on) {
    std::atomic<bool> ending = false;
    std::atomic<int> done = 0;
    std::thread working([&] {
        for (int i = 0; !ending; ++i)
            if (send(i % 2 ? "unblock" : "block", laptop).accepted) ++done;
    });
    while (done < 20)
        std::this_thread::yield();
    const auto before = entity(domain::Subject::unit, laptop).version;
    backUp();
    ending = true;
    working.join();
    restore();
    BOOST_TEST(ledger::verify(empty.pool()).content());
    const auto connection = empty.pool().take();
    auto rows = connection->prepare("SELECT version FROM unit WHERE code = ?").bind(laptop).query();
    BOOST_REQUIRE(rows.next());
    BOOST_TEST(rows.integer(1) >= before);
    BOOST_TEST(rows.integer(1) <= entity(domain::Subject::unit, laptop).version);
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_anywhere_is_named_and_nothing_is_brought_back) {
    backUp();
    for (const auto& entry : fs::directory_iterator(to)) {
        const std::string whole = contentOf(entry.path());
        std::string flipped = whole;
        flipped[flipped.size() / 2] ^= 1;
        overwrite(entry.path(), flipped);
        BOOST_CHECK_THROW(restore(), BackupUnfit);
        if (entry.path().filename() != admin::sumsFile)
            BOOST_CHECK_EXCEPTION(admin::checkBackup(to), BackupUnfit, names(entry.path().filename()));
        overwrite(entry.path(), whole);
    }
    BOOST_TEST(!fs::exists(back));
    admin::checkBackup(to);
}

BOOST_AUTO_TEST_CASE(a_backup_cut_short_is_named) {
    backUp();
    for (const auto& entry : fs::directory_iterator(to)) {
        const std::string whole = contentOf(entry.path());
        overwrite(entry.path(), whole.substr(0, whole.size() / 2));
        BOOST_CHECK_THROW(admin::checkBackup(to), BackupUnfit);
        fs::remove(entry.path());
        BOOST_CHECK_EXCEPTION(admin::checkBackup(to), BackupUnfit, names(entry.path().filename()));
        overwrite(entry.path(), whole);
    }
    overwrite(to / "more", "");
    BOOST_CHECK_EXCEPTION(admin::checkBackup(to), BackupUnfit, names("more"));
}

BOOST_AUTO_TEST_CASE(secrets_are_for_their_owner_and_of_the_keys_only_the_public_ones_leave) {
    backUp();
    BOOST_TEST((fs::status(to).permissions() == fs::perms::owner_all));
    for (const auto& entry : fs::directory_iterator(to)) {
        BOOST_TEST((entry.status().permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
        BOOST_TEST(contentOf(entry.path()).find("PRIVATE") == std::string::npos);
    }
    restore();
    BOOST_TEST(ledger::readPublicKeys(back / "keys").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_folder_takes_dated_backups_and_gives_back_the_newest) {
    fs::create_directory(to);
    BOOST_TEST(backUp() == to / "remise-2026-09-21T14-13-20Z");
    BOOST_CHECK_THROW(backUp(), std::runtime_error);
    const auto newest = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    BOOST_TEST(admin::findBackup(to) == newest);
    restore();
    BOOST_TEST(ledger::verify(empty.pool()).content());
}

BOOST_AUTO_TEST_CASE(a_return_to_a_moment_takes_the_newest_backup_made_before_it) {
    fs::create_directory(to);
    const auto earlier = clockNow();
    const auto first = backUp();
    const auto between = clockNow();
    const auto second = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    BOOST_TEST(admin::findBackup(to, between) == first);
    BOOST_TEST(admin::findBackup(to, clockNow()) == second);
    BOOST_CHECK_EXCEPTION(admin::findBackup(to, earlier - 1), BackupUnfit, names("the oldest is of"));
    BOOST_CHECK_THROW(admin::findBackup(second, between), BackupUnfit);
    BOOST_CHECK_THROW(admin::restoreBackup(to, back, {}, {{}, earlier - 1}), BackupUnfit);
    BOOST_TEST(!fs::exists(back));
}

BOOST_AUTO_TEST_CASE(the_next_backup_removes_what_a_killed_one_left_but_not_what_a_running_one_writes) {
    fs::create_directories(to / "remise-2026-09-20T00-00-00Z.unfinished");
    overwrite(to / "remise-2026-09-20T00-00-00Z.unfinished" / "secret", "s3cret\n");
    const admin::Unfinished running(to / "remise-2026-09-21T00-00-00Z");
    backUp();
    BOOST_TEST(!fs::exists(to / "remise-2026-09-20T00-00-00Z.unfinished"));
    BOOST_TEST(fs::exists(running.folder()));
    BOOST_CHECK_THROW(admin::Unfinished(to / "remise-2026-09-21T00-00-00Z"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(older_backups_go_only_once_the_new_one_has_proven_whole) {
    fs::create_directory(to);
    const auto first = backUp();
    const auto second = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    const auto third = admin::makeBackup(database.settings(), data, keys, to, now + 2000);
    overwrite(to / "diary", "mine");
    const std::string whole = contentOf(third / admin::databaseFile);
    overwrite(third / admin::databaseFile, whole.substr(0, whole.size() / 2));
    BOOST_CHECK_THROW(admin::keepNewest(third, 1), BackupUnfit);
    BOOST_TEST(fs::exists(first));
    overwrite(third / admin::databaseFile, whole);
    admin::keepNewest(third, 2);
    BOOST_TEST(!fs::exists(first));
    admin::checkBackup(second);
    admin::keepNewest(third, 2);
    BOOST_TEST(std::distance(fs::directory_iterator(to), {}) == 3);
}

BOOST_AUTO_TEST_CASE(the_backup_just_made_stays_though_the_clock_has_gone_back) {
    fs::create_directory(to);
    const auto later = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    const auto made = backUp();
    admin::keepNewest(made, 2);
    BOOST_TEST(fs::exists(later));
    admin::keepNewest(made, 1);
    BOOST_TEST(!fs::exists(later));
    admin::checkBackup(made);
}

BOOST_AUTO_TEST_CASE(a_return_to_a_moment_passes_over_a_backup_that_does_not_say_when_it_was_complete) {
    fs::create_directory(to);
    const auto first = backUp();
    const auto second = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    overwrite(second / admin::aboutFile, "{");
    BOOST_TEST(admin::findBackup(to, clockNow()) == first);
    overwrite(second / admin::aboutFile, "{\"made_at\":\"2026-09-21T14:13:21.000Z\"}\n");
    BOOST_TEST(admin::findBackup(to, clockNow()) == first);
    BOOST_CHECK_THROW(admin::findBackup(second, clockNow()), BackupUnfit);
}

BOOST_AUTO_TEST_CASE(though_a_clock_goes_back_the_backup_of_less_work_does_not_pass_for_the_newest) {
    fs::create_directory(to);
    const auto ofWrongClock = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    BOOST_TEST(send("block", laptop).accepted);
    const auto made = backUp();
    BOOST_CHECK_EXCEPTION(restore(), BackupUnfit, names(made.filename()));
    BOOST_TEST(!fs::exists(back));
    fs::rename(made, folder.path() / "before-the-works");
    BOOST_TEST(admin::findBackup(to) == ofWrongClock);
}

BOOST_AUTO_TEST_CASE(a_backup_holds_the_same_work_before_and_after_it_has_its_places_in_the_feed) {
    fs::create_directory(to);
    const auto later = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    sequenceAll();
    backUp();
    BOOST_TEST(admin::findBackup(to) == later);
}

BOOST_AUTO_TEST_CASE(after_a_return_new_backups_come_after_those_of_the_time_that_was_given_up) {
    fs::create_directory(to);
    admin::makeBackup(database.settings(), data, keys, to, now - 1000);
    admin::restoreBackup(to, back, addressOf(empty.settings()));
    sequenceAll();
    backUp();
    const auto next = admin::makeBackup(empty.settings(), back, keys, to, now + 1000);
    BOOST_TEST(admin::findBackup(to) == next);
}

BOOST_AUTO_TEST_CASE(folders_of_other_names_are_not_among_those_that_are_kept) {
    fs::create_directory(to);
    const auto first = backUp();
    fs::copy(first, to / "remise-avant-travaux");
    const auto second = admin::makeBackup(database.settings(), data, keys, to, now + 1000);
    admin::keepNewest(second, 2);
    BOOST_TEST(fs::exists(first));
    admin::keepNewest(second, 1);
    BOOST_TEST(!fs::exists(first));
    admin::checkBackup(to / "remise-avant-travaux");
}

BOOST_AUTO_TEST_CASE(a_backup_is_not_made_inside_another) {
    backUp();
    BOOST_CHECK_THROW(backUp(), std::runtime_error);
    admin::checkBackup(to);
}

BOOST_AUTO_TEST_CASE(what_comes_back_is_its_owners_alone_whatever_the_disk_of_the_backup_did) {
    backUp();
    for (const auto& entry : fs::directory_iterator(to))
        fs::permissions(entry.path(), fs::perms(0777));
    admin::restoreBackup(to, back, {});
    BOOST_TEST((fs::status(back / "secret").permissions() == fs::perms(0600)));
    BOOST_TEST((fs::status(back / "keys").permissions() == fs::perms(0700)));
    for (const auto& entry : fs::directory_iterator(back / "keys"))
        BOOST_TEST((entry.status().permissions() == fs::perms(0600)));
}

BOOST_AUTO_TEST_CASE(a_new_disk_is_empty_though_it_has_a_folder_for_its_checks) {
    backUp();
    fs::create_directories(back / "lost+found");
    restore();
    BOOST_TEST(ledger::verify(empty.pool()).content());
}

BOOST_AUTO_TEST_CASE(a_backup_that_fails_leaves_nothing_that_looks_like_one) {
    {
        const auto connection = database.pool().take();
        connection->execute("CREATE VIEW broken AS SELECT id FROM unit WHERE id = 1");
        connection->execute("RENAME TABLE unit TO unit_elsewhere");
    }
    BOOST_CHECK_EXCEPTION(backUp(), std::runtime_error, [](const auto& failed) {
        return std::string(failed.what()).find("mariadb-dump") != std::string::npos;
    });
    BOOST_TEST(!fs::exists(to));
    BOOST_TEST(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_brought_back_over_something_else) {
    backUp();
    fs::create_directory(back);
    overwrite(back / "diary", "mine");
    BOOST_CHECK_THROW(restore(), std::runtime_error);
    BOOST_CHECK_THROW(admin::restoreBackup(to, back, {}), std::runtime_error);
    BOOST_TEST(std::distance(fs::directory_iterator(back), {}) == 1);
    const auto other = addressOf(database.settings());
    BOOST_CHECK_THROW(admin::restoreBackup(to, folder.path() / "elsewhere", other), std::runtime_error);
    BOOST_TEST(entity(domain::Subject::unit, laptop).stage == "in_stock");
}

BOOST_AUTO_TEST_CASE(a_return_that_was_cut_off_is_no_place_to_start_from) {
    backUp();
    std::string half = contentOf(to / admin::databaseFile);
    overwrite(to / admin::databaseFile, half.substr(0, half.size() / 2));
    fs::remove(to / admin::sumsFile);
    admin::closeBackup(to);  // so that it is not noticed before
    BOOST_CHECK_THROW(restore(), std::runtime_error);
    BOOST_CHECK_THROW(db::migrate(empty.settings()), db::SchemaUnfit);
    const auto connection = empty.pool().take();
    BOOST_CHECK_THROW(db::requireFitSchema(*connection), db::SchemaUnfit);
    BOOST_CHECK_THROW(db::openDatabase(back, {}, db::IfRunning::refuse), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(after_a_return_no_code_or_place_is_given_a_second_time) {
    const auto labels = codes.lease(domain::Subject::unit, 10);
    backUp();
    const auto lost = codes.lease(domain::Subject::unit, 500);
    restore();
    ledger::Codes again(empty.pool());
    for (const auto& label : lost)
        BOOST_TEST(again.isIssued(domain::Subject::unit, *again.id(domain::Subject::unit, label)));
    const auto next = again.lease(domain::Subject::unit, 1).front();
    BOOST_TEST(*again.id(domain::Subject::unit, next) > *codes.id(domain::Subject::unit, lost.back()));
    const auto connection = empty.pool().take();
    const auto before = db::lastPlace(*connection);
    db::sequence(*connection, 1);
    BOOST_TEST(db::lastPlace(*connection) > before + 1000);
}

BOOST_AUTO_TEST_SUITE_END()
