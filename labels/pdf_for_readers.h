#pragma once

#include <string>

namespace remise::labels {

/// A PDF with what Cairo cannot say of it: the language it is to be read aloud in ("fr"), that its title is
/// what a window shows, and what its pictures are. Throws std::runtime_error when it is no PDF.
std::string forReaders(const std::string& pdf, const std::string& language, const std::string& pictures);

}  // namespace remise::labels
