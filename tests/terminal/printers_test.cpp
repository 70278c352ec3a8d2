#include "terminal/printers.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "labels/label.h"
#include "tests/terminal/workbench.h"

using namespace remise::terminal;
using remise::domain::Value;
using remise::drivers::Printed;
using remise::drivers::PrinterState;
using remise::labels::paperNamed;
using Purpose = PrintQueue::Purpose;
using Stage = PrintQueue::Stage;

namespace {

/// A table with a label printer for small labels and one for wide rolls.
struct Table {
    remise::test::TemporaryFolder folder;
    Paper zebra{{.id = "usb:0a5f:1", .maker = "Zebra", .model = "ZD421", .serial = "1", .language = "zpl"}};
    Paper brother{{.id = "usb:04f9:2",
                   .maker = "Brother",
                   .model = "QL-820NWB",
                   .serial = "2",
                   .language = "brother_ql",
                   .resolution = remise::labels::dpi300}};
    Plugged plugged;
    std::unique_ptr<Printers> printers;

    Table() { start({&zebra, &brother}); }
    void start(const Plugged::List& now) {
        printers.reset();
        plugged = now;
        printers = std::make_unique<Printers>(worldWith(plugged), folder.path());
        waitUntil([&] {
            const auto known = printers->known();
            return std::ranges::count_if(known, isMet) == std::ssize(now);
        });
    }
    /// Not only remembered.
    static bool isMet(const Printers::Known& known) {
        return !known.identity.language.empty() && known.state;
    }
    void choose(const char* kind, const Paper& printer, const char* paper) {
        printers->choose(kind, {printer.identity().id, *paperNamed(paper)});
    }
    void print(const char* kind, Purpose purpose = Purpose::hand) {
        BOOST_REQUIRE(printers->print({kind, remise::labels::sampleOf(kind), kind, purpose, {}}).ok());
    }
    void waitForAll() {
        waitUntil([&] {
            return std::ranges::all_of(printers->known(),
                                       [](const auto& known) { return known.waiting == 0; });
        });
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(printers_test)

BOOST_FIXTURE_TEST_CASE(labels_come_out_where_a_leader_has_chosen_and_on_the_paper_that_is_there, Table) {
    choose("unit", zebra, "50x25");
    choose("badge", brother, "62x100");
    print("unit");
    print("badge");
    waitForAll();
    BOOST_REQUIRE(zebra.labels.size() == 1);
    BOOST_REQUIRE(brother.labels.size() == 1);
    BOOST_TEST((zebra.labels[0] ==
                *remise::labels::drawLabel("unit", remise::labels::sampleOf("unit"), *paperNamed("50x25"))));
    BOOST_TEST(
        (brother.labels[0] == *remise::labels::drawLabel("badge", remise::labels::sampleOf("badge"),
                                                         *paperNamed("62x100"), remise::labels::dpi300)));
}

BOOST_FIXTURE_TEST_CASE(what_nobody_has_chosen_goes_to_a_printer_that_takes_it, Table) {
    start({&brother});
    const auto unit = printers->placeOf("unit");
    BOOST_REQUIRE(unit.has_value());
    BOOST_TEST(remise::labels::nameOf(unit->paper) == "62x29", "as most rolls of that printer");
    BOOST_TEST(!printers->placeOf("parcel"), "a head of 62 mm cannot print 100 mm");
    start({&brother, &zebra});
    BOOST_TEST(printers->placeOf("parcel")->printer == zebra.identity().id);
}

BOOST_FIXTURE_TEST_CASE(a_choice_is_known_after_a_restart, Table) {
    choose("unit", zebra, "62x29");
    start({&zebra, &brother});
    BOOST_TEST(printers->placeOf("unit")->printer == zebra.identity().id);
    BOOST_TEST(remise::labels::nameOf(printers->placeOf("unit")->paper) == "62x29");
}

BOOST_FIXTURE_TEST_CASE(an_empty_roll_in_one_printer_keeps_no_other_waiting, Table) {
    choose("unit", zebra, "50x25");
    choose("badge", brother, "62x100");
    zebra.state = PrinterState::noMedia;
    print("unit");
    print("badge");
    waitUntil([&] { return printers->queueWith("unit")->isHindered(); });
    waitUntil([&] { return printers->queueWith("badge") == nullptr; });
    zebra.state = PrinterState::ready;
    waitForAll();
    BOOST_TEST(zebra.labels.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_printer_that_was_chosen_and_is_away_is_stood_in_for, Table) {
    choose("unit", zebra, "50x25");
    zebra.state = PrinterState::offline;
    start({&brother});
    BOOST_TEST(printers->placeOf("unit")->printer == brother.identity().id);
    start({&zebra, &brother});
    BOOST_TEST(printers->placeOf("unit")->printer == zebra.identity().id);
}

BOOST_FIXTURE_TEST_CASE(a_label_that_somebody_waits_for_follows_where_a_leader_chooses, Table) {
    choose("unit", zebra, "50x25");
    zebra.state = PrinterState::headFault;
    print("unit", Purpose::again);
    waitUntil([&] { return printers->queueWith("unit")->isHindered(); });
    BOOST_TEST(brother.labels.empty());
    choose("unit", brother, "62x29");
    waitUntil([&] { return printers->queueWith("unit")->stageOf("unit") == Stage::out; });
    zebra.state = PrinterState::ready;
    printers->queueWith("unit")->found("unit");
    choose("unit", zebra, "50x25");
    print("unit");
    waitForAll();
    BOOST_REQUIRE(brother.labels.size() == 1);
    BOOST_TEST(brother.labels[0].width() == remise::labels::fromMillimetres({62}, remise::labels::dpi300));
    BOOST_TEST(zebra.labels.size() == 1, "the one that was asked for since, and no other");
}

BOOST_FIXTURE_TEST_CASE(a_label_that_somebody_waits_for_follows_when_its_printer_is_pulled_out, Table) {
    choose("unit", zebra, "50x25");
    zebra.state = PrinterState::noMedia;
    print("unit");
    waitUntil([&] { return printers->queueWith("unit")->isHindered(); });
    plugged = {&brother};
    zebra.state = PrinterState::offline;
    printers->lookAround();
    waitUntil([&] { return brother.labels.size() == 1; });
    BOOST_TEST(zebra.labels.empty());
}

BOOST_FIXTURE_TEST_CASE(a_waiting_label_takes_the_paper_that_is_in_its_printer_now, Table) {
    choose("unit", brother, "50x25");
    brother.state = PrinterState::wrongMedia;
    print("unit");
    waitUntil([&] { return printers->queueWith("unit")->isHindered(); });
    choose("unit", brother, "62x29");
    brother.state = PrinterState::ready;
    waitForAll();
    BOOST_REQUIRE(brother.labels.size() == 1);
    BOOST_TEST(brother.labels[0].width() == remise::labels::fromMillimetres({62}, remise::labels::dpi300));
}

/// Its printer may still have it, and print it once it is mended.
BOOST_FIXTURE_TEST_CASE(a_label_that_was_sent_once_stays_with_its_printer, Table) {
    choose("unit", zebra, "50x25");
    zebra.outcome = Printed::no;
    print("unit", Purpose::again);
    waitUntil([&] { return !zebra.labels.empty(); });
    choose("unit", brother, "62x29");
    zebra.outcome = Printed::yes;
    waitUntil([&] { return printers->queueWith("unit")->stageOf("unit") == Stage::out; });
    BOOST_TEST(brother.labels.empty());
}

BOOST_FIXTURE_TEST_CASE(a_roll_stays_where_it_was_begun, Table) {
    choose("unit", zebra, "50x25");
    zebra.state = PrinterState::noMedia;
    print("unit", Purpose::roll);
    waitUntil([&] { return printers->queueWith("unit")->isHindered(); });
    choose("unit", brother, "62x29");
    zebra.state = PrinterState::ready;
    waitForAll();
    BOOST_TEST(zebra.labels.size() == 1);
    BOOST_TEST(brother.labels.empty());
}

BOOST_FIXTURE_TEST_CASE(what_was_seen_of_a_printer_that_has_not_answered_was_not_looked_at, Table) {
    brother.state = PrinterState::offline;
    start({&zebra, &brother});
    const LabelPlace place{brother.identity().id, *paperNamed("62x29")};
    printers->choose("unit", place);
    printers->keepLook("unit", place);
    BOOST_TEST(printers->wantsLook("unit"), "nobody knew how fine its dots are");
    brother.state = PrinterState::ready;
    printers->ask();
    waitUntil([&] {
        printers->keepLook("unit", place);
        return !printers->wantsLook("unit");
    });
}

BOOST_FIXTURE_TEST_CASE(a_label_is_looked_at_once_a_day_for_each_printer_and_paper, Table) {
    choose("unit", zebra, "50x25");
    BOOST_TEST(printers->wantsLook("unit"));
    printers->keepLook("unit", *printers->placeOf("unit"));
    BOOST_TEST(!printers->wantsLook("unit"));
    start({&zebra, &brother});
    BOOST_TEST(!printers->wantsLook("unit"), "nor after a restart");
    BOOST_TEST(printers->wantsLook("badge"));
    choose("unit", brother, "62x29");
    BOOST_TEST(printers->wantsLook("unit"), "another printer");
}

BOOST_FIXTURE_TEST_CASE(a_test_page_shows_the_paper_that_labels_there_have_and_is_never_in_doubt, Table) {
    choose("unit", brother, "62x29");
    brother.outcome = Printed::inDoubt;
    BOOST_TEST(printers->printTest(brother.identity().id, remise::domain::Language::french).ok());
    waitForAll();
    brother.outcome = Printed::yes;
    BOOST_TEST(printers->printTest(brother.identity().id, remise::domain::Language::french).ok());
    waitForAll();
    const auto millimetres = remise::labels::fromMillimetres({62}, remise::labels::dpi300);
    BOOST_TEST(brother.labels.back().width() == millimetres);
}

BOOST_FIXTURE_TEST_CASE(a_label_made_again_that_its_worker_leaves_behind_is_in_doubt_even_after_a_restart,
                        Table) {
    choose("unit", zebra, "50x25");
    print("unit", Purpose::again);
    waitForAll();
    PrintQueue* queue = printers->queueWith("unit");
    BOOST_REQUIRE(queue);
    BOOST_TEST((queue->stageOf("unit") == Stage::out));
    queue->forget("unit");
    BOOST_TEST(queue->doubtful().value_or("") == "unit");
    start({&zebra, &brother});
    queue = printers->queueWith("unit");
    BOOST_REQUIRE(queue);
    BOOST_TEST(queue->doubtful().value_or("") == "unit");
    queue->destroyed("unit");
    BOOST_TEST(!printers->queueWith("unit"), "nobody waits for another one");
    BOOST_TEST(zebra.labels.size() == 1);
}

BOOST_FIXTURE_TEST_CASE(what_is_in_doubt_is_known_while_its_printer_is_away_and_no_other_makes_it, Table) {
    choose("unit", zebra, "50x25");
    zebra.outcome = Printed::inDoubt;
    print("unit", Purpose::again);
    waitUntil([&] { return printers->queueWith("unit")->doubtful().has_value(); });
    start({&brother});
    BOOST_REQUIRE(printers->queueWith("unit"));
    BOOST_TEST(printers->queueWith("unit")->doubtful().value_or("") == "unit");
    BOOST_TEST(printers->placeOf("unit")->printer == brother.identity().id);
    const auto second =
        printers->print({"unit", remise::labels::sampleOf("unit"), "unit", Purpose::again, {}});
    BOOST_TEST(second.refusal().code() == "label_in_doubt");
    BOOST_TEST(brother.labels.empty());
}

BOOST_FIXTURE_TEST_CASE(while_a_queue_cannot_be_read_no_label_is_made_again_anywhere, Table) {
    choose("unit", zebra, "50x25");
    zebra.outcome = Printed::inDoubt;
    print("unit", Purpose::again);
    waitUntil([&] { return printers->queueWith("unit")->doubtful().has_value(); });
    printers.reset();
    const auto file = folder.path() / "prints" / "usb_3a0a5f_3a1" / "prints.sqlite";
    BOOST_REQUIRE(exists(file));
    std::ofstream(file) << "nothing of SQLite's";
    start({&brother});
    const PrintQueue::Label again{"unit", remise::labels::sampleOf("unit"), "unit", Purpose::again, {}};
    BOOST_TEST(printers->print(again).refusal().code() == "label_in_doubt");
    remove(file);
    start({&brother});
    BOOST_TEST(printers->print(again).ok());
    waitForAll();
}

BOOST_FIXTURE_TEST_CASE(a_label_made_again_that_was_seen_on_its_machine_is_done_with, Table) {
    choose("unit", zebra, "50x25");
    print("unit", Purpose::again);
    waitForAll();
    printers->queueWith("unit")->found("unit");
    start({&zebra, &brother});
    BOOST_TEST(!printers->queueWith("unit"));
}

BOOST_AUTO_TEST_CASE(a_printer_that_may_not_be_used_is_shown_and_taken_when_it_tells_what_it_is) {
    const remise::test::TemporaryFolder folder;
    Paper zebra(
        {.id = "usb:0a5f:0184:1", .maker = "Zebra", .model = "ZD421", .serial = "1", .language = "zpl"});
    remise::drivers::PrinterIdentity silent;
    silent.id = "usb:0a5f:0184:@1-1";
    silent.isSilent = true;
    std::atomic<bool> mayBeUsed = false;
    Printers printers({[&] { return std::vector{mayBeUsed ? zebra.identity() : silent}; },
                       [&](const std::string&) { return std::make_unique<LentPrinter>(zebra); }},
                      folder.path());
    waitUntil([&] { return printers.known().size() == 1; });
    BOOST_TEST((printers.known()[0].state == PrinterState::offline));
    BOOST_TEST(printers.known()[0].identity.model == silent.id);
    BOOST_TEST(!printers.placeOf("unit"));
    BOOST_TEST(!std::filesystem::exists(folder.path() / "prints"), "it has no queue");
    mayBeUsed = true;
    waitUntil([&] { return printers.placeOf("unit").has_value(); });
    BOOST_TEST(printers.known().size() == 1);
    BOOST_TEST(printers.known()[0].identity.id == zebra.identity().id);
}

/// Or two names of one printer would take it from each other.
BOOST_FIXTURE_TEST_CASE(a_printer_that_is_missed_is_not_asked, Table) {
    printers.reset();
    std::atomic<int> looks = 0, opened = 0;
    {
        Printers some({[&] {
                           ++looks;
                           return std::vector{brother.identity()};
                       },
                       [&](const std::string& id) -> std::unique_ptr<remise::drivers::Printer> {
                           if (id == zebra.identity().id) ++opened;
                           return std::make_unique<LentPrinter>(brother);
                       }},
                      folder.path());
        some.choose("unit", {zebra.identity().id, *paperNamed("50x25")});
        waitUntil([&] { return std::ranges::count_if(some.known(), Table::isMet) == 1; });
        BOOST_TEST(some.known().size() == 2U, "it is shown, for it is chosen");
        // Each look asks all that are there; the other threads have time for it.
        for (int n = 0; n < 20; ++n) {
            const int before = looks;
            some.lookAround();
            waitUntil([&] { return looks > before; });
        }
    }
    BOOST_TEST(opened == 0);
}

BOOST_AUTO_TEST_SUITE_END()
