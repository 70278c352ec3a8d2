#include "tests/house/refusal_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

const SourceFile header{
    "server/domain/refusals.h",
    "inline constexpr RefusalKind unknownCode{\"unknown_code\", 404, \"{code}: inconnu.\", "
    "\"{code}: unknown.\"};\n"};
const SourceFile page{"docs/refusals.md",
                      "| code | status | when |\n|---|---|---|\n| `unknown_code` | 404 | … |\n"};
const SourceFile giver{"server/stock/x.cpp", "return Refusal(refusals::unknownCode);"};

std::string verdictOn(SourceFiles files) {
    return describe(checkRefusals(files));
}

SourceFile changed(SourceFile file, const std::string& from, const std::string& to) {
    file.text.replace(file.text.find(from), from.size(), to);
    return file;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(refusal_rules_test)

BOOST_AUTO_TEST_CASE(every_refusal_is_explained_given_and_said_in_both_languages) {
    BOOST_TEST(!readRefusals(textOf("server/domain/refusals.h")).empty());
    const Findings findings = checkRefusals(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(every_constant_of_the_header_is_read) {
    const std::string_view text = textOf("server/domain/refusals.h");
    std::size_t constants = 0;
    for (auto at = text.find("constexpr RefusalKind "); at != text.npos;
         at = text.find("constexpr RefusalKind ", at + 1))
        ++constants;
    BOOST_TEST(readRefusals(text).size() == constants);
}

BOOST_AUTO_TEST_CASE(a_refusal_with_all_its_parts_passes) {
    BOOST_TEST(verdictOn({header, page, giver}) == "");
}

BOOST_AUTO_TEST_CASE(a_refusal_without_an_entry_is_found) {
    BOOST_TEST(verdictOn({header, giver}) ==
               "\n  server/domain/refusals.h:1: unknown_code is not explained in docs/refusals.md");
}

BOOST_AUTO_TEST_CASE(an_entry_without_a_refusal_is_found) {
    BOOST_TEST(verdictOn({page}) == "\n  docs/refusals.md:3: there is no refusal unknown_code");
}

BOOST_AUTO_TEST_CASE(an_entry_with_another_status_is_found) {
    BOOST_TEST(verdictOn({header, changed(page, "404", "409"), giver}) ==
               "\n  docs/refusals.md:3: unknown_code has the status 404");
}

BOOST_AUTO_TEST_CASE(a_refusal_that_nobody_gives_is_found) {
    const std::string verdict = "\n  server/domain/refusals.h:1: nobody gives unknownCode";
    BOOST_TEST(verdictOn({header, page}) == verdict);
    BOOST_TEST(verdictOn({header, page, {"server/stock/x.cpp", "// refusals::unknownCode"}}) == verdict);
}

BOOST_AUTO_TEST_CASE(a_text_missing_in_one_language_is_found) {
    BOOST_TEST(verdictOn({changed(header, "{code}: unknown.", ""), page, giver}) ==
               "\n  server/domain/refusals.h:1: unknown_code lacks a text in French or English");
}

BOOST_AUTO_TEST_CASE(languages_that_name_other_things_are_found) {
    BOOST_TEST(verdictOn({changed(header, "{code}: unknown.", "{unit}: unknown."), page, giver}) ==
               "\n  server/domain/refusals.h:1: unknown_code names other things in French than in English");
}

BOOST_AUTO_TEST_CASE(a_word_may_be_given_in_each_language) {
    const SourceFile words = changed(changed(header, "{code}: inconnu.", "{fr}"), "{code}: unknown.", "{en}");
    BOOST_TEST(verdictOn({words, page, giver}) == "");
    BOOST_TEST(verdictOn({changed(words, "{en}", "{fr}"), page, giver}) != "");
}

BOOST_AUTO_TEST_CASE(a_code_that_is_there_twice_is_found) {
    SourceFile twice = header;
    twice.text += header.text;
    BOOST_TEST(verdictOn({twice, page, giver}).find("refusals.h:2: unknown_code is there twice") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refusal_that_hides_in_another_file_is_found) {
    BOOST_TEST(
        verdictOn({header,
                   page,
                   giver,
                   {"server/stock/y.cpp", "constexpr RefusalKind mine{\"mine\", 400, \"a\", \"b\"};"}}) ==
        "\n  server/stock/y.cpp:1: refusals live in server/domain/refusals.h");
}

BOOST_AUTO_TEST_SUITE_END()
