#include <QFile>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>
#include <set>

#include "terminal/outbox_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/sent_work.h"

using namespace remise::terminal;
using remise::domain::Command;
namespace fs = std::filesystem;

namespace {

/// An outbox with some work in it, whose file can be harmed.
struct Harmed {
    remise::test::TemporaryFolder folder;
    fs::path path = folder.path() / "outbox.sqlite";
    std::vector<Command> commands;
    std::string whole;

    Harmed() {
        OutboxFile file(folder.path());
        for (unsigned i = 0; i < 60; ++i) {
            commands.push_back(sent_work::clean(floor_of::code(remise::domain::CodeKind::unit, 500 + i)));
            commands.back().data["note"] = std::string(i * 7, 'x');
        }
        for (Command& command : commands) {
            std::vector<Command> one{command};
            file.add(one);
            command = one.front();
        }
        whole = read(path);
    }
    static std::string read(const fs::path& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void write(const std::string& bytes) const {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    /// Which of the commands are still there, after the file was opened again; no other ever is.
    [[nodiscard]] std::set<std::int64_t> open(int& damagedFiles) const {
        OutboxFile file(folder.path());
        std::set<std::int64_t> numbers;
        for (const KeptCommand& kept : file.read()) {
            const auto& original = commands.at(static_cast<std::size_t>(*kept.command.counter) - 1);
            BOOST_TEST((kept.command.id == original.id));
            BOOST_TEST((kept.command.data == original.data));
            BOOST_TEST(numbers.insert(*kept.command.counter).second);
        }
        damagedFiles = file.damagedFiles();
        return numbers;
    }
    void forgetDamaged() const {
        for (const auto& entry : fs::directory_iterator(folder.path()))
            if (entry.path().filename().string().starts_with("outbox-damaged-")) fs::remove(entry.path());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(outbox_damage_test)

BOOST_FIXTURE_TEST_CASE(a_file_that_cannot_be_opened_is_not_damaged_and_stays, Harmed) {
    fs::remove(path);
    fs::create_directory(path);  // nobody opens that, whatever their rights
    const auto isHindered = [](const StorageFault& fault) { return !fault.isDamage(); };
    BOOST_CHECK_EXCEPTION(OutboxFile{folder.path()}, StorageFault, isHindered);
    BOOST_TEST(fs::exists(path));
    fs::remove(path);
    write(whole);
    int damaged = 0;
    BOOST_TEST(open(damaged).size() == commands.size());
    BOOST_TEST(damaged == 0);
}

BOOST_FIXTURE_TEST_CASE(a_whole_file_is_taken_as_it_is, Harmed) {
    int damaged = 0;
    BOOST_TEST(open(damaged).size() == commands.size());
    BOOST_TEST(damaged == 0);
}

BOOST_FIXTURE_TEST_CASE(one_changed_byte_costs_one_command_at_most_and_the_file_is_kept, Harmed) {
    const auto seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed << ", " << whole.size() << " bytes");
    std::mt19937 random(seed);
    std::vector<std::size_t> places{0, 16, 20, 28, 100, 103, 105, 108};
    for (int more = 0; more < 150; ++more)
        places.push_back(random() % whole.size());
    for (const std::size_t place : places) {
        std::string bytes = whole;
        bytes[place] = static_cast<char>(bytes[place] ^ (1 + random() % 255));
        write(bytes);
        int damaged = 0;
        const auto left = open(damaged);
        BOOST_TEST(left.size() >= commands.size() - 1,
                   "byte " << place << " cost " << commands.size() - left.size());
        BOOST_TEST((damaged == 1 || left.size() == commands.size()), "byte " << place << " went unseen");
        forgetDamaged();
    }
}

BOOST_FIXTURE_TEST_CASE(of_a_file_cut_short_everything_before_the_cut_is_saved, Harmed) {
    for (std::size_t length = 0; length < whole.size(); length += 3001) {
        const std::string bytes = whole.substr(0, length);
        write(bytes);
        std::size_t readable = 0;
        for (const Command& command : commands)
            if (bytes.find(command.id.text()) != std::string::npos) ++readable;
        int damaged = 0;
        const auto left = open(damaged);
        BOOST_TEST(left.size() + 1 >= readable, "cut at " << length);
        BOOST_TEST(damaged == 1);
        forgetDamaged();
    }
}

BOOST_FIXTURE_TEST_CASE(a_file_that_is_no_outbox_at_all_is_kept_aside_and_work_goes_on, Harmed) {
    write("Bonjour");
    int damaged = 0;
    BOOST_TEST(open(damaged).empty());
    BOOST_TEST(damaged == 1);
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path().filename().string().starts_with("outbox-damaged-"))
            BOOST_TEST(read(entry.path()) == "Bonjour");
    std::vector<Command> more{sent_work::clean(floor_of::unit)};
    OutboxFile file(folder.path());
    file.add(more);
    BOOST_TEST(file.read().size() == 1);
    BOOST_TEST(file.damagedFiles() == 1, "it is told for as long as it lies there");
}

BOOST_FIXTURE_TEST_CASE(a_take_over_that_was_cut_off_is_ended_at_the_next_start, Harmed) {
    fs::rename(path, folder.path() / "outbox.sqlite.new");
    int damaged = 0;
    BOOST_TEST(open(damaged).size() == commands.size());
}

BOOST_AUTO_TEST_SUITE_END()
