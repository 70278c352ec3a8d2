#include "labels/remise_label/words.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace remise::labels::cli {

void save(const std::string& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::system_error(errno, std::generic_category(), "cannot write " + file);
}

}  // namespace remise::labels::cli
