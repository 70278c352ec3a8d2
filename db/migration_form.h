#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace remise::db {

/// Rows only (INSERT, REPLACE, UPDATE, DELETE): can share a transaction with the record that it was done.
bool changesRowsOnly(std::string_view migration);

/// A change of tables is committed at once, before anything can record it, so after a crash it may run again.
/// Says why a migration could not stand that (nothing if it can): CREATE wants IF NOT EXISTS, DROP wants
/// IF EXISTS, and so does every clause of an ALTER that adds, drops or renames.
std::optional<std::string> whyNotRepeatable(std::string_view migration);

}  // namespace remise::db
