#include <stdexcept>

#include "terminal/workbench/commands.h"

namespace remise::workbench {

using namespace domain::cli;

int inventory(Words words) {
    const Options options = optionsOf(words, {"--from"});
    const std::string folder = required(options, "--from");
    throw std::runtime_error("nothing reads " + folder + " yet");
}

}  // namespace remise::workbench
