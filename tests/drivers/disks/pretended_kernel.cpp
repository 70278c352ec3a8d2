#include "tests/drivers/disks/pretended_kernel.h"

#include <fstream>

namespace remise::test {

namespace fs = std::filesystem;

namespace {

/// ATA's texts: filled up with blanks, the two bytes of each word the other way round.
void putText(std::string& identify, std::size_t word, std::size_t words, std::string text) {
    text.resize(words * 2, ' ');
    for (std::size_t at = 0; at < text.size(); at += 2) {
        identify[word * 2 + at] = text[at + 1];
        identify[word * 2 + at + 1] = text[at];
    }
}

}  // namespace

std::string serialPage(const std::string& serial) {
    return std::string{0, '\x80', 0, static_cast<char>(serial.size())} + serial;
}

std::string ataPage(const std::string& serial, const std::string& model, const std::string& firmware) {
    std::string identify(512, '\0');
    putText(identify, 10, 10, serial);
    putText(identify, 23, 4, firmware);
    putText(identify, 27, 20, model);
    return std::string(60, '\0') + identify;
}

PretendedKernel::PretendedKernel() {
    for (const auto* folder :
         {"sys/block", "sys/class/block", "sys/dev/block", "dev/disk/by-id", "proc/self"})
        fs::create_directories(root() / folder);
    write("proc/self/mountinfo", "");
    write("proc/swaps", "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n");
}

void PretendedKernel::write(const fs::path& below, const std::string& text) const {
    fs::create_directories((root() / below).parent_path());
    std::ofstream(root() / below, std::ios::binary) << text;
}

void PretendedKernel::link(const fs::path& folder) {
    const std::string name = folder.filename();
    m_numbers[name] = "8:" + std::to_string(m_numbers.size());
    fs::create_directory_symlink(folder, root() / "sys/class/block" / name);
    fs::create_directory_symlink(folder, root() / "sys/dev/block" / m_numbers[name]);
}

void PretendedKernel::add(const std::string& name, const std::string& way, const Files& files) {
    const fs::path below = fs::path("sys/devices") / way / "block" / name;
    fs::create_directories(root() / below / "holders");
    for (const auto& [file, text] : files)
        write(below / file, text);
    fs::create_directory_symlink(root() / below, root() / "sys/block" / name);
    link(root() / below);
}

void PretendedKernel::addDisk(const std::string& name, const std::string& serial, const Files& others) {
    Files files{{"size", "1953125\n"},
                {"removable", "0\n"},
                {"ro", "0\n"},
                {"queue/rotational", "1\n"},
                {"queue/logical_block_size", "512\n"},
                {"queue/physical_block_size", "4096\n"},
                {"device/vendor", "ATA     \n"},
                {"device/model", "SPINNER 1000\n"},
                {"device/rev", "1.01\n"},
                {"device/vpd_pg80", serialPage(serial)}};
    for (const auto& [file, text] : others)
        files[file] = text;
    add(name, "pci0/ata1/" + name, files);
}

void PretendedKernel::addPart(const std::string& disk, const std::string& part) {
    const fs::path folder = fs::canonical(root() / "sys/block" / disk) / part;
    fs::create_directories(folder / "holders");
    std::ofstream(folder / "partition") << "1\n";
    link(folder);
}

drivers::disks::Look PretendedKernel::look() const {
    drivers::disks::Look look;
    look.kernel = {root() / "sys", root() / "dev", root() / "proc"};
    return look;
}

}  // namespace remise::test
