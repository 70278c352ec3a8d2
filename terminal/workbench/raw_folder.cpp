#include "terminal/workbench/raw_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace remise::workbench {

using drivers::reports::RawFile;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t mostFiles = 1000;
constexpr std::uintmax_t largestFile = 16U << 20;

std::string bytesOf(const fs::path& path) {
    if (fs::file_size(path) > largestFile) throw std::runtime_error(path.string() + " is larger than 16 MiB");
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<RawFile> readRawFolder(const fs::path& folder) {
    if (fs::is_regular_file(folder)) return {{folder.filename().string(), bytesOf(folder)}};
    if (!fs::is_directory(folder)) throw std::runtime_error("there is no folder " + folder.string());
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
        if (paths.size() > mostFiles)
            throw std::runtime_error(folder.string() + " holds more than 1000 files");
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RawFile> files;
    for (const fs::path& path : paths)
        files.push_back({path.lexically_relative(folder).string(), bytesOf(path)});
    return files;
}

}  // namespace remise::workbench
