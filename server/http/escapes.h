#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text as it travels in addresses, forms and headers.
namespace remise::http {

enum class PlusSign { isPlus, isBlank };

/// Nothing on a bad escape, or when the result is no plain text.
std::optional<std::string> percentDecode(std::string_view, PlusSign);
/// For a query value or a path segment: everything but letters, digits and -._~ is escaped.
std::string percentEncode(std::string_view);

enum class LineBreaks { refused, allowed };

/// Valid UTF-8 (shortest form, no surrogates) without control characters; tabs and line breaks as told.
bool isPlainText(std::string_view, LineBreaks = LineBreaks::refused);

std::string_view trimmed(std::string_view);
std::string lowerCase(std::string_view);  ///< ASCII only, as header names are

std::vector<std::string_view> split(std::string_view, char separator);

/// name=value&… in order; nothing on a bad escape, more than `most` pairs, or text that is not plain.
std::optional<std::vector<std::pair<std::string, std::string>>> readPairs(std::string_view, std::size_t most);

/// The value of a Cookie header, by name.
std::map<std::string, std::string> readCookies(std::string_view);

}  // namespace remise::http
