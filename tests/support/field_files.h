#pragma once

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Real files of the field: their folder is named by REMISE_FIXTURES. A test that needs them is declared with
/// `*boost::unit_test::precondition(remise::tests::fieldFilesGiven)` and is skipped, and says so, without it.
namespace remise::tests {

boost::test_tools::assertion_result fieldFilesGiven(boost::unit_test::test_unit_id);

/// A path below the folder, e.g. "nwipe/034_zero_ok.log".
std::filesystem::path fieldFile(std::string_view path);
/// The bytes of such a file; throws when it cannot be read.
std::string readFieldFile(std::string_view path);
/// The files of a folder below it that end so, in order of their names.
std::vector<std::filesystem::path> fieldFilesIn(std::string_view folder, std::string_view ending);

}  // namespace remise::tests
