#include "server/admin/find_backup.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "server/admin/backup_folder.h"
#include "server/domain/value.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using admin::BackupUnfit;
using domain::Milliseconds;
namespace fs = std::filesystem;

namespace {

constexpr Milliseconds day = 86'400'000, now = 1'790'000'000'000;

auto says(const std::string& words) {
    return [words](const BackupUnfit& unfit) {
        return std::string(unfit.what()).find(words) != std::string::npos;
    };
}

/// A disk with backups, of which only what is asked before one is brought back is there.
struct Disk {
    test::TemporaryFolder folder;

    fs::path put(const std::string& name, const domain::Value::Object& about) {
        const fs::path made = folder.path() / name;
        fs::create_directory(made);
        std::ofstream(made / admin::aboutFile) << canonicalJson(about) << "\n";
        std::ofstream(made / admin::sumsFile) << "";
        return made;
    }
    fs::path putDated(Milliseconds at, std::int64_t place) {
        return put(admin::datedName(at),
                   {{"complete_at", domain::formatTime(at + 1000)}, {"feed_place", place}});
    }
    [[nodiscard]] fs::path found() const { return admin::findBackup(folder.path()); }
    [[nodiscard]] fs::path foundUntil(Milliseconds at) const { return admin::findBackup(folder.path(), at); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(find_backup_test, Disk)

BOOST_AUTO_TEST_CASE(the_newest_is_the_one_of_the_latest_date) {
    const auto first = putDated(now - day, 10), second = putDated(now, 20);
    BOOST_TEST(found() == second);
    BOOST_TEST(foundUntil(now) == first);
    BOOST_CHECK_EXCEPTION(foundUntil(now - 2 * day), BackupUnfit, says("the oldest is of"));
}

BOOST_AUTO_TEST_CASE(a_folder_of_another_name_is_never_the_newest_of_a_place) {
    const auto made = putDated(now, 20);
    const domain::Value::Object early{{"complete_at", domain::formatTime(now - day)}, {"feed_place", 30}};
    for (const char* name :
         {"sauvegarde-avant-travaux", "remise-avant-travaux", "remise-2026-11-22T13-50-07Z~",
          "remise-2026-09-21T14-13-20Z.unfinished", "remise-2027-02-31T00-00-00Z"})
        put(name, early);
    BOOST_TEST(found() == made);
    BOOST_TEST(foundUntil(now + day) == made);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_named_itself_is_taken_as_it_is) {
    const auto own = put("sauvegarde-avant-travaux", {{"complete_at", domain::formatTime(now - day)}});
    BOOST_CHECK_EXCEPTION(found(), BackupUnfit, says("when it is named itself"));
    BOOST_TEST(admin::findBackup(own) == own);
    BOOST_TEST(admin::findBackup(own, now) == own);
}

BOOST_AUTO_TEST_CASE(no_backup_is_taken_for_the_newest_while_one_of_an_earlier_date_holds_more_work) {
    const auto inDeadBatterys2020 = putDated(now - 2000 * day, 30), before = putDated(now - day, 20);
    BOOST_CHECK_EXCEPTION(
        found(), BackupUnfit,
        says(inDeadBatterys2020.string() + " holds more work than " + before.filename().string()));
    BOOST_CHECK_THROW(foundUntil(now), BackupUnfit);
    BOOST_TEST(admin::findBackup(inDeadBatterys2020) == inDeadBatterys2020);
    BOOST_TEST(admin::findBackup(before) == before);
}

BOOST_AUTO_TEST_CASE(a_backup_with_a_date_to_come_does_not_win_for_ever) {
    putDated(now + 200 * day, 10);
    const auto newest = putDated(now, 20);
    BOOST_CHECK_EXCEPTION(found(), BackupUnfit, says(newest.string() + " holds more work"));
    BOOST_TEST(foundUntil(now + day) == newest);
}

BOOST_AUTO_TEST_CASE(an_empty_database_does_not_pass_for_the_newest_state_of_a_full_one) {
    putDated(now - day, 20);
    putDated(now, 0);
    BOOST_CHECK_THROW(found(), BackupUnfit);
}

BOOST_AUTO_TEST_CASE(backups_of_a_week_without_work_are_ordered_by_their_dates) {
    putDated(now - day, 20);
    const auto second = putDated(now, 20);
    BOOST_TEST(found() == second);
}

BOOST_AUTO_TEST_CASE(what_comes_back_is_said_with_its_moment) {
    const auto made = putDated(now, 20);
    BOOST_TEST(admin::announce(made, now + day) ==
               "brings back " + made.string() + ", complete at " + admin::localTime(now + 1000));
    BOOST_TEST(admin::announce(made, now).find("later than now") != std::string::npos);
    const auto silent = put("silent", {});
    BOOST_TEST(admin::announce(silent, now) ==
               "brings back " + silent.string() + ", which does not say when it was complete");
}

BOOST_AUTO_TEST_SUITE_END()
