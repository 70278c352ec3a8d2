#pragma once

#include <string>
#include <string_view>

namespace remise::http {

/// Throws std::invalid_argument, naming the template and what is wrong, unless every value that the template
/// shows is safe where it stands:
/// - `{{{`, `{{&` and `{{=` are refused: everything shown is escaped, with the usual delimiters;
/// - a value in a tag stands inside a quoted attribute, never in one named on… or style, never in a script;
/// - an address (href, src, action, formaction) that has a value begins with a word of its own path
/// ("/units/",
///   "#", "?", "mailto:", "tel:"), or is one value whose name ends in `_url`, which is checked when shown.
void checkTemplate(std::string_view name, std::string_view text);

/// What a `…_url` value may be: a path on this server, a place on the page, or a web address.
bool isSafeAddress(std::string_view);

}  // namespace remise::http
