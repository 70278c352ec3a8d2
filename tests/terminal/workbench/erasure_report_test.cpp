#include "terminal/workbench/erasure_report.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace remise;

BOOST_AUTO_TEST_SUITE(erasure_report_test)

BOOST_AUTO_TEST_CASE(a_report_names_the_machine_by_what_identifies_it) {
    const test::TemporaryFolder dmi;
    for (const auto& [file, text] : {std::pair("sys_vendor", "LENOVO\n"), std::pair("product_name", "20L5\n"),
                                     std::pair("product_serial", "PF1ABCDE\n"),
                                     std::pair("product_uuid", "00000000-0000-0000-0000-000000000000\n")})
        std::ofstream(dmi.path() / file) << text;
    workbench::ErasureReport report;
    report.drives.emplace_back();
    const auto value = valueOf(report, dmi.path());
    BOOST_TEST(value.textOr("format") == "remise-erasure-1");
    BOOST_TEST(domain::canonicalJson(value["machine"]) ==
               R"({"maker":"LENOVO","model":"20L5","serial":"PF1ABCDE"})");
    BOOST_TEST(!value.has("job"));
    BOOST_TEST(value["drives"].array().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
