#include "tests/house/include_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

constexpr std::string_view page = R"(
## Who may include what
| folder | ours | outside |
|---|---|---|
| `server/domain` | – | – |
| `server/stock` `server/requests` | `server/domain` `capabilities` | `JSON` |
| `server/http` | `server/domain` | `Poco` |
| `drivers` | `labels/bitmap` | – |
| `labels` | – | – |
| `main.cpp` | `everything` | `Poco` |

## Libraries from outside
| library | headers | shown in our headers |
|---|---|---|
| `Poco` | `Poco/*` | `server/http` |
| `JSON` | `nlohmann/*` | – |
)";

/// A tree in which every folder of the page exists, and these files on top.
SourceFiles treeWith(SourceFiles files) {
    for (const char* path : {"server/domain/a.h", "server/stock/stock_rules.h", "server/stock/stock_api.h",
                             "server/requests/request_rules.h", "server/http/reply.h", "drivers/usb.h",
                             "labels/bitmap.h", "labels/text.h", "server/main.cpp"})
        files.push_back({path, ""});
    return files;
}

std::string verdictOn(SourceFiles files) {
    return describe(checkIncludes(treeWith(std::move(files)), readIncludeTable(page)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(include_rules_test)

BOOST_AUTO_TEST_CASE(every_include_of_the_tree_is_allowed_by_the_table_in_the_architecture) {
    const auto table = readIncludeTable(textOf("docs/architecture.md"));
    BOOST_TEST(!table.folders.empty());
    BOOST_TEST(!table.libraries.empty());
    const Findings findings = checkIncludes(sourceTree(), table);
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(what_the_table_allows_passes) {
    BOOST_TEST(verdictOn({{"server/stock/x.cpp", "#include <vector>\n#include \"server/domain/a.h\"\n"},
                          {"server/stock/y.cpp", "#include <nlohmann/json.hpp>\n"},
                          {"drivers/x.cpp", "#include \"labels/bitmap.h\"\n#include \"drivers/usb.h\"\n"},
                          {"server/http/x.h", "#include <Poco/Net/Socket.h>\n"},
                          {"labels/label_main.cpp", "#include \"server/http/reply.h\"\n"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_layer_below_may_not_see_one_above) {
    BOOST_TEST(verdictOn({{"server/domain/x.cpp", "\n#include \"server/http/reply.h\"\n"}}) ==
               "\n  server/domain/x.cpp:2: server/domain may not include \"server/http/reply.h\"");
}

BOOST_AUTO_TEST_CASE(one_file_of_a_folder_may_be_allowed_without_the_others) {
    BOOST_TEST(verdictOn({{"drivers/x.cpp", "#include \"labels/text.h\"\n"}}) ==
               "\n  drivers/x.cpp:1: drivers may not include \"labels/text.h\"");
}

BOOST_AUTO_TEST_CASE(a_library_stays_in_its_folders) {
    BOOST_TEST(verdictOn({{"server/domain/x.cpp", "#include <nlohmann/json.hpp>\n"}}) ==
               "\n  server/domain/x.cpp:1: server/domain may not include <nlohmann/json.hpp> (JSON)");
}

BOOST_AUTO_TEST_CASE(a_library_stays_out_of_headers) {
    BOOST_TEST(verdictOn({{"server/stock/x.h", "#include <nlohmann/json.hpp>\n"}}) ==
               "\n  server/stock/x.h:1: <nlohmann/json.hpp> (JSON) stays out of our headers");
}

BOOST_AUTO_TEST_CASE(an_unknown_header_belongs_nowhere) {
    BOOST_TEST(verdictOn({{"server/http/x.cpp", "#include <curl/curl.h>\n"}}) ==
               "\n  server/http/x.cpp:1: <curl/curl.h> belongs to no library of docs/architecture.md");
}

BOOST_AUTO_TEST_CASE(includes_are_written_from_the_root) {
    BOOST_TEST(verdictOn({{"server/http/x.cpp", "#include \"reply.h\"\n"}}) ==
               "\n  server/http/x.cpp:1: \"reply.h\" is no file of ours, written from the root");
}

BOOST_AUTO_TEST_CASE(a_folder_that_the_table_does_not_know_is_named) {
    BOOST_TEST(verdictOn({{"server/magic/x.cpp", ""}}) ==
               "\n  server/magic/x.cpp: its folder has no row in docs/architecture.md");
}

BOOST_AUTO_TEST_CASE(a_row_for_files_directly_in_a_folder_covers_no_folder_in_it) {
    const auto table = readIncludeTable("# Who may include what\n|a|b|c|\n|-|-|-|\n| `server/*` | – | – |\n");
    BOOST_TEST(describe(checkIncludes({{"server/options.h", ""}}, table)) == "");
    BOOST_TEST(describe(checkIncludes({{"server/options.h", ""}, {"server/magic/x.h", ""}}, table)) ==
               "\n  server/magic/x.h: its folder has no row in docs/architecture.md");
}

BOOST_AUTO_TEST_CASE(a_row_without_a_folder_is_named) {
    BOOST_TEST(describe(checkIncludes({{"labels/x.h", ""}},
                                      readIncludeTable("# Who may include what\n|a|b|c|\n|-|-|-|\n"
                                                       "| `labels` | – | – |\n| `magic` | – | – |\n"))) ==
               "\n  docs/architecture.md:5: there is no folder magic");
}

BOOST_AUTO_TEST_CASE(another_capability_is_used_through_its_rules_and_deeds_only) {
    BOOST_TEST(verdictOn({{"server/requests/x.cpp", "#include \"server/stock/stock_rules.h\"\n"}}) == "");
    BOOST_TEST(verdictOn({{"server/requests/x.cpp", "#include \"server/stock/stock_api.h\"\n"}}) ==
               "\n  server/requests/x.cpp:1: server/requests may not include \"server/stock/stock_api.h\"");
}

BOOST_AUTO_TEST_CASE(capabilities_make_no_circle) {
    const std::string verdict =
        verdictOn({{"server/requests/x.cpp", "#include \"server/stock/stock_rules.h\"\n"},
                   {"server/stock/x.cpp", "\n#include \"server/requests/request_rules.h\"\n"}});
    BOOST_TEST(verdict.find("server/stock/x.cpp:2: closes a circle of capabilities") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
