#include "tests/house/shape_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

SourceFile longFile(std::string path, std::size_t lines) {
    return {std::move(path), std::string(lines, '\n')};
}

constexpr std::string_view page =
    "## Files over 400 lines\n| file | why |\n|---|---|\n| `db/table.cpp` | a table |\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_rules_test)

BOOST_AUTO_TEST_CASE(our_long_files_have_a_reason) {
    const Findings findings = checkLength(sourceTree(), textOf("docs/architecture.md"));
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(our_qml_files_are_short) {
    const Findings findings = checkQmlLength(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(our_files_name_no_folder_of_somebodys_machine) {
    const Findings findings = checkPaths(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(our_templates_escape_everything) {
    const Findings findings = checkTemplates(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(a_long_file_needs_a_reason) {
    BOOST_TEST(describe(checkLength({longFile("db/x.cpp", 400), longFile("db/table.cpp", 401)}, page)) == "");
    BOOST_TEST(describe(checkLength({longFile("db/x.cpp", 401), longFile("db/table.cpp", 401)}, page)) ==
               "\n  db/x.cpp: has 401 lines");
}

BOOST_AUTO_TEST_CASE(a_reason_without_a_long_file_is_found) {
    BOOST_TEST(describe(checkLength({longFile("db/table.cpp", 10)}, page)) ==
               "\n  docs/architecture.md:4: db/table.cpp is not a long file");
}

BOOST_AUTO_TEST_CASE(a_long_screen_is_found) {
    BOOST_TEST(describe(checkQmlLength({longFile("terminal/ui/A.qml", 200)})) == "");
    BOOST_TEST(describe(checkQmlLength({longFile("terminal/ui/A.qml", 201)})) ==
               "\n  terminal/ui/A.qml: has 201 lines");
}

BOOST_AUTO_TEST_CASE(a_path_into_a_home_is_found) {
    const std::string home = "/home/";
    BOOST_TEST(describe(checkPaths({{"README.md", "\nsee " + home + "anna/remise"}})) ==
               "\n  README.md:2: names a folder of somebody's machine");
    BOOST_TEST(describe(checkPaths({{"README.md", "see https://example.org" + home + "anna"}})) == "");
}

BOOST_AUTO_TEST_CASE(an_unescaped_text_in_a_template_is_found) {
    for (const char* bad : {"<b>{{{name}}}</b>", "<b>{{&name}}</b>", "<b>{{ & name }}</b>"})
        BOOST_TEST(describe(checkTemplates({{"server/stock/templates/a.html", bad}})) ==
                   "\n  server/stock/templates/a.html:1: puts text into a page without escaping it");
    BOOST_TEST(describe(checkTemplates({{"server/stock/templates/a.html", "{{#a}}{{name}}{{/a}}"}})) == "");
}

BOOST_AUTO_TEST_SUITE_END()
