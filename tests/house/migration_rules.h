#pragma once

#include "tests/house/source_tree.h"

namespace remise::house {

/// SHA-256 of the bytes, in hexadecimal.
std::string sha256(std::string_view bytes);

/// Migrations are NNNN_words.sql with a number of their own, hold one statement each, and are never edited:
/// each stands with its SHA-256 in db/migrations/checksums.txt (the format of sha256sum), which only ever
/// grows.
Findings checkMigrations(const SourceFiles&);

}  // namespace remise::house
