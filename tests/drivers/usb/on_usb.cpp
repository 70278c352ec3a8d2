#include "tests/drivers/usb/on_usb.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace remise::test::usb {
namespace {

const std::string bin = REMISE_BINARY_DIR "/bin/";

Ran runOnUsb(const std::vector<std::string>& devices, const std::string& command) {
    std::string line = "umockdev-wrapper '" + bin + "usb-emulator'";
    for (const std::string& device : devices)
        line += " '" + device + "'";
    line += " -- " + command + " 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + line);
    Ran ran;
    std::array<char, 4096> part{};
    while (const std::size_t n = fread(part.data(), 1, part.size(), pipe))
        ran.said.append(part.data(), n);
    const int status = pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ran;
}

}  // namespace

Ran labelOnUsb(const std::vector<std::string>& devices, const std::string& words) {
    return runOnUsb(devices, "'" + bin + "remise-label' " + words);
}

Ran probeOnUsb(const std::vector<std::string>& devices, const std::string& words) {
    return runOnUsb(devices, "'" + bin + "usb-probe' " + words);
}

std::string printOn(const std::string& printer) {
    return R"(print unit --data '{"code":"BCDFGHJR","url":"https://remise.example","model":"T480"}' --printer )" +
           printer;
}

int millisecondsSincePlugged(const Ran& ran) {
    const std::string words = "ended ";
    const std::size_t at = ran.said.rfind(words);
    if (at == std::string::npos) throw std::runtime_error("the emulator did not end: " + ran.said);
    return std::stoi(ran.said.substr(at + words.size()));
}

}  // namespace remise::test::usb
