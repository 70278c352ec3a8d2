#include "drivers/printers/virtual/virtual_printer.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "drivers/printers/zpl/zpl_decoder.h"
#include "labels/label.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using drivers::VirtualPrinter;
using test::TemporaryFolder;

namespace {

std::set<std::string> namesIn(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

const labels::Bitmap blank(16, 8);

}  // namespace

BOOST_AUTO_TEST_SUITE(virtual_printer_test)

BOOST_AUTO_TEST_CASE(a_label_is_left_as_a_picture_and_as_the_printers_bytes) {
    const TemporaryFolder folder;
    VirtualPrinter printer(folder.path());
    const labels::Bitmap label = *labels::drawLabel("unit", labels::sampleOf("unit"));
    printer.print(label, "BCDFGHJR");
    BOOST_TEST((labels::readBitmap(folder.path() / "labels/0001-BCDFGHJR.png") == label));
    BOOST_TEST((drivers::zpl::decode(contentOf(folder.path() / "labels/0001-BCDFGHJR.zpl")).at(0) == label));
}

BOOST_AUTO_TEST_CASE(numbers_go_on_after_a_restart_and_past_what_was_taken_away) {
    const TemporaryFolder folder;
    VirtualPrinter(folder.path()).print(blank, "A");
    VirtualPrinter(folder.path()).print(blank, "B");
    std::filesystem::remove(folder.path() / "labels/0001-A.png");
    VirtualPrinter(folder.path()).print(blank, "A");
    BOOST_TEST(namesIn(folder.path() / "labels").contains("0003-A.png"));
}

BOOST_AUTO_TEST_CASE(numbers_go_on_past_four_digits_and_ignore_foreign_and_unfinished_files) {
    const TemporaryFolder folder;
    VirtualPrinter printer(folder.path());
    std::ofstream(printer.labelsFolder() / "9999-X.png") << "x";
    std::ofstream(printer.labelsFolder() / "notes.txt") << "x";
    std::ofstream(printer.labelsFolder() / ".20000-X.png.part") << "x";
    printer.print(blank, "A");
    BOOST_TEST(namesIn(printer.labelsFolder()).contains("10000-A.png"));
}

BOOST_AUTO_TEST_CASE(a_name_is_never_a_path) {
    const TemporaryFolder folder;
    VirtualPrinter printer(folder.path());
    printer.print(blank, "../../etc/passwd");
    printer.print(blank, std::string(5000, 'x'));
    printer.print(blank, "");
    const auto names = namesIn(printer.labelsFolder());
    BOOST_TEST(names.size() == 6U);
    BOOST_TEST(names.contains("0001-______etc_passwd.png"));
    BOOST_TEST(names.contains("0003-.zpl"));
}

BOOST_AUTO_TEST_CASE(printers_that_share_a_folder_never_give_one_number_twice) {
    const TemporaryFolder folder;
    std::vector<std::jthread> stations;
    for (const std::string name : {"A", "B", "C", "D"})
        stations.emplace_back([&folder, name] {
            VirtualPrinter printer(folder.path());
            for (int n = 0; n < 10; ++n)
                printer.print(blank, name);
        });
    stations.clear();
    std::set<std::string> numbers;
    const auto names = namesIn(folder.path() / "labels");
    for (const std::string& name : names)
        numbers.insert(name.substr(0, 4));
    BOOST_TEST(names.size() == 80U);
    BOOST_TEST(numbers.size() == 40U);
}

BOOST_AUTO_TEST_CASE(a_folder_that_went_away_is_a_printer_that_is_offline_and_named) {
    const TemporaryFolder folder;
    VirtualPrinter printer(folder.path());
    std::filesystem::remove_all(printer.labelsFolder());
    const drivers::PrintResult result = printer.print(blank, "A");
    BOOST_TEST((result.printed == drivers::Printed::no));
    BOOST_TEST((result.status.state == drivers::PrinterState::offline));
    BOOST_TEST(result.status.detail.find("labels") != std::string::npos);
    BOOST_TEST((printer.status().state == drivers::PrinterState::offline));
}

BOOST_AUTO_TEST_SUITE_END()
