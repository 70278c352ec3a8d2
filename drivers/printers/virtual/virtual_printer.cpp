#include "drivers/printers/virtual/virtual_printer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fstream>
#include <string>
#include <system_error>

#include "drivers/printers/zpl/zpl.h"

namespace remise::drivers {
namespace fs = std::filesystem;
namespace {

/// Held while a number is chosen and used, against threads and other programs alike.
class FolderLock {
public:
    explicit FolderLock(const fs::path& folder)
        : m_descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (m_descriptor < 0 || flock(m_descriptor, LOCK_EX) != 0)
            throw std::system_error(errno, std::generic_category(),
                                    "Cannot lock the folder " + folder.string());
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock() { close(m_descriptor); }

private:
    int m_descriptor;
};

int highestNumber(const fs::path& folder) {
    int highest = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        int number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

std::string fileStem(int number, std::string_view name) {
    constexpr std::size_t longestName = 60;
    std::string stem = std::to_string(number);
    stem.insert(0, stem.size() < 4 ? 4 - stem.size() : 0, '0');
    stem += '-';
    for (const char c : name.substr(0, longestName))
        stem += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return stem;
}

/// Nobody ever sees half a file: it gets its name when it is whole.
void writeWhole(const fs::path& file, std::string_view bytes) {
    const fs::path part = file.parent_path() / ("." + file.filename().string() + ".part");
    std::ofstream out(part, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::system_error(errno, std::generic_category(), "Cannot write " + part.string());
    fs::rename(part, file);
}

}  // namespace

VirtualPrinter::VirtualPrinter(const fs::path& folder)
    : m_identity{.id = "virtual:" + folder.string(),
                 .maker = "Remise",
                 .model = "Virtual",
                 .serial = {},
                 .language = "virtual"},
      m_labels(folder / "labels") {
    fs::create_directories(m_labels);
}

PrinterStatus VirtualPrinter::status() {
    if (access(m_labels.c_str(), W_OK) == 0) return {PrinterState::ready, ""};
    return {PrinterState::offline, "no way to write into " + m_labels.string()};
}

PrintResult VirtualPrinter::print(const labels::Bitmap& bitmap, std::string_view name) {
    try {
        const FolderLock lock(m_labels);
        const std::string stem = fileStem(highestNumber(m_labels) + 1, name);
        writeWhole(m_labels / (stem + ".zpl"), zpl::encode(bitmap));
        writeWhole(m_labels / (stem + ".png"), labels::toPng(bitmap));
    } catch (const std::exception& error) {
        return {Printed::no, {PrinterState::offline, error.what()}};
    }
    return {Printed::yes, {PrinterState::ready, ""}};
}

}  // namespace remise::drivers
