#include "terminal/printer_screen.h"

#include <boost/test/unit_test.hpp>

#include "labels/label.h"
#include "terminal/label_pictures.h"
#include "tests/terminal/workbench.h"

using remise::drivers::PrinterState;
using remise::labels::paperNamed;
using remise::terminal::LabelPictures;
using remise::terminal::LabelPlace;
using remise::terminal::PrinterScreen;

namespace {

struct AtPrinters : Workbench {
    AtPrinters() { drives.clear(); }

    PrinterScreen& screen = *shell.printers();

    void show() {
        signIn("sorting");
        shell.showPrinters();
        BOOST_REQUIRE(shell.screen() == "printers");
    }
    [[nodiscard]] std::string shown(const char* what) {
        return screen.printers().value(0).toMap()[what].toString().toStdString();
    }
    [[nodiscard]] std::string paperOf(int kind) {
        return screen.labels().value(kind).toMap()["paper"].toString().toStdString();
    }
    /// Where machines' labels are among the kinds.
    [[nodiscard]] int unit() {
        int place = 0;
        while (screen.labels().value(place).toMap()["label"].toString() != "Machine")
            ++place;
        return place;
    }
};

/// A second printer, with finer dots: there before the terminal, and after it.
struct FinePrinter {
    Paper fine{{.id = "fine",
                .maker = "Remise",
                .model = "Fine",
                .serial = {},
                .language = "virtual",
                .resolution = remise::labels::dpi300}};
};
struct AtTwoPrinters : FinePrinter, AtPrinters {};

/// The dots of a picture as the screen gets it.
std::size_t blackPixels(const QImage& image) {
    std::size_t count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(printer_screen_test)

BOOST_FIXTURE_TEST_CASE(a_printer_is_shown_with_its_state_in_a_word_as_it_changes, AtPrinters) {
    show();
    waitUntil([&] { return shown("word") == "Prête"; });
    BOOST_TEST(shown("name") == "Remise Paper");
    BOOST_TEST(shown("sign") == "go");
    paper.state = PrinterState::lidOpen;
    waitUntil([&] { return shown("word") == "Capot ouvert"; });
    BOOST_TEST(shown("sign") == "stop");
    BOOST_TEST(!screen.canTest());
}

BOOST_FIXTURE_TEST_CASE(a_worker_looks_and_a_leader_chooses, AtPrinters) {
    show();
    const std::string before = paperOf(unit());
    screen.choose(unit());
    BOOST_TEST(paperOf(unit()) == before);
    role = "leader";
    scan(floor_of::otherBadge);
    waitUntil([&] { return shell.worker() == "martinet"; });
    scan(floor_of::badge);
    waitUntil([&] { return shell.worker() == "hirondelle"; });
    BOOST_TEST(screen.canChoose());
    screen.choose(unit());
    BOOST_TEST(paperOf(unit()) != before, "the next paper");
    screen.choose(unit());
    BOOST_TEST(paperOf(unit()) == before);
}

BOOST_FIXTURE_TEST_CASE(a_test_page_comes_out_at_a_touch, AtPrinters) {
    show();
    waitUntil([&] { return screen.canTest(); });
    screen.test();
    waitUntil([&] { return paper.labels.size() == 1; });
    BOOST_TEST(paper.printed.empty(), "it is no machine's label");
}

BOOST_FIXTURE_TEST_CASE(a_scan_goes_on_with_the_work, AtPrinters) {
    show();
    scan(floor_of::unit);
    BOOST_TEST(shell.screen().toStdString() == "work");
    waitForLayout("choice");
}

BOOST_FIXTURE_TEST_CASE(a_new_label_that_was_left_behind_is_asked_after, AtPrinters) {
    signIn("label");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    shell.work()->takeInstead();
    waitUntil([&] { return paper.printed.size() == 1; });
    shell.openStation("sorting");
    BOOST_TEST(shell.stuck().contains("Étiquette à chercher"));
    shell.showPrinters();
    BOOST_TEST(screen.doubt().contains("Où est l'étiquette"));
    BOOST_TEST(!screen.canTest());
    screen.found();
    BOOST_TEST(screen.doubt().isEmpty());
    BOOST_TEST(shell.stuck().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(the_first_label_of_the_day_is_looked_at_dot_by_dot_and_then_printed, AtPrinters) {
    printers.choose("unit", {paper.identity().id, *paperNamed("62x29")});
    waitUntil([&] { return !server.asked.empty(); });
    signIn("label");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    shell.work()->takeInstead();
    BOOST_TEST(layout() == "preview");
    const QString address = shell.work()->preview();
    BOOST_REQUIRE(address.startsWith("image://labels/"));
    QSize size;
    const QImage seen = LabelPictures().requestImage(address.mid(15), &size, {});
    scan(floor_of::unit);
    BOOST_TEST(refusal() == "answer_first");
    shell.settle();
    BOOST_TEST(paper.labels.empty());
    shell.work()->confirm();
    waitUntil([&] { return paper.printed.size() == 1; });
    const auto& printed = paper.labels.at(0);
    BOOST_TEST(seen.width() == printed.width());
    std::size_t black = 0;
    bool isSame = true;
    for (int y = 0; y < printed.height(); ++y)
        for (int x = 0; x < printed.width(); ++x) {
            black += printed.isBlack(x, y) ? 1 : 0;
            isSame = isSame && printed.isBlack(x, y) == (qGray(seen.pixel(x, y)) < 128);
        }
    BOOST_TEST(isSame);
    BOOST_TEST(black == blackPixels(seen));
    scan(floor_of::unit);
    waitForLayout("result");
    BOOST_TEST(!printers.wantsLook("unit"));
}

BOOST_FIXTURE_TEST_CASE(a_preview_is_of_the_place_where_the_label_comes_out_now, AtTwoPrinters) {
    const LabelPlace here{paper.identity().id, *paperNamed("62x29")}, there{"fine", *paperNamed("62x29")};
    plugged = {&paper, &fine};
    printers.lookAround();
    waitUntil([&] { return printers.known().size() == 2 && printers.known().front().state; });
    printers.choose("unit", here);
    waitUntil([&] { return !server.asked.empty(); });
    signIn("label");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    shell.work()->takeInstead();
    BOOST_TEST(layout() == "preview");
    const QString coarse = shell.work()->preview();
    printers.choose("unit", there);
    BOOST_TEST((shell.work()->preview() != coarse));
    hasty = true;
    shell.work()->confirm();  // the finger was on its way to the picture before
    BOOST_TEST(layout() == "preview");
    hasty = false;
    shell.work()->confirm();
    waitUntil([&] { return fine.labels.size() == 1 && waiting() == 0; });
    BOOST_TEST(!printers.wantsLook("unit"));
    printers.choose("unit", here);
    BOOST_TEST(printers.wantsLook("unit"), "that one was not approved");
    plugged.clear();
    printers.lookAround();
}

BOOST_FIXTURE_TEST_CASE(a_preview_is_drawn_anew_when_the_printer_tells_how_fine_its_dots_are, AtTwoPrinters) {
    fine.state = PrinterState::offline;
    plugged = {&fine};
    printers.lookAround();
    waitUntil([&] {
        const auto place = printers.placeOf("unit");
        return place && place->printer == "fine";
    });
    waitUntil([&] { return !server.asked.empty(); });
    signIn("label");
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    shell.work()->takeInstead();
    BOOST_TEST(layout() == "preview");
    fine.state = PrinterState::ready;
    printers.ask();
    const auto dots = remise::labels::fromMillimetres({25}, remise::labels::dpi300);
    waitUntil([&] {
        QSize size;
        LabelPictures().requestImage(shell.work()->preview().mid(15), &size, {});
        return size.height() == dots;
    });
    shell.undo();
    plugged.clear();
    printers.lookAround();
}

BOOST_FIXTURE_TEST_CASE(a_label_waits_for_a_printer_that_was_pulled_out_and_comes_when_it_is_back,
                        AtPrinters) {
    signIn("label");
    plugged.clear();
    paper.state = PrinterState::offline;
    printers.lookAround();
    scan(floor_of::unit);
    waitForLayout("choice");
    shell.work()->answer(0);
    shell.work()->takeInstead();
    waitUntil([&] { return refusal() == "printer_away"; });
    plugged = {&paper};
    paper.state = PrinterState::ready;
    printers.lookAround();
    waitUntil([&] { return paper.printed.size() == 1; });
    waitForLayout("scan");
}

BOOST_AUTO_TEST_SUITE_END()
