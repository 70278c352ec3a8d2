// The program remise-label, as a person types it.
#include <sys/wait.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "tests/support/temporary_folder.h"

using namespace remise;
using namespace remise::labels;

namespace {

const std::string unit = R"(unit --data '{"code":"BCDFGHJR","url":"https://remise.example","model":"T480"}')";

/// A folder in which the program is called as from the project's own.
class Shell {
public:
    Shell() { create_directory_symlink(REMISE_BINARY_DIR, m_folder.path() / "build"); }

    /// The exit code.
    [[nodiscard]] int run(const std::string& line) const {
        const int status =
            std::system(("cd " + m_folder.path().string() + " && " + line + " > said 2>&1").c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    [[nodiscard]] int label(const std::string& words) const { return run("build/bin/remise-label " + words); }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder.path() / name; }

private:
    test::TemporaryFolder m_folder;
};

std::vector<std::string> textsIn(const std::filesystem::path& png) {
    std::vector<std::string> texts;
    for (const Barcode& barcode : readBarcodes(toGrey(readBitmap(png))))
        texts.push_back(barcode.text);
    std::sort(texts.begin(), texts.end());
    return texts;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(remise_label_test)

BOOST_AUTO_TEST_CASE(the_commands_at_the_beginning_of_the_page_on_labels_work_as_they_stand) {
    const Shell shell;
    std::ifstream page(REMISE_SOURCE_DIR "/docs/labels.md");
    int commands = 0;
    for (std::string line; std::getline(page, line);)
        if (line.starts_with("    build/bin/remise-label ")) {
            ++commands;
            BOOST_TEST(shell.run(line) == 0, line);
        }
    BOOST_TEST(commands == 3);
    BOOST_TEST(exists(shell.file("sheet.pdf")));
    int printed = 0;
    for (const auto& file : std::filesystem::directory_iterator(shell.file("printed/labels")))
        printed += file.path().extension() == ".png" ? 1 : 0;
    BOOST_TEST(printed == 2);
}

BOOST_AUTO_TEST_CASE(what_a_printer_gets_becomes_the_picture_again) {
    const Shell shell;
    for (const std::string stream : {"label.zpl", "label.ql", "label.escpos"}) {
        BOOST_TEST(shell.label("draw " + unit + " --size 62x29 -o " + stream) == 0);
        BOOST_TEST(shell.label("decode " + stream + " -o back.png") == 0);
        BOOST_TEST(textsIn(shell.file("back.png")) ==
                       (std::vector<std::string>{"BCDFGHJR", "https://remise.example/u/BCDFGHJR"}),
                   boost::test_tools::per_element());
    }
    BOOST_TEST(shell.label("draw " + unit + " --size 62x29 --model QL-1100 -o label.ql") == 0);
    BOOST_TEST(shell.label("draw " + unit + " --size 62x29 --model POS58 -o label.escpos") ==
               2);  // too wide for it
    BOOST_TEST(shell.label("draw " + unit + " --model TM-T20 -o label.ql") == 2);
}

BOOST_AUTO_TEST_CASE(options_are_understood_in_every_usual_spelling_and_help_is_given_to_every_command) {
    const Shell shell;
    BOOST_TEST(shell.label("draw " + unit + " --size=62x29 --dpi=300 -o label.png") == 0);
    BOOST_TEST(shell.label("read label.png --json") == 0);
    BOOST_TEST(shell.label("read --jsn label.png") == 2);
    for (const std::string command : {"draw", "print", "read", "printers", "scan", "decode"})
        BOOST_TEST(shell.label(command + " --help") == 0, command);
}

BOOST_AUTO_TEST_CASE(what_is_typed_wrong_ends_with_two_and_says_what_is_right) {
    const Shell shell;
    BOOST_TEST(shell.label("draw") == 2);
    BOOST_TEST(shell.label("draw " + unit + " -o label.gif") == 2);
    BOOST_TEST(shell.label("draw " + unit + " --sheet 70x37 -o sheet.png") == 2);
    BOOST_TEST(shell.label("draw " + unit + " --sheet 70x37 --used 24 -o sheet.pdf") == 2);
    BOOST_TEST(shell.label("draw " + unit + " --size 10x10 -o label.png") == 2);
    BOOST_TEST(!exists(shell.file("label.png")));
}

BOOST_AUTO_TEST_SUITE_END()
