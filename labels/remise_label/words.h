#pragma once

#include <string>

#include "server/domain/command_line.h"

/// The commands of remise-label, one file each: what is typed after the command's name; the program's exit
/// code.
namespace remise::labels::cli {

using namespace domain::cli;

int draw(Words words);
int read(Words words);
int printers(Words words);
int print(Words words);
int decode(Words words);
int scan(Words words);

/// Throws when the file cannot be written whole.
void save(const std::string& file, const std::string& bytes);

}  // namespace remise::labels::cli
