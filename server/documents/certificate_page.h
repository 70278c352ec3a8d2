#pragma once

#include <string>

#include "labels/page.h"
#include "server/domain/language.h"
#include "server/domain/value.h"

namespace remise::documents {

/// The signed certificate as people read it. `fingerprint`: SHA-256 of its bytes, in hexadecimal digits.
labels::Page pageOf(const domain::Value& certificate, const std::string& fingerprint, domain::Language);

}  // namespace remise::documents
