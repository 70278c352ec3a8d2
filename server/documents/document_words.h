#pragma once

#include <string>

#include "server/domain/language.h"
#include "server/domain/value.h"

/// What words of certificates are for people.
namespace remise::documents {

std::string methodInWords(const std::string& method, domain::Language);
std::string mediumInWords(const std::string& medium, domain::Language);
std::string readingInWords(const std::string& verificationMethod, domain::Language);
std::string levelInWords(const std::string& level, domain::Language);
/// `512 Go (512 110 190 592 octets)`.
std::string capacityInWords(std::int64_t bytes, domain::Language);
/// `123 Mo/s`; empty where it is not known.
std::string speedInWords(std::int64_t bytesPerSecond, domain::Language);
/// A member that is a time or a number; empty when it is not there.
std::string momentOf(const domain::Value&, std::string_view member, domain::Language);
std::string numberOf(const domain::Value&, std::string_view member, domain::Language);

}  // namespace remise::documents
