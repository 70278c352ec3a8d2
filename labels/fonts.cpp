#include "labels/fonts.h"

#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

#include "server/domain/embedded.h"

namespace remise::labels {
namespace {

/// Fontconfig takes fonts from files only: this one lies in memory, and stays open for as long as the program
/// runs.
std::string fileInMemory(std::string_view name, std::string_view bytes) {
    const std::string label(name);
    const int descriptor = memfd_create(label.c_str(), MFD_CLOEXEC);
    if (descriptor < 0 || write(descriptor, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        throw std::system_error(errno, std::generic_category(), "Cannot unpack the font " + label);
    return "/proc/self/fd/" + std::to_string(descriptor);
}

bool addFonts() {
    for (const auto& [name, bytes] : embedded::labelFonts()) {
        const std::string path = fileInMemory(name, bytes);
        if (FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse)
            throw std::runtime_error("Cannot add the font " + std::string(name) + " to Fontconfig");
    }
    return true;
}

}  // namespace

void provideFonts() {
    [[maybe_unused]] static const bool added = addFonts();
}

}  // namespace remise::labels
