#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>

#include "tests/terminal/sent_work.h"
#include "tests/terminal/workbench.h"

using namespace remise::terminal;
namespace fs = std::filesystem;

namespace {

/// No file of this program may grow: every write to the disk fails until the end of the scope.
class NoRoom {
public:
    NoRoom() {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        BOOST_REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    }
    ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

private:
    rlimit m_before{};
};

/// A small disk of its own, where this program may mount one.
class SmallDisk {
public:
    SmallDisk() {
        const bool isOurs =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        m_isMounted = isOurs && ::mount("disk", path().c_str(), "tmpfs", 0, "size=512k") == 0;
    }
    ~SmallDisk() {
        if (m_isMounted) ::umount2(path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] const fs::path& path() const { return m_folder.path(); }
    [[nodiscard]] bool remount(unsigned long rights) const {
        return ::mount("disk", path().c_str(), "tmpfs", MS_REMOUNT | rights, "size=512k") == 0;
    }
    void fill() const {
        std::ofstream file(path() / "fill", std::ios::binary);
        while (file.write(std::string(4096, 'x').c_str(), 4096).flush()) {
        }
    }
    void empty() const { fs::remove(path() / "fill"); }

private:
    remise::test::TemporaryFolder m_folder;
    bool m_isMounted = false;
};

boost::test_tools::assertion_result mayMount(boost::unit_test::test_unit_id) {
    boost::test_tools::assertion_result result(SmallDisk().isMounted());
    result.message() << "no disk can be mounted here";
    return result;
}

/// A terminal on the small disk, with a worker who sorts.
struct OnSmallDisk : Workbench {
    SmallDisk disk;
    std::unique_ptr<Outbox> small = std::make_unique<Outbox>(client, disk.path());
    std::unique_ptr<Shell> desk = std::make_unique<Shell>(client, *small, cache, printing, [this] {
        now += std::chrono::seconds(1);
        return now;
    });

    OnSmallDisk() {
        desk->takeProcedures(remise::domain::Value::Array{floor_of::procedureJson("sorting")});
        desk->scan(QString::fromStdString(floor_of::badge));
        waitUntil([&] { return desk->screen() == "stations"; });
        desk->openStation("sorting");
    }
    [[nodiscard]] std::string seen() const { return desk->work()->layout().toStdString(); }
    void sort() {
        desk->scan(QString::fromStdString(floor_of::unit));
        waitUntil([&] { return seen() == "choice"; });
        for (int answers = 0; answers < 3; ++answers)
            desk->work()->answer(0);
        waitUntil([&] { return seen() == "result" || seen() == "refusal"; });
    }
    void isRefused() {
        sort();
        BOOST_TEST(seen() == "refusal");
        BOOST_TEST(desk->work()->refusal()["code"].toString().toStdString() == "not_stored");
        BOOST_TEST(desk->work()->result().isEmpty(), "nothing is called done");
        BOOST_TEST(!desk->stuck().isEmpty(), "the screen says that somebody has to help");
        BOOST_TEST(desk->waiting() == 0);
        BOOST_TEST(sent.empty());
    }
    void isDone() {
        desk->settle();
        BOOST_TEST(desk->work()->card().toStdString() == "verdict");
        desk->work()->answer(0);
        waitUntil([&] { return seen() == "result"; });
        BOOST_TEST(desk->stuck().isEmpty());
        BOOST_TEST(sent.size() == 1);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(full_disk_test)

BOOST_FIXTURE_TEST_CASE(what_cannot_be_written_is_not_called_done_and_can_be_answered_again, Workbench) {
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("choice");
    {
        const NoRoom noRoom;
        for (int answers = 0; answers < 3; ++answers)
            shell.work()->answer(0);
        BOOST_TEST(layout() == "refusal");
    }
    BOOST_TEST(refusal() == "not_stored");
    BOOST_TEST(shell.work()->result().isEmpty());
    BOOST_TEST(!shell.stuck().isEmpty());
    BOOST_TEST(shell.waiting() == 0);
    shell.settle();
    shell.work()->answer(0);
    waitForLayout("result");
    BOOST_TEST(shell.stuck().isEmpty());
    BOOST_REQUIRE(sent.size() == 1);
    BOOST_TEST(*sent[0].counter == 1);
}

BOOST_FIXTURE_TEST_CASE(work_goes_on_when_a_full_disk_has_room_again, OnSmallDisk,
                        *boost::unit_test::precondition(mayMount)) {
    disk.fill();
    isRefused();
    disk.empty();
    isDone();
}

BOOST_FIXTURE_TEST_CASE(work_goes_on_when_a_disk_that_could_only_be_read_can_be_written_again, OnSmallDisk,
                        *boost::unit_test::precondition(mayMount)) {
    const auto kept = sent_work::clean(floor_of::otherUnit), more = sent_work::clean(floor_of::unit);
    isAway = true;
    BOOST_REQUIRE(small->add({kept}).ok());
    desk.reset();
    small.reset();  // a file that is open for writing keeps the disk from being closed
    BOOST_REQUIRE(disk.remount(MS_RDONLY));
    isAway = false;
    small = std::make_unique<Outbox>(client, disk.path());
    small->begin();
    waitUntil([&] { return !sent.empty(); });
    BOOST_TEST((sent[0].id == kept.id), "what can be read is sent");
    BOOST_TEST(small->add({more}).refusal().code() == "not_stored");
    BOOST_TEST(!small->canStore());
    BOOST_REQUIRE(disk.remount(0));
    BOOST_TEST(small->add({more}).ok());
    BOOST_TEST(small->canStore());
    BOOST_TEST(small->damagedFiles() == 0);
    waitUntil([&] { return small->waiting() == 0; });
    BOOST_TEST((sent.back().id == more.id));
}

BOOST_AUTO_TEST_CASE(what_is_heard_is_remembered_once_a_disk_that_could_only_be_read_can_be_written,
                     *boost::unit_test::precondition(mayMount)) {
    const SmallDisk disk;
    { Cache made(disk.path()); }
    BOOST_REQUIRE(disk.remount(MS_RDONLY));
    Cache cache(disk.path());
    cache.keepCode("one");
    BOOST_TEST(cache.codesLeft() == 0);
    BOOST_REQUIRE(disk.remount(0));
    cache.keepCode("two");
    BOOST_TEST(cache.takeCode().value_or("") == "two");
}

BOOST_AUTO_TEST_SUITE_END()
