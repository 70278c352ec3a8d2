#include "terminal/print_queue.h"

#include <QProcess>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <random>
#include <set>

#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/small_server.h"
#include "tests/terminal/workbench.h"

using namespace remise::terminal;
using remise::domain::Value;
using remise::drivers::Printed;
using remise::drivers::PrinterState;
namespace fs = std::filesystem;

namespace {

std::string codeOf(int number) {
    return floor_of::code(floor_of::CodeKind::unit, static_cast<std::uint64_t>(number));
}

PrintQueue::Label label(int number, PrintQueue::Purpose purpose = PrintQueue::Purpose::roll) {
    const std::string code = codeOf(number);
    return {"unit", Value::Object{{"code", code}, {"url", "https://remise.example"}}, code, purpose};
}

struct Roll {
    remise::test::TemporaryFolder folder;
    Paper paper;
    std::unique_ptr<PrintQueue> queue;
    std::vector<std::string> printed;

    Roll() { start(); }
    void start() {
        queue.reset();
        queue = std::make_unique<PrintQueue>(&paper, folder.path());
        QObject::connect(queue.get(), &PrintQueue::printed,
                         [this](const QString& name) { printed.push_back(name.toStdString()); });
    }
    void add(int count) {
        for (int i = 1; i <= count; ++i)
            BOOST_REQUIRE(queue->add(label(i)).ok());
    }
    void waitForAll() {
        waitUntil([&] { return queue->waiting() == 0; });
    }
};

/// The codes on paper, in the order of printing. A virtual printer's label is out once its picture is there.
std::vector<std::string> onPaper(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder / "labels"))
        if (entry.path().extension() == ".png") names.insert(entry.path().stem());
    std::vector<std::string> codes;
    for (const std::string& name : names)
        codes.push_back(name.substr(name.find('-') + 1));
    return codes;
}

/// Looks for a label in doubt on the table, as a person would.
void answerDoubts(QProcess& roll, const fs::path& folder) {
    while (roll.canReadLine()) {
        const std::string line = roll.readLine().trimmed().toStdString();
        if (!line.starts_with("doubt ")) continue;
        const std::string code = line.substr(6);
        const bool isThere = std::ranges::count(onPaper(folder), code) > 0;
        roll.write(((isThere ? "found " : "destroyed ") + code + "\n").c_str());
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_queue_test)

BOOST_FIXTURE_TEST_CASE(labels_come_out_in_order, Roll) {
    add(5);
    waitForAll();
    BOOST_TEST(printed == (std::vector{codeOf(1), codeOf(2), codeOf(3), codeOf(4), codeOf(5)}),
               boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(an_empty_roll_that_was_filled_goes_on_by_itself, Roll) {
    paper.state = PrinterState::noMedia;
    add(3);
    waitUntil([&] { return queue->isHindered(); });
    BOOST_TEST((queue->state() == PrinterState::noMedia));
    BOOST_TEST(printed.empty());
    paper.state = PrinterState::ready;
    waitForAll();
    BOOST_TEST(printed.size() == 3);
    BOOST_TEST(!queue->isHindered());
}

BOOST_FIXTURE_TEST_CASE(a_wrong_roll_is_told_until_a_label_comes_out_however_ready_the_printer_says_it_is,
                        Roll) {
    paper.wantsAnotherRoll = true;
    std::vector<PrinterState> told;
    QObject::connect(queue.get(), &PrintQueue::changed, [&] {
        if (queue->state() && (told.empty() || told.back() != *queue->state()))
            told.push_back(*queue->state());
    });
    add(1);
    waitUntil([&] { return queue->isHindered(); });
    const int before = paper.tries;
    waitUntil([&] { return paper.tries >= before + 2; });
    paper.wantsAnotherRoll = false;
    waitForAll();
    const std::vector wanted{PrinterState::wrongMedia, PrinterState::ready};
    BOOST_TEST((told == wanted));
}

BOOST_FIXTURE_TEST_CASE(a_label_that_this_printer_cannot_draw_is_given_up_and_says_why, Roll) {
    Paper coarse{{.id = "coarse",
                  .maker = "Remise",
                  .model = "Coarse",
                  .serial = {},
                  .language = "virtual",
                  .resolution = remise::labels::Resolution{3}}};
    PrintQueue small(&coarse, folder.path() / "coarse");
    BOOST_REQUIRE(small.add(label(1)).ok());
    waitUntil([&] { return small.waiting() == 0; });
    BOOST_REQUIRE(small.whyGivenUp(codeOf(1)));
    BOOST_TEST(small.whyGivenUp(codeOf(1))->code() == "label_too_small");
    small.forget(codeOf(1));
    BOOST_TEST(!small.whyGivenUp(codeOf(1)));
}

BOOST_FIXTURE_TEST_CASE(a_label_in_doubt_stops_those_behind_it_until_it_was_found, Roll) {
    paper.outcome = Printed::inDoubt;
    add(3);
    waitUntil([&] { return queue->doubtful().has_value(); });
    paper.outcome = Printed::yes;
    BOOST_TEST(*queue->doubtful() == codeOf(1));
    queue->destroyed(codeOf(2));  // that one was in no doubt
    BOOST_TEST(queue->waiting() == 3);
    queue->found(codeOf(1));
    waitForAll();
    BOOST_TEST(printed == (std::vector{codeOf(2), codeOf(3)}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_label_in_doubt_that_was_destroyed_comes_out_at_its_place, Roll) {
    paper.outcome = Printed::inDoubt;
    add(2);
    waitUntil([&] { return queue->doubtful().has_value(); });
    paper.outcome = Printed::yes;
    start();
    BOOST_TEST(queue->doubtful().value_or("") == codeOf(1), "a restart settles no doubt");
    queue->destroyed(codeOf(1));
    waitForAll();
    BOOST_TEST(printed == (std::vector{codeOf(1), codeOf(2)}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_restart_goes_on_with_a_roll_and_forgets_what_was_for_somebodys_hand, Roll) {
    paper.state = PrinterState::lidOpen;
    BOOST_TEST(queue->add(label(1, PrintQueue::Purpose::hand)).ok());
    BOOST_TEST(queue->add(label(2)).ok());
    waitUntil([&] { return queue->isHindered(); });
    paper.state = PrinterState::ready;
    start();
    waitForAll();
    BOOST_TEST(printed == std::vector{codeOf(2)}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(what_nobody_wants_any_more_does_not_come_out, Roll) {
    paper.state = PrinterState::offline;
    add(2);
    waitUntil([&] { return queue->isHindered(); });
    queue->forget(codeOf(1));
    paper.state = PrinterState::ready;
    waitForAll();
    BOOST_TEST(printed == std::vector{codeOf(2)}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_drawn_is_refused_and_stops_nobody, Roll) {
    PrintQueue::Label bad = label(1);
    bad.data["code"] = "BCDFGHJB";
    const auto verdict = queue->add(bad);
    BOOST_REQUIRE(!verdict.ok());
    BOOST_TEST(verdict.refusal().code() == "label_field");
    add(1);
    waitForAll();
}

BOOST_AUTO_TEST_CASE(
    a_roll_of_500_comes_out_once_and_in_order_although_the_program_is_killed_again_and_again) {
    const auto seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const remise::test::TemporaryFolder folder;
    constexpr int count = 500;
    int kills = 0;
    for (bool isDone = false; !isDone;) {
        QProcess roll;
        roll.start(QString(REMISE_BINARY_DIR) + "/bin/print_roll",
                   {QString::fromStdString(folder.path().string()), QString::number(count)});
        BOOST_REQUIRE(roll.waitForReadyRead());
        QElapsedTimer since;
        since.start();
        const auto moment = static_cast<int>(random() % 400);
        while (!isDone && (kills >= 15 || since.elapsed() < moment)) {
            roll.waitForReadyRead(5);
            answerDoubts(roll, folder.path());
            isDone = roll.state() == QProcess::NotRunning;
        }
        if (isDone) BOOST_TEST(roll.exitCode() == 0);
        kills += isDone ? 0 : 1;
        roll.kill();
        roll.waitForFinished();
    }
    BOOST_TEST_MESSAGE(kills << " kills");
    const auto codes = onPaper(folder.path());
    BOOST_TEST(codes.size() == count);
    for (int i = 0; i < count && i < static_cast<int>(codes.size()); ++i)
        BOOST_TEST(codes[static_cast<std::size_t>(i)] == codeOf(i + 1));
}

BOOST_AUTO_TEST_SUITE_END()
