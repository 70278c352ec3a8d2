#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string_view>

#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// Which elements are read, by their path below the root in small letters ("content/bios"). What stands below
/// one of them is read too, everything else is passed over.
using XmlPaths = std::set<std::string_view>;

/// What an element is called: as its tag is, or as its attribute `name` says where it has one
/// (`<entry name="state">`).
enum class XmlNames { ofTags, ofAttributes };

/// Reads XML that a stranger wrote into what JSON of the same things would be: an element with others in it
/// is an object under their names in small letters, one with text a text, several of one name a list.
/// No other attribute is read. Refused: a DOCTYPE (has_doctype), what is not well-formed (report_field, with
/// the line), what nests more than 32 deep (report_too_deep), more than 100,000 read elements or 16 MiB
/// (too_large).
domain::Outcome<nlohmann::json> readXml(std::string_view bytes, const XmlPaths& read,
                                        XmlNames names = XmlNames::ofTags);

}  // namespace remise::drivers::reports
