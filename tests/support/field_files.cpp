#include "tests/support/field_files.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace remise::tests {

namespace {

const char* folderName() {
    const char* name = std::getenv("REMISE_FIXTURES");
    return name != nullptr && *name != '\0' ? name : nullptr;
}

}  // namespace

boost::test_tools::assertion_result fieldFilesGiven(boost::unit_test::test_unit_id) {
    boost::test_tools::assertion_result given(folderName() != nullptr);
    if (!given) given.message() << "REMISE_FIXTURES names no folder of real files";
    return given;
}

std::filesystem::path fieldFile(std::string_view path) {
    const char* folder = folderName();
    if (folder == nullptr) throw std::runtime_error("REMISE_FIXTURES is not set");
    return std::filesystem::path(folder) / path;
}

std::string readFieldFile(std::string_view path) {
    std::ifstream file(fieldFile(path), std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + fieldFile(path).string());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> fieldFilesIn(std::string_view folder, std::string_view ending) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(fieldFile(folder)))
        if (entry.path().string().ends_with(ending)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace remise::tests
