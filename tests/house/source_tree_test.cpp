#include "tests/house/source_tree.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

BOOST_AUTO_TEST_SUITE(source_tree_test)

BOOST_AUTO_TEST_CASE(comments_and_literals_are_no_code) {
    BOOST_TEST(codeOf("a; // sql::x\nb /* sql:: */ \"sql::\" c") == "a;          \nb                     c");
}

BOOST_AUTO_TEST_CASE(a_raw_literal_ends_at_its_own_mark) {
    BOOST_TEST(codeOf("R\"x(a \" b)\" )x\" c") == "R               c");
}

BOOST_AUTO_TEST_CASE(a_digit_separator_opens_no_literal) {
    BOOST_TEST(codeOf("int n = 1'000; // one\n") == "int n = 1'000;       \n");
}

BOOST_AUTO_TEST_CASE(an_escaped_quote_does_not_close_a_literal) {
    BOOST_TEST(codeOf(R"(f("a\"b", '\'', c))") == "f(      ,     , c)");
}

BOOST_AUTO_TEST_CASE(the_tree_is_read_without_what_is_built_or_installed) {
    BOOST_TEST(!textOf("CMakeLists.txt").empty());
    for (const SourceFile& file : sourceTree()) {
        BOOST_TEST(!isUnder(file.path, "build"));
        BOOST_TEST(file.path.find("node_modules") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_finding_names_file_and_line) {
    BOOST_TEST(describe({{"db/pool.h", 7, "is wrong"}}) == "\n  db/pool.h:7: is wrong");
}

BOOST_AUTO_TEST_SUITE_END()
