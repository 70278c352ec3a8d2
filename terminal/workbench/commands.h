#pragma once

#include "server/domain/command_line.h"

/// The commands of remise-workbench, one file each: what is typed after the command's name; the program's
/// exit code.
namespace remise::workbench {

int inventory(domain::cli::Words words);
int erase(domain::cli::Words words);
int verify(domain::cli::Words words);
int test(domain::cli::Words words);
int report(domain::cli::Words words);
int bench(domain::cli::Words words);
int enrol(domain::cli::Words words);

}  // namespace remise::workbench
