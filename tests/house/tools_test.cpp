#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "tests/house/run_tool.h"
#include "tests/house/source_tree.h"

using namespace remise::house;

namespace {

/// Of Qt 6.4; three of its checks know neither maps of C++ as objects, nor Qt.size(), nor ids used in
/// delegates.
/// `modules`: where our own modules were built, a folder for each program that has one.
std::string qmllintWith(const std::string& modules) {
    return "/usr/lib/qt6/bin/qmllint --unqualified disable --property disable --type disable "
           "-I '" REMISE_BINARY_DIR "/" +
           modules + "'";
}
const std::string qmllint = qmllintWith("qml");

std::string pathsOf(bool (*chosen)(const SourceFile&)) {
    std::string paths;
    for (const SourceFile& file : sourceTree())
        if (chosen(file)) paths += " '" + file.path + "'";
    return paths;
}

/// Of clang-format's errors ("path:line:column: error: …" and a drawing) the first one of each file.
std::string firstErrors(std::string_view output) {
    std::string errors, last;
    for (const std::string_view line : linesOf(output)) {
        const std::string path(line.substr(0, line.find(':')));
        if (line.find(": error: ") == line.npos || path == last) continue;
        errors += "\n  " + std::string(line);
        last = path;
    }
    return errors.empty() ? "\n" + std::string(output) : errors;
}

bool isOfWorkbench(const SourceFile& file) {
    return hasEnding(file.path, ".qml") && file.path.starts_with("terminal/workbench/");
}

bool isQml(const SourceFile& file) {
    return hasEnding(file.path, ".qml") && !isOfWorkbench(file);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tools_test)

BOOST_AUTO_TEST_CASE(our_cpp_is_laid_out_by_clang_format) {
    const ToolResult result = runTool("clang-format --dry-run -Werror" + pathsOf(isCpp));
    BOOST_CHECK_MESSAGE(result.status == 0,
                        "clang-format -i makes these right:" << firstErrors(result.output));
}

BOOST_AUTO_TEST_CASE(clang_format_objects_to_cpp_that_is_laid_out_otherwise) {
    BOOST_TEST(runTool("printf 'int  a ;' | clang-format --dry-run -Werror --assume-filename=a.cpp").status !=
               0);
}

BOOST_AUTO_TEST_CASE(our_qml_is_whole) {
    for (const auto& [lint, files] : {std::pair(qmllint, pathsOf(isQml)),
                                      std::pair(qmllintWith("qml_workbench"), pathsOf(isOfWorkbench))}) {
        const ToolResult result = files.empty() ? ToolResult{} : runTool(lint + files);
        BOOST_CHECK_MESSAGE(result.status == 0, result.output);
    }
}

BOOST_AUTO_TEST_CASE(qmllint_objects_to_qml_that_names_what_is_not_there) {
    const std::string qml = "import QtQuick\\nItem { Nothing {} }\\n";
    BOOST_TEST(runTool("f=$(mktemp --suffix=.qml) && printf '" + qml + "' > $f && " + qmllint +
                       " $f; s=$?; rm -f $f; exit $s")
                   .output.find("Nothing was not found") != std::string::npos);
}

/// The generator is built beside this program (see tests.cmake).
BOOST_AUTO_TEST_CASE(the_picture_of_the_table_is_the_one_that_the_table_gives) {
    const std::string generator = REMISE_BINARY_DIR "/bin/table-picture";
    if (!std::filesystem::exists(generator)) {
        BOOST_TEST_MESSAGE("skipped: there is no " + generator);
        return;
    }
    const ToolResult result = runTool("'" + generator + "' | diff -u docs/the-table.md -");
    BOOST_CHECK_MESSAGE(result.status == 0,
                        "build/bin/table-picture > docs/the-table.md makes it right:\n" + result.output);
}

BOOST_AUTO_TEST_SUITE_END()
